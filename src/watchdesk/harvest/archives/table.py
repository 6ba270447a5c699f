"""Read the rows of a Parquet file, a batch at a time; its columns are those of an input record."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow
import pyarrow.parquet

from watchdesk.engine.errors import UnreadableInput
from watchdesk.harvest.archives.entries import WORDS, item
from watchdesk.harvest.archives.items import Found

BATCH_ROWS = 64
COLUMNS = (*WORDS, "published")


def read(file: Path) -> Iterator[Found]:
    """Read one record a row; other columns are ignored."""
    number = 0
    try:
        with pyarrow.parquet.ParquetFile(file) as table:
            columns = [name for name in table.schema_arrow.names if name in COLUMNS]
            for batch in table.iter_batches(BATCH_ROWS, columns=columns):
                for raw in batch.to_pylist():
                    number += 1
                    yield item(raw, str(file), f"row {number}")
    except (pyarrow.ArrowException, OSError) as error:
        why = " ".join(str(error).split())
        yield UnreadableInput(str(file), f"broken Parquet: {why}"[:200], f"row {number + 1}")
