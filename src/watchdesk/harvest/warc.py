"""Keeps the bytes of pages as WARC: one request and one response each, on the disk before we go on.

A file is only ever appended to by the process that began it; whoever dies in mid-record leaves a
torn end behind, never a torn middle, and the next process begins a file of its own.
Source: WARC 1.1 (ISO 28500:2017).
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from watchdesk.engine.errors import UnreadableInput
from watchdesk.harvest.evidence.custody import Act, Custody, Value
from watchdesk.harvest.fetch.answers import Fetched
from watchdesk.harvest.store import Kept
from watchdesk.harvest.warc_records import records_of, warcinfo

LARGEST_FILE_BYTES = 1 << 30
"""What the WARC guidelines call a good size: a file is closed once it passes a gigabyte."""
GZIP = b"\x1f\x8b"


class Warc:
    """Appends records to files `YYYY/MM/YYYYMMDD-NNNN.warc.gz` in a folder.  Not thread-safe.

    Use it as a context manager, or close it.
    """

    def __init__(
        self, folder: Path, custody: Custody | None = None, software: str = "watchdesk"
    ) -> None:
        self.folder = folder
        self.custody = custody
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
        out = self._open(answer.fetched_at)
        kept = Kept(
            url=answer.url,
            final_url=answer.final_url,
            fetched_at=answer.fetched_at,
            status=answer.status,
            content_type=answer.header("Content-Type"),
            sha256=hashlib.sha256(answer.body).hexdigest(),
            warc=self._name,
            offset=out.tell(),
        )
        told = {"url": kept.url, "final_url": kept.final_url, "body_sha256": kept.sha256}
        self._append(out, "kept", answer.fetched_at, records_of(answer), told)
        return kept

    def close(self) -> None:
        """Close the file; the next record begins a new one."""
        if self._file:
            self._file.close()
        self._file = None

    def _append(
        self, out: BinaryIO, act: Act, at: datetime, records: bytes, told: Mapping[str, Value]
    ) -> None:
        """Write records, and the entry of the log that vouches for their bytes; or neither."""
        offset = out.tell()
        facts: dict[str, Value] = {
            **told,
            "warc": self._name,
            "offset": offset,
            "length": len(records),
            "sha256": hashlib.sha256(records).hexdigest(),
        }
        try:
            _write_all(out, memoryview(records))
            os.fsync(out.fileno())
            if self.custody:
                self.custody.add(act, at, facts)
        except OSError:
            self._cut_off(out, offset)
            raise

    def _cut_off(self, out: BinaryIO, offset: int) -> None:
        try:
            os.ftruncate(out.fileno(), offset)
        finally:
            self.close()

    def _open(self, at: datetime) -> BinaryIO:
        """Give the file of that day, beginning a new one where needed."""
        day = at.astimezone(UTC).date()
        if self._file and (day != self._day or self._file.tell() > LARGEST_FILE_BYTES):
            self.close()
        if self._file is None:
            self._file, self._name = self._begin(day)
            self._day = day
            info = warcinfo(Path(self._name).name, self.software)
            self._append(self._file, "began", at, info, {})
        return self._file

    def _begin(self, day: date) -> tuple[BinaryIO, str]:
        """Create a file that nobody has, so that two processes never share one.

        It is locked as long as we live, which tells `evidence/mend.py` to leave it alone.
        """
        for name in _names(day):
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                out = path.open("xb", buffering=0)
            except FileExistsError:
                continue
            fcntl.flock(out, fcntl.LOCK_EX)
            return out, name
        raise AssertionError("the names never end")


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


def _names(day: date) -> Iterator[str]:
    number = 0
    while True:
        yield f"{day:%Y/%m/%Y%m%d}-{number:04}.warc.gz"
        number += 1


def _write_all(out: BinaryIO, data: memoryview) -> None:
    """Write to an unbuffered file, which may take less than it is given."""
    while data:
        data = data[out.write(data) :]


def _why(error: Exception) -> str:
    if isinstance(error, ArchiveLoadFailed):
        return "no record begins there"
    return str(error) or type(error).__name__
