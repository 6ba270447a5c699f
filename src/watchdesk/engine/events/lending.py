"""Lend an act the actor of the act that caused it: "one was killed when police opened fire"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from watchdesk.engine.events.draft import Draft
from watchdesk.engine.events.scene import Scene
from watchdesk.engine.records import Filler

HURT = frozenset({"violence.kill", "violence.assault"})
"""Types that are lent an actor."""
FORCE = HURT | {"assembly.disperse"}
"""Types whose actor is lent."""
FACTS = frozenset({"asserted", "alleged"})


def lent(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give the drafts, in text order, those without an actor with that of their cause."""
    for _, group in groupby(drafts, key=lambda d: d.event.sentence):
        told = list(group)
        for draft in told:
            actors = cause(scene, draft, told) if lacks_actor(draft) else ()
            yield with_actor(draft, actors) if actors else draft


def lacks_actor(draft: Draft) -> bool:
    """Tell whether a draft is of harm done to somebody by nobody named."""
    known = draft.fillers("actor") or not draft.fillers("target")
    return draft.type in HURT and not known


def cause(scene: Scene, draft: Draft, told: Sequence[Draft]) -> tuple[Filler, ...]:
    """Give the actor of the first act of force in a clause that "when" or "after" brings in."""
    suffer = {f.entity for f in draft.fillers("target")}
    for other in told:
        actors = other.fillers("actor")
        if other.type not in FORCE or other.event.modality not in FACTS or not actors:
            continue
        between = scene.words.folded[draft.match.last + 1 : other.match.first]
        caused = any(word in scene.causes for word in between)
        if caused and not suffer & {f.entity for f in actors}:
            return actors
    return ()


def with_actor(draft: Draft, actors: tuple[Filler, ...]) -> Draft:
    roles = {**draft.event.roles, "actor": actors}
    return replace(draft, event=replace(draft.event, roles=roles))
