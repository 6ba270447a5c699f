"""The files of cue words say only what somebody reads."""

from importlib.resources import files

import pytest

from watchdesk.engine.errors import CodebookError
from watchdesk.engine.quotes.cues import load, read
from watchdesk.engine.text import plain_yaml

DATA = files("watchdesk.engine.quotes") / "data"
LANGUAGES = sorted(file.name.removesuffix(".yaml") for file in DATA.iterdir())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_is_read(language: str) -> None:
    cues = load(language)
    assert cues is not None
    assert (cues.language, bool(cues.verbs), bool(cues.positions)) == (language, True, True)


def test_a_language_without_a_file_has_no_cues() -> None:
    assert load("xx") is None


def test_a_section_that_nobody_reads_is_named() -> None:
    raw = plain_yaml.read(DATA / "ru.yaml") | {"adjectives": []}
    with pytest.raises(CodebookError, match="adjectives"):
        read("ru", raw)


def test_a_kind_that_is_none_of_ours_is_named() -> None:
    raw = plain_yaml.read(DATA / "ru.yaml")
    raw["verbs"] = [{"kind": "song", "takes": ["clause"], "words": ["петь"]}]
    with pytest.raises(CodebookError, match="song"):
        read("ru", raw)


def test_a_field_of_a_position_that_nobody_reads_is_named() -> None:
    raw = plain_yaml.read(DATA / "ru.yaml")
    raw["positions"] = [{"position": "deny", "mood": ["angry"]}]
    with pytest.raises(CodebookError, match="mood"):
        read("ru", raw)


def test_a_language_is_added_by_a_file_alone() -> None:
    raw = plain_yaml.read(DATA / "ru.yaml")
    words = {kind: [] for kind in raw["words"]}
    raw |= {"words": words | {"complementizers": ["ki"]}, "positions": [], "unless": {}}
    raw["verbs"] = [{"kind": "speech", "takes": ["clause"], "words": ["dedi"]}]
    cues = read("az", raw)
    assert cues.verbs["dedi"][0].cue.lemma == "dedi"
