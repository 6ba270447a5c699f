"""`watchdesk sources`: the files that say what is watched."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import click

from watchdesk.engine.errors import SourceError
from watchdesk.engine.feeds.opml import read as read_opml
from watchdesk.harvest.checking import check_sources, look_at
from watchdesk.harvest.source_files import FOLDER, KINDS, OWN, Source, files, load, read
from watchdesk.harvest.source_writing import id_of, of_outline, to_opml, write
from watchdesk.harvest.store import Channel


class Address(click.ParamType[tuple[str, int]]):
    """An address and port of this machine, as ADDRESS:PORT."""

    name = "ADDRESS:PORT"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, int]:
        """Read it."""
        host, _, port = str(value).rpartition(":")
        if not host or not port.isdigit():
            self.fail(f"{value!r} is not ADDRESS:PORT", param, ctx)
        return host, int(port)


data_option = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("var"),
    show_default=True,
    envvar="WATCHDESK_DATA",
    help="Data folder; your own source files lie in sources/ there.",
)
allow_option = click.option(
    "--allow",
    type=Address(),
    multiple=True,
    help="Fetch from this address although it is not public (a server on loopback).",
)
kind_option = click.option(
    "--kind", type=click.Choice(KINDS), default="independent", show_default=True
)
country_option = click.option(
    "--country", metavar="XX", required=True, help="Country that is reported on."
)
language_option = click.option(
    "--language", "languages", multiple=True, required=True, help="Code, as en or sr-Latn."
)


@click.group()
def sources() -> None:
    """List, check, add, import and export the sources that are watched."""


@sources.command("list")
@click.option("--country", metavar="XX", help="Only those that report on this country.")
@click.option("--kind", type=click.Choice(KINDS), help="Only those of this kind.")
@data_option
def list_(country: str | None, kind: str | None, data: Path) -> None:
    """List sources, one a line: id, country, kind, languages, name."""
    for source in load(FOLDER, data / OWN):
        if kind in {None, source.kind} and (not country or country.upper() in source.covers):
            spoken = ",".join(source.languages)
            where = source.country or "int"
            click.echo(f"{source.id:32} {where:4} {source.kind:12} {spoken:14} {source.name}")


@sources.command()
@click.argument("ids", nargs=-1)
@click.option("--fetch", is_flag=True, help="Ask every address once, too.")
@data_option
@allow_option
@click.pass_context
def check(
    ctx: click.Context,
    *,
    ids: tuple[str, ...],
    fetch: bool,
    data: Path,
    allow: tuple[tuple[str, int], ...],
) -> None:
    """Check all source files, or those of the given IDS; each bad one is named."""
    good, bad = _read_each(data, frozenset(ids))
    if fetch:
        findings = asyncio.run(check_sources(good, frozenset(allow)))
        for finding in findings:
            click.echo(finding.told, err=not finding.fine)
        bad += sum(not finding.fine for finding in findings)
    click.echo(f"{len(good)} sources, {bad} errors")
    ctx.exit(1 if bad else 0)


@sources.command()
@click.argument("url")
@click.option("--id", "id_", metavar="ID", help="Made of the address by default.")
@click.option("--name", help="The title found there by default.")
@click.option("--owner", default="", help="Group that owns the outlet.")
@kind_option
@country_option
@language_option
@data_option
@allow_option
def add(  # noqa: PLR0913  click passes one argument an option
    *,
    url: str,
    id_: str | None,
    name: str | None,
    owner: str,
    kind: str,
    country: str,
    languages: tuple[str, ...],
    data: Path,
    allow: tuple[tuple[str, int], ...],
) -> None:
    """Look at URL, find its feeds, and write a source file for it."""
    found = asyncio.run(look_at(url, frozenset(allow)))
    id = id_ or id_of(url)
    source = Source(
        id=id,
        name=name or found[0].title or id,
        kind=kind,  # type: ignore[arg-type]
        country=country.upper(),
        covers=(country.upper(),),
        owner=owner,
        languages=languages,
        home_url=url,
        channels=tuple(Channel(id, one.url, one.kind) for one in found),
        checked=datetime.now(UTC).date(),
    )
    for channel in source.channels:
        click.echo(f"{channel.kind}: {channel.url}")
    click.echo(f"written: {_write(source, data)}")


@sources.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@kind_option
@country_option
@language_option
@data_option
@click.pass_context
def import_(  # noqa: PLR0913  click passes one argument an option
    ctx: click.Context,
    *,
    file: Path,
    kind: str,
    country: str,
    languages: tuple[str, ...],
    data: Path,
) -> None:
    """Write a source file for each feed of an OPML list; each line that fails is named."""
    like = Source("", "", kind, country.upper(), "", languages, covers=(country.upper(),))  # type: ignore[arg-type]
    known = {channel.url for source in load(FOLDER, data / OWN) for channel in source.channels}
    written = failed = 0
    for number, outline in enumerate(read_opml(file.read_bytes(), str(file)), 1):
        try:
            if outline.feed_url in known:
                raise SourceError(outline.feed_url, "is watched already")
            _write(of_outline(outline, like), data)
            written += 1
        except SourceError as error:
            failed += 1
            click.echo(f"{file}, feed {number}: {error}", err=True)
    click.echo(f"{written} sources written, {failed} not")
    ctx.exit(1 if failed else 0)


@sources.command()
@click.option("-o", "--output", type=click.File("wb"), default="-", help="Standard output else.")
@data_option
def export(output: IO[bytes], data: Path) -> None:
    """Write the feeds of all sources as OPML."""
    output.write(to_opml(load(FOLDER, data / OWN)))


def _read_each(data: Path, ids: frozenset[str]) -> tuple[list[Source], int]:
    """Read every file, or those of the ids; give the good ones and the number of bad ones."""
    good, bad = [], 0
    chosen = [file for file in files(FOLDER, data / OWN) if not ids or file.stem in ids]
    for missing in sorted(ids - {file.stem for file in chosen}):
        bad += 1
        click.echo(f"{missing}: no such source", err=True)
    for file in chosen:
        try:
            good.append(read(file))
        except SourceError as error:
            bad += 1
            click.echo(str(error), err=True)
    return good, bad


def _write(source: Source, data: Path) -> Path:
    """Write a source file, and take it away again if it breaks a rule."""
    file = write(source, data / OWN)
    try:
        read(file)
    except SourceError:
        file.unlink()
        raise
    return file
