"""How fast, small and complete the watch is: `python -m bench.watch feeds|late|kill [--help]`.

feeds: polls N feeds of `watch_press.py` twice (all new, then half unchanged), stores them, and
reads a sample of the honest ones with feedparser and requests beside it.  late: N channels fall due
over a time; how late was the latest?  kill: SIGKILL at random moments while articles arrive.
"""

import argparse
import asyncio
import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

import feedparser
import requests

from bench.watch_press import HOSTILE
from tests.harvest.killing import kill_often
from tests.harvest.loopback import Names
from tests.harvest.plain_store import PlainStore
from watchdesk.engine.feeds.parse import parse
from watchdesk.harvest.fetch.client import Manners
from watchdesk.harvest.fetch.limits import Limits
from watchdesk.harvest.readers import Readers
from watchdesk.harvest.run import Watch
from watchdesk.harvest.settings import Settings
from watchdesk.harvest.store import Channel, Page, Poll

LIMITS = Limits(total_seconds=15, silence_seconds=5, slow_after_seconds=4)


class FeedsOnly(PlainStore):
    """A store that hands out no pages: feeds alone are measured.  Notes how late each poll was."""

    latest_seconds = 0.0

    def lease_pages(self, *_: object) -> list[Page]:
        return []

    def record_poll(self, poll: Poll) -> int:
        before = self.due.get(poll.channel.url)
        if before:
            late = (datetime.now(UTC) - before).total_seconds()
            self.latest_seconds = max(self.latest_seconds, late)
        return super().record_poll(poll)

    due: dict[str, datetime]

    def make_due(self) -> None:
        self.rows.execute("UPDATE channel SET due = 1, leased_until = 0")


@contextmanager
def press() -> Iterator[int]:
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.watch_press"], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        yield int(process.stdout.readline())
    finally:
        process.kill()
        process.wait()


def memory_megabytes() -> float:
    """Give the memory of this process and its children, shared pages counted once (PSS)."""
    me, total = os.getpid(), 0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            status = (entry / "stat").read_text().rpartition(") ")[2].split()
            if int(entry.name) == me or int(status[1]) in _family(me):
                total += _pss(entry)
        except OSError:
            continue
    return total / 1024


def _family(pid: int) -> set[int]:
    """Give the process and its children, so that workers of the fork server count too."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return {pid, *map(int, children)}


def _pss(entry: Path) -> int:
    if b"bench.watch_press" in (entry / "cmdline").read_bytes():
        return 0
    lines = (entry / "smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def channels(count: int, port: int) -> list[Channel]:
    return [Channel("press", f"http://f{n}.test:{port}/feed", "feed") for n in range(count)]


def watch(store: PlainStore, port: int, folder: Path) -> Watch:
    settings = Settings(
        captures=folder,
        manners=Manners(allow=frozenset({("127.0.0.1", port)}), limits=LIMITS, connections=400),
        polls=300,
        workers=1,
        idle_seconds=0.2,
    )
    return Watch(store, settings, Readers(parse, _no_pages, _no_pages), Names(["127.0.0.1"]))


def _no_pages(*_: object) -> None:
    """No page is read here."""


async def _watched(one: Watch, stop: asyncio.Event, *, once: bool) -> float:
    """Run a watch; give the peak of memory in megabytes."""
    peak = 0.0
    running = asyncio.create_task(one.run(stop, once=once))
    while not running.done():
        peak = max(peak, memory_megabytes())
        await asyncio.wait([running], timeout=1)
    running.result()
    return peak


def newsroom_store(data: Path) -> FeedsOnly:
    """Give the newsroom's own store on a fresh SQLite, seen as the plain one is."""
    os.environ["WATCHDESK_DATA"] = str(data)
    os.environ["DJANGO_SETTINGS_MODULE"] = "watchdesk.newsroom.settings"
    import_module("django").setup()
    import_module("django.core.management").call_command("migrate", verbosity=0)
    return import_module("bench.watch_orm").FeedsOnly()  # type: ignore[no-any-return]


def feeds(count: int, sample: int, *, orm: bool) -> None:
    hostile = sum(n % 1000 in HOSTILE for n in range(count))
    with press() as port, tempfile.TemporaryDirectory() as name:
        path = str(Path(name) / "watch.sqlite")
        store = newsroom_store(Path(name)) if orm else FeedsOnly(path)
        store.due = {}
        store.register(channels(count, port))
        for round_ in ("all new", "half unchanged"):
            one, began = watch(store, port, Path(name)), time.monotonic()
            cpu = time.process_time()
            peak = asyncio.run(_watched(one, asyncio.Event(), once=True))
            seconds = time.monotonic() - began
            states = store.channels().values()
            failing = sum(channel.failures > 0 for channel in states)
            print(
                f"{round_}: {count} feeds ({hostile} hostile) in {seconds:.1f} s = "
                f"{count / seconds:.0f} feeds/s ({time.process_time() - cpu:.1f} s CPU here), "
                f"peak {peak:.0f} MB; {dict(one.tally)}; {failing} failing"
            )
            assert one.tally["polls"] + one.tally["polls failed"] == count
            requests.get(f"http://127.0.0.1:{port}/next", timeout=9)
            store.make_due()
        store.rows.close()
        _peer(port, count, sample)


def _peer(port: int, count: int, sample: int) -> None:
    """Read honest feeds one after another, as a plain script would; nothing is stored."""
    numbers = [n for n in range(count) if n % 1000 not in HOSTILE][:sample]
    began, found = time.monotonic(), 0
    with requests.Session() as session:
        for number in numbers:
            headers = {"Host": f"f{number}.test:{port}"}
            answer = session.get(f"http://127.0.0.1:{port}/feed", headers=headers, timeout=9)
            found += len(feedparser.parse(answer.content).entries)
    seconds = time.monotonic() - began
    print(
        f"requests + feedparser, {len(numbers)} honest feeds, one after another: "
        f"{len(numbers) / seconds:.0f} feeds/s, {found} entries, nothing stored"
    )


def late(count: int, seconds: int) -> None:
    """Let `count` channels fall due evenly over `seconds`, hostile ones among them."""
    with press() as port, tempfile.TemporaryDirectory() as name:
        store = FeedsOnly(str(Path(name) / "watch.sqlite"))
        all_ = channels(count, port)
        store.register(all_)
        began = datetime.now(UTC) + timedelta(seconds=2)
        store.due = {
            c.url: began + timedelta(seconds=seconds * n / count) for n, c in enumerate(all_)
        }
        for channel in all_:
            PlainStore.record_poll(
                store, Poll(replace(channel, next_poll_at=store.due[channel.url]), began)
            )
        asyncio.run(_for(watch(store, port, Path(name)), seconds + 25))
        polled = sum(
            c.last_success_at is not None or c.failures > 0 for c in store.channels().values()
        )
        print(
            f"{count} channels due over {seconds} s: {polled} polled, the latest "
            f"{store.latest_seconds:.1f} s after its time"
        )
        store.rows.close()


async def _for(one: Watch, seconds: float) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().call_later(seconds, stop.set)
    await one.run(stop)


def kill(kills: int, seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        began = time.monotonic()
        left = asyncio.run(kill_often(Path(name), Path.cwd(), kills, seed))
        lost = left.announced - set(left.kept)
        twice = [url for url, count in left.kept.items() if count > 1]
        print(
            f"{kills} kills in {time.monotonic() - began:.0f} s: {len(left.announced)} articles "
            f"announced, {len(lost)} lost, {len(twice)} kept twice, "
            f"{len(left.unreadable)} unreadable; database {left.integrity}; "
            f"evidence: {left.evidence or 'whole'}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("feeds", "late", "kill"))
    parser.add_argument("--feeds", type=int, default=10_000)
    parser.add_argument("--sample", type=int, default=500, help="feeds read by the peer")
    parser.add_argument("--orm", action="store_true", help="store in the newsroom's own database")
    parser.add_argument("--seconds", type=int, default=60, help="over which channels fall due")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    logging.getLogger("watchdesk.watch").addHandler(logging.NullHandler())
    if options.what == "feeds":
        feeds(options.feeds, options.sample, orm=options.orm)
    elif options.what == "late":
        late(options.feeds, options.seconds)
    else:
        kill(options.kills, options.seed)


if __name__ == "__main__":
    main()
