"""The commands of Watchdesk, each a thin call.

A command is loaded when it is run, so that `watchdesk read` needs neither Django nor the parsers
of another command (docs/decisions/0020-commands-load-when-run.md).
"""

import sys
from dataclasses import dataclass
from importlib import import_module
from types import TracebackType
from typing import Any

import click

from watchdesk.engine.errors import WatchdeskError


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command lives ("module:function"), and what it does, in a line."""

    target: str
    help: str


COMMANDS = {
    "up": Entry("watchdesk.newsroom.commands.up:up", "Start watch, desk and public site."),
    "read": Entry("watchdesk.harvest.commands.read:read", "Read articles, print a report each."),
    "link": Entry("watchdesk.harvest.commands.link:link", "Group reports into acts and cases."),
    "match": Entry("watchdesk.harvest.commands.match:match", "Find names in a list of names."),
    "publish": Entry(
        "watchdesk.newsroom.commands.publish:publish", "Bake the public site from what is decided."
    ),
    "watch": Entry("watchdesk.newsroom.commands.watch:watch", "Poll the sources."),
    "sources": Entry("watchdesk.harvest.commands.sources:sources", "List, check, add sources."),
    "evidence": Entry("watchdesk.harvest.commands.evidence:evidence", "Prove what the watch saw."),
    "codebook": Entry(
        "watchdesk.harvest.commands.codebook:codebook", "Check or show the codebook."
    ),
}


class House(click.Group):
    """The group of all commands; prints every expected error as one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of the house, not of the alphabet."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Load the command of that name."""
        entry = COMMANDS.get(name)
        return _load(name, entry) if entry else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])

    def __call__(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401
        """Run the command line; exit codes: 0 done, 1 some input unreadable, 2 wrong usage."""
        sys.excepthook = _one_line
        return super().__call__(*args, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an error raised on purpose becomes one line and exit code 1."""
        try:
            return super().invoke(ctx)
        except (WatchdeskError, OSError) as error:
            if isinstance(error, BrokenPipeError) or ctx.meta.get("debug"):
                raise
            raise click.ClickException(str(error)) from error


def _load(name: str, entry: Entry) -> click.Command:
    module, _, function = entry.target.partition(":")
    try:
        command = getattr(import_module(module), function)
    except ModuleNotFoundError as error:
        extra = " (pip install 'watchdesk[newsroom]')" if "newsroom" in module else ""
        raise click.ClickException(f"{name} needs the package {error.name}{extra}") from error
    if not isinstance(command, click.Command):
        raise TypeError(f"{entry.target} is no click command")
    _allow_debug(command)
    return command


def _debug(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        ctx.meta["debug"] = True
        sys.excepthook = sys.__excepthook__


DEBUG = click.Option(
    ["--debug"],
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_debug,
    help="Show the traceback of an error.",
)


def _allow_debug(command: click.Command) -> None:
    """Let --debug stand behind a command and its sub-commands as well as before it."""
    if DEBUG not in command.params:
        command.params.append(DEBUG)
    if isinstance(command, click.Group):
        for child in command.commands.values():
            _allow_debug(child)


def _one_line(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
    """Print an error nobody expected as one line too; it is a bug of ours."""
    click.echo(f"Error: bug: {kind.__name__}: {error} (--debug shows where)", err=True)


@click.group(cls=House, params=[DEBUG], context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="watchdesk")
def main() -> None:
    """Watch sources, read articles, join reports into cases, publish what editors accept."""
