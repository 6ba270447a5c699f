"""`watchdesk link`: reports into acts and cases, without a database."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from watchdesk.engine.cases.convert import to_json
from watchdesk.engine.errors import UnreadableInput
from watchdesk.engine.pipeline import link as link_reports
from watchdesk.engine.records import Report
from watchdesk.engine.reports.convert import from_json
from watchdesk.harvest import lines


@click.command()
@click.argument("reports", type=click.Path(path_type=Path, allow_dash=True))
@click.option("-o", "--out", type=click.Path(path_type=Path), help="File of cases; else printed.")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Day for which states are computed; else the day of the newest report.",
)
def link(reports: Path, out: Path | None, as_of: datetime | None) -> None:
    """Group the reports of a JSON Lines file into acts and cases, a case a line.

    Exit code 1 if a line could not be read; the others are linked all the same.
    """
    bad: list[UnreadableInput] = []
    found = link_reports(_reports(reports, bad), as_of=as_of.date() if as_of else None)
    number = lines.write((to_json(case) for case in found.cases), out)
    for error in bad:
        click.echo(f"Error: {error}", err=True)
    click.echo(f"{number} cases", err=True)
    sys.exit(1 if bad else 0)


def _reports(file: Path, bad: list[UnreadableInput]) -> Iterator[Report]:
    """Yield the reports of a file; lines that are none go to `bad`; failed ones are passed over."""
    for line in lines.read(file):
        try:
            if line.value is None:
                raise line.error or UnreadableInput(str(file), "empty", f"line {line.number}")
            report = from_json(line.value)
        except UnreadableInput as error:
            bad.append(_placed(error, file, line.number))
            continue
        if report.error is None:
            yield report


def _placed(error: UnreadableInput, file: Path, number: int) -> UnreadableInput:
    if error.file == str(file):
        return error
    where = f"line {number}" + (f", {error.place}" if error.place else "")
    return UnreadableInput(str(file), error.why, where)
