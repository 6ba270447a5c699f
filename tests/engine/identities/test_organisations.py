"""Bodies are told from people, and their common words are one in all languages."""

import pytest

from watchdesk.engine.identities.names import parse
from watchdesk.engine.identities.organisations import ideas, is_organisation

BODIES = [
    "ООО Фрегат",
    "Kazan Aviation Plant",
    "«Северный причал»",
    "Міністерство внутрішніх справ",
    "JSC Rubin",
]
PEOPLE = [
    "Иван Завадский",
    "Galina Bankovska",
    "Vladimir Filatov",
    "Graham Phillips",
    "Sa’id Rahimi",
]


@pytest.mark.parametrize("name", BODIES)
def test_a_body_is_seen(name: str) -> None:
    assert is_organisation(name)


@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_is_no_body(name: str) -> None:
    assert not is_organisation(name)


def test_an_idea_is_one_in_all_languages() -> None:
    assert ideas("завод") == ideas("plant") == ideas("завода") == ("plant",)
    assert ideas("судостроительный") == ("ship", "build")


def test_a_stem_inside_a_longer_name_is_not_the_idea() -> None:
    assert ideas("радиофизика") == ()


def test_the_legal_form_is_left_out() -> None:
    assert [t.text for t in parse("Общество с ограниченной ответственностью «Фрегат»")] == [
        "фрегат"
    ]
