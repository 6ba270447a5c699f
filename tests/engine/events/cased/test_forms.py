import pytest

from watchdesk.engine.events.cased.forms import Form, Shapes, shapes
from watchdesk.engine.text import lexicon


@pytest.fixture(scope="module")
def russian() -> Shapes:
    words = lexicon.load("ru")
    assert words is not None
    return shapes(words)


@pytest.mark.parametrize("word", ["задержали", "избита", "журналистку", "двоих", "40", "его"])
def test_what_is_said_of_a_word_is_plain_text_that_compares_with_anything(russian, word) -> None:
    found = russian.word(word)
    said = [found.number, found.gender, *(value for form in found.forms for value in form)]
    assert {type(value) for value in said} == {str}
    assert "no grammeme" not in said


@pytest.mark.parametrize(
    "word, kind",
    [("задержал", "V"), ("задержан", "S"), ("задержать", "I"), ("который", "W"), ("что", "U"),
     ("суд", "N"), ("районный", "A"), ("двое", "#"), ("26-летнего", "A"), ("в", "P")],
)  # fmt: skip
def test_a_word_has_the_kind_of_its_likeliest_reading(russian, word, kind) -> None:
    assert russian.word(word).kind == kind


def test_a_name_that_no_dictionary_knows_has_the_cases_of_its_ending(russian) -> None:
    assert {f.case for f in russian.name("балоча", family=True)} == {"gent", "accs", "nomn"}
    assert Form("datv", "sing", "", "anim") in russian.name("кларке", family=True)


def test_a_person_is_one(russian) -> None:
    assert {f.number for f in russian.name("таиров", family=True)} == {"sing"}
