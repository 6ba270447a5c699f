"""Give an act whose target goes without saying the person the article last spoke of.

"The defence plans to appeal": against whom the judgment was passed, the sentence before told.  Only
patterns whose frame has a place `topic` take it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from watchdesk.engine.events.draft import Draft
from watchdesk.engine.events.scene import Scene
from watchdesk.engine.records import Filler

LENDERS = ("custody.", "legal.", "release.", "move.")
"""Types whose target the next act is taken to be about."""


def inherited(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give the drafts, in text order, with the roles filled that their place `topic` stands for.

    One that must have such a role and finds nobody is left out.
    """
    topic: tuple[Filler, ...] = ()
    for draft in drafts:
        roles = draft.match.rule.pattern.frame.get("topic", ())
        lacking = [role for role in roles if role not in draft.event.roles]
        if lacking and topic:
            given = {**draft.event.roles, **dict.fromkeys(lacking, topic)}
            yield replace(draft, event=replace(draft.event, roles=given))
            continue
        if not {*lacking} & {*draft.match.rule.pattern.must}:
            yield draft
        if draft.type.startswith(LENDERS):
            topic = people(scene, draft) or topic


def people(scene: Scene, draft: Draft) -> tuple[Filler, ...]:
    """Give the fillers of a draft's target that are people with a name."""
    fillers = draft.fillers("target")
    known = [scene.entities.get(f.entity or "") for f in fillers]
    return tuple(
        f for f, e in zip(fillers, known, strict=True) if e and e.kind == "person" and e.name
    )
