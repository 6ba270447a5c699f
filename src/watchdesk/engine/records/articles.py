"""What the harvest brings: feeds and pages, and the readable part of a page."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of an article; it is never fetched by a parser."""

    url: str
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry of a feed, as the feed tells it; `title` and `summary` are plain text."""

    url: str
    title: str
    id: str | None = None
    summary: str | None = None
    content_html: str | None = None
    """The sanitised body, where the feed carries one."""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    language: str | None = None
    images: tuple[Image, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and its items, in feed order."""

    kind: Literal["rss", "atom", "json", "sitemap", "sitemap_index", "page"]
    """`page` is a list of links read from an HTML page that has no feed."""
    title: str
    items: tuple[FeedItem, ...]
    home_url: str | None = None
    language: str | None = None
    hub_url: str | None = None
    """WebSub hub, where the feed names one."""
    ttl_seconds: int | None = None
    """How long the feed asks to be left alone (ttl, sy:updatePeriod)."""
    sitemaps: tuple[str, ...] = ()
    """Further sitemaps named by a sitemap index."""
    unaddressed: int = 0
    """How many items were left out because they name no address to fetch."""


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes of one page, and when we saw them (aware datetime, UTC)."""

    url: str
    body: bytes
    fetched_at: datetime | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """The readable part of a page.  `text` is NFC; every Span counts its characters.

    `published` is a date or an aware datetime; None where it is not known.  `language` is a code
    of VOCABULARY (`en`, `ru`, `sr-Latn` ...), "und" where none was recognised, None before looking.
    The title is not part of `text`.
    """

    text: str
    title: str = ""
    id: str | None = None
    url: str | None = None
    byline: str | None = None
    published: date | None = None
    language: str | None = None
    dateline_place: str | None = None
    outlet: str | None = None
    """Id of the source it came from, where known."""
    images: tuple[Image, ...] = ()
