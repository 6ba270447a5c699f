"""Tell which noun groups of a sentence stand in one list: «Лапин, Ветрова и Сагинов»."""

from collections.abc import Sequence
from dataclasses import replace

from watchdesk.engine.events.cased.row import Group, Row

MOST_SIGNS = 2
"""Commas and conjunctions between two items of a list, at most («, а также»)."""


def lists(row: Row, found: Sequence[Group]) -> list[Group]:
    """Mark the groups that stand in one list: «Лапин, Ветрова и Сагинов»."""
    out = list(found)
    for i in range(1, len(out)):
        first = previous_in_list(row, out, i)
        if first is None or not is_list(row, out, first, i):
            continue
        if out[first].owner is not None:  # «внёс в реестр агентов Лапина и Ветрову»
            accusative = frozenset(f for f in out[first].forms if f.case == "accs")
            out[first] = replace(out[first], owner=None, forms=accusative)
        head = out[first]
        place = out[i].preposition if out[i].preposition is not None else head.preposition
        out[i] = replace(
            out[i],
            list_of=first if head.list_of is None else head.list_of,
            forms=frozenset(f for f in out[i].forms if f.case in head.cases) or out[i].forms,
            preposition=place,
            owner=None,
        )
    return out


def is_list(row: Row, found: Sequence[Group], first: int, i: int) -> bool:
    """Tell whether two groups stand in a list: joined by «и», by one further on, or both people."""
    people = found[first].head in row.people and found[i].head in row.people
    if people or any(w.kind == "C" for w in row.words[found[first].end : found[i].start]):
        return True
    return any(
        row.kind(g.start - 1) == "C"
        and g.cases & found[i].cases
        and g.start - 1 <= found[i].end + 1
        for g in found[i + 1 : i + 3]
    )


def can_head(first: Group, other: Group) -> bool:
    """Tell whether a list can begin with a group: it is no genitive, or only looks like one."""
    objects = "accs" in first.cases and "accs" in other.cases and "gent" not in other.cases
    return first.owner is None or (objects and first.animate)


def previous_in_list(row: Row, found: Sequence[Group], i: int) -> int | None:
    """Give the group that group i is listed after, joined by «и» or a comma."""
    group = found[i]
    bare_adjective = row.kind(group.head) == "A" and group.head not in row.names
    if group.owner is not None or bare_adjective or row.texts[group.start - 1] in {"а", "но"}:
        return None
    for j in range(i - 1, -1, -1):
        gap = row.words[found[j].end : group.start]
        signs = [w.kind for w in gap if w.kind in {",", "C"}]
        if any(w.kind not in {"C", ",", "R", "P"} for w in gap) or len(signs) > MOST_SIGNS:
            return None
        same_case = found[j].cases & group.cases and can_head(found[j], group)
        if signs and same_case and (found[j].named == group.named or signs[-1] == "C"):
            return j
    return None
