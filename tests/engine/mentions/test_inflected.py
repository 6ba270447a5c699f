import pytest

from watchdesk.engine.mentions.inflected import body, person, place


@pytest.mark.parametrize(
    "words, base, sex",
    [
        ("Жанболата Мамая", "Жанболат Мамай", "male"),
        ("Светлану Тихановскую", "Светлана Тихановская", "female"),
        ("Льва Пономарёва", "Лев Пономарёв", "male"),
        ("Асии Тулесовой", "Асия Тулесова", "female"),
        ("Андрея Лапина", "Андрей Лапин", "male"),
        ("Марины Ковшовой", "Марина Ковшова", "female"),
        ("А. Лукашенко", "А. Лукашенко", None),
    ],
)
def test_people_get_their_base_form(words: str, base: str, sex: str | None) -> None:
    found = person(tuple(words.split()), "ru")
    assert (found.text, found.sex) == (base, sex)


def test_a_surname_that_either_sex_can_bear_keeps_both_forms() -> None:
    found = person(("Лимонова",), "ru")
    assert {found.text, *found.others} == {"Лимонов", "Лимонова"}


def test_a_case_is_given_only_where_the_form_has_one() -> None:
    assert person(("Мамаем",), "ru").case == "ablt"
    assert person(("Мамая",), "ru").case is None


def test_places_and_bodies_get_their_base_form() -> None:
    assert place(("Нижнем", "Новгороде"), "ru")[0] == "Нижний Новгород"
    assert body(("Басманного", "суда", "Москвы"), "ru") == "Басманный суд Москвы"
