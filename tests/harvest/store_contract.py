"""What every store must do, as functions over a fresh store; `test_store.py` shows how to run it.

@pytest.mark.parametrize("clause", CONTRACT, ids=lambda clause: clause.__name__)
def test_the_store_keeps_the_contract(clause: Clause) -> None:
    clause(Subject(store, kept=..., given_up=...))
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from watchdesk.engine.records import Article, FeedItem, Relevance, Report
from watchdesk.harvest.store import PAGES_PER_HOST, Channel, Kept, Page, Poll, Reading, Store

NOW = datetime(2020, 2, 21, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
FEED = Channel("herald", "https://herald.example/feed", "feed")


@dataclass(frozen=True)
class Subject:
    """A fresh, empty store, and what a test may look at behind the protocol."""

    store: Store
    kept: Callable[[], list[tuple[str, str]]]
    """Page URL and SHA-256 of every version kept, in the order kept."""
    given_up: Callable[[], dict[str, str]]
    """The error of each page that was given up, by URL."""


Clause = Callable[[Subject], None]


def item(number: int, host: str = "herald.example", updated: datetime | None = None) -> FeedItem:
    return FeedItem(f"https://{host}/{number}", f"Story {number}", updated=updated)


def polled(*items: FeedItem, channel: Channel = FEED, at: datetime = NOW) -> Poll:
    return Poll(replace(channel, next_poll_at=at + HOUR), at, status=200, items=items)


def reading(page: Page, sha256: str = "a" * 64, *, relevant: bool = True) -> Reading:
    kept = Kept(page.url, page.url, NOW, 200, "text/html", sha256, "20200221.warc.gz", 17)
    article = Article("The court ruled on Friday.", title=page.item.title, url=page.url)
    report = Report("r1", article, relevance=Relevance(0.5, relevant))
    return Reading(page, kept, article, report, near_duplicate_keys=(1, 2**63, 2**64 - 1))


def a_new_channel_is_due_at_once(subject: Subject) -> None:
    assert subject.store.register([FEED]) == 1
    assert list(subject.store.lease_channels(NOW, 10, 60)) == [FEED]


def a_channel_is_registered_once_and_keeps_its_state(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    store.record_poll(Poll(replace(FEED, etag='"1"', next_poll_at=NOW + HOUR), NOW))
    assert store.register([FEED, FEED]) == 0
    assert [c.etag for c in store.lease_channels(NOW + HOUR, 10, 60)] == ['"1"']


def a_leased_channel_is_given_to_nobody_else(subject: Subject) -> None:
    subject.store.register([FEED])
    subject.store.lease_channels(NOW, 10, 60)
    assert not subject.store.lease_channels(NOW + MINUTE / 2, 10, 60)


def a_lease_that_ran_out_is_taken_again(subject: Subject) -> None:
    subject.store.register([FEED])
    subject.store.lease_channels(NOW, 10, 60)
    assert list(subject.store.lease_channels(NOW + MINUTE, 10, 60)) == [FEED]


def the_longest_due_comes_first(subject: Subject) -> None:
    store = subject.store
    channels = [replace(FEED, url=f"https://herald.example/{n}") for n in range(3)]
    store.register(channels)
    for channel, minutes in zip(channels, (3, 1, 2), strict=True):
        store.record_poll(Poll(replace(channel, next_poll_at=NOW + minutes * MINUTE), NOW))
    leased = store.lease_channels(NOW + HOUR, 2, 60)
    assert [c.url[-1] for c in leased] == ["1", "2"]


def a_poll_keeps_every_field_of_the_channel(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    after = Channel(
        FEED.source, FEED.url, FEED.kind, etag='W/"x"', last_modified="Fri, 21 Feb 2020",
        interval_seconds=777, failures=3, failing_since=NOW - HOUR, next_poll_at=NOW + MINUTE,
        last_success_at=NOW - 2 * HOUR, expected_per_week=9,
    )  # fmt: skip
    store.record_poll(Poll(after, NOW, error="https://herald.example/feed: no answer"))
    assert list(store.lease_channels(NOW + MINUTE, 10, 60)) == [after]


def a_polled_channel_is_not_due_before_its_time(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    store.lease_channels(NOW, 10, 60)
    store.record_poll(polled())
    assert not store.lease_channels(NOW + HOUR - MINUTE, 10, 60)
    assert store.lease_channels(NOW + HOUR, 10, 60)


def a_dead_channel_rests_until_its_next_poll_or_for_ever(subject: Subject) -> None:
    store = subject.store
    gone, sick = FEED, replace(FEED, url="https://herald.example/sick")
    store.register([gone, sick])
    store.record_poll(Poll(gone, NOW, status=410, error="gone", alive=False))
    store.record_poll(Poll(replace(sick, next_poll_at=NOW + HOUR), NOW, alive=False, error="sick"))
    assert [c.url for c in store.lease_channels(NOW + 100 * HOUR, 10, 60)] == [sick.url]


def a_channel_that_moved_for_good_changes_its_address(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    store.record_poll(replace(polled(), moved_to="https://herald.example/new"))
    assert [c.url for c in store.lease_channels(NOW + HOUR, 10, 60)] == [
        "https://herald.example/new"
    ]


def a_channel_that_moved_onto_a_known_one_stays(subject: Subject) -> None:
    store = subject.store
    other = replace(FEED, url="https://herald.example/new")
    store.register([FEED, other])
    store.record_poll(replace(polled(), moved_to=other.url))
    assert {c.url for c in store.lease_channels(NOW + HOUR, 10, 60)} == {FEED.url, other.url}


def channels_found_in_an_index_are_registered(subject: Subject) -> None:
    store = subject.store
    index = replace(FEED, kind="sitemap")
    found = replace(index, url="https://herald.example/news.xml")
    store.register([index])
    store.record_poll(replace(polled(channel=index), found=(found,)))
    assert list(store.lease_channels(NOW, 10, 60)) == [found]


def a_poll_of_an_unknown_channel_keeps_nothing(subject: Subject) -> None:
    assert subject.store.record_poll(polled(item(1))) == 0
    assert not subject.store.lease_channels(NOW + HOUR, 10, 60)
    assert not subject.store.lease_pages(NOW, 10, 60)


def new_items_become_pages_in_order(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    assert store.record_poll(polled(item(2), item(1))) == 2
    assert list(store.lease_pages(NOW, 10, 60)) == [
        Page("herald", item(2).url, item(2)),
        Page("herald", item(1).url, item(1)),
    ]


def an_item_seen_before_is_ignored(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    store.record_poll(polled(item(1)))
    assert list(store.unseen([item(1), item(2)])) == [item(2)]
    assert store.record_poll(polled(item(1), item(2), at=NOW + HOUR)) == 1
    assert store.record_poll(polled(item(1), item(2), at=NOW + HOUR)) == 0


def an_item_of_two_sources_belongs_to_the_first(subject: Subject) -> None:
    store = subject.store
    other = replace(FEED, source="courier", url="https://courier.example/feed")
    store.register([FEED, other])
    store.record_poll(polled(item(1)))
    assert store.record_poll(polled(item(1), channel=other)) == 0
    assert [p.source for p in store.lease_pages(NOW, 10, 60)] == ["herald"]


def an_item_twice_in_one_poll_is_kept_once(subject: Subject) -> None:
    subject.store.register([FEED])
    assert subject.store.record_poll(polled(item(1), item(1))) == 1


def an_updated_item_is_fetched_again(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    store.record_poll(polled(item(1, updated=NOW)))
    (page,) = store.lease_pages(NOW, 10, 60)
    store.keep_reading(reading(page))
    later = item(1, updated=NOW + HOUR)
    assert list(store.unseen([item(1, updated=NOW), later])) == [later]
    assert store.record_poll(polled(later, at=NOW + HOUR)) == 1
    (again,) = store.lease_pages(NOW + HOUR, 10, 60)
    store.keep_reading(reading(again, "b" * 64))
    assert subject.kept() == [(page.url, "a" * 64), (page.url, "b" * 64)]


def an_update_while_the_page_is_read_is_not_lost(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    store.record_poll(polled(item(1, updated=NOW)))
    (page,) = store.lease_pages(NOW, 10, 60)
    store.record_poll(polled(item(1, updated=NOW + MINUTE), at=NOW))
    store.keep_reading(reading(page))
    assert [p.item.updated for p in store.lease_pages(NOW, 10, 60)] == [NOW + MINUTE]


def a_leased_page_is_given_to_nobody_else_until_the_lease_runs_out(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    store.record_poll(polled(item(1)))
    assert len(store.lease_pages(NOW, 10, 60)) == 1
    assert not store.lease_pages(NOW + MINUTE / 2, 10, 60)
    assert len(store.lease_pages(NOW + MINUTE, 10, 60)) == 1


def no_host_crowds_out_the_rest(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    many = [item(n) for n in range(PAGES_PER_HOST + 3)]
    store.record_poll(polled(*many, item(1, "courier.example")))
    leased = store.lease_pages(NOW, PAGES_PER_HOST + 2, 60)
    assert len(leased) == PAGES_PER_HOST + 1
    assert leased[-1].url == "https://courier.example/1"


def a_busy_host_is_left_alone(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    store.record_poll(polled(item(1), item(1, "courier.example:8080")))
    leased = store.lease_pages(NOW, 10, 60, busy_hosts={"courier.example:8080"})
    assert [p.url for p in leased] == [item(1).url]


def a_page_read_is_done(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    store.record_poll(polled(item(1)))
    (page,) = store.lease_pages(NOW, 10, 60)
    store.keep_reading(reading(page))
    assert subject.kept() == [(page.url, "a" * 64)]
    assert not store.lease_pages(NOW + HOUR, 10, 60)


def a_reading_kept_twice_is_kept_once(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    store.record_poll(polled(item(1)))
    (page,) = store.lease_pages(NOW, 10, 60)
    store.keep_reading(reading(page))
    store.keep_reading(reading(page))
    assert subject.kept() == [(page.url, "a" * 64)]


def what_is_not_relevant_is_kept_too(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    store.record_poll(polled(item(1)))
    (page,) = store.lease_pages(NOW, 10, 60)
    store.keep_reading(reading(page, relevant=False))
    assert subject.kept() == [(page.url, "a" * 64)]


def a_failed_page_is_tried_again_at_its_time(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    store.record_poll(polled(item(1)))
    (page,) = store.lease_pages(NOW, 10, 60)
    store.fail_page(page, "no answer in 30 s", NOW + HOUR)
    assert not store.lease_pages(NOW + HOUR - MINUTE, 10, 60)
    assert [p.attempts for p in store.lease_pages(NOW + HOUR, 10, 60)] == [1]
    assert subject.given_up() == {}


def a_page_given_up_stays_on_the_list_with_its_reason(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    store.record_poll(polled(item(1)))
    (page,) = store.lease_pages(NOW, 10, 60)
    store.fail_page(page, "the reader died on it", None, kept=reading(page).kept)
    assert subject.given_up() == {page.url: "the reader died on it"}
    assert not store.lease_pages(NOW + 1000 * HOUR, 10, 60)


def a_page_that_is_read_at_last_is_not_given_up(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    store.record_poll(polled(item(1)))
    (page,) = store.lease_pages(NOW, 10, 60)
    store.fail_page(page, "no answer in 30 s", NOW + HOUR)
    (page,) = store.lease_pages(NOW + HOUR, 10, 60)
    store.keep_reading(reading(page))
    assert subject.given_up() == {}


def work_given_back_is_due_again_at_once(subject: Subject) -> None:
    store = subject.store
    store.register([FEED])
    store.record_poll(polled(item(1)))
    channels = store.lease_channels(NOW + HOUR, 10, 60)
    pages = store.lease_pages(NOW + HOUR, 10, 60)
    store.give_back(channels, pages)
    assert store.lease_channels(NOW + HOUR, 10, 60) == channels
    assert store.lease_pages(NOW + HOUR, 10, 60) == pages


CONTRACT: tuple[Clause, ...] = tuple(
    clause
    for name, clause in list(globals().items())
    if callable(clause)
    and not name.startswith("_")
    and getattr(clause, "__annotations__", {}).get("subject") is Subject
)
