"""From the bytes of a feed or sitemap to its items, whatever the format."""

import re
from dataclasses import replace

from watchdesk.engine.errors import UnreadableFeed
from watchdesk.engine.feeds import jsonfeed, sitemap, syndication
from watchdesk.engine.feeds.guard import bounded
from watchdesk.engine.records import Feed, FeedItem

ROOT = re.compile(rb"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
SKIPPED = re.compile(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>]*>", re.DOTALL | re.I)
HEAD_BYTES = 64 * 1024


def parse(body: bytes, url: str, content_type: str | None = None) -> Feed:
    """Read RSS, Atom, JSON Feed, a sitemap or a sitemap index; items in feed order, each once.

    Titles and summaries are plain text, bodies sanitised, addresses absolute, dates aware in UTC.
    No entity is expanded, nothing is fetched.

    Raises:
        UnreadableFeed: the bytes are none of these; the message says why, in one line.
    """
    body = bounded(body, url, content_type)
    if body.startswith(b"{"):
        feed = jsonfeed.parse(body, url)
    elif not body.startswith(b"<") and (listed := sitemap.parse_text(body, url)):
        feed = listed
    elif not root(body):
        raise UnreadableFeed(url, "neither XML nor JSON")
    elif root(body) in sitemap.ROOTS:
        feed = sitemap.parse(body, url)
    elif root(body) == "opml":
        raise UnreadableFeed(url, "it is a list of feeds (OPML)")
    else:
        feed = syndication.parse(body, url)
    return replace(feed, items=_each_once(feed.items))


def root(body: bytes) -> str:
    """Name the first element, in small letters; "" where there is none near the start."""
    found = ROOT.search(SKIPPED.sub(b"", body[:HEAD_BYTES]))
    return found.group(2).decode("ascii", "replace").lower() if found else ""


def _each_once(items: tuple[FeedItem, ...]) -> tuple[FeedItem, ...]:
    return tuple({(item.url, item.id, item.title): item for item in items}.values())
