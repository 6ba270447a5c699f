from dataclasses import replace

from click.testing import CliRunner

from watchdesk.engine.codebook.load import load
from watchdesk.engine.codebook.schema import Example
from watchdesk.harvest.commands.codebook import codebook, failing


def run(*words: str):
    return CliRunner().invoke(codebook, list(words))


def test_a_type_is_shown_with_its_meaning_and_words() -> None:
    shown = run("show", "custody.detain").output
    kind = load().types["custody.detain"]
    for words in (kind.label["en"], "target!", "COERCE/arrest", "[en]", "[ru]", "задерж"):
        assert words in shown, words


def test_a_type_that_is_not_there_is_wrong_usage_and_the_nearest_is_named() -> None:
    result = run("show", "legal.detain")
    assert result.exit_code == 2
    assert "custody.detain" in result.output


def test_without_a_type_all_are_listed() -> None:
    assert len(run("show").output.strip().splitlines()) == len(load().types) == 48


def test_the_page_of_the_codebook_has_every_type(tmp_path) -> None:
    file = tmp_path / "codebook.md"
    assert run("docs", "-o", str(file)).exit_code == 0
    text = file.read_text("utf-8")
    assert [code for code in load().types if f"### `{code}`" not in text] == []


def test_an_example_that_does_not_read_as_it_says_is_found() -> None:
    book = load()
    wording = book.wordings["en", "custody.detain"]
    wrong = (
        Example("Police detained editor Aru Kenzhe.", match=False),
        Example("It rained in Talgar.", match=True),
        Example("Police detained editor Aru Kenzhe.", match=True, modality="negated"),
    )
    right = Example("Police detained editor Aru Kenzhe.", match=True, modality="asserted")
    tried = replace(wording, examples=(*wrong, right))
    assert tuple(failing(tried, book)) == wrong
