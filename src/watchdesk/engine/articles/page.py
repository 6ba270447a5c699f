"""One page, parsed once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from json import JSONDecodeError, loads
from typing import Any

from lxml.html import HtmlElement
from trafilatura.utils import load_html

from watchdesk.engine.articles.guard import bounded, check_size
from watchdesk.engine.errors import UnreadableArticle
from watchdesk.engine.records import Capture
from watchdesk.engine.text.charset import decode, of_content_type

META_BYTES = 4096
META_CHARSET = re.compile(rb"<meta[^<>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|ScholarlyArticle)$")
MOST_OBJECTS = 500


@dataclass(frozen=True, slots=True)
class Page:
    """What a page is made of: its markup, its tree, and what it says of itself as JSON-LD."""

    url: str
    markup: str
    tree: HtmlElement
    linked_data: tuple[Mapping[str, Any], ...]
    """Objects that describe an article, in page order."""
    names_by_id: Mapping[str, str]
    """Names of what JSON-LD refers to by id."""

    def meta(self, *names: str) -> str | None:
        """Give the content of the first <meta> of these names that says anything."""
        for name in names:
            for element in self.tree.iterfind(".//meta"):
                key = element.get("property") or element.get("name") or element.get("itemprop")
                if (key or "").lower() == name and (said := (element.get("content") or "").strip()):
                    return said
        return None


def parse(capture: Capture) -> Page:
    """Decode, check and parse a page.

    Raises:
        UnreadableArticle: it is empty, too large, hostile, or no HTML.
    """
    check_size(capture.body, capture.url)
    found = META_CHARSET.search(capture.body, 0, META_BYTES)
    names = (of_content_type(capture.content_type), found.group(1).decode() if found else None)
    markup = bounded(decode(capture.body, names), capture.url)
    tree = load_html(markup)
    if tree is None:
        raise UnreadableArticle(capture.url, "it is no HTML")
    objects = [
        raw
        for element in tree.iterfind(".//script[@type='application/ld+json']")
        for raw in _objects(_json(element.text or ""))
    ]
    by_id = {str(raw["@id"]): str(raw["name"]) for raw in objects if "@id" in raw and "name" in raw}
    return Page(capture.url, markup, tree, tuple(filter(_is_article, objects)), by_id)


def _is_article(raw: Mapping[str, Any]) -> bool:
    return any(ARTICLE_TYPES.search(str(kind)) for kind in _listed(raw.get("@type")))


def _json(text: str) -> object:
    try:
        return loads(text.strip().removeprefix("//<![CDATA[").removesuffix("//]]>"), strict=False)
    except (JSONDecodeError, RecursionError):
        return None


def _objects(raw: object) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of JSON-LD: the top, a list of them, or those of a @graph."""
    waiting, seen = [raw], 0
    while waiting and seen < MOST_OBJECTS:
        one, seen = waiting.pop(0), seen + 1
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            yield one
            waiting += [
                one[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in one
            ]


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]
