"""One person or two: names first, then what is told beside them."""

import pytest

from watchdesk.engine.identities.compare import compare
from watchdesk.engine.identities.records import Person

ONE = [
    ("Жанболат Мамай", "Jambolat Mamai"),
    ("Ольга Николаевна Короткевич", "Volha Mikalaeuna Karatkevich"),
    ("Алексей Зубков", "Aliaksei Zubkou"),
    ("Владимир Кара-Мурат", "Vladimir Karamurat"),
    ("مجید رضایی", "Majid Rezaei"),
    ("غلامعلی محمدی", "Gholam Ali Mohammadi"),
    ("В. Крылов", "Vladimir Krylov"),
    ("Саша Бондарь", "Александр Бондарь"),
    ("Joe Brennan", "Джо Бреннан"),
]
TWO = [
    ("Иван Петрович Сидоров", "Иван Андреевич Сидоров"),
    ("Olga Karatkevich", "Oleg Karatkevich"),
    ("Александр Коган", "Alexander Kotan"),
    ("Марат Есимбаев", "Ерболат Жанузаков"),
]


@pytest.mark.parametrize(("one", "other"), ONE, ids=[a for a, _ in ONE])
def test_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    assert compare(one, other).answer == "same"


@pytest.mark.parametrize(("one", "other"), TWO, ids=[a for a, _ in TWO])
def test_like_names_of_two_people_are_never_joined(one: str, other: str) -> None:
    assert compare(one, other).answer != "same"


def test_brothers_are_left_to_an_editor() -> None:
    assert compare("Ruslan Israpilov", "Rustam Israpilov").answer in ("ask", "different")


def test_years_of_birth_that_clash_are_a_reason_to_ask() -> None:
    young = Person("a", ("Elmar Guliyev",), born=(2001, 2002))
    old = Person("b", ("Эльмар Гулиев",), born=(1964, 1965))
    decision = compare(young, old)
    assert decision.answer == "ask"
    assert "years of birth 2001 and 1964" in decision.reasons


def test_two_countries_are_a_reason_to_ask() -> None:
    here = Person("a", ("Ali Aliyev",), countries=frozenset({"AZ"}))
    there = Person("b", ("Али Алиев",), countries=frozenset({"TJ"}))
    assert compare(here, there).answer == "ask"


def test_shared_company_tips_the_scale() -> None:
    here = Person("a", ("Rafael Hunter",), company=frozenset({"x"}))
    there = Person("b", ("Рафаэль Хантер",), company=frozenset({"x"}))
    assert compare(here, there).answer == "same"
    assert "same company: x" in compare(here, there).reasons


def test_a_bare_surname_is_never_enough() -> None:
    assert compare("Мамай", "Жанболат Мамай").answer == "ask"
