"""The codebook is whole, or names the file that is not."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from watchdesk.engine import codebook
from watchdesk.engine.codebook.parse import event_type, term, wording
from watchdesk.engine.errors import CodebookError

TYPE: dict[str, Any] = {
    "code": "custody.detain",
    "label": {"en": "Detained", "ru": "Задержан"},
    "definition": "Held.",
    "core": True,
    "roles": {"target": {"required": True, "kinds": ["person"]}, "place": None},
}
WORDS: dict[str, Any] = {
    "type": "custody.detain",
    "language": "en",
    "frame": {"object": "target"},
    "patterns": [{"id": "detain", "kind": "verb", "words": ["detain"]}],
    "examples": [{"text": "Police detained him.", "match": True}],
}


def test_all_48_types_are_there() -> None:
    assert len(codebook.load().types) == 48


def test_every_type_has_its_labels_and_a_mapping_to_plover() -> None:
    types = codebook.load().types.values()
    assert [t.code for t in types if not {"en", "ru"} <= t.label.keys()] == []


def test_what_a_file_says_for_all_patterns_holds_where_one_says_nothing() -> None:
    made = wording("w.yaml", {**WORDS, "must": ["target"]})
    assert made.patterns[0].frame == {"object": ("target",)}
    assert made.patterns[0].must == ("target",)


def test_a_phrase_does_not_inherit_the_places_of_a_verb() -> None:
    patterns = [{"id": "p", "kind": "phrase", "words": ["in custody"]}]
    assert wording("w.yaml", {**WORDS, "patterns": patterns}).patterns[0].frame == {}


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"colour": "red"}, "colour"),
        ({"patterns": [{"id": "x", "kind": "adjective", "words": ["a"]}]}, "x"),
        ({"patterns": [{"id": "x", "kind": "verb", "words": []}]}, "no words"),
        ({"patterns": WORDS["patterns"] * 2}, "one id"),
        ({"examples": [{"text": "x"}]}, "match"),
    ],
)
def test_a_wording_that_breaks_a_rule_is_refused(change: dict[str, Any], named: str) -> None:
    with pytest.raises(CodebookError, match=named):
        wording("w.yaml", {**WORDS, **change})


def test_a_type_without_a_definition_is_refused() -> None:
    with pytest.raises(CodebookError, match="definition"):
        event_type("t.yaml", {k: v for k, v in TYPE.items() if k != "definition"})


def test_an_article_is_text_even_where_it_looks_like_a_number() -> None:
    made = term("c.yaml", {"code": "c", "label": {"en": "C"}, "articles": {"RU": [205.2]}})
    assert made.articles == {"RU": ("205.2",)}


def write(folder: Path, name: str, said: object) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(said), "utf-8")


@pytest.mark.parametrize(
    ("name", "said", "why"),
    [
        ("events/other.yaml", TYPE, "named custody.detain"),
        ("words/en/custody.detain.yaml", {**WORDS, "frame": {"object": "victim"}}, "victim"),
        ("words/ru/custody.detain.yaml", WORDS, "words/en/custody.detain"),
        ("events/broken.yaml", ["no", "mapping"], "no mapping"),
    ],
)
def test_a_folder_with_a_wrong_file_is_refused(
    tmp_path: Path, name: str, said: object, why: str
) -> None:
    write(tmp_path, "events/custody.detain.yaml", TYPE)
    write(tmp_path, name, said)
    with pytest.raises(CodebookError, match=why):
        codebook.load(tmp_path)


def test_on_and_no_are_words_in_our_files(tmp_path: Path) -> None:
    write(tmp_path, "events/custody.detain.yaml", TYPE)
    file = tmp_path / "words" / "en" / "custody.detain.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "type: custody.detain\nlanguage: en\nexamples: []\npatterns:\n"
        "  - {id: a, kind: verb, words: [no, on], frame: {on: place}}\n",
        "utf-8",
    )
    (made,) = codebook.load(tmp_path).wordings_in("en")
    assert (made.patterns[0].words, made.patterns[0].frame) == (("no", "on"), {"on": ("place",)})
