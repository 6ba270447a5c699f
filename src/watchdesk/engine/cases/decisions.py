"""What editors decided about cases, as ties between acts: these together, those apart."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from watchdesk.engine.cases.records import Act, Snapshot
from watchdesk.engine.cases.unions import Unions

Seats = dict[str, list[str]]
"""Ids of acts by the case they stand in."""


def held_together(acts: Sequence[Act], known: Snapshot) -> Iterator[tuple[str, str, str]]:
    """Give pairs of acts that an editor holds together, and why."""
    seated = seats(acts, known)
    decided = {c for pair in known.merged for c in pair} | set(known.attached.values())
    merged = Unions(sorted(decided))
    for a, b in sorted(known.merged):
        merged.join(a, b)
    first: dict[str, str] = {}
    for case in sorted(decided & seated.keys()):
        root = merged.root(case)
        for act in seated[case]:
            if root in first:
                yield first[root], act, f"an editor put them into case {root}"
            first.setdefault(root, act)


def held_apart(acts: Sequence[Act], known: Snapshot) -> list[tuple[str, str]]:
    """Give pairs of acts that an editor holds apart, in a fixed order."""
    seated = seats(acts, known)
    pairs = {
        (a, b)
        for one, two in known.apart
        for a in seated.get(one, ())
        for b in seated.get(two, ())
        if a != b
    }
    for telling, case in known.detached:
        mine = [a.id for a in acts if any(t.id == telling for t in a.tellings)]
        pairs |= {(a, b) for a in mine for b in seated.get(case, ()) if a != b}
    return sorted(pairs)


def seats(acts: Sequence[Act], known: Snapshot) -> Seats:
    """Give the acts of each known case; where an editor attached one, that case only."""
    was_in: dict[tuple[str, str], set[str]] = defaultdict(set)
    for known_case in known.cases:
        for act in known_case.acts:
            for telling in act.tellings:
                was_in[telling.id].add(known_case.id)
    found: Seats = defaultdict(list)
    for act in acts:
        attached = {
            known.attached[key]
            for t in act.tellings
            for key in (t.id, (t.report, "*"))
            if key in known.attached
        }
        mine = {t.id for t in act.tellings}
        banned = {case for telling, case in known.detached if telling in mine}
        former = {c for t in act.tellings for c in was_in[t.id]}
        for id in sorted((attached or former) - banned):
            found[id].append(act.id)
    return found
