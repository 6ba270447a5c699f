"""How near what is named beside an act stands to it."""

from watchdesk.engine.events.draft import Draft
from watchdesk.engine.events.scene import Scene
from watchdesk.engine.records import Span

ELSEWHERE = 60
"""Characters by which a date or place outside the clause of the act counts as farther away."""


def distance(scene: Scene, draft: Draft, span: Span) -> float:
    """Give how far a span is from the trigger, in characters; after it counts half."""
    trigger = draft.event.trigger
    clause = scene.span(draft.reading.start, draft.reading.end)
    away = span.start - trigger.end if span.start >= trigger.end else 2 * (trigger.start - span.end)
    return away + (0 if span in clause else ELSEWHERE)
