"""What the watch needs of a database.  The newsroom provides it; tests use a small one.

State stands on the row, with a lease while someone works on it: whoever dies in mid-work loses
only the lease, and the row is taken up again.  Every method is one transaction and idempotent.
All times are aware datetimes in UTC and come in as arguments.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from watchdesk.engine.records import Article, FeedItem, Report


@dataclass(frozen=True, slots=True)
class Channel:
    """One address of a source that is polled, and what is known of it."""

    source: str
    """Id of the source, as in `harvest/sources/<country>/<id>.yaml`."""
    url: str
    kind: Literal["feed", "sitemap", "page"]
    etag: str | None = None
    last_modified: str | None = None
    interval_seconds: int = 3600
    failures: int = 0
    next_poll_at: datetime | None = None
    last_success_at: datetime | None = None
    expected_per_week: int | None = None


@dataclass(frozen=True, slots=True)
class Poll:
    """What one poll of a channel gave: the channel as it stands after it, and the items seen.

    `error` is one clear line; an item seen before is offered again and must be ignored by its URL.
    """

    channel: Channel
    polled_at: datetime
    status: int | None = None
    items: tuple[FeedItem, ...] = ()
    error: str | None = None
    alive: bool = True
    """False once the channel is given up (410, or failing for long); an editor may revive it."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page to fetch, announced by a channel."""

    source: str
    url: str
    item: FeedItem
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the bytes of a page lie: WARC file, offset of its record, SHA-256 of the body."""

    url: str
    final_url: str
    fetched_at: datetime
    status: int
    content_type: str | None
    sha256: str
    warc: str
    offset: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One page read: the article, its report, and where the bytes are kept."""

    page: Page
    kept: Kept
    article: Article
    report: Report
    near_duplicate_keys: tuple[int, ...] = field(default=())


class Store(Protocol):
    """The database, as the watch sees it."""

    def lease_channels(self, now: datetime, limit: int, lease_seconds: int) -> Sequence[Channel]:
        """Take channels that are due and not leased, the longest due first."""

    def record_poll(self, poll: Poll) -> int:
        """Keep the channel's new state and its new items as pages to fetch; give their number."""

    def lease_pages(self, now: datetime, limit: int, lease_seconds: int) -> Sequence[Page]:
        """Take pages that wait to be fetched and are not leased, the oldest first."""

    def keep_reading(self, reading: Reading) -> None:
        """Keep capture, article and report of a page; a later version joins the same article."""

    def fail_page(self, page: Page, error: str, retry_at: datetime | None) -> None:
        """Note why a page could not be kept; None gives it up."""
