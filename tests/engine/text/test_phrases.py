import pytest

from watchdesk.engine.errors import CodebookError
from watchdesk.engine.text import inflection, lexicon
from watchdesk.engine.text.index import Index
from watchdesk.engine.text.phrases import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    english = lexicon.load("en")
    assert english is not None
    return Reader(inflection.inflector(english), {"arms": ["knife", "gun"]}, {"two": 2})


@pytest.mark.parametrize(
    ("expression", "text", "places"),
    [
        ("take|bring ... into custody", "took the man into custody", (0, 3, 4)),
        ("detain", "detaining", (0,)),
        ("=charged", "charging", None),
        ("demand*", "demanding", (0,)),
        ("under the? rubble", "under rubble", (0, 1)),
        ("with @arms", "with knives", None),
        ("with @arms", "with guns", (0, 1)),
        ("for # days", "for two days", (0, 1, 2)),
        ("take ... into custody", "took one two three four five six seven into custody", None),
        ("take ... into custody", "took . into custody", None),
    ],
)
def test_an_expression_takes_the_words_it_means(
    reader: Reader, expression: str, text: str, places: tuple[int, ...] | None
) -> None:
    words = text.split()
    assert reader.match(reader.read(expression), words, 0, len(words)) == places


@pytest.mark.parametrize("expression", ["", "... into custody", "the? court", "to @nothing"])
def test_an_expression_that_breaks_the_rules_is_named(reader: Reader, expression: str) -> None:
    with pytest.raises(CodebookError):
        reader.read(expression)


def test_an_index_finds_all_that_stands_in_a_row_of_words(reader: Reader) -> None:
    index = Index(reader, [("arrest", "a"), ("house arrest", "b"), ("deten*", "c")])
    words = "house arrest or detention".split()
    assert {(f.places, f.value) for f in index.find(words, 0, 4)} == {
        ((1,), "a"),
        ((0, 1), "b"),
        ((3,), "c"),
    }
