"""Keeps the bytes of pages as WARC: one request and one response each, on the disk before we go on.

A file is only ever appended to by the process that began it; whoever dies in mid-record leaves a
torn end behind, never a torn middle, and the next process begins a file of its own.
Source: WARC 1.1 (ISO 28500:2017).
"""

import hashlib
import os
from collections.abc import Iterator
from datetime import UTC, date
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.utils import Digester
from warcio.warcwriter import WARCWriter
from yarl import URL

from watchdesk.engine.errors import UnreadableInput
from watchdesk.harvest.fetch.answers import Fetched, Headers
from watchdesk.harvest.store import Kept

LARGEST_FILE_BYTES = 1 << 30
"""What the WARC guidelines call a good size: a file is closed once it passes a gigabyte."""
GZIP = b"\x1f\x8b"
HIDDEN = "X-Archive-Orig-"
NOT_AS_SENT = frozenset({"transfer-encoding", "content-length"})


class Sha256Writer(WARCWriter):  # type: ignore[misc]
    """A writer whose digests hold in court: SHA-256, not warcio's SHA-1."""

    def _create_digester(self) -> Digester:
        return Digester("sha256")


class Warc:
    """Appends records to files `YYYY/MM/YYYYMMDD-NNNN.warc.gz` in a folder.  Not thread-safe.

    Use it as a context manager, or close it.
    """

    def __init__(self, folder: Path, software: str = "watchdesk") -> None:
        self.folder = folder
        self.software = software
        self._day: date | None = None
        self._file: BinaryIO | None = None
        self._name = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def keep(self, answer: Fetched) -> Kept:
        """Write an answer and give where it lies; it is on the disk when this returns.

        Raises:
            OSError: the disk is full or broken; what was written of the record is cut off again.
        """
        out = self._open(answer.fetched_at.astimezone(UTC).date())
        offset = out.tell()
        try:
            self._write(out, answer)
            os.fsync(out.fileno())
        except OSError:
            self._cut_off(out, offset)
            raise
        return Kept(
            url=answer.url,
            final_url=answer.final_url,
            fetched_at=answer.fetched_at,
            status=answer.status,
            content_type=answer.header("Content-Type"),
            sha256=hashlib.sha256(answer.body).hexdigest(),
            warc=self._name,
            offset=offset,
        )

    def close(self) -> None:
        """Close the file; the next record begins a new one."""
        if self._file:
            self._file.close()
        self._file = None

    def _cut_off(self, out: BinaryIO, offset: int) -> None:
        try:
            os.ftruncate(out.fileno(), offset)
        finally:
            self.close()

    def _open(self, day: date) -> BinaryIO:
        """Give the file of that day, beginning a new one where needed."""
        if self._file and (day != self._day or self._file.tell() > LARGEST_FILE_BYTES):
            self.close()
        if self._file is None:
            self._file, self._name = self._begin(day)
            self._day = day
            info = {"software": self.software, "format": "WARC File Format 1.1"}
            writer = _writer(self._file)
            writer.write_record(writer.create_warcinfo_record(Path(self._name).name, info))
        return self._file

    def _begin(self, day: date) -> tuple[BinaryIO, str]:
        """Create a file that nobody has, so that two processes never share one."""
        for name in _names(day):
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                return path.open("xb", buffering=0), name
            except FileExistsError:
                continue
        raise AssertionError("the names never end")

    def _write(self, out: BinaryIO, answer: Fetched) -> None:
        buffer = BytesIO()
        writer = _writer(buffer)
        when = answer.fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        named = {"WARC-Date": when}
        if answer.ip:
            named["WARC-IP-Address"] = answer.ip
        response = writer.create_warc_record(
            answer.final_url,
            "response",
            payload=BytesIO(answer.raw),
            length=len(answer.raw),
            warc_headers_dict=named,
            http_headers=StatusAndHeaders(
                f"{answer.status} {_plain(answer.reason)}".strip(), _as_kept(answer), "HTTP/1.1"
            ),
        )
        request = writer.create_warc_record(
            answer.final_url,
            "request",
            http_headers=StatusAndHeaders(
                f"GET {URL(answer.final_url).raw_path_qs} HTTP/1.1",
                _plain_headers(answer.request_headers),
                is_http_request=True,
            ),
        )
        writer.write_request_response_pair(request, response)
        _write_all(out, buffer.getbuffer())


def body_of(folder: Path, warc: str, offset: int) -> bytes:
    """Read the body that lies at an offset, without its Content-Encoding.

    Raises:
        UnreadableInput: no whole response lies there.
    """
    try:
        with (folder / warc).open("rb") as file:
            file.seek(offset)
            if file.read(len(GZIP)) != GZIP:
                raise UnreadableInput(warc, "no record begins there", f"offset {offset}")
            file.seek(offset)
            record = next(iter(ArchiveIterator(file)), None)
            if record is None or record.rec_type != "response":
                raise UnreadableInput(warc, "no response lies there", f"offset {offset}")
            body: bytes = record.content_stream().read()
            return body
    except (OSError, EOFError, ValueError, ArchiveLoadFailed) as error:
        raise UnreadableInput(warc, _why(error), f"offset {offset}") from error


def _writer(out: BinaryIO | BytesIO) -> Sha256Writer:
    return Sha256Writer(out, gzip=True, warc_version="1.1")


def _names(day: date) -> Iterator[str]:
    number = 0
    while True:
        yield f"{day:%Y/%m/%Y%m%d}-{number:04}.warc.gz"
        number += 1


def _write_all(out: BinaryIO, data: memoryview) -> None:
    """Write to an unbuffered file, which may take less than it is given."""
    while data:
        data = data[out.write(data) :]


def _as_kept(answer: Fetched) -> list[tuple[str, str]]:
    """Give the headers of a body that is no longer chunked; what we changed stays readable."""
    changed = [
        (HIDDEN + key if key.lower() in NOT_AS_SENT else key, value)
        for key, value in _plain_headers(answer.headers)
    ]
    return [*changed, ("Content-Length", str(len(answer.raw)))]


def _plain_headers(headers: Headers) -> list[tuple[str, str]]:
    return [(key, _plain(value)) for key, value in headers]


def _plain(text: str) -> str:
    """Write bytes that are no UTF-8 (aiohttp hands them on as surrogates) as Latin-1 letters."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _why(error: Exception) -> str:
    if isinstance(error, ArchiveLoadFailed):
        return "no record begins there"
    return str(error) or type(error).__name__
