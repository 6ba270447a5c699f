"""Where an authority stands on what is told: it denies, admits, tells otherwise, or keeps silent.

Source: HURIDOCS Events Standard Formats, official response; our VOCABULARY, "official position".
"""

from collections.abc import Sequence
from typing import cast

from watchdesk.engine.quotes import speakers
from watchdesk.engine.quotes.speakers import Clause
from watchdesk.engine.records import Entity, OfficialPosition, Position, Span

STATE = frozenset(
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
LONGEST = 6


def positions(clause: Clause, entities: Sequence[Entity]) -> list[OfficialPosition]:
    """Find the positions that state bodies and their officials take in one clause."""
    found = []
    kinds = {e.id: e.attributes.actor_kind for e in entities}
    at = 0
    while at < len(clause.tokens):
        name, end = _position_at(clause, at)
        if name:
            speaker = speakers.before(clause, at, 0) or speakers.after(clause, end)
            if speaker and kinds.get(speaker.entity or "") in STATE:
                span = Span(clause.tokens[at].start, clause.tokens[end - 1].end)
                found.append(OfficialPosition(speaker.entity, cast(Position, name), span))
        at = max(end, at + 1)
    return found


def _position_at(clause: Clause, at: int) -> tuple[str | None, int]:
    words = tuple(t.lower for t in clause.tokens[at : at + LONGEST])
    for length in range(len(words), 0, -1):
        if name := clause.cues.positions.get(words[:length]):
            return name, at + length
    return None, at
