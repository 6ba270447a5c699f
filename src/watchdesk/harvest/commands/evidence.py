"""`watchdesk evidence`: prove what the watch saw."""

import asyncio
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import click

from watchdesk.engine.errors import UnreadableInput
from watchdesk.harvest.commands.sources import allow_option
from watchdesk.harvest.evidence.custody import NAME, Custody, Entry, Value
from watchdesk.harvest.evidence.removal import remove as remove_captures
from watchdesk.harvest.evidence.unpacked import check_wacz
from watchdesk.harvest.evidence.verify import CheckStamp, Findings, check_log
from watchdesk.harvest.evidence.wacz import pack as pack_wacz
from watchdesk.harvest.fetch.addresses import Allowed
from watchdesk.harvest.fetch.client import Fetcher, Manners

STAMPS = "watchdesk.harvest.evidence.stamps"
captures_option = click.option(
    "--captures",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("var/captures"),
    show_default=True,
    help="Folder of the captures and their log of custody.",
)


@click.group()
def evidence() -> None:
    """Check captures, pack them into a file, have them time-stamped, remove some."""


@evidence.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--roots",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Certificates (PEM) of time-stamp authorities that are trusted.",
)
@click.pass_context
def verify(ctx: click.Context, file: Path, roots: Path | None) -> None:
    """Check FILE: a log of custody with all it vouches for, a WARC file in it, or a WACZ."""
    findings = _check(file, roots)
    for note in findings.notes:
        click.echo(note)
    for wrong in findings.wrong:
        click.echo(wrong, err=True)
    click.echo(f"{file}: {findings.entries} entries, {_verdict(findings)}")
    ctx.exit(0 if findings.fine else 1)


@evidence.command()
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.option("--url", "urls", multiple=True, help="Only captures of this page.")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Only captures of this day (UTC).")
@click.option("--title", default="", help="What the file is about.")
@captures_option
def pack(
    *, output: Path, urls: tuple[str, ...], day: datetime | None, title: str, captures: Path
) -> None:
    """Pack captures into a WACZ, with the log's entries for them; the packing is logged too."""
    wanted = partial(_is_wanted, frozenset(urls), f"{day:%Y-%m-%d}" if day else "")
    now = datetime.now(UTC)
    packed = pack_wacz(captures / NAME, output, wanted, now, title)
    with Custody(captures) as custody:
        facts: dict[str, Value] = {
            "file": output.name,
            "sha256": packed.sha256,
            "captures": packed.captures,
        }
        custody.add("sealed", now, facts)
    click.echo(f"{output}: {packed.captures} captures, sha256 {packed.sha256}")


@evidence.command()
@click.option("--authority", required=True, help="Address of an RFC 3161 time-stamp authority.")
@captures_option
@allow_option
def stamp(*, authority: str, captures: Path, allow: tuple[tuple[str, int], ...]) -> None:
    """Have an authority stamp the head of the log: all captures so far stood then."""
    entry = asyncio.run(_stamp(authority, captures, frozenset(allow)))
    click.echo(f"stamped entry {entry.n - 1}: {captures / str(entry.facts['file'])}")


@evidence.command()
@click.argument("url")
@click.option("--why", required=True, help="The order or the reason; it stays in the log.")
@click.option("--by", required=True, help="Who decided; it stays in the log.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@captures_option
def remove(*, url: str, why: str, by: str, yes: bool, captures: Path) -> None:
    """Overwrite every capture of the page URL; a tombstone in the log says so."""
    if not yes:
        click.confirm(f"Overwrite all captures of {url}? They cannot be had back", abort=True)
    with Custody(captures) as custody:
        removed = remove_captures(custody, url, why, by, datetime.now(UTC))
    click.echo(f"{len(removed)} captures of {url} removed")


async def _stamp(authority: str, captures: Path, allow: Allowed) -> Entry:
    with Custody(captures) as custody:
        async with Fetcher(Manners(allow=allow)) as fetcher:
            stamped: Entry = await _stamps().stamp(custody, fetcher, authority, datetime.now(UTC))
            return stamped


def _check(file: Path, roots: Path | None) -> Findings:
    if file.suffix == ".wacz":
        return check_wacz(file)
    if file.suffix == ".jsonl":
        return check_log(file, _stamp_check(roots))
    log = next((folder / NAME for folder in file.parents if (folder / NAME).exists()), None)
    if log is None:
        raise UnreadableInput(str(file), f"no {NAME} in the folders above vouches for it")
    findings = check_log(log)
    name = file.relative_to(log.parent).as_posix()
    about = tuple(line for line in findings.wrong if line.startswith((name, NAME)))
    return Findings(findings.entries, about, head=findings.head)


def _stamp_check(roots: Path | None) -> CheckStamp | None:
    if find_spec("rfc3161_client") is None:
        return None
    stamps = _stamps()
    trusted = stamps.certificates(roots) if roots else ()
    return partial(stamps.check, roots=trusted)


def _stamps() -> ModuleType:
    """Load what needs a package that not everybody has."""
    try:
        return import_module(STAMPS)
    except ModuleNotFoundError as error:
        hint = "pip install 'watchdesk[evidence]'"
        raise click.ClickException(f"time stamps need the package {error.name} ({hint})") from error


def _is_wanted(urls: frozenset[str], day: str, entry: Entry) -> bool:
    facts = entry.facts
    return (not urls or bool({facts.get("url"), facts.get("final_url")} & urls)) and (
        entry.at.startswith(day)
    )


def _verdict(findings: Findings) -> str:
    return "nothing was changed" if findings.fine else f"{len(findings.wrong)} things are wrong"
