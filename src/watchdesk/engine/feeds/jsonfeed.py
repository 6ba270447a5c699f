"""Read JSON Feed.

Source: https://www.jsonfeed.org/version/1.1/
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from watchdesk.engine.errors import UnreadableFeed
from watchdesk.engine.feeds.clean import absolute, images, plain, safe
from watchdesk.engine.records import Feed, FeedItem, Image
from watchdesk.engine.text.dates import moment


def parse(body: bytes, url: str) -> Feed:
    """Read a feed of version 1 or 1.1; items that name no address are counted, not kept.

    Raises:
        UnreadableFeed: no JSON, too deep, or JSON that is no feed.
    """
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UnreadableFeed(url, f"no JSON: {error}"[:200]) from error
    if not isinstance(raw, dict) or not isinstance(raw.get("items"), list):
        raise UnreadableFeed(url, "JSON without a list of items")
    home = absolute(_text(raw, "home_page_url"), url)
    items = [item for one in raw["items"] if (item := _item(one, home or url))]
    return Feed(
        kind="json",
        title=plain(_text(raw, "title")),
        items=tuple(items),
        home_url=home,
        language=_text(raw, "language"),
        hub_url=next((_text(hub, "url") for hub in _many(raw, "hubs")), None),
        unaddressed=len(raw["items"]) - len(items),
    )


def _item(raw: object, base: str) -> FeedItem | None:
    if not isinstance(raw, dict):
        return None
    id = raw.get("id")
    address = absolute(_text(raw, "url") or _text(raw, "external_url"), base)
    address = address or absolute(id if isinstance(id, str) and "://" in id else None, base)
    if not address:
        return None
    content = safe(_text(raw, "content_html"), base)
    words = _text(raw, "summary") or _text(raw, "content_text")
    return FeedItem(
        url=address,
        title=plain(_text(raw, "title")),
        id=str(id) if id is not None else None,
        summary=plain(words or content) or None,
        content_html=content,
        authors=tuple(_authors(raw)),
        published=moment(raw.get("date_published")),
        updated=moment(raw.get("date_modified")),
        language=_text(raw, "language"),
        images=_images(raw, base, content),
    )


def _authors(raw: Mapping[str, Any]) -> Iterator[str]:
    one = raw.get("author")
    for author in [*_many(raw, "authors"), *([one] if isinstance(one, dict) else [])]:
        if name := plain(_text(author, "name")):
            yield name


def _images(raw: Mapping[str, Any], base: str, content: str | None) -> tuple[Image, ...]:
    named = [_text(raw, "image"), _text(raw, "banner_image")]
    named += [
        _text(one, "url")
        for one in _many(raw, "attachments")
        if (_text(one, "mime_type") or "").startswith("image/")
    ]
    found = {image.url: image for image in images(content)}
    addresses = [address for name in named if (address := absolute(name, base))]
    return tuple(({a: Image(a) for a in addresses} | found).values())


def _many(raw: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = raw.get(key)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(raw: Mapping[str, Any], key: str) -> str | None:
    value = raw.get(key)
    return value.strip() or None if isinstance(value, str) else None
