"""Which reader reads which file, by its name."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from watchdesk.engine.errors import UnreadableInput
from watchdesk.harvest.archives import arc, jsonlines, plain, table, wacz, warc
from watchdesk.harvest.archives.items import Found, Reader

READERS: dict[str, Reader] = {
    ".txt": plain.text,
    ".html": plain.html,
    ".htm": plain.html,
    ".xhtml": plain.html,
    ".jsonl": jsonlines.read,
    ".jsonl.gz": jsonlines.read,
    ".ndjson": jsonlines.read,
    ".ndjson.gz": jsonlines.read,
    ".warc": warc.read,
    ".warc.gz": warc.read,
    ".arc": arc.read,
    ".arc.gz": arc.read,
    ".wacz": wacz.read,
    ".parquet": table.read,
}


def read(inputs: Iterable[Path]) -> Iterator[Found]:
    """Yield what the inputs hold, in their order; the files of a directory by name, deep.

    A file that cannot be opened, or of a kind we do not read, is named; in a directory the latter
    is passed over.
    """
    for path in inputs:
        if path == jsonlines.CONSOLE:
            yield from jsonlines.read(path)
        elif path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.is_file() and reader_of(file):
                    yield from _read(file)
        else:
            yield from _read(path)


def reader_of(file: Path) -> Reader | None:
    """Give the reader of a file, by the longest suffix it knows."""
    name = file.name.lower()
    known = sorted((suffix for suffix in READERS if name.endswith(suffix)), key=len)
    return READERS[known[-1]] if known else None


def _read(file: Path) -> Iterator[Found]:
    reader = reader_of(file)
    if reader is None and file.exists():
        kinds = " ".join(READERS)
        yield UnreadableInput(str(file), f"its kind is not known ({kinds})")
        return
    try:
        yield from (reader or plain.text)(file)
    except OSError as error:
        yield UnreadableInput(str(file), error.strerror or str(error))
