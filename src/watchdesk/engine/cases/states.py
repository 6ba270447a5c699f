"""Compute where a person stands from dated acts, and say why.

Only asserted acts move a person.  What is alleged or denied and would change the state is a doubt;
what cannot follow is a stray; both are kept for an editor.  What may follow what is data: the
statuses of the codebook.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from watchdesk.engine.cases.edtf import FIRST, days
from watchdesk.engine.cases.order import in_order, moment
from watchdesk.engine.cases.records import Act, Party, PersonState, Reason
from watchdesk.engine.cases.values import SINGLE_ROLES
from watchdesk.engine.codebook.statuses import Status, next_state

AFFECTED_ROLES = ("target", "perpetrator")
DOUBTED = ("alleged", "denied")
Statuses = Mapping[str, Status]


@dataclass(frozen=True, slots=True)
class Move:
    """One step of a person: from a state to another by an act, on a day."""

    state: str
    act: Act
    on: date


@dataclass(frozen=True, slots=True)
class Course:
    """A person's steps, and the acts that could not follow or are not sure."""

    moves: tuple[Move, ...] = ()
    strays: tuple[Act, ...] = ()
    doubts: tuple[Act, ...] = ()
    seen: tuple[Act, ...] = ()

    @property
    def now(self) -> str | None:
        """Give the state reached, or None."""
        return self.moves[-1].state if self.moves else None


def state(
    person: str, acts: Iterable[Act], statuses: Statuses, as_of: date | None = None
) -> PersonState:
    """Give where the person stands at the end of the day `as_of`; None: after the last act."""
    mine = [a for a in acts if affects(a, person) and happened(a, as_of)]
    course = follow(in_order(mine), statuses)
    until = as_of or max((m.on for m in course.moves), default=None)
    if not course.moves:
        return PersonState(
            person, None, strays=ids(course.strays), doubts=ids(course.doubts), because=()
        )
    last = entered(course)
    return PersonState(
        person=person,
        state=last.state,
        since=last.act.date,
        in_custody=statuses[last.state].in_custody,
        days_in_custody=custody_days(course, statuses, until),
        because=reasons(course, statuses),
        strays=ids(course.strays),
        doubts=ids(course.doubts),
    )


def affects(act: Act, person: str) -> bool:
    """Tell whether the act befell the person."""
    return any(p.key == person for role in AFFECTED_ROLES for p in act.roles.get(role, ()))


def happened(act: Act, as_of: date | None) -> bool:
    """Tell whether the act can have happened by the end of that day."""
    its_days = days(act.date)
    if as_of is None or its_days is None:
        return True
    start = its_days.last if its_days.first == FIRST else its_days.first
    return start <= as_of or any(t.published and t.published <= as_of for t in act.tellings)


def follow(acts: Iterable[Act], statuses: Statuses) -> Course:
    """Follow acts in the order given; keep, and report, those that cannot follow."""
    course = Course()
    for act in acts:
        course = replace(step(course, act, statuses), seen=(*course.seen, act))
    return course


def step(course: Course, act: Act, statuses: Statuses) -> Course:
    """Take one act into account."""
    target = leads_to(act, course.now)
    if act.modality in DOUBTED and target not in (None, course.now):
        return replace(course, doubts=(*course.doubts, act))
    if act.modality != "asserted":
        return course
    if target is not None:
        return replace(course, moves=(*course.moves, Move(target, act, moment(act)[0])))
    if is_stray(act, course.now, statuses):
        return replace(course, strays=(*course.strays, act))
    return course


def leads_to(act: Act, now: str | None) -> str | None:
    """Give the state that the act leads to from the present one, or None where it moves nobody."""
    fillers = {
        role: codes(parties[:1] if role in SINGLE_ROLES else parties)
        for role, parties in act.roles.items()
    }
    return next_state(act.type, now, fillers)


def codes(parties: Iterable[Party]) -> frozenset[str]:
    """Give what fills a role: codes and kinds, else words; "named" where somebody is named."""
    return frozenset(v for p in parties for v in (*said(p), "named" if p.key else None) if v)


def said(party: Party) -> set[str]:
    return {v for v in (party.code, party.sentence) if v} or {party.text.casefold()}


def is_stray(act: Act, now: str | None, statuses: Statuses) -> bool:
    """Tell whether the act moves people in general, but cannot follow the present state."""
    if now is not None and act.type in statuses[now].unmoved_by:
        return False
    if now is not None and any(e.act == act.type for e in statuses[now].entered_by):
        return False
    return any(e.act == act.type for s in statuses.values() for e in s.entered_by)


def entered(course: Course) -> Move:
    """Give the move that began the present state; later ones to the same state confirm it."""
    last = course.moves[-1]
    for move in reversed(course.moves):
        if move.state != course.now:
            break
        last = move
    return last


def custody_days(course: Course, statuses: Statuses, until: date | None) -> int:
    """Count the days of all spells of custody, the first and the last day of each included."""
    total, start = 0, None
    for move in course.moves:
        held = statuses[move.state].in_custody
        if held and start is None:
            start = move.on
        elif not held and start is not None:
            total += (move.on - start).days + 1
            start = None
    if start is not None and until is not None:
        total += max(0, (until - start).days + 1)
    return total


def reasons(course: Course, statuses: Statuses) -> tuple[Reason, ...]:
    """Give each step in words: what happened, when, by how many reports."""
    return tuple(
        Reason(f"{statuses[m.state].label['en']}: {told(m.act)}", (m.act.id,), m.act.date)
        for m in course.moves
    )


def told(act: Act) -> str:
    """Say in a line what an act is, when it was, and who tells it."""
    reports = sorted({t.report for t in act.tellings})
    when = act.date or "no date"
    note = ", from the day of the report" if act.dated_by == "published" else ""
    return f"{act.type} {when}{note} [{', '.join(reports)}]"


def ids(acts: Iterable[Act]) -> tuple[str, ...]:
    return tuple(a.id for a in acts)
