"""Say according to whom an act is told, and how the source stands to the victim."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from watchdesk.engine.codebook.schema import Term
from watchdesk.engine.events.draft import Draft
from watchdesk.engine.events.scene import Scene
from watchdesk.engine.records import STATE_ORGANS, Attribution, Entity, Quote, Relation, Span
from watchdesk.engine.text.index import Index
from watchdesk.engine.text.words import fold

ANONYMOUS = "anonymous"
INTERESTED: frozenset[Relation] = frozenset({"self", "relative", "lawyer", "supporter", "witness"})
"""Sources whose word alone makes an act of violence alleged, not asserted."""
KIND_RELATIONS: Mapping[str, Relation] = {
    "lawyer": "lawyer",
    "journalist": "media",
    "human_rights_defender": "ngo",
}
ACTOR_RELATIONS: Mapping[str, Relation] = {"media": "media", "intergovernmental": "official"}


def attributions(scene: Scene, draft: Draft, relations: Index[Term]) -> tuple[Attribution, ...]:
    """Give who tells of an act, the nearest words first; empty where the reporter does."""
    trigger = draft.event.trigger
    said = (q for q in scene.quotes if q.kind == "speech" and trigger in q.span)
    quotes = sorted(said, key=length)
    return tuple(attribution(scene, draft, relations, quote) for quote in quotes[:2])


def length(quote: Quote) -> int:
    return quote.span.end - quote.span.start


def attribution(scene: Scene, draft: Draft, relations: Index[Term], quote: Quote) -> Attribution:
    span = quote.cue or quote.speaker_span or quote.span
    verb = scene.text(quote.cue) if quote.cue else ""
    speaker = scene.entities.get(quote.speaker or "")
    if speaker is None:
        words = list(words_about(scene, None, quote.speaker_span))
        return Attribution(ANONYMOUS, by_words(words, relations) or "unknown", verb, span)
    return Attribution(speaker.id, relation(scene, draft, relations, (speaker, quote)), verb, span)


def relation(
    scene: Scene, draft: Draft, relations: Index[Term], told: tuple[Entity, Quote]
) -> Relation:
    """Give how a source stands to the target of an act."""
    speaker, quote = told
    if any(f.entity == speaker.id for f in draft.fillers("target")):
        return "self"
    found = by_words(list(words_about(scene, speaker, quote.speaker_span)), relations)
    if found in {"relative", "lawyer"}:
        return found
    return by_attributes(speaker) or found or "unknown"


def by_words(words: Sequence[str], relations: Index[Term]) -> Relation | None:
    """Give the relation that the words tell by which somebody is called."""
    found = next((f.value.code for f in relations.find(words, 0, len(words))), None)
    return cast(Relation | None, found)


def words_about(scene: Scene, speaker: Entity | None, span: Span | None) -> Iterator[str]:
    """Give the folded words a speaker is called by: those of the quote, then the descriptions."""
    if span:
        start, end = scene.places(span)
        yield from scene.words.folded[max(0, start - 1) : end]
    for description in speaker.descriptions if speaker else ():
        yield from fold(description.text).split()


def by_attributes(speaker: Entity) -> Relation | None:
    said = speaker.attributes
    if said.actor_kind in STATE_ORGANS or "official" in said.person_kinds:
        return "official"
    for kind in said.person_kinds:
        if kind in KIND_RELATIONS:
            return KIND_RELATIONS[kind]
    if said.actor_kind in ACTOR_RELATIONS:
        return ACTOR_RELATIONS[said.actor_kind or ""]
    return "ngo" if speaker.kind == "organisation" and said.actor_kind is None else None
