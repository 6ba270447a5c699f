"""Make the markup of strangers safe: plain words, or HTML that cannot run, phone or track."""

import re
from html import escape, unescape
from urllib.parse import urljoin, urlsplit

import nh3

from watchdesk.engine.records import Image
from watchdesk.engine.text.normalise import line

MOST_TAGS = 4000
"""More than that is no body of an article; deep nesting costs a sanitiser quadratic time."""
MOST_REFERENCES = 50_000
MOST_ATTRIBUTES = 500
LONG_TAG = re.compile(r"<[A-Za-z][^<>]{8192}[^<>]*")
LONGEST_BODY = 1_000_000
MOST_IMAGES = 20
BLOCK = re.compile(
    r"<(?=/?(?:p|div|br|li|tr|td|th|h[1-6]|ul|ol|dd|dt|blockquote|figure|figcaption|hr)\b)", re.I
)
TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
FIGURE = re.compile(r"<figure>(.*?)</figure>", re.DOTALL)
PICTURE = re.compile(r"<img\b[^<>]*>")
CAPTION = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)
VALUE = re.compile(r'\b(src|alt)="([^"]*)"')
FRAME = re.compile(r"</?(?:i?frame|object|embed|applet|noscript)\b[^<>]*>", re.I)
HIDDEN = {"script", "style", "template", "svg", "math"}
ATTRIBUTES = {
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "time": {"datetime"},
    "*": {"lang", "dir"},
}
TAGS = {
    "a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "del", "dl", "dt", "em",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "li",
    "ol", "p", "pre", "q", "s", "small", "span", "strong", "sub", "sup", "table", "tbody", "td",
    "th", "thead", "time", "tr", "u", "ul", "div", "section", "article",
}  # fmt: skip
BARE = nh3.Cleaner(tags=set(), clean_content_tags=HIDDEN)


def plain(markup: str | None) -> str:
    """Give the words of a piece of HTML, single-spaced; entities are resolved once.

    >>> plain("A <b>bold</b> title &amp; more<script>x</script>")
    'A bold title & more'
    """
    if not markup:
        return ""
    if "<" in markup:
        markup = FRAME.sub(" ", BLOCK.sub(" <", markup[:LONGEST_BODY]))
        markup = BARE.clean(markup) if _honest(markup) else TAG.sub(" ", markup)
    return line(unescape(markup[:LONGEST_BODY]))


def safe(markup: str | None, base: str) -> str | None:
    """Give sanitised HTML with absolute links, or None where nothing is left.

    No script, style, form, frame or handler survives; no link other than http, https and mailto.
    """
    if not markup:
        return None
    markup = FRAME.sub(" ", markup[:LONGEST_BODY])
    if not _honest(markup):
        return f"<p>{escape(plain(markup))}</p>"
    cleaner = nh3.Cleaner(
        tags=TAGS,
        clean_content_tags=HIDDEN,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        url_relative=("rewrite_with_base", base) if is_address(base) else "deny",
    )
    return cleaner.clean(markup).strip() or None


def images(markup: str | None) -> tuple[Image, ...]:
    """Give the pictures of HTML that `safe` made, with their captions."""
    found: dict[str, Image] = {}
    for figure in FIGURE.findall(markup or ""):
        caption = CAPTION.search(figure)
        for picture in PICTURE.findall(figure):
            _add(found, picture, plain(caption.group(1)) if caption else "")
    for picture in PICTURE.findall(markup or ""):
        _add(found, picture, "")
    return tuple(found.values())[:MOST_IMAGES]


def absolute(address: str | None, base: str) -> str | None:
    """Resolve an address; None where it leads nowhere that can be fetched."""
    if not address or not address.strip():
        return None
    try:
        whole = urljoin(base, unescape(address).strip())
    except ValueError:
        return None
    return whole if is_address(whole) else None


def is_address(address: str) -> bool:
    """Tell whether an address is one of the web."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.netloc)


def _honest(markup: str) -> bool:
    """Tell whether a sanitiser may see it: what follows takes it quadratic time."""
    return (
        markup.count("<") <= MOST_TAGS
        and markup.count("&") <= MOST_REFERENCES
        and all(tag.count("=") <= MOST_ATTRIBUTES for tag in LONG_TAG.findall(markup))
    )


def _add(found: dict[str, Image], picture: str, caption: str) -> None:
    values = dict(VALUE.findall(picture))
    address = unescape(values.get("src", ""))
    if is_address(address) and address not in found:
        found[address] = Image(address, caption or unescape(values.get("alt", "")) or None)
