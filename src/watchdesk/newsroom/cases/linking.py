"""Join accepted reports into cases, as they come, by the pure functions of the engine.

Only the cases that a report can touch are taken up: those that share an anchor (a person, a place,
a law) with it, those that rest on it, and one step further, because a case that changes may come
to touch its neighbours.  A report that is no longer accepted is linked once more, without events.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from watchdesk.engine.cases.link import link
from watchdesk.engine.cases.portray import case_id
from watchdesk.engine.cases.records import Case, Cases
from watchdesk.engine.cases.tellings import tellings
from watchdesk.engine.records import Article, Report
from watchdesk.newsroom.cases import convert, models, people, snapshot, standing
from watchdesk.newsroom.common.clock import today
from watchdesk.newsroom.common.locks import one_at_a_time
from watchdesk.newsroom.desk.selectors import accepted_reports
from watchdesk.newsroom.monitor.models import ReportRow

MOST_NEIGHBOURS = 500


@transaction.atomic
def relink(rows: Sequence[ReportRow], at: datetime, *, heir: str = "") -> list[models.CaseRow]:
    """Bring the cases up to date with these reports; give the cases that they stand in now.

    Of cases that become one, the one with the key `heir` keeps its address.
    """
    one_at_a_time("cases")
    accepted = {report.id: report for report in accepted_reports(row.pk for row in rows)}
    reports = [_identified(accepted[str(r.pk)]) for r in rows if str(r.pk) in accepted]
    gone = [_empty(row) for row in rows if str(row.pk) not in accepted]
    known = neighbours([*reports, *gone])
    every = [*reports, *gone]
    linked = link(every, snapshot.of(known.values(), every), as_of=today())
    cases = [_inherited(case, heir) for case in _told_apart(linked.cases)]
    _write(cases, known, at)
    ids = [row.pk for row in rows]
    return list(models.CaseRow.objects.filter(told_by__report__in=ids).distinct())


def preview(row: ReportRow) -> tuple[Cases, Mapping[str, models.CaseRow]]:
    """Give the cases as they would be with this report, and those it can touch as they are."""
    reports = [people.identify(report).report for report in accepted_reports([row.pk])]
    known = neighbours(reports)
    return link(reports, snapshot.of(known.values(), reports), as_of=today()), known


def neighbours(reports: Iterable[Report]) -> dict[str, models.CaseRow]:
    """Give the cases that reports can touch, by key."""
    found = list(reports)
    hung_on = convert.anchors(tellings(found))
    first = models.CaseRow.objects.filter(
        Q(pk__in=_hanging_on(hung_on))
        | Q(told_by__report__in=[int(r.id) for r in found])
        | Q(key__in=snapshot.decided_cases(r.id for r in found))
    )
    touched = {row.key: row for row in first.distinct()[:MOST_NEIGHBOURS]}
    ids = [row.pk for row in touched.values()]
    theirs = models.CaseAnchor.objects.filter(case__in=ids).values_list("kind", "value")
    second = models.CaseRow.objects.filter(pk__in=_hanging_on(set(theirs)))
    further = {row.key: row for row in second.distinct()[:MOST_NEIGHBOURS]}
    return {key: row for key, row in (further | touched).items() if row.merged_into_id is None}


def _hanging_on(hung_on: set[tuple[str, str]]) -> list[int]:
    by_kind: dict[str, list[str]] = {}
    for kind, value in hung_on:
        by_kind.setdefault(kind, []).append(value)
    wanted = Q(pk__in=[])
    for kind, values in by_kind.items():
        wanted |= Q(kind=kind, value__in=values)
    return list(models.CaseAnchor.objects.filter(wanted).values_list("case", flat=True).distinct())


def _identified(report: Report) -> Report:
    """Give the people of a report their keys, and write them down."""
    identified = people.identify(report)
    people.remember(identified)
    return identified.report


def _empty(row: ReportRow) -> Report:
    """Give a report that tells nothing, in place of one that is no longer accepted."""
    return Report(str(row.pk), Article(""))


def _inherited(case: Case, heir: str) -> Case:
    """Give a case the id of one that it was before, if that one is to keep its address."""
    if heir not in case.formerly:
        return case
    formerly = tuple(case.id if id == heir else id for id in case.formerly)
    return replace(case, id=heir, formerly=formerly)


def _write(cases: Sequence[Case], known: Mapping[str, models.CaseRow], at: datetime) -> None:
    """Write the cases that changed; known ones that are gone became part of others, or nothing."""
    there = {row.key: row for row in models.CaseRow.objects.filter(key__in=[c.id for c in cases])}
    rows = {case.id: _write_case(case, there.get(case.id), at) for case in cases}
    became = {former: rows[case.id] for case in cases for former in case.formerly}
    for key in known.keys() - rows.keys():
        if key in became:
            _merge(known[key], became[key])
        else:
            _write_case(Case(key, known[key].title, ()), known[key], at)


def _told_apart(cases: Sequence[Case]) -> list[Case]:
    """Give cases that were parted ids of their own: one part alone keeps the id they shared."""
    shared: dict[str, list[Case]] = {}
    for case in cases:
        shared.setdefault(case.id, []).append(case)
    found = []
    for key, parts in shared.items():
        heir = max(parts, key=lambda case: (case_id(case.acts) == key, len(case.reports)))
        found += [case if case is heir else replace(case, id=case_id(case.acts)) for case in parts]
    return found


def _write_case(case: Case, row: models.CaseRow | None, at: datetime) -> models.CaseRow:
    fields = convert.case_fields(case)
    if row is None:
        slug = convert.slug(convert.open_title(case), case.id)
        row = models.CaseRow(key=case.id, slug=slug, changed_at=at)
    elif row.merged_into is None and _same(row, fields):
        return row
    for name, value in fields.items():
        setattr(row, name, value)
    row.changed_at = at
    row.merged_into = None
    row.public = row.public and bool(case.acts)
    row.save()
    _write_parts(case, row)
    standing.write(case, row)
    return row


def _same(row: models.CaseRow, fields: Mapping[str, Any]) -> bool:
    """Tell whether a case is what it was, whatever the day its states were computed for."""
    old, new = dict(row.document), dict(fields["document"])
    for volatile in ("as_of", "states"):
        old.pop(volatile, None)
        new.pop(volatile, None)
    return row.title == fields["title"] and old == new


def _write_parts(case: Case, row: models.CaseRow) -> None:
    """Replace the rows that only repeat what the document says."""
    for old in (row.anchors, row.told_by, row.acts):
        old.all().delete()
    hung_on = convert.anchors(telling for act in case.acts for telling in act.tellings)
    models.CaseAnchor.objects.bulk_create(
        models.CaseAnchor(case=row, kind=kind, value=value) for kind, value in sorted(hung_on)
    )
    models.CaseReport.objects.bulk_create(
        models.CaseReport(case=row, report_id=int(report)) for report in case.reports
    )
    models.ActRow.objects.bulk_create(convert.act_row(row, act) for act in case.acts)


def _merge(former: models.CaseRow, into: models.CaseRow) -> None:
    """Let a case that turned out to be part of another lead to it."""
    into.public = into.public or former.public
    into.save(update_fields=["public"])
    former.merged_into, former.public = into, False
    former.save(update_fields=["merged_into", "public"])
    for part in (former.anchors, former.told_by, former.acts, former.standings, former.alarms):
        part.all().delete()
    former.merged.update(merged_into=into)
