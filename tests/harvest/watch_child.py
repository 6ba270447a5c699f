"""A watch in a process of its own, to be killed: `python -m tests.harvest.watch_child FOLDER PORT`."""

import asyncio
import sys
from pathlib import Path

from tests.harvest.doubles import READERS
from tests.harvest.plain_store import PlainStore
from watchdesk.harvest.fetch.client import Manners
from watchdesk.harvest.run import Watch
from watchdesk.harvest.settings import Settings


async def main(folder: Path, port: int) -> None:
    settings = Settings(
        captures=folder / "captures",
        manners=Manners(allow=frozenset({("127.0.0.1", port)})),
        spacing_seconds=0,
        workers=1,
        lease_seconds=1,
        idle_seconds=0.05,
    )
    await Watch(PlainStore(str(folder / "watch.sqlite")), settings, READERS).run(asyncio.Event())


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
