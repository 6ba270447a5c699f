"""`watchdesk up`: the whole product in one process group."""

from pathlib import Path

import click
from django.core.management import call_command

from watchdesk.newsroom.commands.prepare import data_option, prepare

DEMO = {
    "WATCHDESK_NOW": "2026-02-20T20:00+00:00",
    "WATCHDESK_NOTICE": (
        "This is a demonstration: every outlet, person and event in it is invented."
    ),
}
"""The last evening of the demo press, at which its cases and posts stand still."""


@click.command()
@click.option("--demo", is_flag=True, help="Watch an invented press; a demo editor decides.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--new-password", is_flag=True, help="Give the first account another password.")
@click.option("--watch/--no-watch", default=True, help="Or leave it to `watchdesk watch`.")
@data_option
def up(*, demo: bool, host: str, port: int, data: Path, **flags: bool) -> None:
    """Start the watch, the desk and the public site; Ctrl-C stops all of them."""
    base_url = {"WATCHDESK_BASE_URL": f"http://{host}:{port}"}
    prepare(data, base_url | (DEMO if demo else {}))
    call_command("up", host=host, port=port, demo=demo, **flags)
