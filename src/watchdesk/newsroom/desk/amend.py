"""What an editor may change of an event: type, modality, whom it befell, when."""

from dataclasses import dataclass, replace
from typing import get_args

from watchdesk.engine.cases.edtf import days
from watchdesk.engine.codebook.schema import Codebook
from watchdesk.engine.errors import WatchdeskError
from watchdesk.engine.records import DateMention, Entity, Event, Filler, Modality, Report

MODALITIES: tuple[Modality, ...] = get_args(Modality)


class DecisionError(WatchdeskError):
    """A decision that cannot be carried out as it was asked for."""


@dataclass(frozen=True, slots=True)
class Change:
    """New values for an event; None leaves a value as it is.

    `target` and `actor` are ids of entities of the report, or "" for nobody; `date` is EDTF, or
    "" for no date.
    """

    type: str | None = None
    modality: str | None = None
    target: str | None = None
    date: str | None = None
    background: bool | None = None
    actor: str | None = None


def amended(event: Event, change: Change, report: Report, book: Codebook) -> Event:
    """Give the event with the editor's values.  The rule stays: it says what the machine read.

    Raises: DecisionError for a type, modality, entity or date that does not exist.
    """
    if change.type is not None:
        event = replace(event, type=_known(change.type, book.types, "event type"))
    if change.modality is not None:
        event = replace(event, modality=_known(change.modality, MODALITIES, "modality"))
    for role, entity in (("target", change.target), ("actor", change.actor)):
        if entity is not None:
            event = replace(event, roles=_with_role(event, role, entity, report))
    if change.background is not None:
        event = replace(event, background=change.background)
    if change.date is not None:
        event = replace(event, date=_date(event, change.date))
    return event


def _known(value, among, what: str):  # noqa: ANN001, ANN202 - any of the literals
    if value not in among:
        raise DecisionError(f"{what} {value!r} does not exist")
    return value


def _with_role(
    event: Event, role: str, entity_id: str, report: Report
) -> dict[str, tuple[Filler, ...]]:
    others = {name: fillers for name, fillers in event.roles.items() if name != role}
    if not entity_id:
        return others
    entity = report.entity(entity_id)
    if entity is None:
        raise DecisionError(f"the report has no entity {entity_id!r}")
    return {role: (_filler(event, entity, report),), **others}


def _filler(event: Event, entity: Entity, report: Report) -> Filler:
    """Fill a role with an entity, at its mention nearest to the event's trigger."""
    near = min(entity.mentions, key=lambda span: abs(span.start - event.trigger.start))
    return Filler(near, near.of(report.article.text), entity.id)


def _date(event: Event, edtf: str) -> DateMention | None:
    if not edtf:
        return None
    if days(edtf) is None:
        raise DecisionError(f"{edtf!r} is no EDTF date such as 2020-02-21, 2020-02 or 2020~")
    if event.date:
        return replace(event.date, edtf=edtf)
    return DateMention("", replace(event.trigger, end=event.trigger.start), edtf)
