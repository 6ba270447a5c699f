"""`watchdesk publish`: bake the public site now."""

from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command

from watchdesk.newsroom.commands.prepare import data_option, prepare


@click.command()
@data_option
def publish(data: Path) -> None:
    """Bake the public site from what editors decided."""
    prepare(data)
    call_command("publish")
    click.echo(f"The site lies in {settings.PUBLIC_ROOT}")
