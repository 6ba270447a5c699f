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
ARREST = "custody.detain"
ARRESTED_AGAIN_DAYS = 90
"""Days after the last act in custody from which a new arrest means that a release went unreported.
A judgement: arrests are retold for weeks, and remands are renewed every one to three months."""
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
    strays, doubts = ids(course.strays), ids(course.doubts)
    if not course.moves:
        return PersonState(person, None, strays=strays, doubts=doubts)
    last = entered(course)
    spells = custody(course, statuses)
    return PersonState(
        person=person,
        state=last.state,
        since=last.act.date,
        in_custody=statuses[last.state].in_custody,
        held_since=spells[-1][0].act.date if spells and spells[-1][1] is None else None,
        days_in_custody=custody_days(spells, as_of or max(m.on for m in course.moves)),
        because=reasons(course, statuses),
        strays=strays,
        doubts=doubts,
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


def custody(course: Course, statuses: Statuses) -> list[tuple[Move, Move | None]]:
    """Give each spell of custody: the move that began it and the one that ended it, if any.

    A spell that a later arrest shows to be over ends with its last known act.
    """
    spells: list[tuple[Move, Move | None]] = []
    before: Move | None = None
    for move in marks(course):
        held = statuses[move.state].in_custody
        inside = bool(spells) and spells[-1][1] is None
        if inside and before and arrested_again(before, move):
            spells[-1] = (spells[-1][0], before)
            inside = False
        if held and not inside:
            spells.append((move, None))
        elif not held and inside:
            spells[-1] = (spells[-1][0], move)
        before = move
    return spells


def marks(course: Course) -> list[Move]:
    """Give the moves, and between them the arrests that changed nothing, in order."""
    moves = {m.act.id: m for m in course.moves}
    found: list[Move] = []
    for act in course.seen:
        if act.id in moves:
            found.append(moves[act.id])
        elif found and act.type == ARREST and act.modality == "asserted":
            found.append(Move(found[-1].state, act, moment(act)[0]))
    return found


def arrested_again(before: Move, move: Move) -> bool:
    """Tell whether an arrest comes so long after the last act that there was a release between."""
    return move.act.type == ARREST and (move.on - before.on).days > ARRESTED_AGAIN_DAYS


def custody_days(spells: Iterable[tuple[Move, Move | None]], until: date) -> int:
    """Count the days of all spells, the first and the last day of each included."""
    ends = ((start.on, end.on if end else until) for start, end in spells)
    return sum(max(0, (end - start).days + 1) for start, end in ends)


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
