"""What many reports say together: Telling -> Act -> Case, and where people stand.

An act is a function of its tellings, and a case of its acts, so a case read back from a store can
be taken apart and joined again with new reports.  Ids of people are `Entity.key` of the reports.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Day
from typing import Literal

from watchdesk.engine.records import Count, EntityKind, Modality, Place

AlarmKind = Literal["silence", "hearing_passed", "sentence_ended"]


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """Who or what fills a role: somebody with an id, or words with a code.

    `key` is the id of a person, group, organisation, place or legal instrument across reports; None
    where the report gives no name that could be followed ("three activists", "police").
    """

    text: str
    key: str | None = None
    kind: EntityKind | None = None
    code: str | None = None
    article: str | None = None
    sentence: str | None = None
    """Kind of a sentence: prison, suspended, fine ..."""
    length: str | None = None
    """ISO 8601 duration."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one report tells it, with all that joining needs: the atom of every case."""

    report: str
    event: str
    type: str
    roles: Mapping[str, tuple[Party, ...]] = field(default_factory=dict)
    date: str | None = None
    """EDTF as told; None where the report gives no date."""
    published: Day | None = None
    place: Place | None = None
    modality: Modality = "asserted"
    background: bool = False
    main: bool = False
    """The event its report is about."""
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    counts: tuple[Count, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    """Names by key, as this report writes them in base form."""

    @property
    def id(self) -> tuple[str, str]:
        """Give report and event."""
        return (self.report, self.event)


@dataclass(frozen=True, slots=True)
class Value:
    """One of several values told for one thing, and by which (report, event) it is told."""

    value: str
    told_by: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A thing on which the tellings of an act disagree; best supported value first."""

    field: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """What happened, told by one or more reports; conflicting values stand side by side."""

    id: str
    type: str
    tellings: tuple[Telling, ...]
    date: str | None
    """EDTF, the best supported value."""
    dated_by: Literal["told", "published", "unknown"]
    """`published`: no report gives a date, so it lies on or before the first publication."""
    modality: Modality
    """The strongest of its tellings: asserted before denied before alleged before the rest."""
    roles: Mapping[str, tuple[Party, ...]]
    place: Place | None = None
    conflicts: tuple[Conflict, ...] = ()
    because: tuple[str, ...] = ()
    """Why these tellings are one act."""

    @property
    def background(self) -> bool:
        """Tell whether every report retells it in passing."""
        return all(t.background for t in self.tellings)


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of an explanation, and the acts it rests on."""

    text: str
    acts: tuple[str, ...] = ()
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something an editor should look at; `due` is the day since when."""

    kind: AlarmKind
    person: str
    due: Day
    text: str


@dataclass(frozen=True, slots=True)
class PersonState:
    """Where one person stands on one day, and why.  `state` None: nothing is known.

    `days_in_custody` counts all spells of custody until that day.  `strays` are acts that could
    not follow; `doubts` acts alleged or denied that would change the state if they were sure.
    """

    person: str
    state: str | None
    since: str | None = None
    in_custody: bool = False
    held_since: str | None = None
    """EDTF; when the present spell of custody began."""
    days_in_custody: int = 0
    because: tuple[Reason, ...] = ()
    strays: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    proceeding: str | None = None


@dataclass(frozen=True, slots=True)
class Proceeding:
    """One person and one legal matter.  `acts` in order of time."""

    id: str
    person: str
    acts: tuple[str, ...]
    track: Literal["criminal", "administrative", "civil"] | None = None
    court: str | None = None
    case_number: str | None = None
    charges: tuple[Party, ...] = ()
    sentence: Party | None = None
    next_hearing: str | None = None
    """EDTF."""


@dataclass(frozen=True, slots=True)
class CasePerson:
    """Somebody the case is about: id, the name to show, every name met."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    kind: EntityKind = "person"


@dataclass(frozen=True, slots=True)
class Case:
    """The acts of one affair, in order of time."""

    id: str
    title: str
    acts: tuple[Act, ...]
    people: tuple[CasePerson, ...] = ()
    """Whom it is about: targets, not officials who act."""
    places: tuple[Place, ...] = ()
    states: tuple[PersonState, ...] = ()
    proceedings: tuple[Proceeding, ...] = ()
    reports: tuple[str, ...] = ()
    independent_sources: int = 0
    related: tuple[str, ...] = ()
    """Other cases that share a person or an act."""
    because: tuple[str, ...] = ()
    """Why these acts are one case."""
    formerly: tuple[str, ...] = ()
    """Ids of known cases that turned out to be this one."""
    as_of: Day | None = None
    """The day for which states are given."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is known already, and what editors decided.  Decisions bind; they are never overruled.

    `attached` puts an act's telling (report, event) or a whole report (report, "*") into a case;
    `detached` keeps it out of one.  `merged` are pairs of cases that are one, `apart` pairs that
    are not.  `one_act` and `two_acts` are pairs of tellings.  `owners` gives the owner group of an
    outlet, and `copies` the text that a report only copies, so that independent sources can be
    counted.
    """

    cases: tuple[Case, ...] = ()
    attached: Mapping[tuple[str, str], str] = field(default_factory=dict)
    detached: frozenset[tuple[tuple[str, str], str]] = frozenset()
    merged: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
    one_act: frozenset[tuple[tuple[str, str], tuple[str, str]]] = frozenset()
    two_acts: frozenset[tuple[tuple[str, str], tuple[str, str]]] = frozenset()
    owners: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cases:
    """All cases, by id, and the tellings that belong to none (shown to an editor, never lost)."""

    cases: tuple[Case, ...]
    unplaced: tuple[Telling, ...] = ()
