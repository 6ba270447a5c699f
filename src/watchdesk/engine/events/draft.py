"""An event on its way: what was matched, and what is known of it so far."""

from dataclasses import dataclass

from watchdesk.engine.events.reading import Reading
from watchdesk.engine.events.triggers import Match
from watchdesk.engine.records import Event, Filler


@dataclass(frozen=True, slots=True)
class Draft:
    """An event and the match and reading it came from."""

    event: Event
    match: Match
    reading: Reading

    @property
    def type(self) -> str:
        return self.event.type

    def fillers(self, *roles: str) -> tuple[Filler, ...]:
        """Give the fillers of these roles, in the order of the roles."""
        return tuple(f for role in roles for f in self.event.roles.get(role, ()))
