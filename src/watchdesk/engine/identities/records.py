"""People and bodies as they are known across reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from watchdesk.engine.records import EntityKind, Report

Answer = Literal["same", "different", "ask"]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody (or some body) with every name met, and what is told of them.

    `born` is a range of years, both ends included; `company` are ids or folded names of others
    that are told of beside them.  Empty means that nothing is known.  `language` is the one in
    whose case endings the names may still stand; None where they are base forms.
    """

    id: str
    names: tuple[str, ...]
    kind: EntityKind = "person"
    countries: frozenset[str] = frozenset()
    occupations: frozenset[str] = frozenset()
    affiliations: frozenset[str] = frozenset()
    born: tuple[int, int] | None = None
    sex: str | None = None
    company: frozenset[str] = frozenset()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether two are one, how well the names agree (0..1), and why, strongest reason first."""

    answer: Answer
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """People known before, and what editors decided about pairs of ids or of (report, entity)."""

    people: tuple[Person, ...] = ()
    same: frozenset[Pair] = frozenset()
    """Pairs that are one; a mention is written "report#entity"."""
    different: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class Join:
    """Two names, or a name and a known person, taken for one, and why."""

    a: str
    b: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Resolution:
    """Reports whose entities carry one `key` for one person, and everything that was joined."""

    reports: tuple[Report, ...]
    people: Mapping[str, Person] = field(default_factory=dict)
    joins: tuple[Join, ...] = ()
    asks: tuple[Join, ...] = ()
    """Pairs that only an editor can decide."""
