"""Spellings of one name meet; words that are no name are left out."""

import pytest

from watchdesk.engine.identities.names import fold, parse

SAME = [
    ("Жанболат Мамай", "MAMAI, Zhanbolat"),
    ("Юрий Кравцов", "Iurii Kravtsov"),
    ("Ўткир Тўраев", "O'tkir To'rayev"),
    ("Ђорђе Ђурић", "Đorđe Đurić"),
    ("Զուրաբ Մելիքյան", "Zurab Melikyan"),
    ("ქეთევან ჩხეიძე", "Ketevan Chkheidze"),
    ("Alaksandar Šuškievič", "Аляксандар Шушкевіч"),
]


@pytest.mark.parametrize(("one", "other"), SAME, ids=[a for a, _ in SAME])
def test_one_name_in_two_scripts_has_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_titles_articles_and_links_are_left_out() -> None:
    assert [t.text for t in parse("General Seyyed Ali bin Reza al-Hashemi")] == [
        "Ali",
        "Reza",
        "Hashemi",
    ]


def test_a_name_of_nothing_but_titles_keeps_them() -> None:
    assert [t.text for t in parse("Ahmad Sayyed")] == ["Ahmad", "Sayyed"]


def test_a_patronymic_is_one_only_between_other_names() -> None:
    assert [t.kind for t in parse("Иван Петрович Крылов")] == ["given", "patronymic", "plain"]
    assert [t.kind for t in parse("Ana Popović")] == ["given", "plain"]


def test_what_stands_before_a_word_of_kinship_is_a_fathers_name() -> None:
    assert [(t.text, t.kind) for t in parse("Ramiz Saftar oğlu Qurbanov")] == [
        ("Ramiz", "plain"),
        ("Saftar", "patronymic"),
        ("Qurbanov", "plain"),
    ]


def test_initials_are_told_from_words() -> None:
    assert [t.kind for t in parse("В.П. Крылов")] == ["initial", "initial", "plain"]


def test_what_is_one_name_in_many_spellings_is_one_word() -> None:
    assert [t.text for t in parse("Abd al-Hakim Sharifi")] == ["AbdHakim", "Sharifi"]
    assert fold("Abdul Hakim Sharifi") == fold("Abdulhakim Sharifi")


def test_latin_letters_in_a_cyrillic_word_are_seen_through() -> None:
    assert fold("Tимур Cаадуев") == fold("Тимур Саадуев")


def test_a_name_in_a_case_has_the_code_of_its_base_form_too() -> None:
    surname = parse("Жанболата Мамая", "ru")[-1]
    assert parse("Жанболат Мамай")[-1].codes[0] in surname.codes
