"""Finds out what can be polled at an address somebody typed: a feed, its feeds, or its links."""

import re
from dataclasses import dataclass
from typing import Literal

from resiliparse.parse.html import ElementNode, HTMLTree
from yarl import URL

from watchdesk.engine.errors import UnreadableFeed
from watchdesk.engine.feeds.parse import parse
from watchdesk.engine.text.charset import decode, of_content_type
from watchdesk.harvest.fetch.answers import Fetched

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
NOT_NEWS = re.compile(r"comment|podcast", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """An address to poll, of which kind, and the title of what stands there."""

    url: str
    kind: Literal["feed", "sitemap", "page"]
    title: str = ""
    language: str | None = None


def discover(answer: Fetched) -> tuple[Found, ...]:
    """Say what an answer offers: itself if it is a feed, else the feeds it names, else its links.

    Runs in a worker: the bytes are a stranger's.
    """
    kind = answer.header("Content-Type")
    try:
        feed = parse(answer.body, answer.final_url, kind)
    except UnreadableFeed:
        return _of_page(answer, kind)
    what: Literal["feed", "sitemap"] = "sitemap" if feed.kind.startswith("sitemap") else "feed"
    return (Found(answer.final_url, what, feed.title, feed.language),)


def _of_page(answer: Fetched, content_type: str | None) -> tuple[Found, ...]:
    tree = HTMLTree.parse(decode(answer.body, (of_content_type(content_type),)))
    title = " ".join((tree.title or "").split())
    nodes = (node for node in tree.document or () if isinstance(node, ElementNode))
    found = [_feed(node, answer.final_url) for node in nodes if _names_feed(node)]
    feeds = tuple(dict.fromkeys(feed for feed in found if feed))
    return feeds or (Found(answer.final_url, "page", title),)


def _names_feed(node: ElementNode) -> bool:
    return (
        node.tag == "link"
        and "alternate" in (node.getattr("rel") or "").lower().split()
        and (node.getattr("type") or "").lower().startswith(FEED_TYPES)
    )


def _feed(node: ElementNode, base: str) -> Found | None:
    title = " ".join((node.getattr("title") or "").split())
    href = node.getattr("href") or ""
    if not href or NOT_NEWS.search(f"{title} {href}"):
        return None
    try:
        return Found(str(URL(base).join(URL(href.strip()))), "feed", title)
    except (ValueError, IndexError):
        return None
