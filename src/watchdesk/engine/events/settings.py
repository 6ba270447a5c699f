"""Say when and where an act took place, from the dates and places named beside it."""

from collections.abc import Sequence

from watchdesk.engine.events.dating import is_limit
from watchdesk.engine.events.draft import Draft
from watchdesk.engine.events.nearness import distance
from watchdesk.engine.events.scene import Scene
from watchdesk.engine.records import Filler, Mention, Place, Span

COARSE = frozenset({"country", "admin1"})
"""Precisions of places that hold towns."""


def until(scene: Scene, draft: Draft) -> Filler | None:
    """Give the date up to which a measure holds: "remanded until March 12"."""
    clause = scene.span(draft.reading.start, draft.reading.end)
    limits = (d for d in scene.mentions.dates if d.span in clause and is_limit(scene, d))
    return next((Filler(d.span, d.text) for d in limits), None)


def place(scene: Scene, draft: Draft, before: Span | None) -> Filler | None:
    """Give the place nearest to the act in its sentence, else in the sentence before it.

    A place that fills another role ("deported to Minsk") or is part of a longer name is left out.
    Where only a country or region stands there, a town in it that stands nearby is given.
    """
    taken = [f.span for fillers in draft.event.roles.values() for f in fillers if f.entity]
    near = (draft.event.sentence, *([before] if before else []))
    for sentence in near:
        mentions = places_in(scene, sentence, taken)
        if mentions:
            found = min(mentions, key=lambda m: rank(scene, draft, m))
            found = finer(scene, draft, found, (*near, *opening(scene)))
            return Filler(found.span, scene.text(found.span), found.entity)
    return None


def places_in(scene: Scene, sentence: Span, taken: Sequence[Span]) -> list[Mention]:
    return [
        m
        for m in scene.mentions_in(sentence)
        if m.kind == "place" and not any(s.overlaps(m.span) for s in taken)
    ]


def opening(scene: Scene) -> Sequence[Span]:
    """Give the first sentence, where a report says from where it tells."""
    return scene.sentences[:1]


def finer(scene: Scene, draft: Draft, coarse: Mention, stretches: Sequence[Span]) -> Mention:
    """Give the town in a coarser place that is named nearest to the act, the stretches in order."""
    area = where(scene, coarse)
    if area is None or area.precision not in COARSE:
        return coarse
    for stretch in stretches:
        towns = [m for m in scene.mentions_in(stretch) if lies_in(where(scene, m), area)]
        if towns:
            return min(towns, key=lambda m: rank(scene, draft, m))
    return coarse


def where(scene: Scene, mention: Mention) -> Place | None:
    entity = scene.entities.get(mention.entity)
    return entity.place if entity and mention.kind == "place" else None


def lies_in(town: Place | None, area: Place) -> bool:
    """Tell whether a place is a town of a country or region."""
    if town is None or town.precision != "settlement" or town.country != area.country:
        return False
    return area.admin1 is None or town.admin1 == area.admin1


def rank(scene: Scene, draft: Draft, mention: Mention) -> tuple[bool, float]:
    """Order places: those after "in" and its like first, then the nearest."""
    first, _ = scene.places(mention.span)
    words = scene.words.folded
    governed = any(words[i] in scene.place_words for i in range(max(0, first - 3), first))
    return not governed, distance(scene, draft, mention.span)
