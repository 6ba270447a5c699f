"""Join acts into cases: what happened around the same person, body, place and day, or law.

Strong ties: a shared person or body that the acts are about; the same law; for what nobody is named
in, the same place within days.  Weak ties, counted over all reports at once so that no order
matters: acts without a name go with the main affair of their reports; acts of one day that are told
together are one affair.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from watchdesk.engine.cases.acts import Block
from watchdesk.engine.cases.decisions import held_apart, held_together
from watchdesk.engine.cases.records import Act, Snapshot
from watchdesk.engine.cases.rules import Rules
from watchdesk.engine.cases.ties import (
    Ties,
    anchors_of,
    crowded,
    people_of,
    tie_by_anchor,
    tie_by_place,
    tie_crowds,
    tie_nameless,
    tie_told_together,
)
from watchdesk.engine.cases.unions import Unions


@dataclass(frozen=True, slots=True)
class Affair:
    """The acts of one case: its own, and mass acts that stand in other cases as well."""

    own: tuple[Act, ...]
    shared: tuple[Act, ...] = ()

    @property
    def acts(self) -> tuple[Act, ...]:
        """Give all acts."""
        return self.own + self.shared


def affairs(acts: Sequence[Act], rules: Rules, known: Snapshot) -> tuple[list[Affair], Ties]:
    """Give the acts of each affair, in order of ids, and why they hang together."""
    by_id = {a.id: a for a in acts}
    ties = Ties(Unions(by_id, held_apart(acts, known)))
    for a, b, why in held_together(acts, known):
        ties.join(a, b, why)
    anchors = anchors_of(acts, rules)
    for tie in (tie_by_anchor, tie_crowds, tie_by_place, tie_told_together, tie_nameless):
        tie(acts, anchors, ties)
    groups = [[by_id[id] for id in sorted(ids)] for ids in ties.unions.groups()]
    return sorted(with_shared(groups, anchors), key=lambda a: a.own[0].id), ties


def with_shared(
    groups: list[list[Act]], anchors: Mapping[str, frozenset[Block]]
) -> Iterator[Affair]:
    """Give each group with the mass acts that its people were part of."""
    about: dict[Block, list[Act]] = defaultdict(list)
    for act in (a for g in groups for a in g if crowded(anchors[a.id])):
        for block in people_of(anchors[act.id]):
            about[block].append(act)
    for group in groups:
        own = {a.id for a in group}
        mine = {b for a in group if not crowded(anchors[a.id]) for b in people_of(anchors[a.id])}
        shared = {a.id: a for b in mine for a in about.get(b, ()) if a.id not in own}
        yield Affair(tuple(group), tuple(shared[id] for id in sorted(shared)))
