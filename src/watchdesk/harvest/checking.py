"""Asks addresses once, for somebody who wants to know whether they work; keeps nothing."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from watchdesk.engine.errors import WatchdeskError
from watchdesk.engine.feeds.parse import parse
from watchdesk.harvest.discover import Found, discover
from watchdesk.harvest.fetch.addresses import Allowed
from watchdesk.harvest.fetch.client import Fetcher, Manners
from watchdesk.harvest.lists import read_list
from watchdesk.harvest.pace import Pace
from watchdesk.harvest.readers import FEED_FENCE
from watchdesk.harvest.source_files import Source
from watchdesk.harvest.store import Channel, host_of
from watchdesk.harvest.workers import Workers

SPACING_SECONDS = 1.0
AT_ONCE = 32


@dataclass(frozen=True, slots=True)
class Finding:
    """What one address answered, in one line."""

    source: str
    url: str
    told: str
    fine: bool


async def look_at(url: str, allow: Allowed = frozenset()) -> tuple[Found, ...]:
    """Find what can be polled at an address.

    Raises:
        FetchError: it cannot be fetched.
        ReaderDied: what it answers kills a parser.
    """
    async with Fetcher(Manners(allow=allow)) as fetcher, Workers(1) as workers:
        answer = await fetcher.get(url)
        answer.raise_for_status()
        return await workers.call(FEED_FENCE, discover, answer)


async def check_sources(
    sources: Sequence[Source], allow: Allowed = frozenset()
) -> Sequence[Finding]:
    """Ask every channel of the sources; findings in their order."""
    pace, places = Pace(SPACING_SECONDS), asyncio.Semaphore(AT_ONCE)
    async with Fetcher(Manners(allow=allow)) as fetcher, Workers(1) as workers:

        async def check(channel: Channel) -> Finding:
            async with places, pace.visit(host_of(channel.url)):
                return await _check(channel, fetcher, workers)

        channels = [channel for source in sources for channel in source.channels]
        return await asyncio.gather(*map(check, channels))


async def _check(channel: Channel, fetcher: Fetcher, workers: Workers) -> Finding:
    reader = read_list if channel.kind == "page" else parse
    try:
        answer = await fetcher.get(channel.url)
        answer.raise_for_status()
        kind = answer.header("Content-Type")
        feed = await workers.call(FEED_FENCE, reader, answer.body, answer.final_url, kind)
    except WatchdeskError as error:
        return Finding(channel.source, channel.url, str(error), fine=False)
    moved = f", moved to {answer.moved_to}" if answer.moved_to else ""
    told = f"{channel.url}: {feed.kind}, {len(feed.items)} items{moved}"
    return Finding(channel.source, channel.url, told, fine=True)
