"""Lend an act the actor of another act of its sentence: "one was killed when police fired"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from watchdesk.engine.events.draft import Draft
from watchdesk.engine.records import Filler

HURT = ("violence.kill", "violence.assault")
"""Types that are lent an actor."""
FORCE = ("violence.kill", "violence.assault", "assembly.disperse")
"""Types whose actor is lent."""
FACTS = frozenset({"asserted", "alleged"})


def lent(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give the drafts, in text order; where a sentence names one force alone, it did the harm."""
    for _, group in groupby(drafts, key=lambda d: d.event.sentence):
        told = list(group)
        actors = one_actor(told)
        for draft in told:
            yield with_actor(draft, actors) if actors and lacks(draft, actors) else draft


def one_actor(drafts: Sequence[Draft]) -> tuple[Filler, ...]:
    """Give the actor of all acts of force of a sentence that have one; none where they differ."""
    found = [d.fillers("actor") for d in drafts if d.type in FORCE and d.event.modality in FACTS]
    named = [actors for actors in found if actors]
    same = len({frozenset(f.entity for f in actors) for actors in named}) == 1
    return named[0] if same else ()


def lacks(draft: Draft, actors: Sequence[Filler]) -> bool:
    """Tell whether a draft needs an actor, and these do not suffer it themselves."""
    suffer = {f.entity for f in draft.fillers("target")}
    bare = draft.reading.form == "noun" and not suffer
    return (
        draft.type in HURT
        and not draft.fillers("actor")
        and not bare
        and all(f.entity not in suffer for f in actors)
    )


def with_actor(draft: Draft, actors: tuple[Filler, ...]) -> Draft:
    roles = {**draft.event.roles, "actor": actors}
    return replace(draft, event=replace(draft.event, roles=roles))
