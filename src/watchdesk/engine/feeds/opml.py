"""Read and write lists of feeds.

Source: http://opml.org/spec2.opml
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from watchdesk.engine.errors import UnreadableFeed
from watchdesk.engine.feeds.clean import absolute
from watchdesk.engine.feeds.guard import bounded

DEEPEST = 32


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of a list; `folders` are the headings it stands under, the outermost first."""

    feed_url: str
    title: str = ""
    home_url: str | None = None
    language: str | None = None
    folders: tuple[str, ...] = ()


def read(body: bytes, url: str = "OPML") -> tuple[Outline, ...]:
    """Read the feeds of a list, in its order, each once.

    Raises:
        UnreadableFeed: no XML, nested too deep, or not OPML.
    """
    try:
        root = ElementTree.fromstring(bounded(body, url))
    except ElementTree.ParseError as error:
        raise UnreadableFeed(url, f"broken XML: {error}") from error
    if root.tag.lower() != "opml":
        raise UnreadableFeed(url, f"its root is <{root.tag}>, not <opml>")
    top = root.find("body")
    found = list(_outlines(top, (), url)) if top is not None else []
    return tuple({outline.feed_url: outline for outline in reversed(found)}.values())[::-1]


def _outlines(parent: Element, folders: tuple[str, ...], url: str) -> Iterator[Outline]:
    if len(folders) > DEEPEST:
        raise UnreadableFeed(url, f"nested deeper than {DEEPEST}")
    for element in parent:
        values = {key.lower(): value.strip() for key, value in element.attrib.items()}
        title = values.get("title") or values.get("text") or ""
        if address := absolute(values.get("xmlurl"), ""):
            home = absolute(values.get("htmlurl"), "")
            yield Outline(address, title, home, values.get("language") or None, folders)
        yield from _outlines(element, (*folders, title), url)


def write(outlines: Iterable[Outline], title: str = "Watchdesk") -> bytes:
    """Write a list as OPML 2.0, each feed under its headings."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = title
    body = SubElement(root, "body")
    opened: dict[tuple[str, ...], Element] = {(): body}
    for outline in outlines:
        parent = body
        for depth in range(1, len(outline.folders) + 1):
            path = outline.folders[:depth]
            if path not in opened:
                opened[path] = SubElement(parent, "outline", text=path[-1], title=path[-1])
            parent = opened[path]
        SubElement(parent, "outline", _attributes(outline))
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return written


def _attributes(outline: Outline) -> dict[str, str]:
    values = {
        "type": "rss",
        "text": outline.title or outline.feed_url,
        "title": outline.title,
        "xmlUrl": outline.feed_url,
        "htmlUrl": outline.home_url or "",
        "language": outline.language or "",
    }
    return {key: value for key, value in values.items() if value}
