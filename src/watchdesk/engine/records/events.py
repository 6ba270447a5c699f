"""What happened, who says so, and the report that holds it all."""

from dataclasses import dataclass, field
from typing import Literal

from watchdesk.engine.records.articles import Article
from watchdesk.engine.records.mentions import DateMention, Entity
from watchdesk.engine.records.spans import Span

Modality = Literal[
    "asserted", "alleged", "denied", "planned", "demanded", "hypothetical", "negated"
]
Relation = Literal[
    "self", "relative", "lawyer", "supporter", "official", "ngo", "media", "witness", "unknown"
]
QuoteKind = Literal["speech", "thought", "attitude"]
Position = Literal["acknowledge", "deny", "alternative_account", "no_comment", "not_asked"]


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody is said to have said or thought; direct speech or indirect.

    `kind` tells what was said (`speech`), what is thought or wanted (`thought`), and for or against
    what somebody stands without his words being given (`attitude`: "backs", "fears").
    """

    span: Span
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: Span | None = None
    direct: bool = False
    kind: QuoteKind = "speech"


@dataclass(frozen=True, slots=True)
class OfficialPosition:
    """Where an authority stands on what is alleged."""

    entity: str | None
    position: Position
    span: Span


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills one role of an event: an entity, or words of the text, or both.

    `code` normalises a charge or method; `kind` and `length` (ISO 8601 duration) a sentence;
    `article` the article of a law as written there.
    """

    span: Span
    text: str = ""
    entity: str | None = None
    code: str | None = None
    article: str | None = None
    kind: str | None = None
    length: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """According to whom an event is told; `entity` is an id, "anonymous" or "reporter"."""

    entity: str
    relation: Relation
    verb: str
    span: Span


@dataclass(frozen=True, slots=True)
class Count:
    """How many; `max` is None for "at least"."""

    of: str
    min: int | None
    max: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """One happening as one article tells it, each value with the span it was read from."""

    id: str
    type: str
    trigger: Span
    sentence: Span
    rule: str
    """Id of the rule that fired: type/language/rule, e.g. "custody.detain/en/passive"."""
    roles: dict[str, tuple[Filler, ...]] = field(default_factory=dict)
    date: DateMention | None = None
    modality: Modality = "asserted"
    background: bool = False
    concern: bool = True
    salience: float = 0.0
    confidence: float = 1.0
    attribution: tuple[Attribution, ...] = ()
    counts: tuple[Count, ...] = ()
    also_told_in: tuple[Span, ...] = ()
    codes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relevance:
    """Whether an article belongs on the watch, and why; `score` lies in 0..1."""

    score: float
    relevant: bool
    themes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    in_focus: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One article, coded.  A report with an `error` holds nothing else of worth."""

    id: str
    article: Article
    relevance: Relevance | None = None
    main_event: str | None = None
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    official_positions: tuple[OfficialPosition, ...] = ()
    error: str | None = None

    def entity(self, id: str | None) -> Entity | None:
        """Give the entity of that id."""
        return next((e for e in self.entities if e.id == id), None)
