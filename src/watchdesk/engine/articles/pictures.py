"""Find the pictures of an article, with what stands under them.  None is ever fetched."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from watchdesk.engine.articles.page import Page
from watchdesk.engine.records import Image
from watchdesk.engine.text.normalise import line
from watchdesk.engine.text.plain_yaml import read

MOST = 20
SMALL_PIXELS = 120
"""Of width or height; smaller pictures are icons and portraits of authors."""
LONGEST_CAPTION = 600
LONGEST_CREDIT = 120
CREDIT_CLASS = re.compile(
    r"credit|copyright|photographer|image-?author|\bsource\b|foto-?autor", re.I
)
SOURCES = ("data-src", "data-original", "data-lazy-src", "src")
FURNITURE = frozenset({"nav", "aside", "footer", "header", "form"})


def pictures_of(page: Page) -> tuple[Image, ...]:
    """Give the pictures in page order, the one the page names as its own first; each once.

    Two addresses that differ only behind the "?" are one picture.
    """
    found: dict[str, Image] = {}
    if named := _address(page.meta("og:image", "og:image:url", "twitter:image"), page.url):
        _add(found, Image(named, None, None))
    for image in (*_figures(page), *_bare(page), *_told(page)):
        _add(found, image)
    return tuple(found.values())[:MOST]


def _add(found: dict[str, Image], image: Image) -> None:
    """Keep a picture; one that is there already gains its caption and credit."""
    key = urlsplit(image.url)._replace(query="", fragment="").geturl()
    known = found.get(key, image)
    found[key] = Image(known.url, known.caption or image.caption, known.credit or image.credit)


def _figures(page: Page) -> Iterator[Image]:
    for figure in page.tree.iter("figure"):
        caption, credit = _under(figure)
        for picture in figure.iter("img", "amp-img"):
            if address := _source(picture, page.url):
                yield Image(address, caption or _alt(picture), credit)


def _bare(page: Page) -> Iterator[Image]:
    """Yield the pictures of the article that stand in no figure."""
    for picture in page.tree.iter("img", "amp-img"):
        around = {ancestor.tag for ancestor in picture.iterancestors()}
        inside = around & {"article", "main"} and not around & (FURNITURE | {"figure"})
        if inside and not _small(picture) and (address := _source(picture, page.url)):
            yield Image(address, _alt(picture), None)


def _told(page: Page) -> Iterator[Image]:
    for raw in page.linked_data:
        images = raw.get("image")
        for image in images if isinstance(images, list) else [images]:
            told = image if isinstance(image, Mapping) else {"url": image}
            if address := _address(told.get("url") or told.get("contentUrl"), page.url):
                yield Image(address, _words(told, "caption"), _words(told, "creditText"))


def _words(told: Mapping[str, object], key: str) -> str | None:
    said = told.get(key)
    return line(said)[:LONGEST_CAPTION] or None if isinstance(said, str) else None


def _under(figure: HtmlElement) -> tuple[str | None, str | None]:
    """Give caption and credit of a figure; a credit is marked as such or follows a known word."""
    caption = next(figure.iter("figcaption"), None)
    if caption is None:
        return None, None
    words = line(caption.text_content())[:LONGEST_CAPTION]
    marked = (e for e in caption.iter() if CREDIT_CLASS.search(str(e.get("class") or "")))
    credit = next((said for e in marked if (said := line(e.text_content()))), "")
    if credit:
        words = line(words.replace(credit, " "))
    elif found := _credit().search(words):
        words, credit = words[: found.start()].strip(), found.group()
    named = _credit_word().sub("", credit.strip(" ()[]|/—–-.")).strip(" :|/—–-")
    return words.strip(" |/—–-") or None, named[:LONGEST_CREDIT] or None


@cache
def _before() -> str:
    words = read(files(__package__) / "credits.yaml")["before"]
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(rf"[(\[]?(?:©|\b(?:{_before()})\s*[:©/])\s*[^.]{{2,100}}$", re.I)


@cache
def _credit_word() -> re.Pattern[str]:
    return re.compile(rf"^(?:©|(?:{_before()})\b)[\s:©/]*", re.I)


def _source(picture: HtmlElement, base: str) -> str | None:
    ways = [picture.get(name) for name in SOURCES]
    sets = (picture.get("srcset") or picture.get("data-srcset") or "").split(",")
    ways.append(sets[-1].strip().split(" ")[0])
    return next((address for way in ways if (address := _address(way, base))), None)


def _address(told: object, base: str) -> str | None:
    if not isinstance(told, str) or not told.strip():
        return None
    try:
        address = urljoin(base, told.strip())
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def _alt(picture: HtmlElement) -> str | None:
    return line(picture.get("alt") or "")[:LONGEST_CAPTION] or None


def _small(picture: HtmlElement) -> bool:
    sizes = [picture.get(name) or "" for name in ("width", "height")]
    return any(size.isdigit() and int(size) < SMALL_PIXELS for size in sizes)
