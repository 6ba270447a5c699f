"""What of a model's answer can be believed: only events whose every word stands in the article.

A model may be wrong, may be lied to by the page it reads, and may answer anything at all.  So each
value must be found in the text, each code in the codebook; an event with one that is not is dropped
and counted, with the reason.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast, get_args

from watchdesk.engine.codebook.schema import Codebook, EventType
from watchdesk.engine.records import (
    Article,
    Attribution,
    DateMention,
    Entity,
    EntityKind,
    Event,
    Filler,
    Mentions,
    Modality,
    Relation,
    Span,
)

MOST_EVENTS = 200
EDTF = re.compile(
    r"(\.\.|[\dX]{4}(-[\dX]{2}){0,2}[~?%]?)?(/(\.\.|[\dX]{4}(-[\dX]{2}){0,2}[~?%]?)?)?"
)
CONFIDENCE = 0.8
"""Of an event that passed; models were not measured yet, an editor decides anyway."""


class _Unbelievable(Exception):
    """One proposed event cannot be kept; the text says why."""


@dataclass(frozen=True, slots=True)
class Verified:
    """The events that stand in the text, the entities they need, and why others were dropped."""

    events: tuple[Event, ...]
    mentions: Mentions
    main_event: str | None
    dropped: tuple[str, ...]


def verify(answer: str, article: Article, mentions: Mentions, book: Codebook) -> Verified:
    """Check an answer to `prompt.question` against the article, event by event.

    An answer that is no JSON of the right shape gives no events and one reason.
    """
    try:
        proposed, main = _events(answer)
    except _Unbelievable as error:
        return Verified((), mentions, None, (str(error),))
    entities = _Entities(mentions)
    kept: dict[int, Event] = {}
    dropped: list[str] = []
    for index, raw in enumerate(proposed):
        try:
            kept[index] = _event(raw, article, book, entities)
        except _Unbelievable as error:
            dropped.append(f"event {index}: {error}")
    ordered = sorted(kept, key=lambda i: kept[i].trigger)
    ids = {index: f"e{n}" for n, index in enumerate(ordered, start=1)}
    return Verified(
        events=tuple(replace(kept[i], id=ids[i]) for i in ordered),
        mentions=entities.as_mentions(),
        main_event=ids.get(main) if isinstance(main, int) else None,
        dropped=tuple(dropped),
    )


def _events(answer: str) -> tuple[list[Any], object]:
    """Give the proposed events, and the index of the main one."""
    try:
        raw = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise _Unbelievable("the answer is no JSON") from error
    if not isinstance(raw, dict) or not isinstance(raw.get("events"), list):
        raise _Unbelievable("the answer has no list of events")
    return raw["events"][:MOST_EVENTS], raw.get("main_event")


def _event(raw: Any, article: Article, book: Codebook, entities: "_Entities") -> Event:  # noqa: ANN401
    if not isinstance(raw, Mapping):
        raise _Unbelievable("is no object")
    kind = book.types.get(_text(raw, "type"))
    if kind is None:
        raise _Unbelievable(f"no type {raw.get('type')!r} in the codebook")
    sentence = _find(article.text, _text(raw, "sentence"), Span(0, len(article.text)))
    trigger = _find(article.text, _text(raw, "trigger"), sentence, inside=True)
    modality = raw.get("modality", "asserted")
    if modality not in get_args(Modality):
        raise _Unbelievable(f"no modality {modality!r}")
    return Event(
        id="",
        type=kind.code,
        trigger=trigger,
        sentence=sentence,
        rule=f"{kind.code}/{article.language}/backend",
        roles=_roles(raw, article.text, sentence, (kind, entities)),
        date=_date(raw.get("date"), article.text, sentence),
        modality=cast(Modality, modality),
        background=raw.get("background") is True,
        concern=raw.get("concern") is not False,
        confidence=CONFIDENCE,
        attribution=tuple(_attributions(raw, article.text, sentence, entities)),
        codes={"plover": code} if (code := kind.mappings.get("plover")) else {},
    )


def _roles(
    raw: Mapping[str, Any], text: str, near: Span, context: "tuple[EventType, _Entities]"
) -> dict[str, tuple[Filler, ...]]:
    kind, entities = context
    given = raw.get("roles") or {}
    if not isinstance(given, Mapping):
        raise _Unbelievable("its roles are no object")
    roles: dict[str, tuple[Filler, ...]] = {}
    for name, values in given.items():
        if name not in kind.roles:
            raise _Unbelievable(f"{kind.code} has no role {name!r}")
        if not isinstance(values, list):
            raise _Unbelievable(f"its {name} is no list")
        spans = [_find(text, value, near) for value in values]
        kinds = kind.roles[name].kinds
        fillers = [
            Filler(s, s.of(text), entities.at(s, s.of(text), kinds) if kinds else None)
            for s in spans
        ]
        if fillers:
            roles[name] = tuple(fillers)
    return roles


def _date(raw: Any, text: str, near: Span) -> DateMention | None:  # noqa: ANN401
    if not isinstance(raw, Mapping) or not raw.get("text"):
        return None
    span = _find(text, raw["text"], near)
    edtf = raw.get("edtf")
    if not isinstance(edtf, str) or not edtf or not EDTF.fullmatch(edtf):
        raise _Unbelievable(f"its date {edtf!r} is no EDTF")
    return DateMention(span.of(text), span, edtf)


def _attributions(
    raw: Mapping[str, Any], text: str, near: Span, entities: "_Entities"
) -> Iterator[Attribution]:
    given = raw.get("attribution")
    for item in given if isinstance(given, list) else []:
        if not isinstance(item, Mapping):
            raise _Unbelievable("an attribution is no object")
        span = _find(text, item.get("source"), near)
        relation = item.get("relation")
        if relation not in get_args(Relation):
            raise _Unbelievable(f"no relation {relation!r}")
        entity = entities.at(span, span.of(text), ("person",))
        yield Attribution(entity, cast(Relation, relation), str(item.get("verb") or ""), span)


def _text(raw: Mapping[str, Any], key: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str):
        raise _Unbelievable(f"its {key} is no text")
    return value


def _find(text: str, words: Any, near: Span, *, inside: bool = False) -> Span:  # noqa: ANN401
    """Find words in the text, letter by letter, the nearest to (or inside) a span."""
    if not isinstance(words, str) or not words.strip():
        raise _Unbelievable("a value is empty")
    wanted = words.strip()
    within = text.find(wanted, near.start, near.end)
    if within >= 0:
        return Span(within, within + len(wanted))
    if inside:
        raise _Unbelievable(f"{wanted[:60]!r} is not in its sentence")
    before = text.rfind(wanted, 0, near.start + len(wanted))
    after = text.find(wanted, near.start)
    places = [p for p in (before, after) if p >= 0]
    if not places:
        raise _Unbelievable(f"{wanted[:60]!r} is not in the article")
    start = min(places, key=lambda p: abs(p - near.start))
    return Span(start, start + len(wanted))


class _Entities:
    """The entities of the article, to which those are added that only the model saw."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._added: list[Entity] = []

    def at(self, span: Span, words: str, kinds: Sequence[str]) -> str:
        """Give the id of the entity mentioned in a span; add one where there is none."""
        for mention in self._mentions.mentions:
            if mention.span in span or span in mention.span:
                return mention.entity
        for entity in self._added:
            if entity.name == words:
                return entity.id
        kind = cast(EntityKind, kinds[0] if kinds else "person")
        number = len(self._mentions.entities) + len(self._added) + 1
        self._added.append(Entity(f"n{number}", kind, words, mentions=(span,)))
        return f"n{number}"

    def as_mentions(self) -> Mentions:
        return replace(self._mentions, entities=(*self._mentions.entities, *self._added))
