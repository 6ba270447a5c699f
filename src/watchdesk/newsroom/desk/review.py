"""One report as an editor reviews it: the text with its events, and what can be decided of each."""

from collections.abc import Mapping
from dataclasses import dataclass

from watchdesk.engine.records import Attribution, Event, Filler, Report, Span
from watchdesk.newsroom.common.codes import event_group, event_label, words
from watchdesk.newsroom.desk.highlight import Piece, marks, paragraphs
from watchdesk.newsroom.monitor.convert import filler_name

OPEN, ACCEPTED, CHANGED, REJECTED, ADDED = "open", "accepted", "changed", "rejected", "added"

BEFALLEN = ("person", "group", "organisation")


@dataclass(frozen=True, slots=True)
class Part:
    """One role of an event, with everything that fills it in the words of the article."""

    role: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One event beside the text."""

    event: Event
    label: str
    group: str
    trigger: str
    verdict: str
    parts: tuple[Part, ...]
    told_by: tuple[str, ...]
    confidence_percent: int
    target: str
    """Id of the entity that fills the target, for the form."""
    is_main: bool

    @property
    def uncertain(self) -> bool:
        """Tell whether an editor should look twice."""
        return self.event.modality != "asserted" or self.event.background


@dataclass(frozen=True, slots=True)
class Review:
    """What the page shows; `entities` are those that an event may be said to have befallen."""

    report: Report
    paragraphs: tuple[tuple[Piece, ...], ...]
    cards: tuple[Card, ...]
    entities: tuple[tuple[str, str], ...]


def review(report: Report, judged: Mapping[str, tuple[str, Event | None]]) -> Review:
    """Lay out a report; `judged` gives verdict and event as amended, by the event's id."""
    stand = [judged.get(e.id, (OPEN, None))[1] or e for e in report.events]
    cards = [card(report, e, judged.get(e.id, (OPEN, None))[0]) for e in stand]
    kinds = ("person", "group", "organisation")
    named = [
        (e.id, e.name or _words(report, e.mentions)) for e in report.entities if e.kind in kinds
    ]
    shown = [mark for event in stand for mark in marks(event)]
    return Review(report, paragraphs(report.article.text, shown), tuple(cards), tuple(named))


def card(report: Report, event: Event, verdict: str) -> Card:
    """Lay out one event."""
    target = next((f.entity for f in event.roles.get("target", ()) if f.entity), "")
    return Card(
        event=event,
        label=event_label(event.type),
        group=event_group(event.type),
        trigger=event.trigger.of(report.article.text),
        verdict=verdict,
        parts=tuple(
            Part(words(role), tuple(_value(report, filler) for filler in fillers))
            for role, fillers in event.roles.items()
        ),
        told_by=tuple(_told(report, said) for said in event.attribution),
        confidence_percent=round(100 * event.confidence),
        target=target or "",
        is_main=event.id == report.main_event,
    )


def _value(report: Report, filler: Filler) -> str:
    """Give a filler's name, with its code, kind or length where it has one.

    A person's name stands in its base form, so that a wrong reading shows.
    """
    coded = (filler.code and words(filler.code), filler.article, filler.kind, filler.length)
    codes = ", ".join(code for code in coded if code)
    name = filler_name(report, filler)
    return f"{name} ({codes})" if codes else name


def _told(report: Report, said: Attribution) -> str:
    entity = report.entity(said.entity)
    who = (entity.name or _words(report, entity.mentions)) if entity else said.entity
    relation = "" if said.relation == "unknown" else f" ({said.relation})"
    return f"{who}{relation}: {said.verb}"


def _words(report: Report, mentions: tuple[Span, ...]) -> str:
    return mentions[0].of(report.article.text) if mentions else ""
