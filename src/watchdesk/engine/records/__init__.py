"""The nouns of the house.  Frozen, so that a room can only answer with a new record.

FeedItem -> Capture -> Article -> Mention -> Event -> Report -> Act -> Case.  Acts and cases, which
join many reports, have their records in `engine/cases`.
"""

from watchdesk.engine.records.articles import Article, Capture, Feed, FeedItem, Image
from watchdesk.engine.records.events import (
    Attribution,
    Count,
    Event,
    Filler,
    Modality,
    OfficialPosition,
    Position,
    Quote,
    QuoteKind,
    Relation,
    Relevance,
    Report,
)
from watchdesk.engine.records.mentions import (
    STATE_ORGANS,
    Attributes,
    DateMention,
    Description,
    Entity,
    EntityKind,
    Mention,
    Mentions,
    Place,
    Precision,
)
from watchdesk.engine.records.spans import Span

__all__ = [
    "STATE_ORGANS",
    "Article",
    "Attributes",
    "Attribution",
    "Capture",
    "Count",
    "DateMention",
    "Description",
    "Entity",
    "EntityKind",
    "Event",
    "Feed",
    "FeedItem",
    "Filler",
    "Image",
    "Mention",
    "Mentions",
    "Modality",
    "OfficialPosition",
    "Place",
    "Position",
    "Precision",
    "Quote",
    "QuoteKind",
    "Relation",
    "Relevance",
    "Report",
    "Span",
]
