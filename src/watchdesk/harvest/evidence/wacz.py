"""Packs captures into one file that anybody can open and check: a WACZ.

The archive holds exact copies of the records, the log's own lines for them lie beside it, and every
byte of the file is bound: the same content always gives the same file.
Source: WACZ 1.1.1 (https://specs.webrecorder.net/wacz/1.1.1/), CDXJ.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from warcio.archiveiterator import ArchiveIterator
from yarl import URL

from watchdesk.engine.errors import UnreadableInput
from watchdesk.harvest.evidence.custody import Entry, entry_of
from watchdesk.harvest.warc_records import warcinfo

ARCHIVE = "archive/data.warc.gz"
INDEX, PAGES, LOG = "indexes/index.cdx", "pages/pages.jsonl", "custody.jsonl"
PACKAGE, DIGEST = "datapackage.json", "datapackage-digest.json"
SOFTWARE = "watchdesk"
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""Every part of the file has this date, so that the file depends on its content alone."""


@dataclass(frozen=True, slots=True)
class Packed:
    """What was packed: how many captures, and the SHA-256 of the file."""

    captures: int
    sha256: str


def pack(
    log: Path, out: Path, wanted: Callable[[Entry], bool], created: datetime, title: str = ""
) -> Packed:
    """Pack the captures that the log's wanted entries vouch for.

    Raises:
        UnreadableInput: the log is broken, or bytes are no longer those it vouches for.
    """
    entries = [entry for entry in entries_of(log) if entry.act == "kept" and wanted(entry)]
    head = warcinfo("data.warc.gz", SOFTWARE)
    archive, index = BytesIO(), []
    archive.write(head)
    for entry in entries:
        records = _records(log.parent, entry)
        index.append(_index_line(entry, records, archive.tell()))
        archive.write(records)
    parts = {
        ARCHIVE: archive.getvalue(),
        INDEX: "".join(sorted(index)).encode(),
        PAGES: "".join(_page_lines(entries)).encode(),
        LOG: b"".join(entry.line() for entry in entries),
    }
    parts[PACKAGE] = _package(parts, title, created)
    parts[DIGEST] = _json({"path": PACKAGE, "hash": _hash(parts[PACKAGE])})
    data = zipped(parts)
    out.write_bytes(data)
    return Packed(len(entries), sha256(data).hexdigest())


def entries_of(log: Path) -> Iterator[Entry]:
    """Read the entries of a log.

    Raises:
        UnreadableInput: a line is none.
    """
    with log.open("rb") as file:
        for number, line in enumerate(file, 1):
            yield entry_of(line, log.name, number)


def zipped(parts: dict[str, bytes]) -> bytes:
    """Give the ZIP file of the parts; nothing is packed, so that records can be read in place."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as file:
        for name, data in parts.items():
            info = ZipInfo(name, LONG_AGO)
            info.external_attr = 0o644 << 16
            info.create_system = 3
            file.writestr(info, data)
    return buffer.getvalue()


def _records(folder: Path, entry: Entry) -> bytes:
    """Read the bytes that an entry vouches for."""
    facts = entry.facts
    name, offset, length = str(facts["warc"]), int(facts["offset"] or 0), int(facts["length"] or 0)
    try:
        with (folder / name).open("rb") as file:
            file.seek(offset)
            records = file.read(length)
    except OSError as error:
        raise UnreadableInput(name, str(error), f"offset {offset}") from error
    if sha256(records).hexdigest() != facts["sha256"]:
        raise UnreadableInput(name, "changed since it was kept", f"offset {offset}")
    return records


def _index_line(entry: Entry, records: bytes, offset: int) -> str:
    response = next(iter(ArchiveIterator(BytesIO(records))))
    http, stamp = response.http_headers, "".join(c for c in entry.at[:19] if c.isdigit())
    url = response.rec_headers.get_header("WARC-Target-URI")
    told = {
        "url": url,
        "mime": (http.get_header("Content-Type") or "").split(";")[0].strip() or "unk",
        "status": http.get_statuscode(),
        "digest": response.rec_headers.get_header("WARC-Payload-Digest"),
        "length": str(_member_length(records)),
        "offset": str(offset),
        "filename": "data.warc.gz",
    }
    return f"{surt(url)} {stamp} {json.dumps(told, ensure_ascii=False)}\n"


def _member_length(records: bytes) -> int:
    """Give the length of the first record, which is the response."""
    iterator = ArchiveIterator(BytesIO(records))
    next(iter(iterator)).raw_stream.read()
    iterator.read_to_end()
    return int(iterator.get_record_length())


def surt(url: str) -> str:
    """Give the sort-friendly form of an address that indexes are ordered by.

    >>> surt("https://www.Herald.example/News?b=1")
    'example,herald)/news?b=1'
    """
    parts = URL(url)
    host = ",".join(reversed((parts.raw_host or "").removeprefix("www.").split(".")))
    port = "" if parts.is_default_port() or parts.port is None else f":{parts.port}"
    return f"{host}{port}){parts.raw_path_qs}".lower()


def _page_lines(entries: Iterable[Entry]) -> Iterator[str]:
    yield json.dumps({"format": "json-pages-1.0", "id": "pages", "title": "All pages"}) + "\n"
    for entry in entries:
        page = {"id": str(entry.n), "url": entry.facts["final_url"], "ts": entry.at}
        yield json.dumps(page, ensure_ascii=False) + "\n"


def _package(parts: dict[str, bytes], title: str, created: datetime) -> bytes:
    resources = [
        {"name": Path(name).name, "path": name, "hash": _hash(data), "bytes": len(data)}
        for name, data in parts.items()
    ]
    package = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "software": SOFTWARE,
        "created": created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "resources": resources,
    }
    return _json(package | ({"title": title} if title else {}))


def _hash(data: bytes) -> str:
    return f"sha256:{sha256(data).hexdigest()}"


def _json(data: object) -> bytes:
    return json.dumps(data, indent=2, ensure_ascii=False).encode()
