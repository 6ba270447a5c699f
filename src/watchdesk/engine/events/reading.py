"""What a strategy answers about one match: its form, and who stands where in its clause."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from watchdesk.engine.records import Modality


class Phrase(NamedTuple):
    """words[start:end] of the article, and the place of the word that bears the meaning."""

    start: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class Window:
    """Places of words that can bear on how real an act is, nearest first.

    `inner` are the words of the act's own verb group and those that govern it ("called for the",
    "could be"); `outer` what governs its whole clause ("denied that"); `after` what is said of it
    ("was postponed").
    """

    inner: tuple[int, ...] = ()
    outer: tuple[int, ...] = ()
    after: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The form in which a rule's words stand, and the phrases in each place, nearest first.

    Places are those of docs/reference/codebook-format.md: `subject` is who does it and `object` to
    whom, whatever the voice.  `start` and `end` bound the clause in words of the article.
    """

    form: str
    slots: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    start: int = 0
    end: int = 0
    window: Window = field(default_factory=Window)
    modality: Modality | None = None
    """What the form itself says (a verb in the future tense)."""
