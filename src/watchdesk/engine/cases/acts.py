"""Join tellings into acts: who it happened to, when and where, with the values in conflict kept.

One act: the same type, a shared person (or place and day, or law), and dates that agree within the
tolerance of the type.  `blocks` gives the keys under which only such tellings can meet.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from watchdesk.engine.cases.records import Act, Snapshot, Telling
from watchdesk.engine.cases.rules import Rule, Rules
from watchdesk.engine.cases.segments import segments
from watchdesk.engine.cases.unions import Unions
from watchdesk.engine.cases.values import settle

Block = tuple[str, str]
"""What a telling hangs on: ("who", key), ("where", place) or ("what", key)."""
EMPTY = Snapshot()


def acts(tellings: Iterable[Telling], rules: Rules, known: Snapshot = EMPTY) -> tuple[Act, ...]:
    """Join tellings into acts, in order of their ids; editors' decisions bind."""
    by_id = {t.id: t for t in sorted(tellings, key=lambda t: t.id)}
    unions = Unions(by_id, sorted(known.two_acts))
    for a, b in sorted(known.one_act):
        if a in by_id and b in by_id:
            unions.join(a, b)
    for group in grouped(by_id.values(), rules):
        for one, other in pairwise(group):
            unions.join(one.id, other.id)
    found = (act([by_id[id] for id in ids]) for ids in unions.groups())
    return tuple(sorted(found, key=lambda a: a.id))


def grouped(tellings: Iterable[Telling], rules: Rules) -> Iterator[list[Telling]]:
    """Give the groups of tellings that are one act for one of their anchors, in a fixed order."""
    in_block: dict[tuple[str, Block], list[Telling]] = defaultdict(list)
    for telling in tellings:
        for block in blocks(telling, rules.of(telling.type)):
            in_block[telling.type, block].append(telling)
    for (type, _), members in sorted(in_block.items()):
        yield from segments(members, rules.of(type))


def blocks(telling: Telling, rule: Rule) -> tuple[Block, ...]:
    """Give what a telling hangs on; nothing where it names neither person, law nor place."""
    named = sorted({p.key for role in rule.anchors for p in telling.roles.get(role, ()) if p.key})
    if named:
        return tuple(("what" if rule.by == "what" else "who", key) for key in named)
    if rule.by == "where" and (where := place_key(telling)):
        return (("where", where),)
    return ()


def place_key(telling: Telling) -> str | None:
    """Give the settlement, or better nothing than a whole country."""
    place = telling.place
    if place is None or not (place.geonames or place.settlement):
        return None
    if place.geonames:
        return f"geonames:{place.geonames}"
    return f"{place.country or ''}:{place.settlement}".casefold()


def act(tellings: list[Telling]) -> Act:
    """Make one act of its tellings."""
    ordered = tuple(sorted(tellings, key=lambda t: t.id))
    return settle(act_id(ordered), ordered)


def act_id(tellings: Iterable[Telling]) -> str:
    """Give an id that depends on the first telling only, so that a later one does not change it."""
    first = min(tellings, key=lambda t: (t.published is None, t.published, t.id))
    text = f"{first.type}|{first.report}|{first.event}"
    return "a-" + hashlib.sha256(text.encode()).hexdigest()[:12]
