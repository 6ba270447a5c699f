"""`watchdesk watch`: the monitor alone."""

from pathlib import Path

import click
from django.core.management import call_command

from watchdesk.newsroom.commands.prepare import data_option, prepare


@click.command()
@click.option("--once", is_flag=True, help="End when nothing is due any more.")
@data_option
def watch(once: bool, data: Path) -> None:
    """Poll the sources, fetch, keep and read what is new."""
    prepare(data)
    call_command("watch", once=once)
