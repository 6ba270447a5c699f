"""Group reports into acts and cases: the one call of this room.

Pure and idempotent: the cases depend on the set of reports, what is known and what editors decided,
never on the order of arrival.  People must already carry one key across reports
(`identities.people.resolve`); `pipeline.link` does both.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from watchdesk.engine.cases.acts import acts as joined
from watchdesk.engine.cases.affairs import Affair, affairs
from watchdesk.engine.cases.portray import portray
from watchdesk.engine.cases.records import Case, Cases, Snapshot, Telling
from watchdesk.engine.cases.rules import load
from watchdesk.engine.cases.tellings import tellings
from watchdesk.engine.cases.ties import Ties
from watchdesk.engine.records import Report

EMPTY = Snapshot()


def link(
    reports: Iterable[Report], known: Snapshot | None = None, *, as_of: date | None = None
) -> Cases:
    """Join reports, and the cases known before, into cases in order of their ids.

    A report that is known already is replaced by its new reading.  `as_of` is the day for which
    states are given; None: the day of the newest report.  An event that names nobody it could be
    joined by, and whose report has no other affair, makes no case: it stands in `unplaced`.
    """
    known = known or EMPTY
    told = gather(reports, known)
    rules = load()
    all_acts = joined(told, rules, known)
    found, ties = affairs(all_acts, rules, known)
    today = as_of or max((p for t in told if (p := t.published)), default=None)
    cases = [portray(a, ties_of(a, ties), known, today) for a in found if kept(a)]
    loose = (t for affair in found if not kept(affair) for a in affair.own for t in a.tellings)
    return Cases(related(cases), tuple(sorted(loose, key=lambda t: t.id)))


def related(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Give the cases in order of ids, each with the others that share a person or an act."""
    listed = sorted(cases, key=lambda c: c.id)
    holders: dict[str, list[str]] = defaultdict(list)
    for case in listed:
        for thing in {*(p.id for p in case.people), *(a.id for a in case.acts)}:
            holders[thing].append(case.id)
    near: dict[str, set[str]] = defaultdict(set)
    for ids in holders.values():
        for id in ids if len(ids) > 1 else ():
            near[id].update(ids)
    return tuple(replace(c, related=tuple(sorted(near[c.id] - {c.id}))) for c in listed)


def gather(reports: Iterable[Report], known: Snapshot) -> list[Telling]:
    """Give the tellings of the reports, and of known cases whose reports are not among them."""
    fresh = list(reports)
    replaced = {r.id for r in fresh}
    told = {
        t.id: t
        for case in known.cases
        for act in case.acts
        for t in act.tellings
        if t.report not in replaced
    }
    told |= {t.id: t for t in tellings(fresh)}
    return [told[id] for id in sorted(told)]


def kept(affair: Affair) -> bool:
    """Tell whether acts make a case: somebody is named, or a place or law holds them together."""
    return any(p.key for a in affair.own for ps in a.roles.values() for p in ps) or any(
        a.place and a.place.settlement for a in affair.own
    )


def ties_of(affair: Affair, ties: Ties) -> tuple[str, ...]:
    return tuple(dict.fromkeys(why for act in affair.own for why in ties.why.get(act.id, ())))


def case_of(cases: Cases, id: str) -> Case | None:
    """Give the case of that id."""
    return next((c for c in cases.cases if c.id == id), None)
