from watchdesk.engine.mentions.find import find
from watchdesk.engine.records import Article
from watchdesk.engine.text.sentences import sentences

from .reading import Reading


def test_a_town_is_looked_for_in_the_countries_of_the_article() -> None:
    read = Reading("Lebanese police held a man in Tripoli. Lebanon denied it.")
    place = read.entity("Tripoli").place
    assert place
    assert place.country == "LB"


def test_the_region_named_after_a_town_decides() -> None:
    place = Reading("It happened in Bloomington, Indiana, on Monday.").entity("Bloomington").place
    assert place
    assert (place.admin1, place.country) == ("Indiana", "US")


def test_a_court_lies_where_it_sits() -> None:
    place = Reading("The Basmanny Court remanded her.").entity("Basmanny Court").place
    assert place
    assert (place.settlement, place.country) == ("Moscow", "RU")


def test_a_body_called_by_its_country_lies_there() -> None:
    place = Reading("A Kazakh court fined her.").entity("A Kazakh court").place
    assert place
    assert (place.country, place.precision) == ("KZ", "country")


def test_crimea_is_ukraine() -> None:
    for language, text, name in (
        ("en", "She lives in Simferopol.", "Simferopol"),
        ("ru", "Она живёт в Симферополе.", "Симферополь"),
    ):
        place = Reading(text, language).entity(name).place
        assert place
        assert (place.country, place.admin1) == ("UA", "Crimea")


def test_the_title_counts_as_evidence() -> None:
    text = "A man was held in Tripoli."
    article = Article(text, title="Lebanon: man held", language="en")
    (place,) = [e.place for e in find(article, sentences(text, "en")).entities if e.place]
    assert place.country == "LB"
