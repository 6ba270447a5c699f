"""The words by which a language says that somebody said something: `data/<language>.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from watchdesk.engine.errors import CodebookError

SECTIONS = frozenset(
    {
        "language",
        "complementizers",
        "auxiliaries",
        "relatives",
        "breaks",
        "prepositions",
        "addressees",
        "according",
        "speech",
        "thought",
        "phrases",
        "addressed",
        "nouns_after",
        "also_nouns",
        "trailers",
        "positions",
    }
)
LONGEST_CUE = 5
"""Words of the longest cue phrase we look up."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue is: its base form, and whether it speaks, thinks or stands before its speaker."""

    lemma: str
    kind: str
    """`speech`, `thought` or `according`."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue words of one language; phrases are tuples of lower-case words."""

    phrases: Mapping[tuple[str, ...], Cue]
    positions: Mapping[tuple[str, ...], str]
    complementizers: frozenset[str]
    auxiliaries: frozenset[str]
    relatives: frozenset[str]
    breaks: frozenset[str]
    prepositions: frozenset[str]
    addressees: frozenset[str]
    addressed: frozenset[str]
    """Base forms of the verbs that are followed by their hearer."""
    nouns_after: frozenset[str]
    """Words that make the form behind them a noun."""
    also_nouns: frozenset[str]
    """Forms that are as often a noun; they need their subject right before them."""
    trailers: frozenset[tuple[str, ...]]
    """What may follow a cue and belongs to it ("in a statement")."""


@cache
def load(language: str) -> Cues | None:
    """Load the cues of a language, once; None where we have none.

    Raises:
        CodebookError: the file lacks a section or has one that nobody reads.
    """
    file = files(__package__) / "data" / f"{language}.yaml"
    if not file.is_file():
        return None
    # BaseLoader: every scalar is text; plain YAML would read "on" and "no" as booleans.
    raw = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)
    if raw.keys() != SECTIONS:
        raise CodebookError(f"quotes/{language}.yaml", f"differ: {sorted(raw.keys() ^ SECTIONS)}")
    return Cues(
        phrases=dict(_phrases(raw)),
        positions={
            _words(phrase): name for name, phrases in raw["positions"].items() for phrase in phrases
        },
        complementizers=frozenset(raw["complementizers"]),
        auxiliaries=frozenset(raw["auxiliaries"]),
        relatives=frozenset(raw["relatives"]),
        breaks=frozenset(raw["breaks"]),
        prepositions=frozenset(raw["prepositions"]),
        addressees=frozenset(word.lower() for word in raw["addressees"]),
        addressed=frozenset(raw["addressed"]),
        nouns_after=frozenset(raw["nouns_after"]),
        also_nouns=frozenset(raw["also_nouns"]),
        trailers=frozenset(map(_words, raw["trailers"])),
    )


def _phrases(raw: dict[str, Any]) -> list[tuple[tuple[str, ...], Cue]]:
    """List every form with its cue; several forms of a phrase are parted by a slash."""
    verbs = [
        ((form,), Cue(lemma, kind))
        for kind in ("speech", "thought")
        for lemma, forms in raw[kind].items()
        for form in forms.split()
    ]
    phrases = [
        (_words(form), Cue(lemma, "speech"))
        for lemma, forms in raw["phrases"].items()
        for form in forms.split("/")
    ]
    return verbs + phrases + [(_words(p), Cue(p, "according")) for p in raw["according"]]


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.strip().lower().split())
