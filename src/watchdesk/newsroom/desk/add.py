"""An event that the reader missed and an editor found in the text."""

from dataclasses import dataclass
from itertools import count

from watchdesk.engine.codebook.schema import Codebook
from watchdesk.engine.records import Entity, EntityKind, Event, Filler, Report, Span
from watchdesk.engine.text.sentences import sentences
from watchdesk.newsroom.desk.amend import Change, DecisionError, amended

RULE = "desk/added"
UNCHANGED = Change()


@dataclass(frozen=True, slots=True)
class Addition:
    """What an editor saw: `words` stand in the text and name whom it befell."""

    type: str
    words: str
    kind: EntityKind = "person"
    """What the words name, where the reader did not find it."""
    change: Change = UNCHANGED
    """Modality, date, background and actor, where they are not the usual ones."""


def added(report: Report, addition: Addition, book: Codebook) -> tuple[Event, Entity | None]:
    """Give the new event, and the entity it befell if the report does not have it yet.

    Raises: DecisionError where the words do not stand in the text, or a value does not exist.
    """
    start = report.article.text.find(addition.words) if addition.words else -1
    if start < 0:
        raise DecisionError(f"{addition.words!r} does not stand in the text")
    span = Span(start, start + len(addition.words))
    known = _entity_at(report, span, addition.words)
    entity = known or Entity(_free(report), addition.kind, addition.words, mentions=(span,))
    filler = Filler(span, addition.words, entity.id)
    event = Event(
        id=_free(report),
        type=addition.type,
        trigger=span,
        sentence=_sentence(report, span),
        rule=RULE,
        roles={"target": (filler,)},
    )
    change = Change(type=addition.type)
    typed = amended(amended(event, change, report, book), addition.change, report, book)
    return typed, None if known else entity


def _entity_at(report: Report, span: Span, words: str) -> Entity | None:
    """Give the entity of that name, or the one spoken of there, the shortest mention first."""
    there = [
        (entity.name != words, mention.end - mention.start, place)
        for place, entity in enumerate(report.entities)
        for mention in entity.mentions
        if entity.name == words or mention in span or span in mention
    ]
    return report.entities[min(there)[2]] if there else None


def _sentence(report: Report, span: Span) -> Span:
    article = report.article
    spans = sentences(article.text, article.language or "und")
    return next((sentence for sentence in spans if span in sentence), span)


def _free(report: Report) -> str:
    """Give an id that neither an event nor an entity of the report has."""
    taken = {one.id for one in (*report.events, *report.entities)}
    return next(name for n in count(1) if (name := f"x{n}") not in taken)
