"""Join acts into cases: what happened around the same person, body, place and day, or law.

Strong ties: a shared person or body that the acts are about; the same law; for what nobody is named
in, the same place within days.  Weak ties, counted over all reports at once so that no order
matters: acts without a name go with the main affair of their reports; two people whose like acts on
one day are told together are one affair.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from watchdesk.engine.cases.acts import Block, blocks
from watchdesk.engine.cases.decisions import held_apart, held_together
from watchdesk.engine.cases.edtf import Days, days
from watchdesk.engine.cases.records import Act, Snapshot
from watchdesk.engine.cases.rules import Rules
from watchdesk.engine.cases.unions import Unions

MANY_PEOPLE = 6
"""An act with more named people than this (a mass arrest) does not make one affair of their lives;
it stands in its own case and in each of theirs."""
TOGETHER_SHARE = 0.5
"""Share of the reports of the less reported side that must tell both sides."""
PLACE_DAYS = 3
"""Acts without names at one place hang together within these days (a rally, its dispersal)."""


@dataclass(slots=True)
class Ties:
    """Which acts hang together, and why; keyed by the ids of acts."""

    unions: Unions[str]
    why: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def join(self, a: str, b: str, why: str) -> None:
        """Tie two acts, unless an editor holds them apart; remember why."""
        new = self.unions.root(a) != self.unions.root(b)
        if self.unions.join(a, b) and new:
            self.why[a].append(why)


def affairs(acts: Sequence[Act], rules: Rules, known: Snapshot) -> tuple[list[list[Act]], Ties]:
    """Give the acts of each affair, in order of ids, and why they hang together."""
    by_id = {a.id: a for a in acts}
    ties = Ties(Unions(by_id, held_apart(acts, known)))
    for a, b, why in held_together(acts, known):
        ties.join(a, b, why)
    anchors = {a.id: act_blocks(a, rules) for a in acts}
    tie_by_anchor(acts, anchors, ties)
    tie_by_place(acts, anchors, ties)
    tie_people_told_together(acts, anchors, ties)
    tie_nameless(acts, anchors, ties)
    groups = [[by_id[id] for id in sorted(ids)] for ids in ties.unions.groups()]
    return sorted(with_shared(groups, anchors), key=lambda g: g[0].id), ties


def act_blocks(act: Act, rules: Rules) -> frozenset[Block]:
    """Give what an act hangs on: what its tellings hang on."""
    rule = rules.of(act.type)
    return frozenset(b for t in act.tellings for b in blocks(t, rule))


def people_of(anchors: Iterable[Block]) -> list[Block]:
    return sorted(b for b in anchors if b[0] != "where")


def crowded(anchors: Iterable[Block]) -> bool:
    return len(people_of(anchors)) > MANY_PEOPLE


def tie_by_anchor(acts: Sequence[Act], anchors: Mapping[str, frozenset[Block]], ties: Ties) -> None:
    """Tie acts about the same person, body or law."""
    about: dict[Block, list[Act]] = defaultdict(list)
    for act in acts:
        if not crowded(anchors[act.id]):
            for block in people_of(anchors[act.id]):
                about[block].append(act)
    for block, members in sorted(about.items()):
        for a, b in pairwise(members):
            ties.join(a.id, b.id, f"both about {name_of(block[1], a)}")


def name_of(key: str, act: Act) -> str:
    return next((t.names[key] for t in act.tellings if key in t.names), key)


def tie_by_place(acts: Sequence[Act], anchors: Mapping[str, frozenset[Block]], ties: Ties) -> None:
    """Tie acts without names at the same place within days of each other."""
    at: dict[Block, list[tuple[Days, Act]]] = defaultdict(list)
    for act in acts:
        its_days = days(act.date)
        for block in anchors[act.id]:
            if block[0] == "where" and its_days and its_days.last != its_days.first.max:
                at[block].append((its_days, act))
    for block, members in sorted(at.items()):
        ordered = sorted(members, key=lambda m: (m[0], m[1].id))
        for (one_days, one), (other_days, other) in pairwise(ordered):
            if one_days.overlaps(other_days, PLACE_DAYS):
                ties.join(one.id, other.id, f"at {block[1]} within {PLACE_DAYS} days")


def reports_of(acts: Iterable[Act]) -> set[str]:
    return {t.report for a in acts for t in a.tellings}


def tie_people_told_together(
    acts: Sequence[Act], anchors: Mapping[str, frozenset[Block]], ties: Ties
) -> None:
    """Tie two affairs with like acts on one day, when most reports of one tell the other too."""
    in_report: dict[str, list[Act]] = defaultdict(list)
    for act in acts:
        if people_of(anchors[act.id]) and not crowded(anchors[act.id]):
            for report in reports_of([act]):
                in_report[report].append(act)
    together = Counter(
        (a.id, b.id)
        for members in in_report.values()
        for a, b in combinations(members, 2)
        if a.type == b.type and a.date is not None and a.date == b.date
    )
    number = {a.id: len(reports_of([a])) for a in acts}
    for (a, b), n in sorted(together.items()):
        if n >= TOGETHER_SHARE * min(number[a], number[b]):
            ties.join(a, b, f"told together in {n} reports, the same on the same day")


def tie_nameless(acts: Sequence[Act], anchors: Mapping[str, frozenset[Block]], ties: Ties) -> None:
    """Tie acts that name nobody to the main affair of most of their reports."""
    main = main_acts(acts, anchors)
    for act in acts:
        if people_of(anchors[act.id]):
            continue
        mine = reports_of([act])
        votes = Counter(ties.unions.root(main[r]) for r in mine if r in main)
        best = min(votes.items(), key=lambda v: (-v[1], v[0]), default=None)
        if best and best[1] > TOGETHER_SHARE * len(mine):
            ties.join(best[0], act.id, f"told beside it in {best[1]} of {len(mine)} reports")


def main_acts(acts: Sequence[Act], anchors: Mapping[str, frozenset[Block]]) -> dict[str, str]:
    """Give for each report the act that it is about: its main event, else its only named act."""
    told: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    for act in acts:
        if people_of(anchors[act.id]) and not crowded(anchors[act.id]):
            for telling in act.tellings:
                if not telling.background:
                    told[telling.report].append((not telling.main, act.id))
    return {report: min(candidates)[1] for report, candidates in told.items()}


def with_shared(
    groups: list[list[Act]], anchors: Mapping[str, frozenset[Block]]
) -> Iterator[list[Act]]:
    """Add to each group the mass acts that its people were part of."""
    mass = [a for g in groups for a in g if crowded(anchors[a.id])]
    about: dict[Block, list[Act]] = defaultdict(list)
    for act in mass:
        for block in people_of(anchors[act.id]):
            about[block].append(act)
    for group in groups:
        mine = {b for a in group if not crowded(anchors[a.id]) for b in people_of(anchors[a.id])}
        shared = {a.id: a for b in mine for a in about.get(b, ())}
        whole = {a.id: a for a in group} | shared
        yield [whole[id] for id in sorted(whole)]
