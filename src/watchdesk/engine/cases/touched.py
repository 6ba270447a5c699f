"""Which known cases new reports can touch, so that linking costs the same however many are known.

A newsroom keeps `anchors` beside each case and looks them up; `touched` does it in memory.
"""

from collections import defaultdict
from collections.abc import Iterable

from watchdesk.engine.cases.acts import Block, blocks
from watchdesk.engine.cases.records import Case, Telling
from watchdesk.engine.cases.rules import load
from watchdesk.engine.cases.tellings import tellings
from watchdesk.engine.records import Report

STEPS = 2


def anchors(told: Iterable[Telling]) -> frozenset[Block]:
    """Give what tellings hang on: people, bodies, laws, places."""
    rules = load()
    return frozenset(b for t in told for b in blocks(t, rules.of(t.type)))


def case_anchors(case: Case) -> frozenset[Block]:
    """Give what a case hangs on."""
    return anchors(t for a in case.acts for t in a.tellings)


def touched(reports: Iterable[Report], known: Iterable[Case]) -> list[Case]:
    """Give the cases that share an anchor or a report with the reports, and one step further.

    Further, because a case that changes may come to touch its neighbours.
    """
    cases = {c.id: c for c in known}
    hung_on: dict[Block, set[str]] = defaultdict(set)
    for case in cases.values():
        for key in keys_of(case):
            hung_on[key].add(case.id)
    listed = list(reports)
    keys = {*anchors(tellings(listed)), *(("report", r.id) for r in listed)}
    found: set[str] = set()
    for _ in range(STEPS):
        found = {id for key in keys for id in hung_on.get(key, ())}
        keys |= {key for id in found for key in keys_of(cases[id])}
    return [cases[id] for id in sorted(found)]


def keys_of(case: Case) -> set[Block]:
    """Give what a case hangs on, and its reports."""
    return {*case_anchors(case), *(("report", id) for id in case.reports)}
