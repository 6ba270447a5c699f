"""What the engine is told of the cases that are known, and of what editors decided."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Q

from watchdesk.engine.cases.records import Case, Snapshot
from watchdesk.engine.cases.tellings import tellings
from watchdesk.engine.records import Report
from watchdesk.newsroom.cases import convert, models
from watchdesk.newsroom.cases.models import CaseDecisionKind as Kind
from watchdesk.newsroom.monitor.models import Source

Pair = tuple[str, str]
PairOfPairs = tuple[Pair, Pair]


@dataclass(slots=True)
class Decided:
    """What stands after all decisions, read in the order in which they were made."""

    attached: dict[str, str] = field(default_factory=dict)
    """The case of a report."""
    detached: set[Pair] = field(default_factory=set)
    """Reports and the cases that they are kept out of."""
    merged: set[Pair] = field(default_factory=set)
    apart: set[Pair] = field(default_factory=set)

    def read(self, row: models.CaseDecision) -> None:
        """Let one decision stand, and those fall that it goes against."""
        pair = (row.one, row.other)
        if row.kind == Kind.ATTACH:
            self.attached[row.one] = row.other
            self.detached.discard(pair)
        elif row.kind == Kind.DETACH:
            self.detached.add(pair)
            if self.attached.get(row.one) == row.other:
                del self.attached[row.one]
        elif row.kind in (Kind.MERGE_CASES, Kind.PART_CASES):
            both = {pair, pair[::-1]}
            self.merged -= both
            self.apart -= both
            (self.merged if row.kind == Kind.MERGE_CASES else self.apart).add(pair)


def of(rows: Iterable[models.CaseRow], reports: Iterable[Report]) -> Snapshot:
    """Give these cases with every decision that speaks of them and of the reports."""
    cases = tuple(convert.case_record(row) for row in rows)
    told = {t.id for case in cases for act in case.acts for t in act.tellings}
    told |= {telling.id for telling in tellings(reports)}
    keys = {case.id for case in cases}
    stands = Decided()
    speaking = Q(one__in=keys) | Q(other__in=keys)
    for row in models.CaseDecision.objects.filter(speaking).order_by("made_at", "id"):
        stands.read(row)
    kept_out = {(t, case) for t in told for report, case in stands.detached if t[0] == report}
    return Snapshot(
        cases=cases,
        attached={(report, "*"): case for report, case in stands.attached.items()},
        detached=frozenset(kept_out),
        two_acts=frozenset(_other_acts(kept_out, cases)),
        merged=frozenset(stands.merged),
        apart=frozenset(stands.apart),
        owners=dict(Source.objects.exclude(owner="").values_list("id", "owner")),
    )


def _other_acts(
    kept_out: Iterable[tuple[Pair, str]], cases: Iterable[Case]
) -> Iterator[PairOfPairs]:
    """Yield the tellings that are no one act, because one is kept out of the case of the other."""
    tellings_of = {case.id: [t.id for act in case.acts for t in act.tellings] for case in cases}
    for telling, case in kept_out:
        for other in tellings_of.get(case, ()):
            if other[0] != telling[0]:
                yield (telling, other)


def decided_cases(reports: Iterable[str]) -> set[str]:
    """Give the keys of the cases that an editor put these reports into."""
    rows = models.CaseDecision.objects.filter(kind=Kind.ATTACH, one__in=list(reports))
    return set(rows.values_list("other", flat=True))
