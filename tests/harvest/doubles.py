"""Readers as simple as can be, in place of the engine's: they run in worker processes."""

import ctypes
import time
from datetime import datetime

from watchdesk.engine.errors import UnreadableArticle, UnreadableFeed
from watchdesk.engine.records import Article, Capture, Feed, FeedItem, Relevance, Report
from watchdesk.harvest.readers import Read, Readers
from watchdesk.harvest.store import Page


def feed(*lines: str) -> str:
    """Write a feed of these tests: `item URL [updated]`, `sitemap URL` or `ttl SECONDS` a line."""
    return "\n".join(["FEED", *lines])


def read_feed(body: bytes, url: str, content_type: str | None) -> Feed:
    first, *lines = body.decode().split("\n")
    if first == "CRASH":
        ctypes.string_at(0)
    if first != "FEED":
        raise UnreadableFeed(url, "it is HTML")
    words = [line.split() for line in lines]
    items = tuple(_item(rest) for what, *rest in words if what == "item")
    sitemaps = tuple(rest[0] for what, *rest in words if what == "sitemap")
    ttl = next((int(rest[0]) for what, *rest in words if what == "ttl"), None)
    kind = "sitemap" if url.endswith(".xml") else "rss"
    return Feed(kind, "Herald", items, sitemaps=sitemaps, ttl_seconds=ttl)


def _item(rest: list[str]) -> FeedItem:
    updated = datetime.fromisoformat(rest[1]) if rest[1:] else None
    return FeedItem(rest[0], f"Title of {rest[0]}", updated=updated)


def read_page(page: Page, capture: Capture) -> Article:
    text = capture.body.decode()
    if text == "CRASH":
        ctypes.string_at(0)
    if text == "HANG":
        time.sleep(60)
    if text == "EMPTY":
        raise UnreadableArticle(capture.url, "no text in it")
    return Article(text, title=page.item.title, url=page.url, outlet=page.source)


def read_article(article: Article) -> Read:
    relevant = "court" in article.text
    report = Report(str(article.url), article, Relevance(float(relevant), relevant))
    return Read(article, report, (1, 2))


READERS = Readers(read_feed, read_page, read_article)
