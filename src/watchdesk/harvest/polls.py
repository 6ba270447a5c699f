"""Asks one channel what is new."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from math import ceil

from watchdesk.engine.errors import FetchError, ReaderDied, UnreadableFeed
from watchdesk.engine.records import Feed, FeedItem
from watchdesk.harvest.fetch.answers import NOT_MODIFIED, Fetched
from watchdesk.harvest.fetch.client import Fetcher
from watchdesk.harvest.fetch.urls import without_tracking
from watchdesk.harvest.fetch.wishes import fresh_seconds, retry_after_seconds
from watchdesk.harvest.pace import HostRests, Pace
from watchdesk.harvest.permission import Permission
from watchdesk.harvest.readers import FEED_FENCE, Readers
from watchdesk.harvest.schedule import Outcome, What, decide
from watchdesk.harvest.store import Channel, Poll, host_of
from watchdesk.harvest.workers import Workers

GONE = 410
BUSY = frozenset({429, 503})
SITEMAP_DAYS = 60
"""A sitemap lists a site's whole past: what is older is left to the archives, and counted."""
MOST_SITEMAPS = 50
LONGEST_REST_SECONDS = 3600
Unseen = Callable[[Sequence[FeedItem]], Awaitable[Sequence[FeedItem]]]


@dataclass(frozen=True, slots=True)
class Tools:
    """What a poll is done with."""

    fetcher: Fetcher
    pace: Pace
    permission: Permission
    workers: Workers
    readers: Readers
    unseen: Unseen


async def poll(channel: Channel, tools: Tools) -> Poll:
    """Ask a channel; whatever happens is told in the answer, and when to ask again."""
    answer: Fetched | None = None
    try:
        if channel.kind == "page":
            await tools.permission.ask(channel.url)
        async with tools.pace.visit(host_of(channel.url)):
            answer = await tools.fetcher.get(channel.url, _conditions(channel))
        _rest(answer, tools.pace)
        answer.raise_for_status()
        if answer.status == NOT_MODIFIED:
            return _poll(channel, answer, _outcome(answer, "unchanged"))
        feed = await tools.workers.call(
            FEED_FENCE,
            tools.readers.links if channel.kind == "page" else tools.readers.feed,
            answer.body,
            answer.final_url,
            answer.header("Content-Type"),
        )
        return await _heard(channel, answer, feed, tools)
    except HostRests as rest:
        return _put_off(channel, rest)
    except (FetchError, UnreadableFeed, ReaderDied) as error:
        return _failed(channel, answer, error)


def _conditions(channel: Channel) -> dict[str, str]:
    conditions = {"If-None-Match": channel.etag, "If-Modified-Since": channel.last_modified}
    return {name: value for name, value in conditions.items() if value}


def _rest(answer: Fetched, pace: Pace) -> None:
    """Leave the whole host alone where it asks for that."""
    seconds = retry_after_seconds(answer)
    if seconds and answer.status in BUSY:
        pace.rest(host_of(answer.final_url), min(seconds, LONGEST_REST_SECONDS))


async def _heard(channel: Channel, answer: Fetched, feed: Feed, tools: Tools) -> Poll:
    items = tuple(_plain(item) for item in _recent(feed, answer.fetched_at))
    new = tuple(await tools.unseen(items))
    outcome = replace(
        _outcome(answer, "fresh"),
        offered=len(items),
        new=len(new),
        ttl_seconds=feed.ttl_seconds,
    )
    found = tuple(Channel(channel.source, url, "sitemap") for url in feed.sitemaps[:MOST_SITEMAPS])
    told = replace(
        channel, etag=answer.header("ETag"), last_modified=answer.header("Last-Modified")
    )
    return replace(
        _poll(told, answer, outcome),
        items=new,
        found=found,
        left_out=feed.unaddressed + len(feed.items) - len(items),
        moved_to=answer.moved_to,
    )


def _recent(feed: Feed, now: datetime) -> tuple[FeedItem, ...]:
    if feed.kind != "sitemap":
        return feed.items
    since = now - timedelta(days=SITEMAP_DAYS)
    return tuple(item for item in feed.items if (item.published or item.updated or since) > since)


def _plain(item: FeedItem) -> FeedItem:
    url = without_tracking(item.url)
    return item if url == item.url else replace(item, url=url)


def _outcome(answer: Fetched, what: What) -> Outcome:
    return Outcome(
        answer.fetched_at,
        what,
        fresh_seconds=fresh_seconds(answer),
        retry_after_seconds=retry_after_seconds(answer),
    )


def _poll(channel: Channel, answer: Fetched, outcome: Outcome) -> Poll:
    verdict = decide(channel, outcome)
    return Poll(verdict.channel, outcome.at, status=answer.status, alive=verdict.alive)


def _put_off(channel: Channel, rest: HostRests) -> Poll:
    now = datetime.now(UTC)
    verdict = decide(channel, Outcome(now, "put_off", retry_after_seconds=ceil(rest.seconds)))
    return Poll(verdict.channel, now, error=str(rest), alive=verdict.alive)


def _failed(
    channel: Channel, answer: Fetched | None, error: FetchError | UnreadableFeed | ReaderDied
) -> Poll:
    hard = not isinstance(error, FetchError) or error.hard
    what: What = "hard" if hard else "soft"
    if answer and answer.status == GONE:
        what = "gone"
    outcome = _outcome(answer, what) if answer else Outcome(datetime.now(UTC), what)
    verdict = decide(channel, outcome)
    return Poll(
        verdict.channel,
        outcome.at,
        status=answer.status if answer else None,
        error=_named(channel, error),
        alive=verdict.alive,
    )


def _named(channel: Channel, error: Exception) -> str:
    """Give one line that names the channel, which a reader that died does not."""
    line = str(error)
    return line if channel.url in line else f"{channel.url}: {line}"
