"""A name in any case goes back to its base form; case and sex agree over its words."""

import pytest

from watchdesk.engine.identities.baseform import base_form

NAMES = [
    ("Сергея Петрова", "ru", "Сергей Петров"),
    ("Ольгой Короткевич", "ru", "Ольга Короткевич"),
    ("Марину Белозерову", "ru", "Марина Белозерова"),
    ("Жанболату Мамаю", "ru", "Жанболат Мамай"),
    ("Еленой Крыловской", "ru", "Елена Крыловская"),
    ("Хорстом Зеехофером", "ru", "Хорст Зеехофер"),
    ("Іваном Коваленком", "uk", "Іван Коваленко"),
    ("Оксани Лисенко", "uk", "Оксана Лисенко"),
    ("СЕРГЕЯ ПЕТРОВА", "ru", "СЕРГЕЙ ПЕТРОВ"),
]


@pytest.mark.parametrize(("form", "language", "base"), NAMES, ids=[f for f, _, _ in NAMES])
def test_the_base_form_is_found(form: str, language: str, base: str) -> None:
    assert base_form(form, language) == base


def test_a_base_form_stays_as_it_is() -> None:
    assert base_form("Ольга Короткевич", "ru") == "Ольга Короткевич"


def test_what_stands_elsewhere_in_the_article_settles_a_doubt() -> None:
    assert base_form("Панетта", "ru", seen=frozenset({"панетта"})) == "Панетта"


def test_sex_settles_a_bare_surname() -> None:
    assert base_form("Блохина", "ru", sex="female") == "Блохина"
    assert base_form("Блохина", "ru", sex="male") == "Блохин"


def test_other_languages_are_left_alone() -> None:
    assert base_form("Mamaidyn", "kk") == "Mamaidyn"
