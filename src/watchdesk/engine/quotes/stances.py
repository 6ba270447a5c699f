"""The rules by which the position of an authority is told: section `positions` of the cue files."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from watchdesk.engine.errors import CodebookError
from watchdesk.engine.quotes.phrases import Phrases, folded, phrases
from watchdesk.engine.text.inflection import Inflect, all_forms

FIELDS = frozenset({"position", "phrases", "verbs", "about", "said", "negated", "authority"})


@dataclass(frozen=True, slots=True)
class Stance:
    """One way in which the position of an authority shows; every word is folded."""

    position: str
    phrases: Phrases
    """Said of an authority, they tell its position by themselves ("declined to comment")."""
    verbs: frozenset[str]
    """Base forms of cues that tell it, where their content is about an act."""
    about: frozenset[str]
    """What the content must name for a verb to tell it, in all forms; empty: anything will do."""
    said: Phrases
    """Words within what an authority says that tell it, whatever the verb."""
    negated: frozenset[str]
    """Words that tell it where what is said denies them, in all forms ("no one was beaten")."""
    follows: bool
    """Whether the authority is named behind the phrases ("no comment from the ministry")."""


def stance(raw: Mapping[str, Any], inflect: Inflect) -> Stance:
    """Read one rule of a position.

    Raises:
        CodebookError: it has a field that nobody reads.
    """
    if strange := raw.keys() - {
        "position",
        "phrases",
        "verbs",
        "about",
        "said",
        "negated",
        "authority",
    }:
        raise CodebookError("quotes", f"positions: no field {sorted(strange)}")
    return Stance(
        position=raw["position"],
        phrases=phrases(raw.get("phrases", ())),
        verbs=folded(raw.get("verbs", ())),
        about=all_forms(inflect, folded(raw.get("about", ()))),
        said=phrases(raw.get("said", ())),
        negated=all_forms(inflect, folded(raw.get("negated", ()))),
        follows=raw.get("authority") == "behind",
    )
