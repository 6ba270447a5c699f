"""Quotes of every language: what stands between marks, and whose it is."""

import pytest

from tests.engine.quotes.build import read
from watchdesk.engine.quotes.marks import quotations


def test_a_quotation_of_two_sentences_is_one_quote() -> None:
    text = "“They came at dawn. They took everything we had,” Rustam Bek said."
    assert [s.content for s in read(text).said] == [
        "“They came at dawn. They took everything we had,”"
    ]


def test_a_quotation_without_a_cue_goes_to_the_speaker_before_it() -> None:
    found = read("“They came at dawn with masks,” Rustam Bek said. “My children saw it all.”")
    assert [found.name(q.speaker) for q in found.quotes] == ["Rustam Bek", "Rustam Bek"]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "“They came at dawn with masks,” Rustam Bek said.\n\n“My children saw it all from the door.”"
    found = read(text)
    assert [found.name(q.speaker) for q in found.quotes] == ["Rustam Bek", "Rustam Bek"]


def test_a_quotation_two_paragraphs_on_has_no_speaker() -> None:
    text = (
        "“They came at dawn with masks,” Rustam Bek said.\n\nThe trial goes on.\n\n"
        "“My children saw it all from the door.”"
    )
    assert [q.speaker is None for q in read(text).quotes] == [False, True]


def test_a_speech_of_several_paragraphs_opens_each_and_closes_the_last() -> None:
    text = 'Rustam Bek wrote:\n\n"They came at dawn with masks.\n\n"They took all our phones."'
    assert [s.of(text) for s in quotations(text)] == [
        '"They came at dawn with masks.',
        '"They took all our phones."',
    ]


def test_two_apostrophes_mark_speech_as_well() -> None:
    text = "''They came at dawn with masks,'' Rustam Bek said."
    assert read(text).said == [("''They came at dawn with masks,''", "Rustam Bek", "said")]


def test_a_single_word_in_marks_is_no_speech() -> None:
    assert read("The register of “agents” grew.").said == []


def test_a_language_without_cues_gives_direct_speech_without_a_speaker() -> None:
    found = read("Ol dedi: «Bizi bütün gece saxladılar».", "xx")
    assert [
        (s.content, q.speaker, q.direct) for s, q in zip(found.said, found.quotes, strict=True)
    ] == [("«Bizi bütün gece saxladılar»", None, True)]
    assert found.positions == ()


def test_an_empty_text_holds_nothing() -> None:
    assert read("").quotes == ()


@pytest.mark.parametrize("text", ["“" * 5000, "« " * 4000 + "»", "“a" + " b" * 9000])
def test_unclosed_marks_end_and_cost_little(text: str) -> None:
    assert all(s.end - s.start <= 3001 for s in quotations(text))
