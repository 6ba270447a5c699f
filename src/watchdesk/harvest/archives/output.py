"""Write reports: JSON Lines, CSV with a row an event, Parquet; by the suffix of the file."""

import csv
import gzip
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO

import pyarrow
import pyarrow.parquet

from watchdesk.engine.errors import UnreadableInput
from watchdesk.engine.records import Report
from watchdesk.engine.reports.convert import to_json
from watchdesk.engine.reports.rows import COLUMNS, rows
from watchdesk.harvest.archives import columns

CONSOLE = Path("-")
SUFFIXES = "cannot be written: name it .jsonl, .csv (or .gz behind them) or .parquet"
GROUP_ROWS = 256
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would run, were it not written as text."""
Write = Callable[[Report], None]


def kind_of(out: Path | None) -> str | None:
    """Name what a file would hold: jsonl, csv or parquet; None for a suffix unknown here."""
    if out is None or out == CONSOLE:
        return "jsonl"
    name = out.name.lower().removesuffix(".gz")
    suffix = name.rpartition(".")[2]
    known = ("jsonl", "csv") if out.suffix == ".gz" else ("jsonl", "ndjson", "csv", "parquet")
    return {"ndjson": "jsonl"}.get(suffix, suffix) if suffix in known else None


@contextmanager
def writer(out: Path | None) -> Iterator[Write]:
    """Give a function that writes one report after another.

    Raises:
        UnreadableInput: the suffix is none of .jsonl[.gz], .csv[.gz], .parquet.
    """
    kind = kind_of(out)
    if kind == "jsonl":
        with _opened(out) as stream:
            yield lambda report: _line(stream, report)
    elif kind == "csv":
        with _opened(out) as stream:
            yield _table(stream)
    elif kind == "parquet" and out:
        with _parquet(out) as write:
            yield write
    else:
        raise UnreadableInput(str(out), SUFFIXES)


@contextmanager
def _opened(out: Path | None) -> Iterator[IO[str]]:
    if out is None or out == CONSOLE:
        yield sys.stdout
        sys.stdout.flush()
    elif out.suffix == ".gz":
        with gzip.open(out, "wb") as packed, TextIOWrapper(packed, "utf-8", newline="") as stream:
            yield stream
    else:
        with out.open("w", encoding="utf-8", newline="") as stream:
            yield stream


def _line(stream: IO[str], report: Report) -> None:
    stream.write(json.dumps(to_json(report), ensure_ascii=False) + "\n")


def _table(stream: IO[str]) -> Write:
    table = csv.DictWriter(stream, COLUMNS)
    table.writeheader()

    def write(report: Report) -> None:
        for row in rows(report):
            table.writerow({key: _as_text(cell) for key, cell in row.items()})

    return write


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


@contextmanager
def _parquet(out: Path) -> Iterator[Write]:
    schema = columns.schema()
    waiting: list[dict[str, object]] = []
    with pyarrow.parquet.ParquetWriter(out, schema, compression="zstd") as table:

        def flush() -> None:
            table.write_table(pyarrow.Table.from_pylist(waiting, schema))
            waiting.clear()

        def write(report: Report) -> None:
            waiting.append(columns.row(to_json(report)))
            if len(waiting) >= GROUP_ROWS:
                flush()

        yield write
        flush()
