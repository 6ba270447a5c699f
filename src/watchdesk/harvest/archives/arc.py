"""Read ARC, the format before WARC.

Source: https://archive.org/web/researcher/ArcFileFormat.php
"""

import gzip
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from watchdesk.engine.errors import UnreadableInput
from watchdesk.engine.records import Article, Capture
from watchdesk.harvest.archives.items import LARGEST_BYTES, Found, Item

LONGEST_HEADER = 16 * 1024
CHUNK_BYTES = 1024 * 1024
FEWEST_FIELDS = 5
GZIP = b"\x1f\x8b"
OK = b" 200"


def read(file: Path) -> Iterator[Found]:
    """Yield the HTML pages of an archive; after a broken record nothing more can be found."""
    with file.open("rb") as raw:
        packed = raw.read(2) == GZIP
    opener = gzip.open if packed else open
    number = 0
    try:
        with opener(file, "rb") as stream:
            while header := _header(stream):  # type: ignore[arg-type]
                number += 1
                found = _record(stream, header, str(file), number)  # type: ignore[arg-type]
                if found:
                    yield found
    except (EOFError, zlib.error, OSError, ValueError) as error:
        yield UnreadableInput(str(file), f"broken ARC: {error}", f"record {number}")


def _header(stream: IO[bytes]) -> list[str] | None:
    """Read the line that begins a record, its fields from the end; None at the end of the file.

    Raises:
        ValueError: it is none.
    """
    while line := stream.readline(LONGEST_HEADER):
        if line.strip():
            fields = line.decode("utf-8", "replace").strip().rsplit(" ", 4)
            if len(fields) < FEWEST_FIELDS or not fields[-1].isdigit():
                raise ValueError("no header where a record should begin")
            return fields
    return None


def _record(stream: IO[bytes], header: list[str], file: str, number: int) -> Found | None:
    url, _, when, kind, length = header
    size = int(length)
    body = _body(stream, size)
    if url.startswith("filedesc:") or not kind.startswith("text/html"):
        return None
    if body is None:
        return UnreadableInput(file, f"larger than {LARGEST_BYTES >> 20} MB", f"record {number}")
    head, _, page = body.replace(b"\r\n\r\n", b"\n\n", 1).partition(b"\n\n")
    if not head.startswith(b"HTTP/"):
        head, page = b"", body
    if head and OK not in head.split(b"\n", 1)[0]:
        return None
    capture = Capture(url, page, _moment(when), _content_type(head))
    return Item(f"{file}, record {number}", Article("", url=url), capture)


def _body(stream: IO[bytes], size: int) -> bytes | None:
    """Read a record's block; one that is too large is read past.

    Raises:
        ValueError: the file ends before it.
    """
    if size <= LARGEST_BYTES:
        body = stream.read(size)
        if len(body) < size:
            raise ValueError("it breaks off")
        return body
    while size > 0:
        part = stream.read(min(size, CHUNK_BYTES))
        if not part:
            raise ValueError("it breaks off")
        size -= len(part)
    return None


def _moment(when: str) -> datetime | None:
    try:
        return datetime.strptime(when[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _content_type(head: bytes) -> str | None:
    for line in head.splitlines():
        name, _, value = line.partition(b":")
        if name.lower() == b"content-type":
            return value.decode("latin-1").strip()
    return None
