"""A round of the watch over a site on loopback: what is due is done, what fails is told."""

import asyncio
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.harvest.doubles import READERS, feed
from tests.harvest.loopback import Request, Routes, Site, page, serve
from tests.harvest.plain_store import PlainStore
from watchdesk.harvest import pages
from watchdesk.harvest.fetch.client import Manners
from watchdesk.harvest.fetch.limits import Limits
from watchdesk.harvest.run import Watch
from watchdesk.harvest.settings import Settings
from watchdesk.harvest.store import Channel
from watchdesk.harvest.warc import body_of
from watchdesk.harvest.workers import Fence

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def settings(site: Site, folder: Path) -> Settings:
    limits = Limits(total_seconds=2, silence_seconds=0.5, body_bytes=500_000)
    return Settings(
        captures=folder, manners=Manners(allow=site.allow, limits=limits), spacing_seconds=0,
        workers=1, idle_seconds=0.1, grace_seconds=0.3,
    )  # fmt: skip


class Round:
    """A site, a store and what one round of the watch made of them."""

    def __init__(self, site: Site, folder: Path, *channels: Channel) -> None:
        self.site, self.folder = site, folder
        self.store = PlainStore(str(folder / "watch.sqlite"))
        self.store.register(channels)
        self.tally: Counter[str] = Counter()

    async def watch(self) -> None:
        watch = Watch(self.store, settings(self.site, self.folder), READERS)
        async with asyncio.timeout(20):
            self.tally = await watch.run(asyncio.Event(), once=True)

    def make_due(self) -> None:
        self.store.rows.execute("UPDATE channel SET due = 1")
        self.store.rows.execute("UPDATE page SET due = 1 WHERE due IS NOT NULL")

    @property
    def read(self) -> dict[str, str]:
        readings = self.store.readings()
        return {r.page.url.removeprefix(self.site.url): r.article.text for r in readings}

    @property
    def given_up(self) -> dict[str, str]:
        errors = self.store.given_up().items()
        return {url.removeprefix(self.site.url): error for url, error in errors}

    def channel(self, path: str) -> Channel:
        return self.store.channels()[self.site.url + path]

    def close(self) -> None:
        self.store.rows.close()


async def one_round(routes: Routes, folder: Path, *paths: str) -> Round:
    """Watch the channels at these paths once; {site} in a route stands for its address."""
    async with serve(routes) as site:
        fill(site)
        channels = [Channel("herald", site.url + path, "feed") for path in paths or ("/feed",)]
        round_ = Round(site, folder, *channels)
        await round_.watch()
    return round_


def fill(site: Site) -> None:
    for path, answer in site.routes.items():
        if isinstance(answer, bytes) and b"{site}" in answer:
            body = answer.split(b"\r\n\r\n", 1)[1].replace(b"{site}", site.url.encode())
            site.routes[path] = page(body)


FEED = page(feed("item {site}/1", "item {site}/2"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


async def test_a_round_reads_what_a_feed_announces_and_keeps_its_bytes(folder: Path) -> None:
    routes = {"/feed": FEED, "/1": page("the court ruled"), "/2": page("it rained")}
    done = await one_round(routes, folder)
    assert done.read == {"/1": "the court ruled", "/2": "it rained"}
    assert done.tally == {"polls": 1, "items": 2, "relevant": 1, "not relevant": 1}
    for reading in done.store.readings():
        kept = reading.kept
        assert body_of(folder, kept.warc, kept.offset).decode() == reading.article.text
    done.close()


async def test_a_second_round_asks_on_condition_and_finds_nothing_new(folder: Path) -> None:
    async def conditional(request: Request, writer: asyncio.StreamWriter) -> None:
        known = request.headers.get("if-none-match") == '"7"'
        body = feed(f"item {site.url}/1")
        writer.write(page("", "304 Not Modified") if known else page(body, ETag='"7"'))

    async with serve({"/feed": conditional, "/1": page("court")}) as site:
        round_ = Round(site, folder, Channel("herald", f"{site.url}/feed", "feed"))
        await round_.watch()
        assert round_.channel("/feed").etag == '"7"'
        before = round_.channel("/feed").interval_seconds
        round_.make_due()
        await round_.watch()
        assert round_.tally == {"polls": 1, "items": 0}
        assert round_.channel("/feed").interval_seconds > before
        assert site.count("/1") == 1
        round_.close()


async def test_what_fails_is_told_in_one_line_and_the_rest_goes_on(folder: Path) -> None:
    async def silent(_: Request, __: asyncio.StreamWriter) -> None:
        await asyncio.sleep(3)

    routes = {
        "/feed": FEED, "/html": page("<html>"), "/crash": page("CRASH"), "/silent": silent,
        "/gone": page("", "410 Gone"), "/busy": page("", "503 Busy"),
        "/1": page("court"), "/2": page("court"),
    }  # fmt: skip
    bad = ("/html", "/crash", "/silent", "/gone", "/busy", "/none")
    done = await one_round(routes, folder, "/feed", *bad)
    assert len(done.read) == 2
    assert done.tally["polls failed"] == len(bad)
    assert all(done.channel(path).failures == 1 for path in bad)
    now = datetime.now(UTC)
    assert done.channel("/gone").next_poll_at is None
    assert done.channel("/busy").next_poll_at < now + timedelta(hours=1)
    assert done.channel("/html").next_poll_at > now + timedelta(hours=5.9)
    assert done.channel("/silent").next_poll_at < now + timedelta(hours=1)
    done.close()


async def test_a_host_that_asks_for_rest_gets_it_for_all_its_channels(folder: Path) -> None:
    routes = {"/busy": page("", "429 Slow", Retry_After="1800"), "/feed": FEED}
    done = await one_round(routes, folder, "/busy", "/feed")
    now = datetime.now(UTC)
    assert done.channel("/busy").next_poll_at > now + timedelta(minutes=29)
    assert done.channel("/feed").next_poll_at > now + timedelta(minutes=29)
    assert (done.channel("/busy").failures, done.channel("/feed").failures) == (1, 0)
    assert done.site.count("/feed") == 0
    done.close()


async def test_a_page_that_kills_its_reader_is_set_aside_with_its_bytes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "PAGE_FENCE", Fence(cpu_seconds=1, wall_seconds=1))
    routes = {
        "/feed": page(feed("item {site}/crash", "item {site}/hang", "item {site}/1")),
        "/crash": page("CRASH"), "/hang": page("HANG"), "/1": page("court"),
    }  # fmt: skip
    done = await one_round(routes, folder)
    assert done.read == {"/1": "court"}
    assert done.given_up["/crash"].endswith("/crash: the reader crashed (SIGSEGV)")
    assert done.given_up["/hang"].endswith("/hang: the reader took longer than 1 s")
    where = done.store.kept_of_failures()
    assert sorted(body_of(folder, k.warc, k.offset) for k in where) == [b"CRASH", b"HANG"]
    done.close()


async def test_a_page_that_cannot_be_had_is_given_up_or_tried_again(folder: Path) -> None:
    names = ("none", "busy", "film", "empty", "private")
    routes = {
        "/feed": page(feed(*(f"item {{site}}/{name}" for name in names), "item http://10.0.0.1/x")),
        "/busy": page("", "503 Busy"), "/film": page(b"\0", kind="video/mp4"), "/empty": page("EMPTY"),
        "/robots.txt": page("User-agent: watchdesk\nDisallow: /private"), "/private": page("court"),
    }  # fmt: skip
    done = await one_round(routes, folder)
    assert done.tally["to retry"] == 1
    reasons = {path: error.split(": ", 1)[1] for path, error in done.given_up.items()}
    assert reasons == {
        "/none": "answered 404 Not Found",
        "/film": "not a page but video/mp4",
        "/empty": "not an article: no text in it",
        "/private": "robots.txt says no",
        "http://10.0.0.1/x": "10.0.0.1 is private",
    }
    assert done.site.count("/private") == 0
    assert done.site.count("/robots.txt") == 1
    done.close()


async def test_a_page_in_trouble_is_tried_a_few_times_and_then_given_up(folder: Path) -> None:
    async with serve({"/feed": FEED, "/1": page("", "500 Oh"), "/2": page("court")}) as site:
        fill(site)
        round_ = Round(site, folder, Channel("herald", f"{site.url}/feed", "feed"))
        for _ in range(pages.MOST_ATTEMPTS + 2):
            await round_.watch()
            round_.make_due()
        assert site.count("/1") == pages.MOST_ATTEMPTS
        assert round_.given_up == {"/1": f"{site.url}/1: answered 500 Oh"}
        round_.close()


async def test_without_robots_txt_for_now_no_page_is_fetched(folder: Path) -> None:
    routes = {"/feed": FEED, "/robots.txt": page("", "503 Busy"), "/1": page("court")}
    done = await one_round(routes, folder)
    assert done.tally["to retry"] == 2
    assert done.site.count("/1") == 0
    done.close()


async def test_the_sitemaps_of_an_index_are_watched_in_the_same_round(folder: Path) -> None:
    recent, old = datetime.now(UTC) - timedelta(days=1), LONG_AGO
    routes = {
        "/index.xml": page(feed("sitemap {site}/news.xml")),
        "/news.xml": page(
            feed(f"item {{site}}/1 {recent.isoformat()}", f"item {{site}}/2 {old.isoformat()}")
        ),
        "/1": page("court"),
        "/2": page("court"),
    }
    done = await one_round(routes, folder, "/index.xml")
    assert done.read == {"/1": "court"}
    assert done.channel("/news.xml").source == "herald"
    done.close()


async def test_an_address_with_a_counter_on_it_is_the_same_page(folder: Path) -> None:
    items = ("item {site}/1?utm_source=rss", "item {site}/1?utm_source=twitter#x", "item {site}/1")
    done = await one_round({"/feed": page(feed(*items)), "/1": page("court")}, folder)
    assert done.site.count("/1") == 1
    assert set(done.read) == {"/1"}
    done.close()


async def test_a_page_without_a_feed_is_read_for_new_links(folder: Path) -> None:
    async with serve({"/a": page("court"), "/b": page("court")}) as site:
        round_ = Round(site, folder, Channel("herald", f"{site.url}/news", "page"))
        site.routes["/news"] = page('<a href="/a">Court frees a reporter on appeal</a>')
        await round_.watch()
        assert set(round_.read) == {"/a"}
        site.routes["/news"] = page(
            '<a href="/b">Police raid a newsroom again</a><a href="/a">Court frees a reporter</a>'
        )
        round_.make_due()
        await round_.watch()
        assert set(round_.read) == {"/a", "/b"}
        assert site.count("/a") == 1
        round_.close()


async def test_a_list_page_that_robots_may_not_read_is_not_read(folder: Path) -> None:
    async with serve({"/robots.txt": page("User-agent: *\nDisallow: /")}) as site:
        round_ = Round(site, folder, Channel("herald", f"{site.url}/news", "page"))
        await round_.watch()
        assert (site.count("/news"), round_.channel("/news").failures) == (0, 1)
        round_.close()


async def test_a_feed_that_moved_for_good_is_asked_at_its_new_address(folder: Path) -> None:
    routes = {
        "/old": page("", "301 Moved", Location="/feed"), "/feed": FEED,
        "/1": page("court"), "/2": page("court"),
    }  # fmt: skip
    done = await one_round(routes, folder, "/old")
    assert set(done.store.channels()) == {f"{done.site.url}/feed"}
    assert len(done.read) == 2
    done.close()


async def test_an_updated_page_is_read_again_and_both_versions_kept(folder: Path) -> None:
    async with serve({"/1": page("the court sat")}) as site:
        round_ = Round(site, folder, Channel("herald", f"{site.url}/feed", "feed"))
        site.routes["/feed"] = page(feed(f"item {site.url}/1 2020-02-21T10:00:00+00:00"))
        await round_.watch()
        site.routes["/feed"] = page(feed(f"item {site.url}/1 2020-02-21T11:00:00+00:00"))
        site.routes["/1"] = page("the court ruled")
        round_.make_due()
        await round_.watch()
        texts = [r.article.text for r in round_.store.readings()]
        assert texts == ["the court sat", "the court ruled"]
        round_.close()


async def test_the_watch_stops_when_asked_and_gives_back_what_it_did_not_do(folder: Path) -> None:
    async def slow(_: Request, __: asyncio.StreamWriter) -> None:
        await asyncio.sleep(30)

    async with serve({"/feed": FEED, "/1": slow, "/2": slow, "/slow": slow}) as site:
        fill(site)
        channels = [Channel("herald", f"{site.url}/{name}", "feed") for name in ("feed", "slow")]
        store = PlainStore()
        store.register(channels)
        watch = Watch(
            store, replace(settings(site, folder), manners=Manners(allow=site.allow)), READERS
        )
        stop = asyncio.Event()
        running = asyncio.create_task(watch.run(stop))
        while not site.count("/slow"):
            await asyncio.sleep(0.02)
        stop.set()
        async with asyncio.timeout(5):
            await running
        now = datetime.now(UTC)
        assert f"{site.url}/slow" in {c.url for c in store.lease_channels(now, 10, 60)}
        assert not watch.tally["given up"]
        store.rows.close()


class Troubled(PlainStore):
    """A store that breaks down a few times."""

    faults = 3

    def lease_channels(self, now: datetime, limit: int, lease_seconds: int) -> Sequence[Channel]:
        if self.faults:
            self.faults -= 1
            raise ConnectionError("the database is gone")
        return super().lease_channels(now, limit, lease_seconds)


async def test_a_database_that_is_gone_for_a_while_stops_nothing_for_good(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("watchdesk.harvest.pump.AFTER_TROUBLE_SECONDS", 0.01)
    async with serve({"/feed": FEED, "/1": page("court"), "/2": page("court")}) as site:
        fill(site)
        store = Troubled()
        store.register([Channel("herald", f"{site.url}/feed", "feed")])
        watch = Watch(store, settings(site, folder), READERS)
        stop = asyncio.Event()
        running = asyncio.create_task(watch.run(stop))
        async with asyncio.timeout(10):
            while len(store.readings()) < 2:
                await asyncio.sleep(0.05)
            stop.set()
            await running
        store.rows.close()
    assert "ConnectionError: the database is gone" in caplog.text


async def test_a_full_disk_loses_no_page(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with serve({"/feed": FEED, "/1": page("court"), "/2": page("court")}) as site:
        fill(site)
        round_ = Round(site, folder, Channel("herald", f"{site.url}/feed", "feed"))
        with monkeypatch.context() as patch:
            patch.setattr("watchdesk.harvest.warc._write_all", full)
            await round_.watch()
        assert round_.read == {}
        assert "No space left on device" in caplog.text
        round_.store.rows.execute("UPDATE page SET leased_until = 0")
        await round_.watch()
        assert len(round_.read) == 2
        round_.close()


async def test_each_act_is_one_line_of_log(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "watchdesk.watch")
    done = await one_round({"/feed": FEED, "/1": page("court")}, folder)
    acts = Counter(record.getMessage().split()[0] for record in caplog.records)
    assert acts == {"poll": 1, "read": 2, "stopped": 1}
    done.close()
