"""Read RSS and Atom: the fast parser first, the tolerant one where the fast one loses something.

Both are handed bytes without a DTD, and neither sanitises: `clean` does.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Literal

import fastfeedparser
import feedparser

from watchdesk.engine.errors import UnreadableFeed
from watchdesk.engine.feeds import channel
from watchdesk.engine.feeds.clean import absolute, images, is_address, plain, safe
from watchdesk.engine.feeds.guard import check_depth
from watchdesk.engine.records import Feed, FeedItem, Image
from watchdesk.engine.text.dates import moment

MOST_ITEMS = 5_000
SLOW_BYTES = 2 * 1024 * 1024
"""More is not given to the tolerant parser, which takes 0.6 s a megabyte."""
ITEM = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]")
ATOM = re.compile(rb"<(?:\w+:)?feed[\s>]")
LOSES = re.compile(
    rb"xml:base=|</author>\s*<author>|<(?:xhtml:)?body\b|<fullitem|\bmode=|purl.org/atom/ns#"
    rb"|type=[\"']?(?:xhtml|application/(?:xhtml|octet)|text/xml)|</dc:creator>\s*<dc:creator>"
    rb"|<(?:title|description|summary|content)\b[^<>]*>[^<]*<[A-Za-z]"
)
"""What the fast parser does not resolve, or drops: bases, all authors but the first, inline markup,
base64."""
MADE_UP = 20
"""Characters in which a summary begins like the body, if it was made of it."""
PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:$|\?)", re.I)
Raw = Mapping[str, Any]


def parse(body: bytes, url: str) -> Feed:
    """Read RSS 0.9x, 1.0, 2.0 or Atom 0.3, 1.0.

    Raises:
        UnreadableFeed: neither parser finds a feed.
    """
    head = channel.head(body)
    raw = _raw(body, url)
    about = raw["feed"]
    home = absolute(about.get("link"), url)
    entries = raw["entries"][:MOST_ITEMS]
    items = [item for entry in entries if (item := _item(entry, home or url))]
    return Feed(
        kind=_kind(body),
        title=plain(about.get("title")),
        items=tuple(items),
        home_url=home,
        language=channel.language(head) or about.get("language"),
        hub_url=absolute(channel.hub(head), url),
        ttl_seconds=channel.ttl_seconds(head),
        unaddressed=len(raw["entries"]) - len(items),
    )


def _kind(body: bytes) -> Literal["rss", "atom"]:
    return "atom" if ATOM.search(body, 0, channel.HEAD_BYTES) else "rss"


def _raw(body: bytes, url: str) -> Raw:
    slow = len(body) <= SLOW_BYTES
    if slow and LOSES.search(body):
        return _tolerant(body, url)
    try:
        raw: Raw = fastfeedparser.parse(body, include_tags=False)
    except (ValueError, TypeError, KeyError, AttributeError, LookupError) as error:
        if not slow:
            raise UnreadableFeed(url, _line(error)) from error
        return _tolerant(body, url)
    return _tolerant(body, url) if slow and not raw["entries"] and ITEM.search(body) else raw


def _tolerant(body: bytes, url: str) -> Raw:
    check_depth(body, url)
    try:
        raw: Raw = feedparser.parse(
            body,
            response_headers={
                "content-location": url,
                "content-type": "application/xml; charset=utf-8",
            },
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (ValueError, TypeError, KeyError, AttributeError, LookupError) as error:
        raise UnreadableFeed(url, _line(error)) from error
    if not raw["entries"] and not raw.get("version"):
        raise UnreadableFeed(url, _line(raw.get("bozo_exception") or "no feed element"))
    return raw


def _line(error: object) -> str:
    return " ".join(str(error).split())[:200]


def _item(raw: Raw, base: str) -> FeedItem | None:
    address = _address(raw, base)
    if not address:
        return None
    bodies = [one.get("value") for one in raw.get("content") or ()]
    content = safe(max((body for body in bodies if body), key=len, default=None), address)
    summary = _summary(raw, content)
    return FeedItem(
        url=address,
        title=plain(raw.get("title")),
        id=raw.get("id") or None,
        summary=plain(summary) or plain(content) or None,
        content_html=content,
        authors=tuple(_authors(raw)),
        published=_date(raw, "published"),
        updated=_date(raw, "updated"),
        language=_language(raw),
        images=_images(raw, base, content or safe(summary, address)),
    )


def _summary(raw: Raw, content: str | None) -> str | None:
    """Give the summary as markup; one that the fast parser made of a body is made of it anew."""
    summary: str | None = raw.get("summary") or raw.get("description")
    if content and summary and plain(content).startswith(plain(summary)[:MADE_UP]):
        return content
    return summary


def _address(raw: Raw, base: str) -> str | None:
    """Give the item's page: its link, else an id that is an address, else what it encloses."""
    id = raw.get("id")
    enclosed = next(
        (one.get("url") or one.get("href") for one in raw.get("enclosures") or ()), None
    )
    pages = [one.get("href") for one in raw.get("links") or () if one.get("rel") == "alternate"]
    ways = (
        *pages[:1],
        raw.get("link"),
        id if isinstance(id, str) and is_address(id) else None,
        enclosed,
    )
    return next((address for way in ways if (address := absolute(way, base))), None)


def _date(raw: Raw, name: str) -> datetime | None:
    """Give a date from what the parser made of it, else from the words."""
    parsed = raw.get(f"{name}_parsed") if hasattr(raw, "keymap") else None
    if parsed:
        return moment("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+00:00".format(*parsed[:6]))
    return moment(raw.get(name))


def _authors(raw: Raw) -> Iterator[str]:
    named = [one.get("name") or one.get("email") for one in raw.get("authors") or ()]
    for name in dict.fromkeys(plain(one) for one in named or [raw.get("author")] if one):
        if name:
            yield name


def _language(raw: Raw) -> str | None:
    details = [raw.get("title_detail"), *(raw.get("content") or ())]
    return next((one["language"] for one in details if one and one.get("language")), None)


def _images(raw: Raw, base: str, content: str | None) -> tuple[Image, ...]:
    found: dict[str, Image] = {}
    for media in raw.get("media_content") or ():
        if _shows(media):
            _add(found, media.get("url"), base, media.get("description"), media.get("credit"))
    for file in raw.get("enclosures") or ():
        if _shows(file):
            _add(found, file.get("url") or file.get("href"), base)
    for thumbnail in raw.get("media_thumbnail") or ():
        _add(found, thumbnail.get("url"), base)
    _add(found, (raw.get("image") or {}).get("href"), base)
    for image in images(content):
        found.setdefault(image.url, image)
    return tuple(found.values())


def _shows(file: Raw) -> bool:
    kind = str(file.get("medium") or file.get("type") or "")
    return kind.startswith("image") or (not kind and bool(PICTURE.search(file.get("url") or "")))


def _add(
    found: dict[str, Image],
    address: str | None,
    base: str,
    caption: str | None = None,
    credit: str | None = None,
) -> None:
    if whole := absolute(address, base):
        found.setdefault(whole, Image(whole, plain(caption) or None, plain(credit) or None))
