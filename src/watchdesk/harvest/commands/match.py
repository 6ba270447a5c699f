"""`watchdesk match`: which entry of a pool does a name mean?"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from watchdesk.engine.errors import UnreadableInput
from watchdesk.engine.identities.match import Index
from watchdesk.harvest import lines

SHAPES = {"names": list, "name": str}


@click.command()
@click.option(
    "--queries", type=click.Path(path_type=Path), required=True, help='{"id", "name"} a line.'
)
@click.option(
    "--among", type=click.Path(path_type=Path), required=True, help='{"id", "names"} a line.'
)
@click.option("-k", type=click.IntRange(min=1), default=5, show_default=True, help="Best entries.")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="File of matches; else printed.")
def match(queries: Path, among: Path, k: int, out: Path | None) -> None:
    """Find for each name of a file the best entries of a pool, in whatever script either stands.

    One line a query, in the order of the queries, with at least two matches where the pool has two.
    """
    bad: list[UnreadableInput] = []
    index = Index(_entries(among, "names", bad))
    lines.write((_answer(index, q, k) for q in _entries(queries, "name", bad)), out)
    for error in bad:
        click.echo(f"Error: {error}", err=True)
    sys.exit(1 if bad else 0)


def _entries(file: Path, key: str, bad: list[UnreadableInput]) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a file that have an id and the key; the others go to `bad`."""
    for line in lines.read(file):
        value = line.value
        if value is None:
            bad.append(line.error or UnreadableInput(str(file), "empty", f"line {line.number}"))
        elif "id" not in value or not isinstance(value.get(key), SHAPES[key]):
            bad.append(UnreadableInput(str(file), f"no id or {key}", f"line {line.number}"))
        else:
            yield value


def _answer(index: Index, query: Mapping[str, Any], k: int) -> dict[str, Any]:
    found = index.search(query["name"], query.get("language"), k)
    matches = [{"id": m.id, "score": m.score, "why": m.why, "name": m.name} for m in found]
    return {"id": query["id"], "matches": matches}
