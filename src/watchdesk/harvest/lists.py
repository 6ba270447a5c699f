"""Finds what is new on a page that lists articles and has no feed: links that look like headlines.

Runs in a worker.  That a link is new is told by comparing, as with any item of a feed.
"""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit, urlunsplit

from resiliparse.parse.html import ElementNode, HTMLTree

from watchdesk.engine.articles.guard import bounded
from watchdesk.engine.errors import UnreadableArticle, UnreadableFeed
from watchdesk.engine.records import Feed, FeedItem
from watchdesk.engine.text.charset import decode, of_content_type
from watchdesk.harvest.fetch.urls import without_tracking

MOST_LINKS = 200
FEWEST_WORDS, FEWEST_LETTERS = 4, 25
"""A headline has so many words, or so many letters; a name of a section has fewer."""
NO_PAGE = re.compile(r"\.(?:pdf|docx?|xlsx?|zip|jpe?g|png|gif|mp[34]|svg|css|js)$", re.IGNORECASE)


def read_list(body: bytes, url: str, content_type: str | None = None) -> Feed:
    """Give the links of a list page as items, in the order of the page, without dates.

    Raises:
        UnreadableFeed: no link on it looks like a headline, or it is made to exhaust a parser.
    """
    try:
        tree = HTMLTree.parse(bounded(decode(body, (of_content_type(content_type),)), url))
    except UnreadableArticle as error:
        raise UnreadableFeed(url, error.why) from error
    titles: dict[str, str] = {}
    for address, title in _links(tree, url):
        if len(title) > len(titles.get(address, "")):
            titles[address] = title
    items = tuple(FeedItem(a, t) for a, t in titles.items() if _is_headline(t))[:MOST_LINKS]
    if not items:
        raise UnreadableFeed(url, "no link on it looks like a headline")
    return Feed("page", " ".join((tree.title or "").split()), items, home_url=url)


def _links(tree: HTMLTree, url: str) -> Iterator[tuple[str, str]]:
    site = _site(url)
    for anchor in _anchors(tree):
        address = _address(anchor.getattr("href") or "", url)
        if address and _site(address) == site and _deeper(address, url):
            yield address, " ".join((anchor.text or "").split())


def _address(href: str, base: str) -> str | None:
    """Resolve a link and take off what only counts visitors; None where it is no page."""
    try:
        parts = urlsplit(urljoin(base, href.strip()))
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or NO_PAGE.search(parts.path):
        return None
    return without_tracking(urlunsplit(parts))


def _site(url: str) -> str:
    """Give the last two labels of the host: www.herald.example and herald.example are one."""
    return ".".join((urlsplit(url).hostname or "").split(".")[-2:])


def _deeper(address: str, url: str) -> bool:
    """Tell whether it is neither the front page nor the list itself."""
    path = urlsplit(address).path.strip("/")
    return bool(path) and address.rstrip("/") != url.rstrip("/")


def _is_headline(title: str) -> bool:
    return len(title.split()) >= FEWEST_WORDS or len(title) >= FEWEST_LETTERS


def _anchors(tree: HTMLTree) -> Iterator[ElementNode]:
    """Walk the tree: a collection of resiliparse takes quadratic time (5,000 links: 120 s)."""
    for node in tree.document or ():
        if isinstance(node, ElementNode) and node.tag == "a":
            yield node
