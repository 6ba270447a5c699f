"""Read single articles: a text whose first line is the title, a page of HTML."""

from collections.abc import Iterator
from pathlib import Path

from watchdesk.engine.errors import UnreadableInput
from watchdesk.engine.records import Article, Capture
from watchdesk.engine.text.charset import decode
from watchdesk.harvest.archives.items import LARGEST_BYTES, Found, Item


def text(file: Path) -> Iterator[Found]:
    """Read `.txt`: the first line is the title, the rest the article."""
    body = _body(file)
    if isinstance(body, UnreadableInput):
        yield body
        return
    title, _, rest = decode(body).lstrip().replace("\r\n", "\n").partition("\n")
    yield Item(str(file), Article(rest.strip("\n"), title.strip(), id=file.name))


def html(file: Path) -> Iterator[Found]:
    """Read `.html`."""
    body = _body(file)
    if isinstance(body, UnreadableInput):
        yield body
        return
    yield Item(str(file), Article("", id=file.name), Capture(str(file), body))


def _body(file: Path) -> bytes | UnreadableInput:
    size = file.stat().st_size
    if size > LARGEST_BYTES:
        return UnreadableInput(str(file), f"larger than {LARGEST_BYTES >> 20} MB")
    return file.read_bytes()
