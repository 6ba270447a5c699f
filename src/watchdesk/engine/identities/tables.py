"""The tables of names: letters, spelling, given names, particles.  Read once from `data/`."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from watchdesk.engine.errors import CodebookError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Rule = tuple[re.Pattern[str], str]


@dataclass(frozen=True, slots=True)
class Spelling:
    """How romanised words become sound codes."""

    latin_first: tuple[Rule, ...]
    first: tuple[Rule, ...]
    last: tuple[Rule, ...]
    arabic: tuple[Rule, ...]
    latin_ways: tuple[tuple[Rule, ...], ...]
    cyrillic_ways: tuple[tuple[Rule, ...], ...]
    sounds: Mapping[str, str]
    any_sound: re.Pattern[str]


@cache
def read(name: str) -> Any:  # noqa: ANN401  # YAML holds anything
    """Read one file of `data/`.

    Raises:
        CodebookError: it is no YAML.
    """
    text = (files(__package__) / "data" / name).read_text("utf-8")
    try:
        return yaml.load(text, LOADER)  # a safe loader in both cases
    except yaml.YAMLError as error:
        raise CodebookError(name, " ".join(str(error).split())) from error


@cache
def letters() -> Mapping[str, Mapping[int, str]]:
    """Give for each script the table that `str.translate` takes."""
    raw = read("letters.yaml")
    return {
        s: {ord(a): b for a, b in raw[s].items()}
        for s in raw
        if s not in ("sequences", "lookalikes")
    }


@cache
def lookalikes() -> Mapping[int, str]:
    """Give Latin letters that look like Cyrillic ones."""
    return {ord(a): b for a, b in read("letters.yaml")["lookalikes"].items()}


@cache
def sequences() -> tuple[tuple[str, str], ...]:
    """Give letters that make one sound together, and what they are in Latin letters."""
    return tuple(read("letters.yaml")["sequences"].items())


@cache
def spelling() -> Spelling:
    """Give the spelling rules, compiled."""
    raw = read("spelling.yaml")
    sounds = raw["sounds"]
    return Spelling(
        latin_first=compiled(raw["latin_first"]),
        first=compiled(raw["first"]),
        last=compiled(raw["last"]),
        arabic=compiled(raw["arabic"]),
        latin_ways=tuple(map(compiled, raw["latin_ways"].values())),
        cyrillic_ways=tuple(map(compiled, raw["cyrillic_ways"].values())),
        sounds=sounds,
        any_sound=re.compile("|".join(sorted(sounds, key=lambda s: (-len(s), s)))),
    )


def compiled(rules: list[list[str]]) -> tuple[Rule, ...]:
    """Compile pairs of a pattern and what replaces it."""
    return tuple((re.compile(pattern), str(instead)) for pattern, instead in rules)


@cache
def given_lines() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Give each given name: its id, its forms, its short forms."""
    found = []
    for line in read("given_names.yaml"):
        full, _, short = str(line).partition("|")
        found.append((full.split()[0], tuple(full.split()), tuple(short.split())))
    return tuple(found)


@cache
def words(kind: str) -> frozenset[str]:
    """Give the particles of a kind, as written in `particles.yaml`."""
    return frozenset(str(w) for w in read("particles.yaml")[kind])


def many(pairs: list[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Group values by key."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return {key: frozenset(values) for key, values in found.items()}
