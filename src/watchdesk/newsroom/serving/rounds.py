"""What the newsroom does by itself, round after round: bake what changed, keep states fresh."""

import logging
import threading
import time
from collections.abc import Callable
from datetime import date

from django.db import DatabaseError, connection

from watchdesk.engine.errors import WatchdeskError
from watchdesk.newsroom.cases.services import refresh_standings
from watchdesk.newsroom.common.clock import today
from watchdesk.newsroom.demo.opening import DemoPress
from watchdesk.newsroom.publish.services import publish_if_changed

LOGGER = logging.getLogger("watchdesk.newsroom")
ROUND_SECONDS = 1.0


class Rounds:
    """The rounds, in a thread of their own; an error is told and the next round goes on."""

    def __init__(self, press: DemoPress | None, say: Callable[[str], object]) -> None:
        self.stop = threading.Event()
        self._press = press
        self._say = say
        self._fingerprint = ""
        self._began = time.monotonic()
        self._day: date | None = None

    def run(self) -> None:
        """Go round until asked to stop."""
        try:
            while not self.stop.wait(ROUND_SECONDS if self._fingerprint else 0):
                try:
                    self._round()
                except (WatchdeskError, DatabaseError, OSError) as error:
                    LOGGER.error("round: %s", error)
                    self.stop.wait(ROUND_SECONDS)
        finally:
            connection.close()

    def _round(self) -> None:
        if self._day != today():
            self._day = today()
            refresh_standings(self._day)
        if self._press and self._press.replay_if_settled():
            seconds = time.monotonic() - self._began
            self._say(f"The demo editor has decided ({seconds:.0f} s after the start).")
        self._fingerprint, baked = publish_if_changed(self._fingerprint)
        if baked and baked.written:
            self._say(f"Site baked: {baked.files} files, {baked.written} new.")
