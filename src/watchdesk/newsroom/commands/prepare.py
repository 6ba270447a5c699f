"""Set the newsroom up for a command: where its data lies, which settings hold."""

import os
from collections.abc import Mapping
from pathlib import Path

import click
import django

data_option = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="WATCHDESK_DATA",
    default=Path("var"),
    show_default=True,
    help="Folder of the database, keys, pictures, captures and the public site.",
)


def prepare(data: Path, environment: Mapping[str, str] | None = None) -> None:
    """Make the data folder, which only its owner may read, and load Django's settings.

    Variables that the operator has set go before those in `environment`.
    """
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ["WATCHDESK_DATA"] = str(data.absolute())
    os.environ["DJANGO_SETTINGS_MODULE"] = "watchdesk.newsroom.settings"
    for name, value in (environment or {}).items():
        os.environ.setdefault(name, value)
    django.setup()
