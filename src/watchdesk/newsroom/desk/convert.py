"""Rows of the desk into records of the engine, and back."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from watchdesk.engine.records import Entity, Event, Report
from watchdesk.engine.reports.convert import from_json, to_json
from watchdesk.newsroom.common.text import storable
from watchdesk.newsroom.desk.models import JudgedEvent
from watchdesk.newsroom.monitor.models import ReportRow

Json = dict[str, Any]


def report_record(row: ReportRow) -> Report:
    """Give the report as the machine coded it, with the events that editors added.

    Its id is the row's.
    """
    events = {event["id"]: event for event in row.body.document["events"]}
    judged = list(row.judged.all())
    extra = [one.value for one in judged if one.value and one.name not in events]
    return with_events(row, [*events.values(), *extra], judged)


def accepted_record(row: ReportRow) -> Report:
    """Give the report with its accepted events alone, as amended."""
    judged = list(row.judged.all())
    stands = {one.name: one.value for one in judged}
    names = dict.fromkeys([*(event["id"] for event in row.body.document["events"]), *stands])
    return with_events(row, [stands[name] for name in names if stands.get(name)], judged)


def report_id(row: ReportRow) -> str:
    """Give the id that a report has wherever cases speak of it."""
    return str(row.pk)


def event_json(event: Event, report: Report) -> Json:
    """Give one event as `watchdesk.report/1` writes it."""
    (value,) = to_json(replace(report, events=(event,)))["events"]
    return dict(storable(value))


def entity_json(entity: Entity, report: Report) -> Json:
    """Give one entity as `watchdesk.report/1` writes it."""
    (value,) = to_json(replace(report, entities=(entity,)))["entities"]
    return dict(storable(value))


def with_events(row: ReportRow, events: list[Json], judged: Iterable[JudgedEvent]) -> Report:
    """Give the report of a row with these events, and the people that editors added to it."""
    document = row.body.document
    entities = document["entities"] + [one.entity for one in judged if one.entity]
    report = from_json(document | {"events": events, "entities": entities})
    article = replace(report.article, outlet=row.article.source_id)
    return replace(report, id=report_id(row), article=article)
