"""Rows of the monitor into records of the harvest, and back."""

from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from watchdesk.engine.records import Event, FeedItem, Filler, Image, Relevance, Report
from watchdesk.harvest.store import Channel, Kept, Page, Poll, Reading, host_of
from watchdesk.newsroom.common.fields import LONG_AGO, NAME_LENGTH
from watchdesk.newsroom.common.text import storable
from watchdesk.newsroom.monitor import models

_CHANNEL_STATE = (
    "etag",
    "last_modified",
    "interval_seconds",
    "failures",
    "failing_since",
    "next_poll_at",
    "last_success_at",
    "expected_per_week",
)
_MOMENTS = ("published", "updated")
EVENTLESS = 0.05
_SIGN = 1 << 63


def channel_record(row: models.Channel) -> Channel:
    """Give a channel as the harvest knows it."""
    state = {name: getattr(row, name) for name in _CHANNEL_STATE}
    return Channel(row.source_id, row.url, row.kind, **state)


def channel_row(channel: Channel) -> models.Channel:
    """Make the row of a channel that is new, due at once."""
    state = {name: storable(getattr(channel, name)) for name in _CHANNEL_STATE}
    return models.Channel(source_id=channel.source, url=channel.url, kind=channel.kind, **state)


def channel_changes(poll: Poll) -> dict[str, Any]:
    """Give the fields that a poll changes on its channel; the lease ends."""
    changes = {name: storable(getattr(poll.channel, name)) for name in _CHANNEL_STATE}
    never = LONG_AGO if poll.alive else None
    return changes | {
        "due_at": poll.channel.next_poll_at or never,
        "leased_until": LONG_AGO,
        "polled_at": poll.polled_at,
        "status": poll.status,
        "error": storable(poll.error),
        "alive": poll.alive,
    }


def page_record(row: models.PageTask) -> Page:
    """Give a page as the harvest knows it."""
    return Page(row.source_id, row.url, item_record(row.item), row.attempts)


def page_row(poll: Poll, item: FeedItem) -> models.PageTask:
    """Make the row of a page that a poll found, waiting to be fetched."""
    return models.PageTask(
        source_id=poll.channel.source,
        url=item.url,
        host=host_of(item.url)[:NAME_LENGTH],
        item=item_json(item),
        item_updated_at=item.updated or LONG_AGO,
        announced_at=poll.polled_at,
        due_at=poll.polled_at,
    )


def item_json(item: FeedItem) -> dict[str, Any]:
    """Give a feed item as JSON; moments in ISO 8601."""
    fields = asdict(item)
    moments = {name: fields[name].isoformat() for name in _MOMENTS if fields[name]}
    return dict(storable(fields | moments))


def item_record(fields: dict[str, Any]) -> FeedItem:
    """Give the feed item that `item_json` wrote."""
    moments = {name: datetime.fromisoformat(fields[name]) for name in _MOMENTS if fields[name]}
    images = tuple(Image(**image) for image in fields["images"])
    return FeedItem(**fields | moments | {"images": images, "authors": tuple(fields["authors"])})


def article_fields(reading: Reading) -> dict[str, Any]:
    """Give what the row of an article says of its newest version."""
    article = reading.article
    fields = {
        "url": article.url or reading.kept.final_url,
        "title": article.title or reading.page.item.title,
        "language": article.language or "",
    }
    return storable(fields) | {"published_at": moment(article.published)}


def capture_fields(kept: Kept) -> dict[str, Any]:
    """Give what the row of a capture says, but for its SHA-256, which is part of its key."""
    names = ("final_url", "fetched_at", "status", "content_type", "warc", "offset")
    return {name: storable(getattr(kept, name)) for name in names}


def report_fields(report: Report) -> dict[str, Any]:
    """Give what the row of a report says; a report without relevance is not relevant."""
    relevance = report.relevance or Relevance(0.0, relevant=False)
    main = next((e for e in report.events if e.id == report.main_event), None)
    return {
        "relevant": relevance.relevant,
        "score": relevance.score,
        "salience": inbox_salience(report),
        "main_event_type": main.type if main else "",
        "about": storable(about(report, main))[:NAME_LENGTH] if main else "",
        "events": len(report.events),
    }


def about(report: Report, event: Event) -> str:
    """Name whom an event befell, or who did it where nobody is named as befallen."""
    for role in ("target", "actor"):
        names = [filler_name(report, filler) for filler in event.roles.get(role, ())]
        if any(names):
            return ", ".join(name for name in names if name)
    return ""


def filler_name(report: Report, filler: Filler) -> str:
    """Give the base form of an entity's name, or the words of the text."""
    entity = report.entity(filler.entity)
    return (entity.name if entity else "") or filler.text or filler.span.of(report.article.text)


def inbox_salience(report: Report) -> float:
    """Tell how soon an editor should see a report, in 0..1: its relevance times its gravest event.

    A relevant report in which no event was found still counts a little.
    """
    news = (e.salience for e in report.events if e.concern and not e.background)
    score = report.relevance.score if report.relevance else 0.0
    return score * max(news, default=EVENTLESS)


def report_facets(report: Report) -> set[tuple[str, str]]:
    """Give the (kind, value) pairs that a report is filtered by."""
    relevance = report.relevance or Relevance(0.0, relevant=False)
    return (
        {("country", country) for country in relevance.countries}
        | {("theme", theme) for theme in relevance.themes}
        | {("event", event.type) for event in report.events}
    )


def moment(day: date | None) -> datetime | None:
    """Give a date as the midnight in UTC that begins it; a moment as it is.

    >>> moment(date(2020, 2, 21))
    datetime.datetime(2020, 2, 21, 0, 0, tzinfo=datetime.timezone.utc)
    """
    if day is None:
        return None
    if isinstance(day, datetime):
        return day if day.tzinfo else day.replace(tzinfo=UTC)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def signed(key: int) -> int:
    """Give an unsigned 64-bit key as the signed number that databases hold.

    >>> signed(2**64 - 1), signed(1)
    (-1, 1)
    """
    return key - (_SIGN << 1) if key >= _SIGN else key
