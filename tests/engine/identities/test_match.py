"""An entry is found by any spelling of its name."""

import pytest

from watchdesk.engine.identities.match import Index

POOL = [
    {"id": "p1", "names": ["Жанболат Мамай"]},
    {"id": "p2", "names": ["Volha Karatkevich", "Ольга Короткевич"]},
    {"id": "p3", "names": ["Olha Korotkova"]},
    {"id": "p4", "names": ["Mohammad Reza Naqvi"]},
    {"id": "o1", "names": ["JSC Kazan Aviation Plant"]},
    {"id": "o2", "names": ["Kazan Cartridge Plant"]},
]
ASKED = [
    ("Jambolat Mamai", "p1"),
    ("Вольга Караткевіч", "p2"),
    ("محمدرضا نقوی", "p4"),
    ("Акционерное общество «Казанский авиационный завод»", "o1"),
    ("АО Казанский патронный завод", "o2"),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(POOL)


@pytest.mark.parametrize(("name", "wanted"), ASKED, ids=[a for a, _ in ASKED])
def test_the_entry_is_the_first_match(index: Index, name: str, wanted: str) -> None:
    assert index.search(name)[0].id == wanted


def test_a_match_says_which_words_agree(index: Index) -> None:
    assert "Мамай" in index.search("Jambolat Mamai")[0].why


def test_at_least_two_matches_are_given_where_the_pool_has_two(index: Index) -> None:
    found = index.search("Xyzzy")
    assert (len(found), found[0].score) == (2, 0.0)


def test_no_more_than_k_are_given_beyond_two(index: Index) -> None:
    assert len(index.search("Olga Korotkova", k=1)) == 2


def test_scores_lie_between_nothing_and_one(index: Index) -> None:
    scores = [m.score for m in index.search("Volha Karatkevich", k=9)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= s <= 1 for s in scores)


def test_an_empty_pool_gives_nothing() -> None:
    assert Index([]).search("Mamai") == []


def test_an_inflected_name_is_found_when_its_language_is_told(index: Index) -> None:
    assert index.search("Жанболатом Мамаем", "ru")[0].id == "p1"
