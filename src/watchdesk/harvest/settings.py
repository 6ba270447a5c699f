"""How a watch is run."""

from dataclasses import dataclass, field
from pathlib import Path

from watchdesk.harvest.fetch.client import Manners


@dataclass(frozen=True, slots=True)
class Settings:
    """All that may differ from one watch to another; `captures` is the folder of WARC files."""

    captures: Path
    manners: Manners = field(default_factory=Manners)
    agent: str = "watchdesk"
    """The name that robots.txt files call us by."""
    spacing_seconds: float = 2.0
    """Between two visits to one host."""
    polls: int = 100
    """Channels in work at once."""
    pages: int = 32
    """Pages in work at once."""
    workers: int = 2
    """Processes that read."""
    lease_seconds: int = 300
    idle_seconds: float = 2.0
    """Between two looks for work where there is none."""
    grace_seconds: float = 10.0
    """For work in hand when the watch is asked to stop."""
