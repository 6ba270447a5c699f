"""Takes a capture out, by order of a court or for somebody's safety, and leaves a tombstone.

The bytes are overwritten in place by a record that says so, of the same length, so that every other
capture stays where the log says it is.  The log keeps the entry of what was removed, with its
address: it proves that something stood there, and no longer what.
"""

import os
import zlib
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from struct import pack

from warcio.warcwriter import WARCWriter

from watchdesk.engine.errors import UnreadableInput
from watchdesk.harvest.evidence.custody import Custody, Entry, Value
from watchdesk.harvest.evidence.wacz import entries_of

HEAD = b"\x1f\x8b\x08\x10\x00\x00\x00\x00\x00\xff"
"""Of a gzip member with a comment, which fills the length (RFC 1952)."""
TAIL_BYTES = 8


def remove(custody: Custody, url: str, why: str, by: str, now: datetime) -> list[Entry]:
    """Overwrite every capture of a page; give the entries of the log that say so.

    Raises:
        UnreadableInput: no capture of it is left.
        OSError: a file cannot be written.
    """
    entries = list(entries_of(custody.path))
    gone = {_place(entry) for entry in entries if entry.act == "removed"}
    found = [e for e in entries if _is_of(e, url) and _place(e) not in gone]
    if not found:
        raise UnreadableInput(custody.path.name, f"holds no capture of {url}")
    return [_remove(custody, entry, {"why": why, "by": by}, now) for entry in found]


def _is_of(entry: Entry, url: str) -> bool:
    return entry.act == "kept" and url in {entry.facts.get("url"), entry.facts.get("final_url")}


def _place(entry: Entry) -> tuple[Value, Value]:
    return entry.facts.get("warc"), entry.facts.get("offset")


def _remove(custody: Custody, entry: Entry, told: dict[str, Value], now: datetime) -> Entry:
    facts = entry.facts
    name, offset, length = str(facts["warc"]), int(facts["offset"] or 0), int(facts["length"] or 0)
    stone = tombstone(length, f"removed: {told['why']}", now)
    with (custody.path.parent / name).open("r+b") as file:
        file.seek(offset)
        file.write(stone)
        file.flush()
        os.fsync(file.fileno())
    return custody.add(
        "removed",
        now,
        {
            "warc": name,
            "offset": offset,
            "length": length,
            "sha256": sha256(stone).hexdigest(),
            "url": facts.get("url"),
            **told,
        },
    )


def tombstone(length: int, text: str, now: datetime) -> bytes:
    """Give a WARC record that says something, packed into exactly so many bytes.

    Raises:
        ValueError: they are too few.
    """
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=False, warc_version="1.1")
    body = text.encode()
    named = {"WARC-Date": now.strftime("%Y-%m-%dT%H:%M:%SZ"), "Content-Type": "text/plain"}
    record = writer.create_warc_record(
        "urn:watchdesk:removed",
        "metadata",
        payload=BytesIO(body),
        length=len(body),
        warc_headers_dict=named,
    )
    writer.write_record(record)
    data = buffer.getvalue()
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush()
    room = length - len(HEAD) - 1 - len(packed) - TAIL_BYTES
    if room < 0:
        raise ValueError(f"{length} bytes are too few for a tombstone")
    return HEAD + b"." * room + b"\0" + packed + pack("<II", zlib.crc32(data), len(data))
