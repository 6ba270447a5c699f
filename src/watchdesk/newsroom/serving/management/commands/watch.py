"""The watch, in the foreground or as the child of `up`."""

import asyncio
import json
import logging
import os
import signal
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from django.conf import settings as django_settings
from django.core.management import BaseCommand, CommandParser

from watchdesk.harvest.fetch.addresses import Allowed
from watchdesk.harvest.fetch.client import Manners
from watchdesk.harvest.log import LOGGER, JsonLines
from watchdesk.harvest.reading import ENGINE
from watchdesk.harvest.run import Watch
from watchdesk.harvest.settings import Settings
from watchdesk.newsroom.monitor.store import OrmStore

ALLOW = "WATCHDESK_ALLOW"
"""Address and port that are fetched although they are not public, as JSON; set for the demo."""
LOG_BYTES = 10_000_000


class Command(BaseCommand):
    """Run the watch until it is asked to stop, or its parent is gone."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("--once", action="store_true")
        parser.add_argument("--with-parent", action="store_true")

    def handle(self, *, once: bool, with_parent: bool, **_: object) -> None:
        """Watch."""
        _log_to(Path(django_settings.DATA) / "log" / "watch.log" if with_parent else None)
        tally = asyncio.run(_run(once=once, with_parent=with_parent))
        if not with_parent:
            self.stdout.write(
                ", ".join(f"{n} {what}" for what, n in tally.items()) or "nothing due"
            )


async def _run(*, once: bool, with_parent: bool) -> dict[str, int]:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    if with_parent:
        loop.add_reader(sys.stdin.fileno(), lambda: _end_with_input(stop))
    watch = Watch(OrmStore(), watch_settings(allowed(os.environ.get(ALLOW, ""))), ENGINE)
    return dict(await watch.run(stop, once=once))


def allowed(raw: str) -> Allowed:
    """Read which addresses may be dialled although they are not public.

    >>> allowed('[["127.0.0.1", 8090]]')
    frozenset({('127.0.0.1', 8090)})
    """
    return frozenset((host, port) for host, port in json.loads(raw or "[]"))


def watch_settings(allow: Allowed) -> Settings:
    """Give the settings of the watch; a server on this machine needs no spacing."""
    captures, manners = Path(django_settings.WARC_ROOT), Manners(allow=allow)
    if allow:
        return Settings(captures, manners, spacing_seconds=0.0, idle_seconds=0.5)
    return Settings(captures, manners)


def _end_with_input(stop: asyncio.Event) -> None:
    """Stop when the pipe from our parent ends: then the parent is gone."""
    if not os.read(sys.stdin.fileno(), 1024):
        asyncio.get_running_loop().remove_reader(sys.stdin.fileno())
        stop.set()


def _log_to(file: Path | None) -> None:
    if file is None:
        handler: logging.Handler = logging.StreamHandler()
    else:
        file.parent.mkdir(exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=LOG_BYTES, backupCount=5, encoding="utf-8")
        handler.setFormatter(JsonLines())
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
