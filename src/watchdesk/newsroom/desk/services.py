"""Write what editors decide.  Each call is one transaction and leaves its row in `Decision`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from watchdesk.engine.codebook import load
from watchdesk.engine.records import Event, Report
from watchdesk.newsroom.desk import convert, models
from watchdesk.newsroom.desk.add import Addition, added
from watchdesk.newsroom.desk.amend import Change, DecisionError, amended
from watchdesk.newsroom.monitor.models import ReportRow, ReportState

KIND = models.DecisionKind
Value = dict[str, Any] | None
UNCLAIMED = frozenset({"hypothetical", "negated"})
"""Modalities of what did not happen: never accepted unless an editor says so by name."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose decision it is, when, and why where a reason was given."""

    editor: AbstractBaseUser
    at: datetime
    reason: str = ""


@transaction.atomic
def accept_event(row: ReportRow, name: str, hand: Hand) -> None:
    """Accept an event as the machine coded it."""
    report = convert.report_record(row)
    _judge(row, name, KIND.ACCEPT_EVENT, convert.event_json(_event(report, name), report), hand)


@transaction.atomic
def change_event(row: ReportRow, name: str, change: Change, hand: Hand) -> None:
    """Accept an event with other values.

    Raises: DecisionError where a value does not exist.
    """
    report = convert.report_record(row)
    event = amended(_event(report, name), change, report, load())
    _judge(row, name, KIND.CHANGE_EVENT, convert.event_json(event, report), hand)


@transaction.atomic
def reject_event(row: ReportRow, name: str, hand: Hand) -> None:
    """Say that an event did not happen so, or is not ours."""
    _event(convert.report_record(row), name)
    _judge(row, name, KIND.REJECT_EVENT, None, hand)


@transaction.atomic
def add_event(row: ReportRow, addition: Addition, hand: Hand) -> str:
    """Accept an event that the reader missed; give its id.

    Raises: DecisionError where its words do not stand in the text, or a value does not exist.
    """
    report = convert.report_record(row)
    event, entity = added(report, addition, load())
    value = convert.event_json(event, report)
    decision = models.Decision.objects.create(
        report=row, event=event.id, kind=KIND.ADD_EVENT, after=value, **_by(hand)
    )
    whom = convert.entity_json(entity, report) if entity else None
    row.judged.create(name=event.id, value=value, entity=whom, decision=decision)
    return event.id


@transaction.atomic
def accept_report(row: ReportRow, hand: Hand) -> None:
    """Accept a report, with every event of it that claims to have happened and is not judged."""
    report = convert.report_record(row)
    judged = set(row.judged.values_list("name", flat=True))
    claims = [e for e in report.events if e.id not in judged and is_claim(e)]
    _accept_all(row, {e.id: convert.event_json(e, report) for e in claims}, hand)
    _close(row, ReportState.ACCEPTED, KIND.ACCEPT_REPORT, hand)


@transaction.atomic
def reject_report(row: ReportRow, hand: Hand) -> None:
    """Say that a report is not ours; nothing of it can reach a case."""
    _close(row, ReportState.REJECTED, KIND.REJECT_REPORT, hand)


@transaction.atomic
def reopen_report(row: ReportRow, hand: Hand) -> None:
    """Put a decided report back into the inbox; what was judged of its events stays."""
    _close(row, ReportState.WAITING, KIND.REOPEN_REPORT, hand)


def note(
    row: ReportRow, kind: str, hand: Hand, *, before: Value = None, after: Value = None
) -> models.Decision:
    """Keep a decision on a whole report; other apps call it for what they carry out themselves."""
    return models.Decision.objects.create(
        report=row, kind=kind, before=before, after=after, **_by(hand)
    )


def _by(hand: Hand) -> dict[str, Any]:
    return {"reason": hand.reason, "editor": hand.editor, "made_at": hand.at}


def is_claim(event: Event) -> bool:
    """Tell whether an event claims that something concerning somebody's rights happened."""
    return event.concern and event.modality not in UNCLAIMED


def _event(report: Report, name: str) -> Event:
    event = next((event for event in report.events if event.id == name), None)
    if event is None:
        raise DecisionError(f"report {report.id} has no event {name!r}")
    return event


def _judge(row: ReportRow, name: str, kind: str, value: Value, hand: Hand) -> None:
    stood = row.judged.filter(name=name).first()
    coded = {event["id"]: event for event in row.body.document["events"]}
    before = stood.value if stood else coded.get(name)
    decision = models.Decision.objects.create(
        report=row, event=name, kind=kind, before=before, after=value, **_by(hand)
    )
    row.judged.update_or_create(name=name, defaults={"value": value, "decision": decision})


def _accept_all(row: ReportRow, values: Mapping[str, Value], hand: Hand) -> None:
    """Accept events that nobody has judged, in one go."""
    coded = {event["id"]: event for event in row.body.document["events"]}
    kind = KIND.ACCEPT_EVENT
    made = models.Decision.objects.bulk_create(
        models.Decision(
            report=row, event=name, kind=kind, before=coded.get(name), after=value, **_by(hand)
        )
        for name, value in values.items()
    )
    models.JudgedEvent.objects.bulk_create(
        models.JudgedEvent(report=row, name=one.event, value=one.after, decision=one)
        for one in made
    )


def _close(row: ReportRow, state: ReportState, kind: str, hand: Hand) -> None:
    """Set the state of a report, and of the waiting copies of its article with it."""
    note(row, kind, hand, before={"state": row.state}, after={"state": state})
    row.state = state
    row.save(update_fields=["state"])
    copies = ReportRow.objects.filter(article__copy_of=row.article_id, current=True)
    if state == ReportState.WAITING:
        copies.filter(state=ReportState.FOLDED).update(state=ReportState.WAITING)
    else:
        copies.filter(state=ReportState.WAITING).update(state=ReportState.FOLDED)
