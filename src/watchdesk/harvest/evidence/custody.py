"""The log of custody: one line an act, each bound to the one before by its hash.

Nothing is ever changed or taken out: whoever does breaks the chain from there on, and
`verify.py` names the line.  A line is the entry as JSON with sorted keys; its `hash` is the SHA-256
of the line without it.  The log may be shared by several processes.
"""

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Literal, Self

from watchdesk.engine.errors import UnreadableInput

NAME = "custody.jsonl"
START = "0" * 64
"""What the first entry has for the hash of the one before."""
TAIL_BYTES = 64 * 1024
"""More than any line is long."""
LONGEST_URL = 8192
Act = Literal["began", "kept", "sealed", "stamped", "removed", "torn"]
Value = str | int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One act: its number from 1, its time (ISO 8601, UTC), its facts; the chain's two hashes."""

    n: int
    at: str
    act: Act
    facts: Mapping[str, Value]
    previous: str
    hash: str

    def line(self) -> bytes:
        """Give the entry as a line of the log."""
        return _json(self._fields() | {"hash": self.hash}) + b"\n"

    def is_whole(self) -> bool:
        """Tell whether the hash is that of the rest."""
        return self.hash == sha256(_json(self._fields())).hexdigest()

    def _fields(self) -> dict[str, object]:
        return {
            "n": self.n,
            "at": self.at,
            "act": self.act,
            "facts": dict(self.facts),
            "previous": self.previous,
        }


def entry_of(line: bytes, file: str, number: int) -> Entry:
    """Read a line.

    Raises:
        UnreadableInput: it is no entry, or not written as we write one.
    """
    try:
        data = json.loads(line)
        entry = Entry(
            data["n"], data["at"], data["act"], data["facts"], data["previous"], data["hash"]
        )
        same = entry.line() == line
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableInput(file, "no entry of a custody log", f"line {number}") from error
    if not same:
        raise UnreadableInput(file, "not written as the log is written", f"line {number}")
    return entry


class Custody:
    """Appends to the log in a folder; each entry is on the disk when `add` returns.

    A line that a killed process left unfinished is cut off, and an entry says so.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / NAME
        self._file: BinaryIO = self.path.open("a+b", buffering=0)
        self._last: Entry | None = None
        self._size = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def add(self, act: Act, at: datetime, facts: Mapping[str, Value]) -> Entry:
        """Append an entry and give it.

        Raises:
            OSError: the disk is full or broken; nothing of the entry is left.
        """
        with self._locked():
            self._catch_up(at)
            return self._append(act, at, facts)

    def head(self) -> str:
        """Give the hash of the last entry, which vouches for all before it."""
        with self._locked():
            self._read_last()
            return self._last.hash if self._last else START

    @contextmanager
    def _locked(self) -> Iterator[None]:
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def _append(self, act: Act, at: datetime, facts: Mapping[str, Value]) -> Entry:
        when = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        last = self._last
        entry = Entry(
            last.n + 1 if last else 1, when, act, dict(facts), last.hash if last else START, ""
        )
        fields = _json(entry._fields())
        entry = Entry(entry.n, when, act, entry.facts, entry.previous, sha256(fields).hexdigest())
        self._write(entry.line())
        self._last = entry
        return entry

    def _write(self, line: bytes) -> None:
        """Write a line whole or not at all."""
        begin = os.fstat(self._file.fileno()).st_size
        try:
            while line:
                line = line[self._file.write(line) :]
            os.fsync(self._file.fileno())
        except OSError:
            os.ftruncate(self._file.fileno(), begin)
            raise
        self._size = os.fstat(self._file.fileno()).st_size

    def _catch_up(self, at: datetime) -> None:
        """Learn what another process added, and mend a torn end."""
        torn = self._read_last()
        if torn:
            size = os.fstat(self._file.fileno()).st_size
            os.ftruncate(self._file.fileno(), size - len(torn))
            facts: dict[str, Value] = {"bytes": len(torn), "sha256": sha256(torn).hexdigest()}
            self._append("torn", at, facts)

    def _read_last(self) -> bytes:
        """Read the last entry if the file grew; give what stands behind it unfinished."""
        size = os.fstat(self._file.fileno()).st_size
        if size == self._size:
            return b""
        self._file.seek(max(0, size - TAIL_BYTES))
        *whole, torn = self._file.read().split(b"\n")
        if whole:
            self._last = entry_of(whole[-1] + b"\n", str(self.path), 0)
        self._size = size - len(torn)
        return torn


def _json(fields: Mapping[str, object]) -> bytes:
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
