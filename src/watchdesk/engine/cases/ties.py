"""What ties acts to one affair: a shared person, a place and day, being told together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from watchdesk.engine.cases.acts import Block, blocks
from watchdesk.engine.cases.edtf import LAST, Days, days
from watchdesk.engine.cases.records import Act
from watchdesk.engine.cases.rules import Rules
from watchdesk.engine.cases.unions import Unions
from watchdesk.engine.cases.values import place_text

MANY_PEOPLE = 6
"""An act with more named people than this (a mass arrest) does not make one affair of their lives;
it stands in its own case and in each of theirs."""
TOGETHER_SHARE = 0.5
"""Share of the reports of the less reported side that must tell both sides."""
SEVERAL_REPORTS = 2
"""Acts of two types on one day must be told together so often: a digest does so once."""
PLACE_DAYS = 3
"""Acts without names at one place hang together within these days (a rally, its dispersal)."""
MOST_TOGETHER = 40
"""A report that tells of more acts than this is a digest; what it tells together says nothing."""
Anchors = Mapping[str, frozenset[Block]]


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


def anchors_of(acts: Iterable[Act], rules: Rules) -> dict[str, frozenset[Block]]:
    """Give what each act hangs on, by its id; of a weak act nothing."""
    return {a.id: act_blocks(a, rules) for a in acts if not rules.of(a.type).weak} | {
        a.id: frozenset() for a in acts if rules.of(a.type).weak
    }


def act_blocks(act: Act, rules: Rules) -> frozenset[Block]:
    """Give what an act's tellings hang on."""
    rule = rules.of(act.type)
    return frozenset(b for t in act.tellings for b in blocks(t, rule))


def people_of(anchors: Iterable[Block]) -> list[Block]:
    """Give the anchors that have a name, in a fixed order."""
    return sorted(b for b in anchors if b[0] != "where")


def crowded(anchors: Iterable[Block]) -> bool:
    """Tell whether an act has too many people to make one affair of their lives."""
    return len(people_of(anchors)) > MANY_PEOPLE


def tie_by_anchor(acts: Sequence[Act], anchors: Anchors, ties: Ties) -> None:
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


def tie_crowds(acts: Sequence[Act], anchors: Anchors, ties: Ties) -> None:
    """Tie mass acts that befell mostly the same people (a mass arrest, and their release)."""
    crowds = [a for a in acts if crowded(anchors[a.id])]
    about: dict[Block, list[Act]] = defaultdict(list)
    for act in crowds:
        for block in people_of(anchors[act.id]):
            about[block].append(act)
    shared = Counter(
        (a.id, b.id) for members in about.values() for a, b in combinations(members, 2)
    )
    for (a, b), n in sorted(shared.items()):
        if n >= TOGETHER_SHARE * min(len(people_of(anchors[x])) for x in (a, b)):
            ties.join(a, b, f"{n} people in both")


def tie_by_place(acts: Sequence[Act], anchors: Anchors, ties: Ties) -> None:
    """Tie acts without names at the same place within days of each other."""
    at: dict[Block, list[tuple[Days, Act]]] = defaultdict(list)
    for act in acts:
        its_days = days(act.date)
        for block in anchors[act.id]:
            if block[0] == "where" and its_days and its_days.last != LAST:
                at[block].append((its_days, act))
    for block, members in sorted(at.items()):
        ordered = sorted(members, key=lambda m: (m[0], m[1].id))
        for (one_days, one), (other_days, other) in pairwise(ordered):
            if one_days.overlaps(other_days, PLACE_DAYS):
                ties.join(one.id, other.id, f"at {block[1]} within {PLACE_DAYS} days")


def reports_of(acts: Iterable[Act]) -> set[str]:
    """Give the reports that tell of any of the acts."""
    return {t.report for a in acts for t in a.tellings}


def tie_told_together(acts: Sequence[Act], anchors: Anchors, ties: Ties) -> None:
    """Tie acts of one day that most reports of one tell beside the other."""
    named = [a for a in acts if people_of(anchors[a.id]) and not crowded(anchors[a.id])]
    in_report: dict[str, list[Act]] = defaultdict(list)
    for act in named:
        for report in reports_of([act]):
            in_report[report].append(act)
    together = Counter(
        (a.id, b.id)
        for members in in_report.values()
        if len(members) <= MOST_TOGETHER
        for a, b in combinations(members, 2)
        if a.date is not None and a.date == b.date and near(a, b)
    )
    by_id = {a.id: a for a in named}
    for (a, b), n in sorted(together.items()):
        fewer = min(len(reports_of([by_id[x]])) for x in (a, b))
        enough = 1 if by_id[a].type == by_id[b].type else SEVERAL_REPORTS
        if n >= max(enough, TOGETHER_SHARE * fewer):
            ties.join(a, b, f"told together in {n} reports, on one day")


def near(a: Act, b: Act) -> bool:
    """Tell whether two acts may have one place."""
    one, other = place_text(a.place), place_text(b.place)
    return one is None or other is None or one == other


def tie_nameless(acts: Sequence[Act], anchors: Anchors, ties: Ties) -> None:
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


def main_acts(acts: Sequence[Act], anchors: Anchors) -> dict[str, str]:
    """Give for each report the act that it is about: its main event, else a named act.

    An act told in passing counts only where the report has nothing else with a name.
    """
    told: dict[str, list[tuple[bool, bool, str]]] = defaultdict(list)
    for act in acts:
        if people_of(anchors[act.id]) and not crowded(anchors[act.id]):
            for t in act.tellings:
                told[t.report].append((t.background, not t.main, act.id))
    return {report: min(candidates)[2] for report, candidates in told.items()}
