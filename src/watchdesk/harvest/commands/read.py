"""`watchdesk read`: articles in, a report each out."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from watchdesk.harvest.archives import reading
from watchdesk.harvest.archives.entries import moment
from watchdesk.harvest.archives.explain import explain as show
from watchdesk.harvest.archives.files import read as read_files
from watchdesk.harvest.archives.output import SUFFIXES, kind_of, writer
from watchdesk.harvest.archives.pool import Outcome, Pool

READABLE = click.Path(path_type=Path, allow_dash=True)


def _published(_: click.Context, __: click.Parameter, told: str | None) -> date | None:
    try:
        return moment(told)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def _writable(_: click.Context, __: click.Parameter, out: Path | None) -> Path | None:
    if kind_of(out) is None:
        raise click.BadParameter(f"{out} {SUFFIXES}")
    return out


@click.command()
@click.argument("inputs", type=READABLE, nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    callback=_writable,
    help="File to write: .jsonl, .csv (a row an event) or .parquet; else JSON Lines are printed.",
)
@click.option("--published", callback=_published, help="Date of articles that do not say.")
@click.option("--language", help="Language of articles, where it is known (en, ru, sr-Latn ...).")
@click.option(
    "--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that read."
)
@click.option(
    "--engine",
    type=click.Choice(["local"]),
    default="local",
    show_default=True,
    help="What runs the processes.",
)
@click.option("--explain", is_flag=True, help="Show the text with what was found in it, and why.")
def read(  # noqa: PLR0913, PLR0917  one argument an option
    inputs: tuple[Path, ...],
    out: Path | None,
    published: date | None,
    language: str | None,
    jobs: int,
    engine: str,
    explain: bool,
) -> None:
    """Read articles and print a report of each, in the order given.

    INPUT is a .txt (its first line the title), .html, .jsonl[.gz] (id, url, title, published,
    language, dateline_place, and text or html), .warc[.gz], .arc[.gz], .wacz or .parquet file, a
    directory of such files, or - for JSON Lines from the console.  What cannot be read gives a
    report with its error, and exit code 1.
    """
    del engine
    arguments = (published, language)
    with Pool(jobs, reading.read, arguments, reading.prepare) as pool:
        outcomes = _told(pool.read(read_files(inputs)))
        if explain:
            bad = sum(_explained(outcome) for outcome in outcomes)
        else:
            bad = _written(outcomes, out)
    sys.exit(1 if bad else 0)


def _written(outcomes: Iterable[Outcome], out: Path | None) -> int:
    """Write the reports; give the number of those that could not be made."""
    bad = 0
    with writer(out) as write:
        for outcome in outcomes:
            write(outcome.report)
            bad += outcome.error is not None
    return bad


def _explained(outcome: Outcome) -> bool:
    if outcome.error is None:
        show(outcome.report, Console())
    return outcome.error is not None


def _told(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """Pass outcomes on; show progress on a terminal, and each error as a line."""
    with _progress() as progress:
        task = progress.add_task("read", total=None)
        for outcome in outcomes:
            if outcome.error:
                progress.console.print(
                    f"Error: {outcome.report.error}", markup=False, highlight=False
                )
            progress.advance(task)
            yield outcome


@contextmanager
def _progress() -> Iterator[Progress]:
    console = Console(stderr=True, soft_wrap=True)
    columns = (SpinnerColumn(), MofNCompleteColumn(), TextColumn("articles"), TimeElapsedColumn())
    shown = console.is_terminal and not sys.stdout.isatty()
    with Progress(*columns, console=console, disable=not shown, transient=True) as progress:
        yield progress
