"""Find who signed a page."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from watchdesk.engine.articles.page import Page
from watchdesk.engine.text.normalise import line
from watchdesk.engine.text.plain_yaml import read

LONGEST_NAME = 60
MOST_WORDS = 6
MOST_MARKED = 2
"""More names marked as authors are those of other articles."""
NOT_NAMES = re.compile(r"https?://|www\.|@|\[at\]|^\W*$|\d{3,}|^[\w-]+\.[a-z]{2,6}$", re.I)
MARKED = (
    ".//a[@rel='author']",
    ".//*[@itemprop='author']//*[@itemprop='name']",
    ".//*[@itemprop='author']",
    ".//*[contains(@class, 'vcard')]//*[contains(@class, 'fn')]",
    ".//*[contains(@class, 'author-name')]",
    ".//*[contains(@class, 'author__name')]",
    ".//*[contains(@class, 'byline')]//a",
    ".//*[contains(@class, 'byline')]",
)


def byline_of(page: Page) -> str | None:
    """Give the names under an article, parted by commas; None where the page names nobody.

    What the page says for machines comes first, what it shows second; the outlet is nobody.
    """
    outlets = {_folded(outlet) for outlet in _outlets(page)} - {""}
    ways: tuple[Callable[[Page], Iterable[str]], ...] = (_told, _meta, _found, _shown)
    for way in ways:
        names = [name for name in _each_once(way(page)) if _folded(name) not in outlets]
        if names:
            return ", ".join(names)
    return None


def _outlets(page: Page) -> Iterator[str]:
    yield page.meta("og:site_name") or ""
    host = (urlsplit(page.url).hostname or "").removeprefix("www.")
    yield host
    yield host.partition(".")[0]
    for raw in page.linked_data:
        publisher = raw.get("publisher")
        if isinstance(publisher, Mapping) and isinstance(publisher.get("name"), str):
            yield publisher["name"]


def _told(page: Page) -> Iterator[str]:
    for raw in page.linked_data:
        authors = raw.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            yield from _names(author, page)


def _names(author: object, page: Page) -> Iterator[str]:
    if isinstance(author, str):
        yield from _parts(author)
    elif isinstance(author, Mapping) and author.get("@type") != "Organization":
        name: Any = author.get("name") or page.names_by_id.get(str(author.get("@id")))
        for one in name if isinstance(name, list) else [name]:
            yield from _parts(one) if isinstance(one, str) else ()


def _meta(page: Page) -> Iterator[str]:
    if said := page.meta("author", "article:author", "parsely-author", "sailthru.author"):
        yield from _parts(said)


def _shown(page: Page) -> Iterator[str]:
    for path in MARKED:
        elements: list[HtmlElement] = page.tree.xpath(path)
        names = [part for element in elements for part in _parts(element.text_content())]
        if 0 < len(_each_once(names)) <= MOST_MARKED:
            yield from names
            return


def _found(page: Page) -> Iterator[str]:
    found = extract_metadata(page.tree, page.url, None, True)
    if found and found.author:
        yield from _parts(found.author)


def _parts(names: str) -> Iterator[str]:
    words = _words()
    for part in re.split(words["joints"], line(names)):
        name = words["before"].sub("", part.strip(" :–—-|•·"))
        yield words["after"].sub("", name).strip(" :–—-|•·.")


def _each_once(names: Iterable[str]) -> list[str]:
    return list({name.casefold(): name for name in names if _is_name(name)}.values())


def _is_name(name: str) -> bool:
    short = len(name) <= LONGEST_NAME and len(name.split()) <= MOST_WORDS
    words = _words()
    body = words["bodies"].search(name) or words["not_names"].fullmatch(name)
    return short and not NOT_NAMES.search(name) and not body


@cache
def _words() -> dict[str, re.Pattern[str]]:
    raw = read(files(__package__) / "bylines.yaml")
    lists = {key: "|".join(map(re.escape, sorted(raw[key], key=len, reverse=True))) for key in raw}
    return {
        "before": re.compile(rf"^(?:(?:{lists['before']})[:\s]+)+", re.I),
        "after": re.compile(rf"\s+(?:{lists['after']})\b.*$", re.I),
        "bodies": re.compile(rf"(?<!\w)(?:{lists['bodies']})(?!\w)", re.I),
        "not_names": re.compile(lists["not_names"], re.I),
        "joints": re.compile(rf"\s*[;,]\s*|\s+(?:{lists['joints']})\s+", re.I),
    }


def _folded(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum())
