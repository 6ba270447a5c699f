"""The watch: channels are polled, pages fetched, kept and read, one round or for ever."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from typing import ParamSpec, TypeVar

from aiohttp.abc import AbstractResolver

from watchdesk.harvest import pages, polls
from watchdesk.harvest.evidence.custody import Custody
from watchdesk.harvest.evidence.mend import mend
from watchdesk.harvest.fetch.answers import Fetched
from watchdesk.harvest.fetch.client import Fetcher
from watchdesk.harvest.log import say
from watchdesk.harvest.pace import Pace
from watchdesk.harvest.permission import Permission
from watchdesk.harvest.pump import Pump
from watchdesk.harvest.readers import Readers
from watchdesk.harvest.settings import Settings
from watchdesk.harvest.store import Channel, Kept, Page, Reading, Store, host_of
from watchdesk.harvest.warc import Warc
from watchdesk.harvest.workers import Workers

P = ParamSpec("P")
T = TypeVar("T")


class Watch:
    """One watch over one store; `run` may be called once."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        readers: Readers,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self.store = store
        self.settings = settings
        self.tally: Counter[str] = Counter()
        """How many channels and pages were handled, by outcome."""
        self._readers = readers
        self._resolver = resolver
        self._fetching: Counter[str] = Counter()

    async def run(self, stop: asyncio.Event, *, once: bool = False) -> Counter[str]:
        """Work until `stop` is set; with `once`, until nothing is due.  Gives the tally."""
        async with AsyncExitStack() as stack:
            await self._begin(stack)
            channels = Pump("channels", self.settings.polls, self._take_channels, self._poll)
            reading = Pump("pages", self.settings.pages, self._take_pages, self._read)
            idle = self.settings.idle_seconds
            polling = asyncio.create_task(
                channels.run(stop, idle, (lambda: True) if once else None)
            )
            await reading.run(stop, idle / 4 if once else idle, polling.done if once else None)
            await polling
            await self._end(channels, reading)
        say("stopped", **self.tally)
        return self.tally

    async def _begin(self, stack: AsyncExitStack) -> None:
        settings = self.settings
        self._in_store = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="store"))
        self._on_disk = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="warc"))
        custody = stack.enter_context(Custody(settings.captures))
        for entry in mend(custody, settings.captures, datetime.now(UTC)):
            say("mended", warc=entry.facts.get("warc"), bytes=entry.facts.get("length"))
        self._warc = stack.enter_context(Warc(settings.captures, custody))
        workers = await stack.enter_async_context(Workers(settings.workers, self._readers.prepare))
        fetcher = await stack.enter_async_context(Fetcher(settings.manners, self._resolver))
        self._pace = Pace(settings.spacing_seconds)
        permission = Permission(fetcher, self._pace, settings.agent)
        self._for_polls = polls.Tools(
            fetcher,
            self._pace,
            permission,
            workers,
            self._readers,
            lambda items: self._ask(self.store.unseen, items),
        )
        self._for_pages = pages.Tools(
            fetcher, self._pace, permission, workers, self._readers, self._keep
        )

    async def _end(self, channels: Pump[Channel], reading: Pump[Page]) -> None:
        """Let what is in hand finish, and give the rest back."""
        grace = self.settings.grace_seconds
        left, unread = await asyncio.gather(channels.finish(grace), reading.finish(grace))
        await self._ask(self.store.give_back, left, unread)

    async def _ask(self, method: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask the store, in its own thread."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._in_store, lambda: method(*args, **kwargs))

    async def _keep(self, answer: Fetched) -> Kept:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._on_disk, self._warc.keep, answer)

    # --- Channels

    async def _take_channels(self, free: int) -> Sequence[Channel]:
        lease = self.settings.lease_seconds
        return await self._ask(self.store.lease_channels, datetime.now(UTC), free, lease)

    async def _poll(self, channel: Channel) -> None:
        poll = await polls.poll(channel, self._for_polls)
        new = await self._ask(self.store.record_poll, poll)
        self.tally["polls failed" if poll.error else "polls"] += 1
        self.tally["items"] += new
        say(
            "poll",
            logging.WARNING if poll.error else logging.INFO,
            source=channel.source,
            url=channel.url,
            status=poll.status,
            new=new,
            left_out=poll.left_out,
            next=str(poll.channel.next_poll_at),
            error=poll.error,
        )

    # --- Pages

    async def _take_pages(self, free: int) -> Sequence[Page]:
        busy = self._pace.busy(longer_than_seconds=self.settings.lease_seconds / 10)
        busy |= frozenset(host for host, count in self._fetching.items() if count > 0)
        lease = self.settings.lease_seconds
        taken = await self._ask(self.store.lease_pages, datetime.now(UTC), free, lease, busy)
        self._fetching.update(host_of(page.url) for page in taken)
        return taken

    async def _read(self, page: Page) -> None:
        try:
            answer = await pages.fetch(page, self._for_pages)
        finally:
            self._fetching[host_of(page.url)] -= 1
        result = (
            answer
            if isinstance(answer, pages.Failure)
            else await pages.read(page, answer, self._for_pages)
        )
        if isinstance(result, Reading):
            await self._ask(self.store.keep_reading, result)
        else:
            await self._ask(self.store.fail_page, page, result.error, result.retry_at, result.kept)
        self._tell(page, result)

    def _tell(self, page: Page, result: Reading | pages.Failure) -> None:
        if isinstance(result, Reading):
            relevance = result.report.relevance
            outcome = "relevant" if relevance and relevance.relevant else "not relevant"
            self.tally[outcome] += 1
            events = len(result.report.events)
            say("read", source=page.source, url=page.url, outcome=outcome, events=events)
            return
        outcome = "to retry" if result.retry_at else "given up"
        self.tally[outcome] += 1
        level = logging.WARNING
        say("read", level, source=page.source, url=page.url, outcome=outcome, error=result.error)
