"""Read sitemaps, news sitemaps, sitemap indexes and sitemaps in plain text.

Source: https://www.sitemaps.org/protocol.html, Google's news and image extensions.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from watchdesk.engine.errors import UnreadableFeed
from watchdesk.engine.feeds.clean import absolute, plain
from watchdesk.engine.records import Feed, FeedItem, Image
from watchdesk.engine.text.dates import moment

MOST_ADDRESSES = 50_000
"""What the protocol allows in one file."""
CHUNK_BYTES = 64 * 1024
DEEPEST = 32
ROOTS = ("urlset", "sitemapindex")


def parse(body: bytes, url: str) -> Feed:
    """Read a sitemap; the items of a news sitemap have a title and a date, the rest an address.

    A file that breaks off is read as far as it goes, if it says anything at all.

    Raises:
        UnreadableFeed: it names no address.
    """
    title, language, items, maps, lost = "", None, [], [], 0
    try:
        for element in _elements(body):
            if _name(element) == "sitemap":
                maps.append(absolute(_text(element, "loc"), url))
                continue
            item = _item(element, url)
            lost += item is None
            items += [item] if item else []
            title = title or plain(_text(element, "name"))
            language = language or _text(element, "language")
    except ParseError as error:
        if not items and not maps:
            raise UnreadableFeed(url, f"broken XML: {error}") from error
    sitemaps = tuple(dict.fromkeys(one for one in maps if one))
    if sitemaps:
        return Feed("sitemap_index", title, tuple(items), sitemaps=sitemaps, unaddressed=lost)
    return Feed("sitemap", title, tuple(items), language=language, unaddressed=lost)


def parse_text(body: bytes, url: str) -> Feed | None:
    """Read a sitemap in plain text, one address a line; None where it is not one."""
    lines = body.decode("utf-8", "replace").split()[:MOST_ADDRESSES]
    items = [FeedItem(line, "") for line in lines if line.startswith(("http://", "https://"))]
    return Feed("sitemap", "", tuple(items)) if items and len(items) == len(lines) else None


def _elements(body: bytes) -> Iterator[Element]:
    """Yield each <url> and <sitemap> as soon as it is closed, and forget it then."""
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    depth = count = 0
    for start in range(0, len(body), CHUNK_BYTES):
        parser.feed(body[start : start + CHUNK_BYTES])
        for event, element in _events(parser):
            depth += 1 if event == "start" else -1
            if depth > DEEPEST:
                raise ParseError(f"nested deeper than {DEEPEST}")
            if event == "end" and _name(element) in ("url", "sitemap") and depth == 1:
                yield element
                element.clear()
                count += 1
            if count == MOST_ADDRESSES:
                return
    parser.close()


def _events(parser: "XMLPullParser[Element]") -> Iterator[tuple[str, Element]]:
    for event in parser.read_events():
        match event:
            case (str(kind), Element() as element):
                yield kind, element


def _item(element: Element, url: str) -> FeedItem | None:
    address = absolute(_text(element, "loc"), url)
    if not address:
        return None
    return FeedItem(
        url=address,
        title=plain(_text(element, "title", outside="image")),
        published=moment(_text(element, "publication_date")),
        updated=moment(_text(element, "lastmod")),
        language=_text(element, "language"),
        images=tuple(_images(element, url)),
    )


def _images(element: Element, url: str) -> Iterator[Image]:
    for image in (one for one in element if _name(one) == "image"):
        if address := absolute(_text(image, "loc"), url):
            yield Image(address, plain(_text(image, "caption") or _text(image, "title")) or None)


def _text(element: Element, name: str, outside: str | None = None) -> str | None:
    """Give the words of the first element of that name, but not of one inside `outside`."""
    for child in element:
        if _name(child) == outside:
            continue
        if _name(child) == name:
            return (child.text or "").strip() or None
        if name != "loc" and (deeper := _text(child, name)):
            return deeper
    return None


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2].lower()
