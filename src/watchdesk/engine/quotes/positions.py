"""Where an authority stands on what is told: it denies, admits, tells otherwise, or keeps silent.

Source: HURIDOCS Events Standard Formats, official response; our VOCABULARY, "official position".
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import cast

from watchdesk.engine.quotes.found import Found
from watchdesk.engine.quotes.phrases import phrase_end
from watchdesk.engine.quotes.stances import Stance
from watchdesk.engine.quotes.units import Unit
from watchdesk.engine.records import (
    STATE_ORGANS,
    Entity,
    Mention,
    OfficialPosition,
    Position,
    Span,
)
from watchdesk.engine.text.words import split

SPEAKING = frozenset({"person", "group", "organisation"})
FARTHEST = 6
"""Words behind "no comment from" in which the authority is named."""

NEGATION_REACH = 4
"""Words before an act in which its negation stands."""

Entities = Mapping[str, Entity]


def positions(unit: Unit, found: Sequence[Found], entities: Entities) -> Iterator[OfficialPosition]:
    """Give the positions that authorities and their officials take in one unit."""
    silent = list(by_phrases(unit, entities))
    yield from silent
    for one in found:
        stands = by_words(unit, one, entities)
        if stands and not any(stands.span.overlaps(other.span) for other in silent):
            yield stands


def by_phrases(unit: Unit, entities: Entities) -> Iterator[OfficialPosition]:
    """Read "declined to comment", "no comment from the ministry"."""
    if unit.cues.of_positions.isdisjoint(unit.words):
        return
    for stance in unit.cues.positions:
        floor = 0
        for at, word in enumerate(unit.words):
            end = phrase_end(stance.phrases, unit.words, at) if word in stance.phrases else None
            if end is None or at < floor:
                continue
            floor = end
            find = behind if stance.follows else ahead
            if authority := find(unit, end if stance.follows else at, entities):
                position = cast(Position, stance.position)
                yield OfficialPosition(authority, position, unit.span(at, end))


def behind(unit: Unit, end: int, entities: Entities) -> str | None:
    """Give the authority named right behind "no comment from", before any other who can speak."""
    for mention in unit.mentions:
        place = unit.place(mention.span.start)
        if end <= place < end + FARTHEST and speaks(mention):
            return mention.entity if official(entities.get(mention.entity)) else None
    return None


def ahead(unit: Unit, at: int, entities: Entities) -> str | None:
    """Give the authority named last before the words, if nobody else stands between."""
    for mention in reversed(unit.mentions):
        if unit.place(mention.span.start) < at and speaks(mention):
            return mention.entity if official(entities.get(mention.entity)) else None
    return None


def speaks(mention: Mention) -> bool:
    return mention.kind in SPEAKING


def official(entity: Entity | None) -> bool:
    """Tell whether somebody speaks for the state."""
    if entity is None:
        return False
    said = entity.attributes
    return said.actor_kind in STATE_ORGANS or (
        said.actor_kind is None and "official" in said.person_kinds
    )


def by_words(unit: Unit, one: Found, entities: Entities) -> OfficialPosition | None:
    """Read "denied the beating", "said he had fallen"."""
    authority = next((e for e in one.entities if official(entities.get(e))), None)
    if authority is None or one.negated or one.quote.kind != "speech":
        return None
    words = split(one.quote.span.of(unit.text)).folded
    negations = unit.cues.words["negations"]
    for stance in unit.cues.positions:
        if tells(stance, one.lemma, words, negations):
            return OfficialPosition(authority, cast(Position, stance.position), whole(one))
    return None


def tells(stance: Stance, lemma: str, words: Sequence[str], negations: Collection[str]) -> bool:
    """Tell whether a cue with that content is of a stance."""
    if any(phrase_end(stance.said, words, at) for at in range(len(words))):
        return True
    denied = (i for i, word in enumerate(words) if word in stance.negated)
    if any(w in negations for i in denied for w in words[max(0, i - NEGATION_REACH) : i]):
        return True
    if lemma.split(" ", maxsplit=1)[0] not in stance.verbs:
        return False
    if not stance.about:
        return True
    plain = stance.position != "acknowledge" or not any(word in negations for word in words)
    return plain and any(word in stance.about for word in words)


def whole(one: Found) -> Span:
    """Give the words from cue to content."""
    cue, span = one.quote.cue or one.quote.span, one.quote.span
    return Span(min(cue.start, span.start), max(cue.end, span.end))
