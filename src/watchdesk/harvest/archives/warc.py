"""Read WARC: the HTML pages of its responses and resources, the texts of its conversions.

Source: WARC 1.1 (ISO 28500:2017); read by FastWARC.
"""

import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from watchdesk.engine.errors import UnreadableInput
from watchdesk.engine.records import Article, Capture
from watchdesk.engine.text.charset import decode
from watchdesk.harvest.archives.items import LARGEST_BYTES, Found, Item

GZIP = b"\x1f\x8b\x08"
PLAIN = b"WARC/"
CHUNK_BYTES = 1024 * 1024
HTML = ("text/html", "application/xhtml+xml")
PAGES = (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion)
OK = 200
HEAD_BYTES = 256 * 1024
MOST_TRIES = 1000
"""Of finding a next record in one file: a file of noise is not searched for ever."""


def read(file: Path) -> Iterator[Found]:
    """Yield the pages of an archive; a record that is broken is named, and the next one found."""
    with file.open("rb") as stream:
        yield from records(stream, str(file))


def records(stream: BinaryIO, name: str) -> Iterator[Found]:
    """Yield the pages of an open archive that can be searched (`seek`)."""
    head = stream.read(HEAD_BYTES)
    packed = head.startswith(GZIP)
    if packed and _packed_as_one(head):
        yield UnreadableInput(name, "it is gzipped as one, not record by record")
    start: int | None = 0
    tries = number = 0
    while start is not None and tries < MOST_TRIES:
        stream.seek(start)
        last, before = start, number
        try:
            for record in ArchiveIterator(stream, parse_http=False):
                last, number = start + record.stream_pos, number + 1
                yield from _found(record, name, number)
            return
        except OSError as error:
            if number > before or not tries:
                why = f"broken WARC: {error}"
                yield UnreadableInput(name, why, f"after record {number}, near byte {last}")
        tries += 1
        start = _next(stream, GZIP if packed else PLAIN, last + 1)


def _packed_as_one(head: bytes) -> bool:
    """Tell whether the first gzip member holds more than one record."""
    try:
        unpacked = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, HEAD_BYTES)
    except zlib.error:
        return False
    return b"\r\n\r\n" + PLAIN in unpacked


def _next(stream: BinaryIO, marker: bytes, start: int) -> int | None:
    """Find where the next record may begin."""
    stream.seek(start)
    kept = b""
    while chunk := stream.read(CHUNK_BYTES):
        place = (kept + chunk).find(marker)
        if place >= 0:
            return start + place - len(kept)
        kept, start = chunk[-len(marker) + 1 :], start + len(chunk)
    return None


def _found(record: WarcRecord, name: str, number: int) -> Iterator[Found]:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    place = f"record {number}" + (f" ({url})" if url else "")
    try:
        if _wrong_digest(record):
            yield UnreadableInput(name, "its bytes do not match its digest", place)
        item = _item(record, url, f"{name}, {place}")
        if item:
            yield item
    except (OSError, ValueError) as error:
        yield UnreadableInput(name, f"broken record: {error}", place)


def _wrong_digest(record: WarcRecord) -> bool:
    return "WARC-Block-Digest" in record.headers and not record.verify_block_digest()


def _item(record: WarcRecord, url: str, place: str) -> Item | None:
    """Make an item of a record; None where it is no page."""
    if record.record_type not in PAGES:
        return None
    kind = record.headers.get("Content-Type") or ""
    if record.record_type == WarcRecordType.conversion and kind.startswith("text/plain"):
        text = decode(record.reader.read(LARGEST_BYTES))
        return Item(place, Article(text, url=url, id=url or None))
    if record.record_type == WarcRecordType.response:
        record.parse_http(auto_decode="all")
        if not record.http_headers or record.http_headers.status_code != OK:
            return None
        kind = record.http_headers.get("Content-Type") or ""
    if not kind.lower().startswith(HTML):
        return None
    body = record.reader.read(LARGEST_BYTES)
    capture = Capture(url or place, body, _moment(record), kind)
    return Item(place, Article("", url=url or None), capture)


def _moment(record: WarcRecord) -> datetime | None:
    date = record.record_date
    return date if isinstance(date, datetime) else None
