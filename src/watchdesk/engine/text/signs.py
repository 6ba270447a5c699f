"""Read the signs by which languages are told apart (`signs.yaml`)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from watchdesk.engine.text.plain_yaml import read


@dataclass(frozen=True, slots=True)
class Language:
    """What one language, in one script, looks like; `code` is what a reader is told."""

    code: str
    script: str
    foreign: re.Pattern[str]
    """A letter of its script that the language does not use."""
    words: frozenset[str]
    langid: str
    cld2: str
    cld2_trust: float
    prior: float


@dataclass(frozen=True, slots=True)
class Rivals:
    """Languages that share letters and small words, and what speaks for some of them."""

    languages: tuple[str, ...]
    speak: tuple[tuple[str, ...], ...]
    """The languages that each sign speaks for; words, starts and pieces lead to its place here."""
    words: Mapping[str, tuple[int, ...]]
    starts: Mapping[str, tuple[int, ...]]
    pieces: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Signs:
    """All that `signs.yaml` holds; `languages_by_script` keeps the order of the file."""

    scripts: Mapping[str, re.Pattern[str]]
    """A letter of each script."""
    languages_by_script: Mapping[str, tuple[Language, ...]]
    rivals_by_language: Mapping[str, Rivals]


@cache
def load() -> Signs:
    """Read the file, once."""
    raw = read(files(__package__) / "signs.yaml")
    languages = [_language(name, row, raw["scripts"]) for name, row in raw["languages"].items()]
    groups = [_rivals(row) for row in raw["rivals"]]
    return Signs(
        {name: re.compile(f"[{row['range']}]") for name, row in raw["scripts"].items()},
        {
            script: tuple(lang for lang in languages if lang.script == script)
            for script in dict.fromkeys(lang.script for lang in languages)
        },
        {code: group for group in groups for code in group.languages},
    )


def known_code(tag: str | None) -> str | None:
    """Give our code for a language tag that leaves nothing open; None for any other.

    >>> known_code("ru-RU"), known_code("SR_latn"), known_code("sr"), known_code(None)
    ('ru', 'sr-Latn', None, None)
    """
    parts = (tag or "").replace("_", "-").split("-")
    whole = "-".join([parts[0].lower(), *(part.title() for part in parts[1:2])])
    return next((code for code in (whole, parts[0].lower()) if code in _codes()), None)


@cache
def _codes() -> frozenset[str]:
    return frozenset(lang.code for langs in load().languages_by_script.values() for lang in langs)


def _language(name: str, row: Mapping[str, Any], scripts: Mapping[str, Any]) -> Language:
    script = scripts[row["script"]]
    used = set(script["base"] + row.get("letters", "")) - set(row.get("without", ""))
    kept = re.escape("".join(sorted(used | {c.upper() for c in used})))
    return Language(
        code=row.get("code", name),
        script=row["script"],
        foreign=re.compile(rf"(?=[{script['range']}])[^\W\d_{kept}]"),
        words=frozenset(row.get("words", ())),
        langid=row.get("langid", name),
        cld2=row.get("cld2", name),
        cld2_trust=row.get("cld2_trust", 1.0),
        prior=row.get("prior", 0.0),
    )


def _rivals(row: Mapping[str, Any]) -> Rivals:
    signs = row["signs"]
    return Rivals(
        tuple(row["languages"]),
        tuple(tuple(sign["of"]) for sign in signs),
        *(_places(signs, kind) for kind in ("words", "starts", "pieces")),
    )


def _places(signs: list[Mapping[str, list[str]]], kind: str) -> Mapping[str, tuple[int, ...]]:
    places: dict[str, tuple[int, ...]] = {}
    for place, sign in enumerate(signs):
        for word in dict.fromkeys(sign.get(kind, ())):
            places[word] = (*places.get(word, ()), place)
    return places
