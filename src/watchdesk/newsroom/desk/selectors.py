"""Read what the desk has to decide, and what it decided."""

from collections.abc import Iterable, Iterator

from watchdesk.engine.records import Event, Report
from watchdesk.newsroom.desk import convert
from watchdesk.newsroom.desk.models import Decision, DecisionKind
from watchdesk.newsroom.desk.review import ACCEPTED, ADDED, CHANGED, REJECTED, Review, review
from watchdesk.newsroom.monitor.models import ReportRow, ReportState


def accepted_reports(pks: Iterable[int]) -> Iterator[Report]:
    """Yield the accepted ones of these reports, with their accepted events alone, as amended."""
    rows = ReportRow.objects.filter(pk__in=pks, state=ReportState.ACCEPTED)
    for row in rows.select_related("article", "body").prefetch_related("judged").order_by("pk"):
        yield convert.accepted_record(row)


_VERDICTS = {
    DecisionKind.ACCEPT_EVENT: ACCEPTED,
    DecisionKind.ADD_EVENT: ADDED,
    DecisionKind.CHANGE_EVENT: CHANGED,
    DecisionKind.REJECT_EVENT: REJECTED,
}


def review_of(row: ReportRow) -> Review:
    """Give a report laid out for review, with the verdicts that stand."""
    judged = list(row.judged.select_related("decision"))
    values = [one.value for one in judged if one.value]
    amended = {event.id: event for event in convert.with_events(row, values, judged).events}
    verdicts: dict[str, tuple[str, Event | None]] = {
        one.name: (_VERDICTS[DecisionKind(one.decision.kind)], amended.get(one.name))
        for one in judged
    }
    return review(convert.report_record(row), verdicts)


def history(row: ReportRow) -> list[Decision]:
    """Give every decision on a report, the newest first."""
    return list(row.decisions.select_related("editor").order_by("-made_at", "-id"))


def copies_of(row: ReportRow) -> list[ReportRow]:
    """Give the reports of articles with nearly the same text."""
    first = row.article.copy_of_id or row.article_id
    same = ReportRow.objects.filter(current=True).exclude(article=row.article)
    rows = same.filter(article__copy_of=first) | same.filter(article=first)
    return list(rows.select_related("article__source").order_by("arrived_at"))
