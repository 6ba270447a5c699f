"""Asks a site's robots.txt before its pages, once a day a host."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field

from yarl import URL

from watchdesk.engine.errors import FetchError, ForbiddenAddress, Refused
from watchdesk.harvest.fetch.answers import OK
from watchdesk.harvest.fetch.client import Fetcher
from watchdesk.harvest.pace import Pace
from watchdesk.harvest.robots import NO_RULES, Robots, read
from watchdesk.harvest.store import host_of

DAY_SECONDS, RETRY_SECONDS = 86400, 600
MOST_HOSTS = 20_000
SERVER_ERROR = 500
TOO_MANY = 429


@dataclass(slots=True)
class Known:
    """What a host's robots.txt said, and until when that holds; `trouble` where none came."""

    robots: Robots = NO_RULES
    trouble: str | None = None
    until: float = 0.0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Permission:
    """Remembers the robots.txt of each host."""

    def __init__(self, fetcher: Fetcher, pace: Pace, agent: str) -> None:
        self._fetcher = fetcher
        self._pace = pace
        self._agent = agent
        self._known: OrderedDict[str, Known] = OrderedDict()

    async def ask(self, url: str) -> Robots:
        """Give the site's wishes if it lets us fetch the page.

        Raises:
            Refused: it does not.
            FetchError: its robots.txt cannot be had, which RFC 9309 reads as a no for now.
        """
        robots = await self._robots(url)
        if not robots.allows(url):
            raise Refused(url, "robots.txt says no")
        return robots

    async def _robots(self, url: str) -> Robots:
        root = str(URL(url).origin())
        known = self._known.setdefault(root, Known())
        self._known.move_to_end(root)
        async with known.lock:
            if known.until < asyncio.get_running_loop().time():
                await self._learn(root, known)
        if len(self._known) > MOST_HOSTS:
            self._known.popitem(last=False)
        if known.trouble:
            raise FetchError(url, f"robots.txt cannot be had: {known.trouble}")
        return known.robots

    async def _learn(self, root: str, known: Known) -> None:
        try:
            async with self._pace.visit(host_of(root)):
                answer = await self._fetcher.get(f"{root}/robots.txt")
        except ForbiddenAddress:
            raise
        except FetchError as error:
            known.robots, known.trouble = NO_RULES, error.why
        else:
            in_trouble = answer.status >= SERVER_ERROR or answer.status == TOO_MANY
            known.trouble = f"answered {answer.status}" if in_trouble else None
            known.robots = read(answer.body, self._agent) if answer.status == OK else NO_RULES
        rest = RETRY_SECONDS if known.trouble else DAY_SECONDS
        known.until = asyncio.get_running_loop().time() + rest
