"""Decides when a channel is asked again.  Pure: the time is an argument, the answer a record.

Source: the habits of lemon24/reader and of miniflux; RFC 9110 for Retry-After.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from watchdesk.harvest.store import Channel

MINUTE, HOUR, DAY = 60, 3600, 86400
SHORTEST_SECONDS = 10 * MINUTE
LONGEST_SECONDS = DAY
SOFT_STEP_SECONDS = 15 * MINUTE
"""A site in trouble (no answer, 5xx, too slow): one step longer with each failure in a row."""
HARD_STEP_SECONDS = 6 * HOUR
"""A site that says no (401, 403, 404), is no feed, or lies at a forbidden address."""
LONGEST_WISH_SECONDS = DAY
"""Retry-After, Cache-Control, Expires and ttl are followed so far and no farther."""
DEAD_AFTER_DAYS = 30
DEAD_AFTER_FAILURES = 10
"""Both must be passed, so that a watch that was switched off for a month gives nobody up."""
DEAD_SECONDS = 7 * DAY
"""A channel given up is asked once a week all the same; one good answer revives it."""
BUSY_SHARE = 0.5
"""From this share of new items on, we come too seldom: the interval is halved."""
LONGER, SHORTER = 1.25, 0.5

What = Literal["fresh", "unchanged", "soft", "hard", "gone", "put_off"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one poll went.

    `fresh`: a body came; `unchanged`: 304; `soft`: trouble that may pass; `hard`: the site says no;
    `gone`: 410; `put_off`: not asked at all, because its host rests.  `new` of the `offered` items
    were not known before.  The wishes are in seconds.
    """

    at: datetime
    what: What
    offered: int = 0
    new: int = 0
    fresh_seconds: int | None = None
    ttl_seconds: int | None = None
    retry_after_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The channel as it stands after a poll, and whether it is still alive."""

    channel: Channel
    alive: bool = True


def decide(channel: Channel, outcome: Outcome) -> Verdict:
    """Say when a channel is asked again, and whether it is given up."""
    if outcome.what in {"fresh", "unchanged"}:
        return Verdict(_after_success(channel, outcome))
    if outcome.what == "put_off":
        following = outcome.at + timedelta(seconds=_wish(outcome))
        alive = not _long_failing(channel, outcome.at)
        return Verdict(replace(channel, next_poll_at=following), alive)
    return _after_failure(channel, outcome)


def _after_success(channel: Channel, outcome: Outcome) -> Channel:
    interval = _interval(channel, outcome)
    wait = max(interval, _wish(outcome))
    return replace(
        channel,
        interval_seconds=interval,
        failures=0,
        failing_since=None,
        last_success_at=outcome.at,
        next_poll_at=outcome.at + timedelta(seconds=wait),
    )


def _interval(channel: Channel, outcome: Outcome) -> int:
    """Adapt the interval to the share of items seen before; a first poll says nothing of it."""
    interval: float = channel.interval_seconds
    share = outcome.new / outcome.offered if outcome.offered else 0.0
    if channel.last_success_at is not None:
        if share >= BUSY_SHARE:
            interval *= SHORTER
        elif share == 0:
            interval *= LONGER
    return min(max(round(interval), SHORTEST_SECONDS), LONGEST_SECONDS)


def _wish(outcome: Outcome) -> int:
    wishes = (outcome.fresh_seconds, outcome.ttl_seconds, outcome.retry_after_seconds)
    return min(max((wish for wish in wishes if wish), default=0), LONGEST_WISH_SECONDS)


def _after_failure(channel: Channel, outcome: Outcome) -> Verdict:
    failing = replace(
        channel,
        failures=channel.failures + 1,
        failing_since=channel.failing_since or outcome.at,
    )
    if outcome.what == "gone":
        return Verdict(replace(failing, next_poll_at=None), alive=False)
    alive = not _long_failing(failing, outcome.at)
    step = HARD_STEP_SECONDS if outcome.what == "hard" else SOFT_STEP_SECONDS
    wait = min(step * failing.failures, LONGEST_SECONDS) if alive else DEAD_SECONDS
    wait = max(wait, _wish(outcome))
    return Verdict(replace(failing, next_poll_at=outcome.at + timedelta(seconds=wait)), alive)


def _long_failing(channel: Channel, now: datetime) -> bool:
    since = channel.failing_since or now
    return channel.failures >= DEAD_AFTER_FAILURES and now - since >= timedelta(
        days=DEAD_AFTER_DAYS
    )


def is_quiet(channel: Channel, items_last_week: int) -> bool:
    """Tell whether a channel brought fewer items in a week than its source file expects."""
    return channel.expected_per_week is not None and items_last_week < channel.expected_per_week
