"""Read JSON Lines, gzipped or not, from a file or the console; never more than a line at a time."""

import gzip
import json
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from watchdesk.engine.errors import UnreadableInput
from watchdesk.harvest.archives.entries import item
from watchdesk.harvest.archives.items import LARGEST_BYTES, Found

CONSOLE = Path("-")


def read(file: Path) -> Iterator[Found]:
    """Read one record a line; empty lines are passed over, a bad one is named."""
    name = "stdin" if file == CONSOLE else str(file)
    number = 0
    try:
        with _opened(file) as stream:
            for number, line in enumerate(_lines(stream), start=1):
                if line is None:
                    why = f"longer than {LARGEST_BYTES >> 20} MB"
                    yield UnreadableInput(name, why, f"line {number}")
                elif line.strip():
                    yield _item(line, name, number)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield UnreadableInput(name, f"broken gzip: {error}", f"line {number + 1}")


@contextmanager
def _opened(file: Path) -> Iterator[IO[bytes]]:
    if file == CONSOLE:
        yield sys.stdin.buffer
    elif file.suffix == ".gz":
        with gzip.open(file, "rb") as unpacked:
            yield unpacked  # type: ignore[misc]  # a GzipFile reads bytes like any other
    else:
        with file.open("rb") as stream:
            yield stream


def _lines(stream: IO[bytes]) -> Iterator[bytes | None]:
    """Yield lines; None for one that is too long, which is read past and not kept."""
    while line := stream.readline(LARGEST_BYTES):
        if len(line) == LARGEST_BYTES and not line.endswith(b"\n"):
            while (rest := stream.readline(LARGEST_BYTES)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield line


def _item(line: bytes, name: str, number: int) -> Found:
    place = f"line {number}"
    try:
        raw = json.loads(line.strip())
    except (ValueError, RecursionError) as error:
        return UnreadableInput(name, f"no JSON: {error}", place)
    if not isinstance(raw, dict):
        return UnreadableInput(name, "no JSON object", place)
    return item(raw, name, place)
