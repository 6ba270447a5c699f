"""Where authorities stand: admitted, denied, told otherwise, silent, or never asked."""

import pytest

from tests.engine.quotes.build import read

ENGLISH = [
    ("The Interior Ministry declined to comment on the case.", "no_comment"),
    ("The Interior Ministry did not respond to a request for comment.", "no_comment"),
    ("There was no immediate comment from the Interior Ministry.", "no_comment"),
    ("The Interior Ministry neither confirmed nor denied the report.", "no_comment"),
    ("Radio Horizon has not sought comment from the Interior Ministry.", "not_asked"),
    ("The Interior Ministry was not asked for comment.", "not_asked"),
    ("The Interior Ministry denied the beating.", "deny"),
    ("The Interior Ministry said that Rustam Bek had not been beaten.", "deny"),
    ("The Interior Ministry said no one was detained at the rally.", "deny"),
    ("The Interior Ministry dismissed the allegations.", "deny"),
    ("The Interior Ministry called the report a fabrication.", "deny"),
    ("The Interior Ministry confirmed the arrest.", "acknowledge"),
    ("The Interior Ministry acknowledged that officers had used force.", "acknowledge"),
    ("The Interior Ministry said Rustam Bek had fallen down the stairs.", "alternative_account"),
    ("The Interior Ministry said the prisoner died of a heart attack.", "alternative_account"),
    ("The Interior Ministry insisted that the search was routine.", "alternative_account"),
]
RUSSIAN = [
    ("В МВД отказались комментировать задержание.", "no_comment"),
    ("МВД не ответило на запрос издания.", "no_comment"),
    ("Прокуратура не ответила на запрос издания.", "no_comment"),
    ("Комментариев от МВД не последовало.", "no_comment"),
    ("Редакция не обращалась за комментарием в МВД.", "not_asked"),
    ("В МВД отрицают избиение задержанного.", "deny"),
    ("В МВД заявили, что Исаева никто не бил.", "deny"),
    ("Пресс-служба МВД назвала сообщения о пытках ложью.", "deny"),
    ("ФСИН опровергла сообщения о голодовке.", "deny"),
    ("В МВД подтвердили, что Руслана Исаева задержали.", "acknowledge"),
    ("В полиции заявили, что Исаев упал с лестницы.", "alternative_account"),
]


@pytest.mark.parametrize(("text", "position"), ENGLISH)
def test_an_authority_takes_a_position(text: str, position: str) -> None:
    assert [stand for _, stand in read(text).stands] == [position]


@pytest.mark.parametrize(("text", "position"), RUSSIAN)
def test_a_russian_authority_takes_a_position(text: str, position: str) -> None:
    assert [stand for _, stand in read(text, "ru").stands] == [position]


@pytest.mark.parametrize(
    "text",
    [
        "Rustam Bek denied the charge.",
        "Rustam Bek declined to comment, the police said.",
        "The Interior Ministry did not deny that officers had used force.",
        "The Interior Ministry confirmed that Rustam Bek was in good health.",
        "The police denied him access to a lawyer.",
        "The court rejected his appeal.",
        "The court dismissed the charges.",
        "The Interior Ministry said that it would build a new prison.",
    ],
)
def test_what_is_no_position_of_an_authority(text: str) -> None:
    assert read(text).stands == []


@pytest.mark.parametrize(
    "text",
    [
        "Исаев отказался от комментариев.",
        "В МВД не отрицают, что применяли силу.",
        "В МВД подтвердили, что Исаев чувствует себя хорошо.",
        "Суд признал Исаева виновным.",
    ],
)
def test_what_is_no_position_of_a_russian_authority(text: str) -> None:
    assert read(text, "ru").stands == []


def test_the_position_is_that_of_the_body_a_spokesman_speaks_for() -> None:
    found = read("A spokesman for the Interior Ministry denied the beating.")
    assert found.stands == [("Interior Ministry", "deny")]


def test_the_words_that_tell_a_position_are_kept() -> None:
    found = read("The Interior Ministry declined to comment on the case.")
    assert [p.span.of(found.text) for p in found.positions] == ["declined to comment"]
