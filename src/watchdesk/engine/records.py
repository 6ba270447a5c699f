"""The nouns of the house.  Frozen, so that a room can only answer with a new record.

FeedItem -> Capture -> Article -> Mention -> Event -> Report -> Act -> Case.  Acts and cases, which
join many reports, have their records in `engine/cases`.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

EntityKind = Literal["person", "group", "organisation", "place", "legal_instrument"]
Modality = Literal[
    "asserted", "alleged", "denied", "planned", "demanded", "hypothetical", "negated"
]
Precision = Literal["address", "settlement", "district", "admin1", "country"]
Relation = Literal[
    "self", "relative", "lawyer", "supporter", "official", "ngo", "media", "witness", "unknown"
]
QuoteKind = Literal["speech", "thought", "attitude"]
Position = Literal["acknowledge", "deny", "alternative_account", "no_comment", "not_asked"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where in `Article.text` a value was read: text[start:end], half-open, in characters."""

    start: int
    end: int

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Give the words the span stands for."""
        return text[self.start : self.end]


# --- What the harvest brings


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of an article; it is never fetched by a parser."""

    url: str
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry of a feed, as the feed tells it; `title` and `summary` are plain text."""

    url: str
    title: str
    id: str | None = None
    summary: str | None = None
    content_html: str | None = None
    """The sanitised body, where the feed carries one."""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    language: str | None = None
    images: tuple[Image, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and its items, in feed order."""

    kind: Literal["rss", "atom", "json", "sitemap", "sitemap_index", "page"]
    """`page` is a list of links read from an HTML page that has no feed."""
    title: str
    items: tuple[FeedItem, ...]
    home_url: str | None = None
    language: str | None = None
    hub_url: str | None = None
    """WebSub hub, where the feed names one."""
    ttl_seconds: int | None = None
    """How long the feed asks to be left alone (ttl, sy:updatePeriod)."""
    sitemaps: tuple[str, ...] = ()
    """Further sitemaps named by a sitemap index."""
    unaddressed: int = 0
    """How many items were left out because they name no address to fetch."""


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes of one page, and when we saw them (aware datetime, UTC)."""

    url: str
    body: bytes
    fetched_at: datetime | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """The readable part of a page.  `text` is NFC; every Span counts its characters.

    `published` is a date or an aware datetime; None where it is not known.  `language` is a code
    of VOCABULARY (`en`, `ru`, `sr-Latn` ...), "und" where none was recognised, None before looking.
    The title is not part of `text`.
    """

    text: str
    title: str = ""
    id: str | None = None
    url: str | None = None
    byline: str | None = None
    published: date | None = None
    language: str | None = None
    dateline_place: str | None = None
    outlet: str | None = None
    """Id of the source it came from, where known."""
    images: tuple[Image, ...] = ()


# --- What the engine reads


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is; `country` is ISO 3166-1 alpha-2, `geonames` a GeoNames id."""

    country: str | None = None
    admin1: str | None = None
    settlement: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None


@dataclass(frozen=True, slots=True)
class Attributes:
    """What an article says about an entity; None and empty mean that it does not say."""

    age: int | None = None
    age_group: Literal["minor", "adult"] | None = None
    sex: Literal["female", "male", "other"] | None = None
    citizenship: tuple[str, ...] = ()
    ethnicity: str | None = None
    occupation: tuple[str, ...] = ()
    affiliation: tuple[str, ...] = ()
    person_kinds: tuple[str, ...] = ()
    actor_kind: str | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """Words that describe an entity ("the 30-year-old reporter")."""

    text: str
    span: Span
    kind: Literal["occupation", "affiliation", "relation", "other"] = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is spoken of: a name, a description or a pronoun.

    `head` is the word that bears number and case; `lemma` its folded base form ("activist",
    "полицейский").  `case` is a pymorphy grammeme (nomn, gent, datv, accs, ablt, loct) where the
    language has cases and the form is not ambiguous between subject and object, else None.
    """

    span: Span
    kind: EntityKind
    form: Literal["name", "noun", "pronoun"]
    entity: str
    head: Span
    lemma: str
    number: Literal["sing", "plur"] | None = None
    case: str | None = None
    at_least: int | None = None
    at_most: int | None = None
    """How many are meant ("at least 39 people": 39 and None); None where it does not say."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, group, organisation, place or legal instrument of an article.

    `name` is the base form in the article's language; empty where the article gives no name (a
    group "three activists" has its words as name, a person "a journalist" has none).  `key`
    identifies one person across a run.  `mentions` holds where it is named (of a group: where a noun
    speaks of it); descriptions and pronouns are in `Mentions.mentions` and `descriptions`.
    """

    id: str
    kind: EntityKind
    name: str
    key: str | None = None
    mentions: tuple[Span, ...] = ()
    descriptions: tuple[Description, ...] = ()
    attributes: Attributes = field(default_factory=Attributes)
    place: Place | None = None
    members: tuple[str, ...] = ()
    """Ids of the people a group is made of, where the article names them ("the couple")."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date the article names, resolved to EDTF (ISO 8601-2); None where it stays open.

    A stretch of time ("13 months") has no `edtf` but a `length` (ISO 8601 duration).
    """

    text: str
    span: Span
    edtf: str | None
    length: str | None = None


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that one article names: who, where and when.  `mentions` and `dates` in text order."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()


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
