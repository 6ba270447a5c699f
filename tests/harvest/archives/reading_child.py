"""Functions that a worker calls in the tests of the pool."""

import os
import signal
import time

from watchdesk.engine.errors import UnreadableArticle
from watchdesk.engine.records import Report
from watchdesk.harvest.archives.items import Item


def read(item: Item, suffix: str) -> Report:
    match item.told.text:
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "hang":
            time.sleep(60)
        case "slow":
            time.sleep(0.3)
        case "bad":
            raise UnreadableArticle(item.told.url or "", "no text was found")
        case "bug":
            raise RuntimeError("oops")
    return Report(f"{item.told.text}{suffix}", item.told)
