"""Who, where and when: what an article names."""

from dataclasses import dataclass, field
from typing import Literal

from watchdesk.engine.records.spans import Span

EntityKind = Literal["person", "group", "organisation", "place", "legal_instrument"]
Precision = Literal["address", "settlement", "district", "admin1", "country"]
STATE_ORGANS = frozenset(
    {
        "police",
        "military",
        "security_service",
        "border_guard",
        "prison",
        "court",
        "prosecutor",
        "government",
        "legislature",
        "local_authority",
        "regulator",
        "state",
    }
)
"""The kinds of actor that are organs of a state."""


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
    identifies one person across a run.  `mentions` holds where it is named (of a group: where a
    noun speaks of it); descriptions and pronouns are in `Mentions.mentions` and `descriptions`.
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
