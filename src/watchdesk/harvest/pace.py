"""Spaces visits to one host, whichever source or page they belong to."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from watchdesk.engine.errors import FetchError

MOST_HOSTS = 20_000
LONGEST_WAIT_SECONDS = 65.0
"""A host that rests longer (Crawl-delay is capped at a minute) is come back to later."""


class HostRests(FetchError):
    """The host asked to be left alone, for longer than it makes sense to stand in line."""

    def __init__(self, host: str, seconds: float) -> None:
        super().__init__(host, f"asked to be left alone, for {seconds:.0f} s more")
        self.seconds = seconds


@dataclass(slots=True)
class Turn:
    """One host: who is there now, and when it may be visited again (time of the event loop)."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    waiting: int = 0


class Pace:
    """Lets one visitor in at a time, `spacing_seconds` after the last one left."""

    def __init__(self, spacing_seconds: float) -> None:
        self.spacing_seconds = spacing_seconds
        self._turns: OrderedDict[str, Turn] = OrderedDict()

    @asynccontextmanager
    async def visit(self, host: str) -> AsyncIterator[None]:
        """Wait for our turn at a host, and hold it.

        Raises:
            HostRests: the turn is too far off to wait for.
        """
        turn = self._turn(host)
        turn.waiting += 1
        try:
            async with turn.lock:
                loop = asyncio.get_running_loop()
                wait = turn.free_at - loop.time()
                if wait > LONGEST_WAIT_SECONDS:
                    raise HostRests(host, wait)
                await asyncio.sleep(wait)
                try:
                    yield
                finally:
                    turn.free_at = max(turn.free_at, loop.time() + self.spacing_seconds)
        finally:
            turn.waiting -= 1

    def rest(self, host: str, seconds: float) -> None:
        """Leave a host alone for that long (Retry-After, Crawl-delay)."""
        free_at = asyncio.get_running_loop().time() + seconds
        turn = self._turn(host)
        turn.free_at = max(turn.free_at, free_at)

    def busy(self, longer_than_seconds: float = 0.0) -> frozenset[str]:
        """Name the hosts that someone visits or waits for, or that rest longer than that."""
        until = asyncio.get_running_loop().time() + longer_than_seconds
        return frozenset(h for h, t in self._turns.items() if t.waiting or t.free_at > until)

    def _turn(self, host: str) -> Turn:
        turn = self._turns.setdefault(host, Turn())
        self._turns.move_to_end(host)
        if len(self._turns) > MOST_HOSTS:
            self._forget()
        return turn

    def _forget(self) -> None:
        """Drop the hosts nobody needs, the longest unused first."""
        now = asyncio.get_running_loop().time()
        idle = [h for h, t in self._turns.items() if not t.waiting and t.free_at <= now]
        for host in idle[: MOST_HOSTS // 10]:
            del self._turns[host]
