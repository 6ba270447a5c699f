"""The thread of the harvest on real input: the demo press, polled and read by the engine itself."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.harvest.plain_store import PlainStore
from watchdesk.engine.records import FeedItem
from watchdesk.harvest.demo import mischief
from watchdesk.harvest.demo.answers import feed_name
from watchdesk.harvest.demo.press import load
from watchdesk.harvest.demo.server import serve
from watchdesk.harvest.evidence.custody import NAME
from watchdesk.harvest.evidence.verify import check_log
from watchdesk.harvest.fetch.client import Manners
from watchdesk.harvest.fetch.limits import Limits
from watchdesk.harvest.reading import ENGINE
from watchdesk.harvest.run import Watch
from watchdesk.harvest.settings import Settings
from watchdesk.harvest.store import Channel, Poll

HOST = "127.0.0.1"
OUTLET = "open-bench"
LIMITS = Limits(total_seconds=3, silence_seconds=1, slow_after_seconds=1)
NOW = datetime(2020, 2, 21, tzinfo=UTC)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with serve(HOST, 0) as served:
        yield served.url


def watched(store: PlainStore, site: str, folder: Path) -> dict[str, int]:
    allow = frozenset({(HOST, int(site.rpartition(":")[2]))})
    settings = Settings(
        folder, Manners(allow=allow, limits=LIMITS), spacing_seconds=0, workers=1, idle_seconds=0.1
    )
    return dict(asyncio.run(Watch(store, settings, ENGINE).run(asyncio.Event(), once=True)))


def test_an_outlet_of_the_demo_press_is_read_whole(site: str, tmp_path: Path) -> None:
    outlet = load().outlets[OUTLET]
    store = PlainStore(str(tmp_path / "watch.sqlite"))
    store.register([Channel(OUTLET, f"{site}/{OUTLET}/{feed_name(outlet)}", "feed")])
    tally = watched(store, site, tmp_path / "captures")
    readings = store.readings()
    store.rows.close()
    assert len(readings) == tally["items"] == tally["relevant"] + tally.get("not relevant", 0)
    assert len(readings) >= 5
    assert all(r.article.published and r.article.title and r.article.text for r in readings)
    assert all(r.article.outlet == OUTLET and r.near_duplicate_keys for r in readings)
    assert sum(bool(r.report.events) for r in readings) >= len(readings) / 2
    assert check_log(tmp_path / "captures" / NAME).fine


def test_addresses_that_behave_badly_are_told_one_by_one(site: str, tmp_path: Path) -> None:
    store = PlainStore(str(tmp_path / "watch.sqlite"))
    names = {*mischief.ANSWERS, *mischief.STREAMS} - PAGES_ONLY - {"busy", "too-many"}
    store.register(Channel("mischief", f"{site}{mischief.PREFIX}{n}", "feed") for n in names)
    tally = watched(store, site, tmp_path / "captures")
    failing = {url.rpartition("/")[2] for url, c in store.channels().items() if c.failures}
    store.rows.close()
    assert failing == names - {"moved", "broken-feed"}
    assert tally["polls failed"] == len(names) - 2


PAGES_ONLY = {"undated", "unknown-language", "forbidden", "wrong-charset"}


def test_odd_pages_are_read_honestly_or_told(site: str, tmp_path: Path) -> None:
    store = PlainStore(str(tmp_path / "watch.sqlite"))
    channel = Channel(
        "mischief", f"{site}/none", "feed", next_poll_at=datetime(2999, 1, 1, tzinfo=UTC)
    )
    store.register([channel])
    names = [*PAGES_ONLY, "endless", "drip", "bomb", "missing", "legal", "to-metadata", "empty"]
    items = tuple(FeedItem(f"{site}{mischief.PREFIX}{name}", name) for name in names)
    store.record_poll(Poll(channel, NOW, items=items))
    watched(store, site, tmp_path / "captures")
    read = {r.page.item.title: r for r in store.readings()}
    told = {url.rpartition("/")[2]: error for url, error in store.given_up().items()}
    waiting = store.rows.execute("SELECT url FROM page WHERE due IS NOT NULL").fetchall()
    store.rows.close()
    assert read["undated"].article.published is None
    assert read["unknown-language"].report.events == ()
    assert told["forbidden"].endswith("robots.txt says no")
    assert told["to-metadata"].endswith("169.254.169.254 is link-local")
    assert {url.rpartition("/")[2] for (url,) in waiting} == {"endless", "drip", "bomb"}
    assert {*read, *told, "endless", "drip", "bomb"} == set(names)
