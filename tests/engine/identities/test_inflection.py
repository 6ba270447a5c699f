"""A form in some case leads back to the base form."""

import pytest

from watchdesk.engine.identities.inflection import base_readings, bears_base_forms

FORMS = [
    ("Мамая", "ru", "Мамай"),
    ("Асии", "ru", "Асия"),
    ("Зеленцького", "uk", "Зеленцький"),
    ("Timmermansowi", "pl", "Timmermans"),
    ("Bílkové", "cs", "Bílková"),
    ("Мамайдың", "kk", "Мамай"),
    ("Səlimxanlının", "az", "Səlimxanlı"),
    ("Гуртуевдин", "ky", "Гуртуев"),
    ("ჩკუასელის", "ka", "ჩკუასელი"),
]


@pytest.mark.parametrize(("form", "language", "base"), FORMS, ids=[f for f, _, _ in FORMS])
def test_the_base_form_is_among_the_readings(form: str, language: str, base: str) -> None:
    assert base in base_readings(form, language)


def test_a_language_without_cases_gives_no_readings() -> None:
    assert base_readings("Mamai", "en") == ()
    assert bears_base_forms("en")
    assert not bears_base_forms("kk")
