"""Look at hostile bytes before a parser does."""

import re
import zlib
from html.entities import html5

from watchdesk.engine.errors import UnreadableFeed
from watchdesk.engine.text.charset import decode, of_content_type

LARGEST_BYTES = 16 * 1024 * 1024
LONG_TAG = re.compile(rb"<[A-Za-z][^<>]{16384}[^<>]*")
MOST_ATTRIBUTES = 500
"""Of one tag; parsers take quadratic time over them (20,000: 0.2 s, 100,000: 5 s)."""
GZIP = b"\x1f\x8b"
ENTITY = re.compile(
    rb"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});)(?:([A-Za-z]\w{1,31});)?"
)
"""An ampersand that XML would stumble over, with the name behind it if there is one."""
TAG = re.compile(rb"<(/)?[A-Za-z][^<>]*?(/)?>")
DEEPEST = 1000
"""Unclosed tags of broken feeds count as nested, so it is generous."""
SUBSET = re.compile(rb"<!DOCTYPE\s[^<>\[]{0,1000}\[", re.I)
SUBSET_END = re.compile(rb"\]\s{0,1000}>")
PROLOGUE_BYTES = 64 * 1024
DECLARED = re.compile(rb"(<\?xml[^<>]{0,200}encoding=[\"'])([\w.:-]{1,40})")
HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.DOTALL)


def bounded(body: bytes, url: str, content_type: str | None = None) -> bytes:
    """Give UTF-8 that a parser may see: no DTD, so no entities; nothing that takes it for ever.

    Raises:
        UnreadableFeed: empty, too large, an HTML page, or made to exhaust a parser.
    """
    if body.startswith(GZIP):
        body = _unzipped(body, url)
    if len(body) > LARGEST_BYTES:
        raise UnreadableFeed(url, f"larger than {LARGEST_BYTES >> 20} MB")
    body = _utf8(body, content_type)
    if not body:
        raise UnreadableFeed(url, "it is empty")
    if HTML.match(body[:PROLOGUE_BYTES]):
        raise UnreadableFeed(url, "it is an HTML page")
    for tag in LONG_TAG.finditer(body):
        if tag.group().count(b"=") > MOST_ATTRIBUTES:
            raise UnreadableFeed(url, f"a tag has more than {MOST_ATTRIBUTES} attributes")
    return ENTITY.sub(_numbered, without_dtd(body))


def _numbered(found: re.Match[bytes]) -> bytes:
    """Write HTML's named characters by number; XML does not know them and parsers drop the rest."""
    name = found.group(1)
    character = html5.get(f"{name.decode('ascii')};") if name else None
    return (
        b"".join(b"&#%d;" % ord(c) for c in character)
        if character
        else b"&amp;" + (name + b";" if name else b"")
    )


def check_depth(body: bytes, url: str) -> None:
    """Refuse elements nested so deep that a parser in Python would take for ever.

    Raises:
        UnreadableFeed: they are.
    """
    depth = 0
    for tag in TAG.finditer(body):
        if tag.group(1):
            depth -= 1
        elif not tag.group(2):
            depth += 1
            if depth > DEEPEST:
                raise UnreadableFeed(url, f"elements nested deeper than {DEEPEST}")


def without_dtd(body: bytes) -> bytes:
    """Cut declarations out of document types: entities that grow, files they would pull in."""
    while found := SUBSET.search(body):
        close = SUBSET_END.search(body, found.end())
        body = body[: found.start()] + (body[close.end() :] if close else b"")
    return body


def _unzipped(body: bytes, url: str) -> bytes:
    """Unpack a sitemap that is kept as .gz; a bomb is unpacked no further than the limit."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, LARGEST_BYTES + 1)
    except zlib.error as error:
        raise UnreadableFeed(url, f"broken gzip: {error}") from error


def _utf8(body: bytes, content_type: str | None) -> bytes:
    """Give the same document in UTF-8, saying so itself."""
    declared = DECLARED.search(body, 0, PROLOGUE_BYTES)
    names = (of_content_type(content_type), declared.group(2).decode("ascii") if declared else None)
    text = decode(body, names).lstrip("\ufeff \t\r\n\0")
    return DECLARED.sub(rb"\1utf-8", text.encode("utf-8", "replace"), count=1)
