"""Say what an editor should look at: no news, a hearing passed, a term that should have ended."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from watchdesk.engine.cases.edtf import days
from watchdesk.engine.cases.records import Act, Alarm, PersonState, Proceeding
from watchdesk.engine.codebook.statuses import Status

DURATION = re.compile(
    r"^P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
)
DAYS_IN = {"years": 365.25, "months": 30.44, "weeks": 7.0, "days": 1.0}
SERVED_TYPES = ("legal.convict", "legal.appeal")


def alarms(
    found: PersonState, acts: Sequence[Act], matters: Iterable[Proceeding], status: Status, on: date
) -> tuple[Alarm, ...]:
    """Give the alarms that are due on a day for a person who stands in `status`."""
    mine = [a for a in acts if a.id in {i for r in found.because for i in r.acts}] or list(acts)
    due = (
        silence(found, acts, status, on),
        sentence_ended(found, mine, status, on),
        *(hearing_passed(m, acts, on) for m in matters),
    )
    return tuple(a for a in due if a)


def silence(found: PersonState, acts: Sequence[Act], status: Status, on: date) -> Alarm | None:
    """Give an alarm where nothing was told of the person for longer than the state allows."""
    told = [p for a in acts for t in a.tellings if (p := t.published) and p <= on]
    if status.silence_days is None or not told:
        return None
    due = max(told) + timedelta(days=status.silence_days)
    if due >= on:
        return None
    text = f"no news of {found.person} since {max(told)}, {status.code}"
    return Alarm("silence", found.person, due, text)


def sentence_ended(
    found: PersonState, acts: Sequence[Act], status: Status, on: date
) -> Alarm | None:
    """Give an alarm where a term behind bars should have ended and no release is told."""
    end = term_end(acts, found) if status.code == "convicted_custodial" else None
    if end is None or end >= on:
        return None
    return Alarm("sentence_ended", found.person, end, f"the sentence of {found.person} ended {end}")


def term_end(acts: Sequence[Act], found: PersonState) -> date | None:
    """Give the day on which the last sentence ends, time in custody before it counted in."""
    for act in reversed(acts):
        lengths = [p.length for p in act.roles.get("sentence", ())[:1] if p.length]
        since, begun = days(act.date), days(found.held_since or act.date)
        if act.type in SERVED_TYPES and act.modality == "asserted" and lengths and since:
            start = begun.first if begun and begun.first <= since.first else since.first
            return start + timedelta(days=length_days(lengths[0]))
    return None


def length_days(duration: str) -> int:
    """Give the days of an ISO 8601 duration, months and years by their mean length.

    >>> length_days("P15D"), length_days("P5Y6M")
    (15, 2009)
    """
    match = DURATION.match(duration)
    parts = match.groupdict() if match else {}
    return round(sum(float(n) * DAYS_IN[unit] for unit, n in parts.items() if n))


def hearing_passed(matter: Proceeding, acts: Sequence[Act], on: date) -> Alarm | None:
    """Give an alarm where a hearing was set and nothing is told since its day."""
    planned = days(matter.next_hearing)
    if planned is None or planned.last >= on:
        return None
    if any(told_since(a, planned.first, on) for a in acts if a.id in matter.acts):
        return None
    text = f"a hearing of {matter.person} was set for {matter.next_hearing}"
    return Alarm("hearing_passed", matter.person, planned.last, text)


def told_since(act: Act, day: date, on: date) -> bool:
    """Tell whether a report of the act came out on that day or later, and not as a plan."""
    return act.modality != "planned" and any(published_since(act, day, on))


def published_since(act: Act, day: date, on: date) -> Iterator[bool]:
    return (bool(t.published) and day <= t.published <= on for t in act.tellings if t.published)
