"""Kills a watch again and again while articles arrive, and looks at what is left."""

import asyncio
import random
import sys
from asyncio.subprocess import DEVNULL, Process
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGCONT, SIGSTOP

from tests.harvest.doubles import feed
from tests.harvest.loopback import Request, Site, page, serve
from tests.harvest.plain_store import PlainStore
from watchdesk.harvest.evidence.custody import NAME
from watchdesk.harvest.evidence.verify import check_log
from watchdesk.harvest.store import Channel
from watchdesk.harvest.warc import body_of

CHILD = "tests.harvest.watch_child"
FEEDS = 4
LEASE_SECONDS = 1
"""As `watch_child.py` has it."""


@dataclass
class Aftermath:
    """What is left after the kills: articles announced, and what became of them."""

    announced: set[str] = field(default_factory=set)
    kept: Counter[str] = field(default_factory=Counter)
    unreadable: list[str] = field(default_factory=list)
    integrity: str = ""
    evidence: tuple[str, ...] = ()
    kills: int = 0


@dataclass
class Press:
    """Feeds that announce one more article whenever somebody asks; `shut` stops the news."""

    site: Site
    announced: set[str] = field(default_factory=set)
    shut: bool = False

    async def feed(self, request: Request, writer: asyncio.StreamWriter) -> None:
        if not self.shut:
            path = f"{request.path}/{len(self.announced)}"
            self.announced.add(self.site.url + path)
            self.site.routes[path] = page(f"the court ruled on {path}")
        mine = sorted(url for url in self.announced if f"{request.path}/" in url)
        writer.write(page(feed(*(f"item {url}" for url in mine))))


async def kill_often(folder: Path, root: Path, kills: int, seed: int) -> Aftermath:
    """Run a watch, kill it at random moments, run it to the end, and look."""
    dice = random.Random(seed)
    async with serve({}) as site:
        press = Press(site)
        site.routes |= {f"/feed{n}": press.feed for n in range(FEEDS)}
        store = PlainStore(str(folder / "watch.sqlite"))
        store.register(Channel("herald", f"{site.url}/feed{n}", "feed") for n in range(FEEDS))
        for _ in range(kills):
            watch = await _begin(folder, root, site)
            await _until_asked(site, dice.random() * 0.25)
            store.rows.execute("UPDATE channel SET due = 1")
            await asyncio.sleep(dice.random() * 0.25)
            watch.kill()
            await watch.wait()
            store.rows.execute("UPDATE channel SET due = 1")
        press.shut = True
        watch = await _begin(folder, root, site)
        await _until_done(store, press)
        watch.terminate()
        await watch.wait()
        aftermath = _look(folder, store, press, kills)
        store.rows.close()
    return aftermath


async def stop_past_the_lease(folder: Path, root: Path, stops: int) -> Aftermath:
    """Freeze one watch while another takes its leases over, thaw it, and look."""
    async with serve({}) as site:
        press = Press(site)
        site.routes |= {f"/feed{n}": press.feed for n in range(FEEDS)}
        store = PlainStore(str(folder / "watch.sqlite"))
        store.register(Channel("herald", f"{site.url}/feed{n}", "feed") for n in range(FEEDS))
        watches = [await _begin(folder, root, site) for _ in range(2)]
        await _until_asked(site, 0.5)
        for number in range(stops):
            frozen = watches[number % 2]
            store.rows.execute("UPDATE channel SET due = 1")
            frozen.send_signal(SIGSTOP)
            await asyncio.sleep(LEASE_SECONDS * 1.5)
            frozen.send_signal(SIGCONT)
        press.shut = True
        await _until_done(store, press)
        for watch in watches:
            watch.terminate()
            await watch.wait()
        aftermath = _look(folder, store, press, 0)
        store.rows.close()
    return aftermath


async def _begin(folder: Path, root: Path, site: Site) -> Process:
    arguments = [sys.executable, "-m", CHILD, str(folder), str(site.port)]
    return await asyncio.create_subprocess_exec(
        *arguments, cwd=root, stdout=DEVNULL, stderr=DEVNULL
    )


async def _until_asked(site: Site, then_seconds: float) -> None:
    """Wait until the new watch has begun to ask, and a while longer."""
    asked = len(site.asked)
    async with asyncio.timeout(30):
        while len(site.asked) == asked:
            await asyncio.sleep(0.01)
    await asyncio.sleep(then_seconds)


async def _until_done(store: PlainStore, press: Press) -> None:
    async with asyncio.timeout(60):
        while {r.page.url for r in store.readings()} != press.announced:
            await asyncio.sleep(0.1)


def _look(folder: Path, store: PlainStore, press: Press, kills: int) -> Aftermath:
    left = Aftermath(press.announced, kills=kills)
    left.integrity = store.rows.execute("PRAGMA integrity_check").fetchone()[0]
    left.evidence = check_log(folder / "captures" / NAME).wrong
    for reading in store.readings():
        left.kept[reading.page.url] += 1
        kept = reading.kept
        if body_of(folder / "captures", kept.warc, kept.offset) != reading.article.text.encode():
            left.unreadable.append(kept.url)
    return left
