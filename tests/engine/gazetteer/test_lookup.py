import pytest

from watchdesk.engine.errors import CodebookError
from watchdesk.engine.gazetteer import policy, regions
from watchdesk.engine.gazetteer.countries import names, ranking
from watchdesk.engine.gazetteer.folding import fold
from watchdesk.engine.gazetteer.lookup import locate, seat

EXAMPLES = [
    (language, name, country)
    for territory in policy.territories().values()
    for language, examples in territory.examples.items()
    for name, country in examples.items()
]


@pytest.mark.parametrize("language, name, country", EXAMPLES)
def test_disputed_places_follow_the_written_policy(language: str, name: str, country: str) -> None:
    place = locate(name, language)
    assert place
    assert place.country == country


@pytest.mark.parametrize(
    "language, name, geonames",
    [
        ("en", "Almaty", 1526384),
        ("ru", "Алма-Ата", 1526384),
        ("ka", "თბილისი", 611717),
        ("hy", "Երևան", 616052),
        ("fa", "تهران", 112931),
        ("uk", "Київ", 703448),
        ("en", "Kiev", 703448),
        ("tg", "Душанбе", 1221874),
        ("en", "Kazakhstan", 1522867),
        ("ru", "Казахстан", 1522867),
    ],
)
def test_capitals_and_countries_have_their_geonames_id(
    language: str, name: str, geonames: int
) -> None:
    place = locate(name, language)
    assert place
    assert place.geonames == geonames


def test_a_region_is_found_by_its_names_in_both_languages() -> None:
    for language, name in (("en", "Sverdlovsk region"), ("ru", "Свердловская область")):
        place = locate(name, language)
        assert place
        assert (place.admin1, place.precision) == ("Sverdlovsk Oblast", "admin1")


def test_a_name_that_no_list_knows_lies_nowhere() -> None:
    assert locate("Qwertyville", "en") is None
    assert seat("Court of Nowhere") is None


@pytest.mark.parametrize(
    "language, word, country",
    [
        ("en", "Kazakh", "KZ"),
        ("en", "U.S.", "US"),
        ("ru", "РФ", "RU"),
        ("ru", "казахстанский", "KZ"),
        ("uk", "Білорусь", "BY"),
        ("ro", "Rusia", "RU"),
        ("en", "Uyghur", "CN"),
    ],
)
def test_countries_are_known_by_name_and_people(language: str, word: str, country: str) -> None:
    assert names(language).code(word) == country


def test_the_heaviest_evidence_ranks_first_and_ties_go_by_code() -> None:
    assert ranking([("RU", 1.0), ("KZ", 2.0), (None, 9.0), ("BY", 1.0)]) == ("KZ", "BY", "RU")


def test_the_region_in_focus_has_its_countries() -> None:
    focus = regions.load()
    assert len(focus.countries) == 24
    assert "UA" in focus
    assert "FR" not in focus
    with pytest.raises(CodebookError, match=r"atlantis\.yaml"):
        regions.load("atlantis")


def test_spellings_of_one_place_fold_to_one() -> None:
    assert fold("Ts’khinvali") == fold("Tskhinvali")
    assert fold("Орёл") == fold("Орел")
