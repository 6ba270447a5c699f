import re

import pytest

from watchdesk.engine import codebook

BOOK = codebook.load()
COUNTRY = re.compile(r"[A-Z]{2}")
RELATIONS = {"self", "relative", "lawyer", "supporter", "official", "ngo", "media", "witness", "unknown"}  # fmt: skip


def test_the_codebook_holds_forty_eight_types() -> None:
    assert len(BOOK.types) == 48


@pytest.mark.parametrize("code", sorted(BOOK.types))
def test_a_type_says_what_it_is_and_what_it_is_not(code) -> None:
    kind = BOOK.types[code]
    assert {"en", "ru"} <= kind.label.keys()
    assert "Not this:" in kind.definition
    assert kind.mappings
    assert kind.source


def test_at_least_forty_charges_go_by_english_and_russian_words() -> None:
    assert len([c for c in BOOK.charges.values() if c.words.get("en") and c.words.get("ru")]) >= 40


def test_articles_of_codes_are_listed_by_country() -> None:
    for charge in BOOK.charges.values():
        assert all(COUNTRY.fullmatch(country) for country in charge.articles), charge.code
        assert all(articles for articles in charge.articles.values()), charge.code


@pytest.mark.parametrize(
    "charge, country, article",
    [
        ("discrediting-army", "RU", "280.3"),
        ("false-information", "RU", "207.3"),
        ("incitement-hatred", "KZ", "174"),
        ("group-actions", "BY", "342"),
        ("propaganda-against-state", "IR", "500"),
    ],
)
def test_a_charge_knows_its_article(charge, country, article) -> None:
    assert article in BOOK.charges[charge].articles[country]


def test_relations_are_those_of_the_vocabulary() -> None:
    assert set(BOOK.relations) == RELATIONS


def test_russian_words_exist_for_every_type() -> None:
    assert {w.type for w in BOOK.wordings_in("ru")} == set(BOOK.types)
