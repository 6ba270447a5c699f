"""Rows of the desk into records of the engine, and back."""

from dataclasses import replace
from typing import Any

from watchdesk.engine.records import Event, Report
from watchdesk.engine.reports.convert import from_json, to_json
from watchdesk.newsroom.common.text import storable
from watchdesk.newsroom.monitor.models import ReportRow


def report_record(row: ReportRow) -> Report:
    """Give the report as the machine coded it; its id is the row's."""
    return with_events(row, row.body.document["events"])


def report_id(row: ReportRow) -> str:
    """Give the id that a report has wherever cases speak of it."""
    return str(row.pk)


def event_json(event: Event, report: Report) -> dict[str, Any]:
    """Give one event as `watchdesk.report/1` writes it."""
    (value,) = to_json(replace(report, events=(event,)))["events"]
    return dict(storable(value))


def with_events(row: ReportRow, values: list[dict[str, Any]]) -> Report:
    """Give the report of a row with these events, written by `event_json`, and no others."""
    report = from_json(row.body.document | {"events": values})
    article = replace(report.article, outlet=row.article.source_id)
    return replace(report, id=report_id(row), article=article)
