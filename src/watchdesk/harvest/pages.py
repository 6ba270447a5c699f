"""Fetches one page, keeps its bytes, and reads it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from watchdesk.engine.errors import FetchError, ReaderDied, UnreadableArticle, WatchdeskError
from watchdesk.engine.records import Capture
from watchdesk.harvest.fetch.answers import Fetched
from watchdesk.harvest.fetch.client import Fetcher
from watchdesk.harvest.fetch.wishes import retry_after_seconds
from watchdesk.harvest.pace import HostRests, Pace
from watchdesk.harvest.permission import Permission
from watchdesk.harvest.readers import ARTICLE_FENCE, PAGE_FENCE, Readers
from watchdesk.harvest.store import Kept, Page, Reading, host_of
from watchdesk.harvest.workers import Workers

READABLE = ("text/", "application/xhtml+xml", "application/xml", "application/octet-stream")
MOST_ATTEMPTS = 6
"""The last one comes about five hours after the first."""
BUSY = frozenset({429, 503})
STEP = timedelta(minutes=20)
LONGEST_REST_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a page could not be kept: one clear line; `retry_at` None gives it up."""

    error: str
    retry_at: datetime | None = None
    kept: Kept | None = None


@dataclass(frozen=True, slots=True)
class Tools:
    """What a page is fetched and read with; `keep` writes its bytes to the disk."""

    fetcher: Fetcher
    pace: Pace
    permission: Permission
    workers: Workers
    readers: Readers
    keep: Callable[[Fetched], Awaitable[Kept]]


async def fetch(page: Page, tools: Tools) -> Fetched | Failure:
    """Fetch a page when it is its host's turn; whatever happens is told in the answer."""
    try:
        return await _fetch(page, tools)
    except HostRests as rest:
        return Failure(str(rest), datetime.now(UTC) + timedelta(seconds=rest.seconds))
    except FetchError as error:
        return Failure(str(error), _retry_at(page, error))


async def read(page: Page, answer: Fetched, tools: Tools) -> Reading | Failure:
    """Keep the bytes of a page and read it; whatever happens is told in the answer.

    Raises:
        OSError: its bytes cannot be kept, because the disk is full or broken.
    """
    kept = await tools.keep(answer)
    capture = Capture(
        url=answer.final_url,
        body=answer.body,
        fetched_at=answer.fetched_at,
        content_type=kept.content_type,
    )
    try:
        article = await tools.workers.call(PAGE_FENCE, tools.readers.page, page, capture)
        found = await tools.workers.call(ARTICLE_FENCE, tools.readers.article, article)
    except (UnreadableArticle, ReaderDied) as error:
        return Failure(_named(page, error), kept=kept)
    return Reading(page, kept, found.article, found.report, found.near_duplicate_keys)


async def _fetch(page: Page, tools: Tools) -> Fetched:
    robots = await tools.permission.ask(page.url)
    host = host_of(page.url)
    async with tools.pace.visit(host):
        answer = await tools.fetcher.get(page.url)
    wish = (answer.status in BUSY and retry_after_seconds(answer)) or robots.delay_seconds
    if wish:
        tools.pace.rest(host, min(wish, LONGEST_REST_SECONDS))
    answer.raise_for_status()
    kind = (answer.header("Content-Type") or "text/html").lower()
    if not kind.startswith(READABLE):
        raise _NotAPage(page.url, f"not a page but {kind[:60]}")
    return answer


class _NotAPage(FetchError):
    """The address holds a picture, a film or a document."""

    hard = True


def _retry_at(page: Page, error: FetchError) -> datetime | None:
    """Say when to try again: later with each attempt; never where that is pointless."""
    attempts = page.attempts + 1
    if error.hard or attempts >= MOST_ATTEMPTS:
        return None
    return datetime.now(UTC) + STEP * attempts


def _named(page: Page, error: WatchdeskError) -> str:
    """Give one line that names the page, which a reader that died does not."""
    line = str(error)
    return line if page.url in line else f"{page.url}: the reader {line}"
