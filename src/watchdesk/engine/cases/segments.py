"""Part the tellings of one type about one person into acts, by their dates.

Tellings with a day come first, in order of time; then those with a month or year, the narrowest
first; then those without a date, which can lie no later than their report.  The outcome depends on
the set of tellings only, never on the order they came in.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from watchdesk.engine.cases.edtf import Days, days
from watchdesk.engine.cases.records import Telling
from watchdesk.engine.cases.rules import Rule

PRECISE_DAYS = 4
"""A date told within so many days dates an act; a wider one only joins it ("in the spring")."""
UNREAL = ("planned", "demanded", "hypothetical")
NEWS_DAYS = 21
"""An undated event that is news is taken to lie this close before its report: a judgement, not
measured; weekly papers need two weeks."""


@dataclass(slots=True)
class Segment:
    """Tellings taken to be one act, and the days their precise dates span."""

    tellings: list[Telling] = field(default_factory=list)
    days: Days | None = None

    def takes(self, telling: Telling, rule: Rule) -> bool:
        """Tell whether nothing in the segment speaks against the telling."""
        return all(compatible(telling, t, rule) for t in self.tellings)

    def add(self, telling: Telling, its_days: Days | None = None) -> None:
        """Put the telling in, and its days if they count for the act's."""
        self.tellings.append(telling)
        if its_days and self.days:
            its_days = Days(
                min(self.days.first, its_days.first), max(self.days.last, its_days.last)
            )
        self.days = its_days or self.days


def segments(tellings: Iterable[Telling], rule: Rule) -> list[list[Telling]]:
    """Part tellings of one type and one anchor into acts, in order of time."""
    precise, coarse, undated = by_precision(tellings)
    found: list[Segment] = []
    for its_days, telling in precise:
        place(telling, its_days, found, rule)
    for its_days, telling in coarse:
        place(telling, its_days, found, rule, widen=False)
    for telling in undated:
        place_undated(telling, found, rule)
    return [s.tellings for s in found]


def by_precision(
    tellings: Iterable[Telling],
) -> tuple[list[tuple[Days, Telling]], list[tuple[Days, Telling]], list[Telling]]:
    """Sort tellings into those told to the day, those told roughly, and those without a date."""
    precise: list[tuple[Days, Telling]] = []
    coarse: list[tuple[Days, Telling]] = []
    undated: list[Telling] = []
    for telling in tellings:
        its_days = days(telling.date)
        if its_days is None:
            undated.append(telling)
        else:
            narrow = (its_days.last - its_days.first).days < PRECISE_DAYS
            (precise if narrow else coarse).append((its_days, telling))
    precise.sort(key=lambda item: (item[0], item[1].id))
    coarse.sort(key=lambda item: (item[0].last - item[0].first, item[0], item[1].id))
    undated.sort(key=lambda t: (t.published or date.max, t.id))
    return precise, coarse, undated


def place(
    telling: Telling, its_days: Days, found: list[Segment], rule: Rule, *, widen: bool = True
) -> None:
    """Put a dated telling into the first segment near it, or into a new one."""
    near = [s for s in found if s.takes(telling, rule) and within(s, its_days, rule)]
    if near:
        near[0].add(telling, its_days if widen and not rule.once else None)
    else:
        found.append(Segment([telling], its_days))


def within(segment: Segment, its_days: Days, rule: Rule) -> bool:
    """Tell whether the days lie near the segment, and its whole span stays near as well."""
    if rule.once or segment.days is None:
        return True
    start = segment.days.first
    return segment.days.overlaps(its_days, rule.tolerance_days) and (
        (its_days.first - start).days <= 2 * rule.tolerance_days or its_days.first <= start
    )


def place_undated(telling: Telling, found: list[Segment], rule: Rule) -> None:
    """Put an undated telling into the latest act that its report can have known."""
    known = [s for s in found if s.takes(telling, rule) and may_tell_of(telling, s, rule)]
    if known:
        max(known, key=lambda s: s.days.first if s.days else date.min).add(telling)
    else:
        found.append(Segment([telling], assumed_days(telling)))


def may_tell_of(telling: Telling, segment: Segment, rule: Rule) -> bool:
    """Tell whether a report without a date may mean this act: an older one only in passing."""
    if rule.once or segment.days is None or telling.published is None:
        return True
    if segment.days.first > telling.published + timedelta(days=1):
        return False
    age_days = (telling.published - segment.days.last).days
    return telling.background or not telling.main or age_days <= NEWS_DAYS


def assumed_days(telling: Telling) -> Days | None:
    """Give the days before its report on which an undated event is taken to lie."""
    if telling.published is None:
        return None
    if telling.background:
        return None
    return Days(telling.published - timedelta(days=1), telling.published)


def compatible(a: Telling, b: Telling, rule: Rule) -> bool:
    """Tell whether nothing that tells acts of this type apart differs in the two.

    What is planned, demanded or feared is not the act that happened.
    """
    return (a.modality in UNREAL) == (b.modality in UNREAL) and all(
        agree(codes(a, role), codes(b, role)) for role in rule.differ
    )


def codes(telling: Telling, role: str) -> frozenset[str]:
    return frozenset(p.code or p.text.casefold() for p in telling.roles.get(role, ()))


def agree(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or bool(a & b)
