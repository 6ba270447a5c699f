"""How the sources fare: who answers, who went quiet, who brings less than expected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count

from watchdesk.newsroom.monitor.models import ArticleRow, Channel, PageTask, Source

WEEK = timedelta(days=7)
FAILING, QUIET, GIVEN_UP, RESTING, NEVER, FINE = (
    "failing",
    "quiet",
    "given up",
    "paused",
    "not yet polled",
    "fine",
)
ORDER = (GIVEN_UP, FAILING, QUIET, NEVER, FINE, RESTING)
"""What needs a look comes first."""


@dataclass(frozen=True, slots=True)
class Health:
    """How one source fares; `expected` and `found` count articles a week."""

    source: Source
    state: str
    channels: int
    last_success_at: datetime | None
    next_poll_at: datetime | None
    failures: int
    found: int
    expected: int | None
    error: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The watch in numbers."""

    sources: int
    channels: int
    articles: int
    pages_waiting: int
    pages_given_up: int


def overview() -> Overview:
    """Count what is watched and what is at hand."""
    return Overview(
        sources=Source.objects.count(),
        channels=Channel.objects.count(),
        articles=ArticleRow.objects.count(),
        pages_waiting=PageTask.objects.filter(due_at__isnull=False).count(),
        pages_given_up=PageTask.objects.filter(due_at=None, error__isnull=False).count(),
    )


def all_health(now: datetime) -> list[Health]:
    """Give the health of every source, what needs a look first."""
    recent = ArticleRow.objects.filter(seen_at__gt=now - WEEK).order_by()
    found = dict(recent.values_list("source").annotate(n=Count("pk")))
    sources = Source.objects.prefetch_related("channels")
    rows = [health(source, list(source.channels.all()), found, now) for source in sources]
    return sorted(rows, key=lambda h: (ORDER.index(h.state), h.source.country, h.source.name))


def health(
    source: Source, channels: Sequence[Channel], found: Mapping[str, int], now: datetime
) -> Health:
    """Judge one source from its channels and the number of articles of the last week."""
    expected = [c.expected_per_week for c in channels if c.expected_per_week is not None]
    successes = [c.last_success_at for c in channels if c.last_success_at]
    polls = [c.next_poll_at for c in channels if c.next_poll_at and c.alive]
    number = found.get(source.pk, 0)
    return Health(
        source=source,
        state=state(source, channels, _quiet(channels, number, sum(expected), now)),
        channels=len(channels),
        last_success_at=max(successes, default=None),
        next_poll_at=min(polls, default=None),
        failures=max((c.failures for c in channels), default=0),
        found=number,
        expected=sum(expected) if expected else None,
        error=next((c.error for c in channels if c.error), "") or "",
    )


def state(source: Source, channels: Sequence[Channel], quiet: bool) -> str:
    """Name the state of a source in a word."""
    if not source.active:
        return RESTING
    if channels and not any(c.alive for c in channels):
        return GIVEN_UP
    if any(c.failures for c in channels):
        return FAILING
    if not any(c.last_success_at for c in channels):
        return NEVER
    return QUIET if quiet else FINE


def _quiet(channels: Sequence[Channel], found: int, expected: int, now: datetime) -> bool:
    """Tell whether a source watched for a week brought less than expected."""
    watched = PageTask.objects.filter(source__channels__in=[c.pk for c in channels])
    return found < expected and watched.filter(announced_at__lte=now - WEEK).exists()
