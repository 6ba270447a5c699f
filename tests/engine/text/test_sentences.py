import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchdesk.engine.text.sentences import _abbreviations, sentences


def cut(text: str, language: str = "en") -> list[str]:
    return [span.of(text) for span in sentences(text, language)]


@pytest.mark.parametrize(
    "language, expected",
    [
        ("en", ["Mr. Smith met Dr. Lee in the U.S. on Jan. 5.", "He left.", "“No!” he said."]),
        ("en", ["It happened in the U.S.", "She left at 5 p.m.", "Police came (see No. 5).", "Ok?"]),
        ("en", ["U.S. President J. K. Roe spoke.", "“They left.”", "Nobody stayed… or did they?"]),
        ("ru", ["А. С. Громов жил в 1999 г. в г. Твери.", "Суд, т. е. судья, молчал и т. д.", "Он ушёл."]),
        ("ru", ["В 2020 г. Громов жил на ул. Мира, д. 5, кв. 3.", "По ч. 1 ст. 280 УК РФ.", "«Как?» — спросил он."]),
        ("ru", ["Громова задержали весной 2020 г.", "Суд его отпустил."]),
        ("uk", ["Суд м. Києва у 2021 р. виніс вирок.", "Його, т. зв. лідера, відпустили."]),
        ("ur", ["پولیس نے گرفتار کیا۔", "وہ گیا؟", "ہاں۔"]),
        ("hy", ["Նա գնաց։", "2020 թ. հունվարին եկավ:", "Ոչ։"]),
        ("fa", ["او بازداشت شد.", "پلیس چه گفت؟", "هیچ!"]),
        ("ka", ["2020 წ. თბილისში დააკავეს.", "ე.წ. კანონი მიიღეს."]),
        ("sr-Latn", ["Uhapšen je 12. maja 2020. godine.", "Policija ćuti."]),
    ],
)  # fmt: skip
def test_a_stop_ends_a_sentence_unless_it_belongs_to_a_word(
    language: str, expected: list[str]
) -> None:
    assert cut(" ".join(expected), language) == expected


def test_paragraphs_headings_and_bullets_end_a_sentence_but_a_wrapped_line_does_not() -> None:
    text = "Background\nThe police detained\nthree people\n\nThey are:\n- Roe\n- Doe"
    assert cut(text) == [
        "Background", "The police detained\nthree people", "They are:", "- Roe", "- Doe",
    ]  # fmt: skip


def test_a_stop_without_white_space_ends_a_sentence_in_urdu() -> None:
    assert cut("پولیس نے گرفتار کیا۔اس کے بعد", "ur") == ["پولیس نے گرفتار کیا۔", "اس کے بعد"]


@given(st.text(alphabet='aБ. \n!?"”)(۔5', max_size=60), st.sampled_from(["en", "ru", "und"]))
def test_sentences_cover_all_visible_text_once_and_in_order(text: str, language: str) -> None:
    spans = sentences(text, language)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    covered = "".join(span.of(text) for span in spans)
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize("piece", [" ", ".", ". ", ".) ", "a. ", "\n", " \n", '"', "۔", "A."])
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    started = time.process_time()
    sentences("x" + piece * (200_000 // len(piece)) + "x", "en")
    assert time.process_time() - started < 3


def test_every_abbreviation_is_a_folded_word_without_its_stop() -> None:
    words = [
        w
        for lists in _abbreviations().values()
        for group in (lists.before_name, lists.in_name, lists.before_number, lists.after_number)
        for w in group
    ]
    assert [w for w in words if w != str(w).lower() or str(w).endswith(".")] == []
