"""What the watch needs of a database.  The newsroom provides it; tests use a small one.

State stands on the row, with a lease while someone works on it: whoever dies in mid-work loses
only the lease, and the row is taken up again.  Every method is one transaction and idempotent:
a worker that wakes past its lease may repeat its call and nothing is kept twice.  All times are
aware datetimes in UTC and come in as arguments.  `tests/harvest/store_contract.py` says all this
as tests, which every store must pass.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol
from urllib.parse import urlsplit

from watchdesk.engine.records import Article, FeedItem, Report

PAGES_PER_HOST = 4
"""How many pages of one host `lease_pages` gives at once, so that no host crowds out the rest."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One address of a source that is polled, and what is known of it.  `url` is its key.

    A channel without `next_poll_at` was never polled and is due at once.
    """

    source: str
    """Id of the source, as in `harvest/sources/<country>/<id>.yaml`."""
    url: str
    kind: Literal["feed", "sitemap", "page"]
    etag: str | None = None
    last_modified: str | None = None
    interval_seconds: int = 3600
    failures: int = 0
    """Failures in a row."""
    failing_since: datetime | None = None
    """When the first of the failures in a row happened."""
    next_poll_at: datetime | None = None
    last_success_at: datetime | None = None
    expected_per_week: int | None = None


@dataclass(frozen=True, slots=True)
class Poll:
    """What one poll of a channel gave: the channel as it stands after it, and the items seen.

    `error` is one clear line; an item seen before is offered again and must be ignored by its URL,
    unless its `updated` is later than the one known: then its page waits to be fetched again.
    """

    channel: Channel
    polled_at: datetime
    status: int | None = None
    items: tuple[FeedItem, ...] = ()
    error: str | None = None
    alive: bool = True
    """False once the channel is given up (410, or failing for long).  It is polled again only if
    `channel.next_poll_at` is given, or when an editor revives it."""
    moved_to: str | None = None
    """The new address, where the site says that it moved for good: the channel's key changes."""
    left_out: int = 0
    """How many items are not taken: without an address, or older than the watch goes back."""
    found: tuple[Channel, ...] = ()
    """Channels this one names (the sitemaps of a sitemap index), to be registered."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page to fetch, announced by a channel.  `url` is its key, whichever source came first."""

    source: str
    url: str
    item: FeedItem
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the bytes of a page lie: WARC file, offset of its record, SHA-256 of the body.

    `warc` is the file's name relative to the folder of captures; `sha256` is in hexadecimal, of
    the body after any Content-Encoding was taken off.
    """

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
    """One page read: the article, its report, and where the bytes are kept.

    A page that is not relevant is kept too, with its report saying so.
    """

    page: Page
    kept: Kept
    article: Article
    report: Report
    near_duplicate_keys: tuple[int, ...] = field(default=())


def host_of(url: str) -> str:
    """Give the host and port under which visits to a site are counted and spaced.

    >>> host_of("https://News.Example/a?b"), host_of("http://127.0.0.1:8001/feed")
    ('news.example', '127.0.0.1:8001')
    """
    return urlsplit(url).netloc.rpartition("@")[2].lower()


class Store(Protocol):
    """The database, as the watch sees it."""

    def register(self, channels: Iterable[Channel]) -> int:
        """Add the channels whose URL is not known yet, due at once; give their number."""

    def lease_channels(self, now: datetime, limit: int, lease_seconds: int) -> Sequence[Channel]:
        """Take channels that are due and not leased, the longest due first."""

    def unseen(self, items: Sequence[FeedItem]) -> Sequence[FeedItem]:
        """Give the items, in order, that `record_poll` would keep: new, or updated since."""

    def record_poll(self, poll: Poll) -> int:
        """Keep the channel's new state and its new items as pages to fetch; give their number.

        Ends the lease.  A channel that is not known (any more) is not added.
        """

    def lease_pages(
        self, now: datetime, limit: int, lease_seconds: int, busy_hosts: Collection[str] = ()
    ) -> Sequence[Page]:
        """Take pages that wait to be fetched and are not leased, the oldest first.

        None of a host in `busy_hosts` (as `host_of` gives it), at most PAGES_PER_HOST of any.
        """

    def keep_reading(self, reading: Reading) -> None:
        """Keep capture, article and report of a page; a later version joins the same article.

        The same bytes (`kept.sha256`) of the same page are kept once.  Ends the lease.
        """

    def fail_page(
        self, page: Page, error: str, retry_at: datetime | None, kept: Kept | None = None
    ) -> None:
        """Note why a page could not be kept, and one attempt more; ends the lease.

        `retry_at` None gives it up.  `kept` says where the bytes lie of a page that was fetched
        but could not be read, so that somebody can look at them.
        """

    def give_back(self, channels: Sequence[Channel], pages: Sequence[Page]) -> None:
        """End leases of work that was not begun, so that it is due again at once."""
