"""Addresses that behave badly, for tests of the watch: `/mischief/<name>`.

Each name gives an answer, or a stream that goes on until the client hangs up or `LIMIT` is reached.
"""

import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from watchdesk.harvest.demo.answers import NOT_FOUND, Answer

PREFIX = "/mischief/"
LIMIT = 300 * 1024 * 1024
"""Bytes after which even the endless page ends."""
DRIP_SECONDS = 0.5
"""Pause between two bytes of the slow page; it drips for `DRIP_BYTES` of them."""
DRIP_BYTES = 240

_PAGE = (
    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title}</title>"
    '<meta name="demo" content="Demo: an invented outlet"></head>'
    "<body><h1>{title}</h1>{body}</body></html>"
)
_FILLER = b"<p>This page goes on and on and says nothing at all, line after line after line.</p>\n"


@dataclass(frozen=True, slots=True)
class Stream:
    """A body sent piece by piece, without its length being announced."""

    pieces: Callable[[], Iterator[bytes]]
    content_type: str = "text/html; charset=utf-8"
    encoding: str | None = None


def _html(title: str, *paragraphs: str) -> Answer:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return Answer(200, _PAGE.format(title=title, body=body).encode())


def _endless() -> Iterator[bytes]:
    block = _FILLER * 800
    yield b"<!DOCTYPE html><title>An endless page</title><body>"
    for _ in range(LIMIT // len(block)):
        yield block


def _drip() -> Iterator[bytes]:
    for _ in range(DRIP_BYTES):
        yield b"."
        time.sleep(DRIP_SECONDS)


def _bomb() -> Iterator[bytes]:
    """Give a few hundred kilobytes of gzip that unpack to `LIMIT` bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b" " * (1024 * 1024)
    for _ in range(LIMIT // len(block)):
        yield packer.compress(block)
    yield packer.flush()


def _moved(to: str, status: int = 301) -> Answer:
    return Answer(status, headers={"Location": to})


STREAMS: Mapping[str, Stream] = {
    "endless": Stream(_endless),
    "drip": Stream(_drip),
    "bomb": Stream(_bomb, encoding="gzip"),
}

ANSWERS: Mapping[str, Answer] = {
    "feed-that-is-html": _html("Subscribe to our feed", "Our feed has moved to our application."),
    "broken-feed": Answer(
        200,
        b"<?xml version='1.0'?><rss><channel><item><title>Cut off in mid",
        "application/rss+xml",
    ),
    "empty": Answer(200),
    "missing": NOT_FOUND,
    "gone": Answer(410, b"<h1>410 Gone</h1>"),
    "forbidden": _html("Forbidden to robots", "robots.txt asks robots to leave this page alone."),
    "busy": Answer(503, b"<h1>503</h1>", headers={"Retry-After": "120"}),
    "too-many": Answer(429, b"<h1>429</h1>", headers={"Retry-After": "60"}),
    "legal": Answer(451, b"<h1>451 Unavailable for legal reasons</h1>"),
    "moved": _moved("/aspan-daily/feed.xml"),
    "loop": _moved("/mischief/loop", 302),
    "to-metadata": _moved("http://169.254.169.254/latest/", 302),
    "to-file": _moved("file:///etc/passwd", 302),
    "undated": _html(
        "Bakery workers picket district office",
        "About thirty bakery workers picketed the district office over unpaid wages.",
        "The picket ended after two hours. Nobody was detained.",
    ),
    "unknown-language": _html(
        "Zamelu toro vaskin", *["Zamelu toro vaskin ebil nuru, pelat omi ganderu sulik tavo."] * 4
    ),
    "wrong-charset": Answer(200, "<title>Погода</title>".encode("cp1251")),
}


def answer(path: str) -> Answer | Stream:
    """Answer a path below `PREFIX`."""
    name = path.removeprefix(PREFIX)
    return STREAMS.get(name) or ANSWERS.get(name, NOT_FOUND)
