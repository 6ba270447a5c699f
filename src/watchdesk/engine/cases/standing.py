"""Where everybody in a case stands: states, proceedings, alarms, for one day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypedDict

from watchdesk.engine.cases.alarms import alarms, term_end
from watchdesk.engine.cases.proceedings import proceedings
from watchdesk.engine.cases.records import Act, CasePerson, PersonState, Proceeding, Reason
from watchdesk.engine.cases.states import affects, state
from watchdesk.engine.codebook.statuses import load_statuses

UNKNOWN = "unknown_since"
CUSTODIAL = "convicted_custodial"


class Standing(TypedDict):
    """The fields of a Case that say where people stand."""

    states: tuple[PersonState, ...]
    proceedings: tuple[Proceeding, ...]


def standing(people: Iterable[CasePerson], acts: Sequence[Act], on: date | None) -> Standing:
    """Give states and proceedings of the people of a case, as they are at the end of a day."""
    persons = [p.id for p in people if p.kind == "person"]
    matters = {id: proceedings(id, acts) for id in persons}
    states = [s for id in persons for s in states_of(id, acts, matters[id], on)]
    return Standing(
        states=tuple(s for s in states if s.state or s.strays or s.doubts),
        proceedings=tuple(m for id in persons for m in matters[id]),
    )


def states_of(
    person: str, acts: Sequence[Act], matters: Sequence[Proceeding], on: date | None
) -> Iterator[PersonState]:
    """Give the state of a person, and where there are several proceedings one for each of them."""
    yield person_state(person, acts, matters, on)
    if len(matters) > 1:
        for matter in matters:
            its_acts = [a for a in acts if a.id in matter.acts]
            found = person_state(person, its_acts, (matter,), on)
            yield replace(found, proceeding=matter.id)


def person_state(
    person: str, acts: Sequence[Act], matters: Sequence[Proceeding], on: date | None
) -> PersonState:
    """Give where a person stands on a day, with alarms; None: on the day of the last move.

    When a term behind bars has run out and no release is told, nobody knows where they are.
    """
    statuses = load_statuses()
    found = state(person, acts, statuses, on)
    if found.state is None or on is None:
        return found
    mine = [a for a in acts if affects(a, person)]
    found = replace(found, alarms=alarms(found, mine, matters, statuses[found.state], on))
    end = term_end(mine, found) if found.state == CUSTODIAL else None
    if end is None or end >= on:
        return found
    reason = Reason(f"the sentence ended {end}, no release reported", (), end.isoformat())
    return replace(
        found,
        state=UNKNOWN,
        since=end.isoformat(),
        in_custody=False,
        because=(*found.because, reason),
    )
