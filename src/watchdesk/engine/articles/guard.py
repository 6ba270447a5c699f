"""Look at a hostile page before a parser does."""

import re
from collections.abc import Iterator

from watchdesk.engine.errors import UnreadableArticle

LARGEST_BYTES = 10 * 1024 * 1024
MOST_TAGS = 40_000
"""Opening and closing ones; the longest of 1,171 real pages has 18,000."""
DEEPEST = 400
"""Open elements; parsers take quadratic time over nesting.  Real pages reach 90."""
MOST_ATTRIBUTES = 500
MOST_ATTRIBUTES_IN_ALL = 60_000
MOST_REFERENCES = 200_000
LONGEST_TEXT = 1_000_000
"""Characters of an article; 100,000 words have 600,000."""
TAG = re.compile(r"<(/)?([A-Za-z][A-Za-z0-9]*)([^<>]*)")
SPACES = re.compile(r"\s{200,}")
HIDDEN = re.compile(r"<!--|<(script|style|textarea|title)\b", re.I)
FLAT = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th "
    "option optgroup thead tbody tfoot colgroup html head body use path rect circle ellipse line "
    "polygon polyline stop".split()
)
"""Elements that are empty or close themselves, and so nest in nothing."""


def check_size(body: bytes, url: str) -> None:
    """Refuse a page before it is even decoded.

    Raises:
        UnreadableArticle: empty, or too large.
    """
    if not body.strip():
        raise UnreadableArticle(url, "it is empty")
    if len(body) > LARGEST_BYTES:
        raise UnreadableArticle(url, f"larger than {LARGEST_BYTES >> 20} MB")


def bounded(markup: str, url: str) -> str:
    """Give markup that a parser may see.

    Raises:
        UnreadableArticle: it is made to exhaust a parser; the message says how.
    """
    markup = SPACES.sub(" ", markup)
    if markup.count("<") > MOST_TAGS:
        raise UnreadableArticle(url, f"more than {MOST_TAGS} tags")
    if markup.count("&") > MOST_REFERENCES:
        raise UnreadableArticle(url, f"more than {MOST_REFERENCES} character references")
    _check_tags("".join(_seen(markup)), url)
    return markup


def check_text(text: str, url: str) -> str:
    """Give a text that is there and no longer than an article may be.

    Raises:
        UnreadableArticle: it is empty or longer.
    """
    if not text:
        raise UnreadableArticle(url, "no text was found")
    if len(text) > LONGEST_TEXT:
        raise UnreadableArticle(url, f"a text of more than {LONGEST_TEXT} characters")
    return text


def _seen(markup: str) -> Iterator[str]:
    """Yield markup without what a parser takes as plain text: scripts, styles, comments."""
    place = 0
    while found := HIDDEN.search(markup, place):
        yield markup[place : found.start()]
        close = f"</{found.group(1)}" if found.group(1) else "-->"
        end = markup.find(close, found.end())
        if end < 0:
            return
        place = end + len(close)
    yield markup[place:]


def _check_tags(markup: str, url: str) -> None:
    depth = attributes = 0
    for closes, name, rest in TAG.findall(markup):
        told = rest.count("=")
        attributes += told
        if told > MOST_ATTRIBUTES or attributes > MOST_ATTRIBUTES_IN_ALL:
            raise UnreadableArticle(url, "too many attributes")
        if name.lower() not in FLAT:
            depth += -1 if closes else 1
        if depth > DEEPEST:
            raise UnreadableArticle(url, f"elements nested deeper than {DEEPEST}")
