"""When a channel is asked again: examples, and properties that hold for every history."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchdesk.harvest.schedule import (
    DEAD_AFTER_DAYS,
    DEAD_AFTER_FAILURES,
    LONGEST_SECONDS,
    SHORTEST_SECONDS,
    Outcome,
    What,
    decide,
    is_quiet,
)
from watchdesk.harvest.store import Channel

NOW = datetime(2020, 2, 21, 12, tzinfo=UTC)
FEED = Channel("herald", "https://herald.example/feed", "feed", last_success_at=NOW)


def wait(channel: Channel, outcome: Outcome) -> float:
    following = decide(channel, outcome).channel.next_poll_at
    assert following is not None
    return (following - outcome.at).total_seconds()


def after(channel: Channel, *outcomes: What, new: int = 0) -> Channel:
    for what in outcomes:
        at = max(channel.next_poll_at or NOW, NOW)
        channel = decide(channel, Outcome(at, what, offered=20, new=new)).channel
    return channel


def test_a_busy_feed_is_asked_more_often_down_to_ten_minutes() -> None:
    assert wait(FEED, Outcome(NOW, "fresh", offered=20, new=10)) == 1800
    assert after(FEED, *["fresh"] * 9, new=20).interval_seconds == SHORTEST_SECONDS


def test_a_quiet_feed_is_asked_less_often_up_to_a_day() -> None:
    assert wait(FEED, Outcome(NOW, "unchanged")) == 4500
    assert after(FEED, *["unchanged"] * 30).interval_seconds == LONGEST_SECONDS


def test_a_feed_with_a_few_new_items_keeps_its_interval() -> None:
    assert wait(FEED, Outcome(NOW, "fresh", offered=20, new=3)) == 3600


def test_a_first_poll_says_nothing_of_the_interval() -> None:
    first = replace(FEED, last_success_at=None)
    assert wait(first, Outcome(NOW, "fresh", offered=20, new=20)) == 3600


@pytest.mark.parametrize("wish", ["fresh_seconds", "ttl_seconds", "retry_after_seconds"])
def test_a_wish_to_be_left_alone_is_followed_for_a_day_at_most(wish: str) -> None:
    assert wait(FEED, replace(Outcome(NOW, "fresh", 20, 1), **{wish: 7200})) == 7200
    assert wait(FEED, replace(Outcome(NOW, "fresh", 20, 1), **{wish: 10**9})) == 86400
    assert wait(FEED, replace(Outcome(NOW, "fresh", 20, 1), **{wish: 5})) == 3600


def test_trouble_backs_off_in_even_steps_and_a_refusal_in_longer_ones() -> None:
    waits = [wait(after(FEED, *["soft"] * n), Outcome(NOW, "soft")) for n in range(3)]
    assert waits == [900, 1800, 2700]
    assert wait(FEED, Outcome(NOW, "hard")) == 6 * 3600


def test_retry_after_of_a_site_in_trouble_is_followed() -> None:
    assert wait(FEED, Outcome(NOW, "soft", retry_after_seconds=7200)) == 7200


def test_a_channel_put_off_is_no_failure() -> None:
    verdict = decide(FEED, Outcome(NOW, "put_off", retry_after_seconds=1800))
    assert verdict.alive
    assert verdict.channel == replace(FEED, next_poll_at=NOW + timedelta(minutes=30))


def test_a_channel_that_is_gone_is_given_up_at_once() -> None:
    verdict = decide(FEED, Outcome(NOW, "gone"))
    assert (verdict.alive, verdict.channel.next_poll_at) == (False, None)


def test_a_channel_that_fails_for_a_month_is_given_up_but_asked_once_a_week() -> None:
    failing = replace(FEED, failures=DEAD_AFTER_FAILURES, failing_since=NOW)
    early, late = NOW + timedelta(days=DEAD_AFTER_DAYS - 1), NOW + timedelta(days=DEAD_AFTER_DAYS)
    assert decide(failing, Outcome(early, "soft")).alive
    verdict = decide(failing, Outcome(late, "soft"))
    assert (verdict.alive, verdict.channel.next_poll_at) == (False, late + timedelta(days=7))


def test_a_watch_that_was_off_for_a_month_gives_nobody_up() -> None:
    failing = replace(FEED, failures=1, failing_since=NOW)
    assert decide(failing, Outcome(NOW + timedelta(days=90), "soft")).alive


def test_one_good_answer_revives_the_dead() -> None:
    dead = replace(FEED, failures=99, failing_since=NOW - timedelta(days=99))
    verdict = decide(dead, Outcome(NOW, "fresh", 20, 1))
    assert verdict.alive
    assert (verdict.channel.failures, verdict.channel.failing_since) == (0, None)


def test_a_channel_below_what_its_file_expects_is_quiet() -> None:
    expected = replace(FEED, expected_per_week=7)
    assert (is_quiet(expected, 6), is_quiet(expected, 7), is_quiet(FEED, 0)) == (True, False, False)


wishes = st.none() | st.integers(0, 10**10)
outcomes = st.builds(
    Outcome,
    at=st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),
    what=st.sampled_from(["fresh", "unchanged", "soft", "hard"]),
    offered=st.integers(0, 500),
    new=st.integers(0, 500),
    fresh_seconds=wishes,
    ttl_seconds=wishes,
    retry_after_seconds=wishes,
)


@given(st.lists(outcomes, min_size=1, max_size=60), st.integers(0, 10**9))
def test_whatever_happens_it_comes_back_within_bounds(history: list[Outcome], start: int) -> None:
    channel = replace(FEED, interval_seconds=start, last_success_at=None)
    for outcome in history:
        verdict = decide(channel, outcome)
        channel = verdict.channel
        seconds = (channel.next_poll_at - outcome.at).total_seconds()
        longest = LONGEST_SECONDS if verdict.alive else 7 * 86400
        assert SHORTEST_SECONDS <= seconds <= longest
        assert (channel.failures == 0) == (outcome.what in {"fresh", "unchanged"})
        assert (channel.failing_since is None) == (channel.failures == 0)


@given(outcomes, wishes)
def test_a_longer_wish_never_means_an_earlier_visit(outcome: Outcome, wish: int | None) -> None:
    without = replace(outcome, retry_after_seconds=None)
    assert wait(FEED, replace(outcome, retry_after_seconds=wish)) >= wait(FEED, without)


@given(st.lists(outcomes, max_size=20), outcomes)
def test_the_decider_keeps_what_it_does_not_decide(history: list[Outcome], last: Outcome) -> None:
    channel = replace(FEED, etag='"1"', last_modified="x", expected_per_week=3)
    for outcome in [*history, last]:
        channel = decide(channel, outcome).channel
    assert (channel.url, channel.etag, channel.last_modified, channel.expected_per_week) == (
        FEED.url, '"1"', "x", 3,
    )  # fmt: skip
