"""JSON Lines in and out: one object a line, gzipped where the name says so, `-` for the console."""

import gzip
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from watchdesk.engine.errors import UnreadableInput


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file: its number from 1, and its object, or why it holds none."""

    number: int
    value: Mapping[str, Any] | None
    error: UnreadableInput | None = None


def read(file: Path) -> Iterator[Line]:
    """Yield the lines of a file in order, passing over empty ones; a bad line does not end it.

    Raises:
        UnreadableInput: the file cannot be opened, or its gzip is broken.
    """
    try:
        with _opened(file) as stream:
            for number, raw in enumerate(stream, start=1):
                if raw.strip():
                    yield _line(file, number, raw)
    except (OSError, EOFError) as error:
        raise UnreadableInput(str(file), str(error)) from error


def _line(file: Path, number: int, raw: bytes) -> Line:
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError) as error:
        return Line(number, None, UnreadableInput(str(file), f"no JSON: {error}", f"line {number}"))
    if not isinstance(value, dict):
        return Line(number, None, UnreadableInput(str(file), "no JSON object", f"line {number}"))
    return Line(number, value)


@contextmanager
def _opened(file: Path) -> Iterator[IO[bytes]]:
    if str(file) == "-":
        yield sys.stdin.buffer
        return
    opener = gzip.open if file.suffix == ".gz" else open
    with opener(file, "rb") as stream:
        yield stream  # type: ignore[misc]  # gzip.open gives a GzipFile, which reads bytes alike


def write(values: Iterable[Mapping[str, Any]], out: Path | None) -> int:
    """Write one object a line to a file, or to the console; give their number."""
    number = 0
    with _written(out) as stream:
        for value in values:
            stream.write(json.dumps(value, ensure_ascii=False).encode() + b"\n")
            number += 1
    return number


@contextmanager
def _written(out: Path | None) -> Iterator[IO[bytes]]:
    if out is None or str(out) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    opener = gzip.open if out.suffix == ".gz" else open
    with opener(out, "wb") as stream:
        yield stream  # type: ignore[misc]
