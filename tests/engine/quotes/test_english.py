"""Who says what in English, in every form English has for it.  People and outlets are invented."""

import pytest

from tests.engine.quotes.build import read

FORMS = [
    (
        "Rustam Bek told reporters that officers had beaten him.",
        ("that officers had beaten him", "Rustam Bek", "told"),
    ),
    (
        "Rustam Bek told Radio Horizon on Monday he would appeal.",
        ("he would appeal", "Rustam Bek", "told"),
    ),
    (
        "Officers had beaten him, Rustam Bek said.",
        ("Officers had beaten him", "Rustam Bek", "said"),
    ),
    (
        "“They beat me for two days,” Rustam Bek said.",
        ("“They beat me for two days,”", "Rustam Bek", "said"),
    ),
    (
        "“They beat me for two days,” said Rustam Bek, a lawyer from Osh.",
        ("“They beat me for two days,”", "Rustam Bek, a lawyer from Osh", "said"),
    ),
    ("“Why now?” Rustam Bek asked.", ("“Why now?”", "Rustam Bek", "asked")),
    (
        "According to Rustam Bek, the search lasted six hours.",
        ("the search lasted six hours", "Rustam Bek", "According to"),
    ),
    (
        "The search lasted six hours, according to a report released on Monday.",
        ("The search lasted six hours", "a report released", "according to"),
    ),
    (
        "His lawyer Rustam Bek has repeatedly insisted that the case is political.",
        ("that the case is political", "His lawyer Rustam Bek", "has repeatedly insisted"),
    ),
    (
        "Rustam Bek, a lawyer for the family, said in a statement that the verdict was unlawful.",
        (
            "that the verdict was unlawful",
            "Rustam Bek, a lawyer for the family,",
            "said in a statement",
        ),
    ),
    (
        "A spokesman for the prison service in Osh denied the report.",
        ("the report", "A spokesman for the prison service in Osh", "denied"),
    ),
    (
        "Relatives who spoke on condition of anonymity said he had been moved.",
        ("he had been moved", "Relatives who spoke on condition of anonymity", "said"),
    ),
    (
        "The union called the verdict a disgrace.",
        ("the verdict a disgrace", "The union", "called"),
    ),
    (
        "Rights groups urged Baku to free the reporter.",
        ("Baku to free the reporter", "Rights groups", "urged"),
    ),
    (
        "Rustam Bek vowed to appeal the sentence.",
        ("to appeal the sentence", "Rustam Bek", "vowed"),
    ),
    (
        "Rustam Bek is confident that the court will free him.",
        ("that the court will free him", "Rustam Bek", "is confident"),
    ),
    (
        "The court ignored his claim that he was beaten.",
        ("that he was beaten", "his", "claim"),
    ),
    (
        "Rustam Bek expressed concern about the search.",
        ("the search", "Rustam Bek", "expressed concern about"),
    ),
    (
        "The search was condemned by Amnesty International.",
        ("The search", "Amnesty International", "was condemned"),
    ),
    (
        "Rustam Bek: The trial was a farce from its first day.",
        ("The trial was a farce from its first day", "Rustam Bek", ":"),
    ),
    (
        "She also said Rustam Bek had not been allowed to call home.",
        ("Rustam Bek had not been allowed to call home", "She", "also said"),
    ),
    (
        "He's predicting that more will be jailed.",
        ("that more will be jailed", "He", "'s predicting"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[text for text, _ in FORMS])
def test_english_says_it_in_many_forms(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text).said


def test_words_on_both_sides_of_the_cue_are_two_quotes_of_one_speaker() -> None:
    found = read("“They came at dawn,” Rustam Bek said, “and they took all the phones we had.”")
    assert [s.content for s in found.said] == [
        "“They came at dawn,”",
        "“and they took all the phones we had.”",
    ]
    assert {found.name(q.speaker) for q in found.quotes} == {"Rustam Bek"}


def test_a_joined_cue_shares_the_speaker() -> None:
    found = read("Rustam Bek said that he was beaten, and added that he would appeal.")
    assert found.said == [
        ("that he was beaten", "Rustam Bek", "said"),
        ("that he would appeal", "Rustam Bek", "added"),
    ]


def test_a_gerund_shares_the_speaker_of_its_sentence() -> None:
    found = read("Rustam Bek rejected the charge, saying that he was in Osh that day.")
    assert found.said[-1] == ("that he was in Osh that day", "Rustam Bek", "saying")


def test_what_is_said_within_what_is_said_is_one_quote() -> None:
    assert len(read("Rustam Bek said he believes that the court was bribed.").said) == 1


def test_a_relative_pronoun_speaks_for_its_noun() -> None:
    found = read("Rustam Bek, who denied the charge, was jailed.")
    (quote,) = found.quotes
    assert (quote.speaker_span.of(found.text), found.name(quote.speaker)) == ("who", "Rustam Bek")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rustam Bek said that he was beaten.", "speech"),
        ("Rustam Bek believes that he was followed.", "thought"),
        ("Rustam Bek wants to leave the country.", "thought"),
        ("Rustam Bek supports the strike.", "attitude"),
    ],
)
def test_a_quote_tells_whether_it_was_said_thought_or_only_stood_for(text: str, kind: str) -> None:
    assert [q.kind for q in read(text).quotes] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Police attacked the protesters with batons.",
        "Prosecutors charged Rustam Bek with fraud.",
        "Police questioned Rustam Bek for six hours.",
        "The officers slammed Rustam Bek to the ground.",
        "The guards denied him food.",
        "The court denied Rustam Bek bail.",
        "The court found Rustam Bek guilty.",
        "The officers found him dead in his cell.",
        "Officers called the police.",
        "Claims rose by a third.",
        "The reports were published in May.",
        "It was cold and you know the rest.",
    ],
)
def test_what_is_done_is_not_said(text: str) -> None:
    assert read(text).said == []


def test_a_view_that_is_nobodys_has_no_speaker() -> None:
    found = read("The verdict is expected to be appealed.")
    assert found.said == [
        ("The verdict", "", "is expected"),
        ("to be appealed", "", "is expected"),
    ]


def test_headings_in_capitals_are_read_too() -> None:
    found = read("Rights Group Says Reporter Was Tortured In Custody")
    assert found.said == [("Reporter Was Tortured In Custody", "Rights Group", "Says")]
