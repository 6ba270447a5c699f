"""The store that the watch writes to: `harvest.store.Store` over the ORM, on either database.

SQLite begins every transaction as a writer (IMMEDIATE), so two workers never read the same row
to lease; PostgreSQL skips rows that another worker has locked.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from watchdesk.engine.records import FeedItem
from watchdesk.harvest.store import PAGES_PER_HOST, Channel, Kept, Page, Poll, Reading
from watchdesk.newsroom.common.fields import LONG_AGO
from watchdesk.newsroom.common.text import storable
from watchdesk.newsroom.monitor import convert, keep, models, selectors

_BATCH = 500


class OrmStore:
    """The database, as the watch sees it.  Holds no state, so that any thread may use it."""

    @transaction.atomic
    def register(self, channels: Iterable[Channel]) -> int:
        """Add the channels whose URL is not known yet, due at once; give their number."""
        added = {channel.url: channel for channel in channels}
        for url in models.Channel.objects.filter(url__in=added).values_list("url", flat=True):
            del added[url]
        sources = {channel.source for channel in added.values()}
        models.Source.objects.bulk_create(
            [models.Source(id=source, name=source) for source in sources], ignore_conflicts=True
        )
        models.Channel.objects.bulk_create(map(convert.channel_row, added.values()))
        return len(added)

    @transaction.atomic
    def lease_channels(self, now: datetime, limit: int, lease_seconds: int) -> Sequence[Channel]:
        """Take channels that are due and not leased, the longest due first."""
        due = _free(models.Channel.objects.filter(source__active=True), now)
        rows = list(due.order_by("due_at", "id")[:limit])
        _lease(models.Channel.objects.filter(pk__in=[r.pk for r in rows]), now, lease_seconds)
        return [convert.channel_record(row) for row in rows]

    def unseen(self, items: Sequence[FeedItem]) -> Sequence[FeedItem]:
        """Give the items, in order, that `record_poll` would keep: new, or updated since."""
        known = selectors.item_updates(item.url for item in items)
        return [item for item in items if _is_news(item, known)]

    @transaction.atomic
    def record_poll(self, poll: Poll) -> int:
        """Keep the channel's new state and its new items as pages to fetch; give their number."""
        row = models.Channel.objects.filter(url=poll.channel.url)
        changes = convert.channel_changes(poll)
        if poll.moved_to and not models.Channel.objects.filter(url=poll.moved_to).exists():
            changes["url"] = poll.moved_to
        if not row.update(**changes):
            return 0
        self.register(poll.found)
        return _keep_items(poll)

    @transaction.atomic
    def lease_pages(
        self, now: datetime, limit: int, lease_seconds: int, busy_hosts: Collection[str] = ()
    ) -> Sequence[Page]:
        """Take pages that wait to be fetched and are not leased, the oldest first."""
        rows = _spread(_free(models.PageTask.objects, now), limit, busy_hosts)
        _lease(models.PageTask.objects.filter(pk__in=[r.pk for r in rows]), now, lease_seconds)
        return [convert.page_record(row) for row in rows]

    @transaction.atomic
    def keep_reading(self, reading: Reading) -> None:
        """Keep capture, article and report of a page; a later version joins the same article."""
        row = models.PageTask.objects.select_for_update().filter(url=reading.page.url).first()
        if row is None:
            return
        keep.keep(row, reading)
        _end(row, reading.page, due_at=None, error=None)

    @transaction.atomic
    def fail_page(
        self, page: Page, error: str, retry_at: datetime | None, kept: Kept | None = None
    ) -> None:
        """Note why a page could not be kept, and one attempt more; ends the lease."""
        row = models.PageTask.objects.select_for_update().filter(url=page.url).first()
        if row is None:
            return
        if kept:
            keep.capture(row, kept)
        row.attempts = page.attempts + 1
        _end(row, page, due_at=retry_at, error=storable(error))

    @transaction.atomic
    def give_back(self, channels: Sequence[Channel], pages: Sequence[Page]) -> None:
        """End leases of work that was not begun, so that it is due again at once."""
        given = {"leased_until": LONG_AGO}
        models.Channel.objects.filter(url__in=[c.url for c in channels]).update(**given)
        models.PageTask.objects.filter(url__in=[p.url for p in pages]).update(**given)


def _free(rows: QuerySet, now: datetime) -> QuerySet:
    free = rows.filter(due_at__lte=now, leased_until__lte=now)
    return free.select_for_update(skip_locked=True, of=("self",))


def _lease(rows: QuerySet, now: datetime, seconds: int) -> None:
    rows.update(leased_until=now + timedelta(seconds=seconds))


def _spread(due: QuerySet, limit: int, busy_hosts: Collection[str]) -> list[models.PageTask]:
    """Take rows in order, at most PAGES_PER_HOST of any host and none of the busy ones."""
    taken: list[models.PageTask] = []
    per_host = Counter(dict.fromkeys(busy_hosts, PAGES_PER_HOST))
    while len(taken) < limit:
        full = [host for host, count in per_host.items() if count >= PAGES_PER_HOST]
        rest = due.exclude(host__in=full).exclude(pk__in=[row.pk for row in taken])
        rows = list(rest.order_by("due_at", "id")[: limit * PAGES_PER_HOST])
        if not rows:
            break
        for row in rows:
            if len(taken) < limit and per_host[row.host] < PAGES_PER_HOST:
                per_host[row.host] += 1
                taken.append(row)
    return taken


def _is_news(item: FeedItem, known: dict[str, datetime]) -> bool:
    return (item.updated or LONG_AGO) > known[item.url] if item.url in known else True


def _keep_items(poll: Poll) -> int:
    known = selectors.item_updates(item.url for item in poll.items)
    news: dict[str, FeedItem] = {}
    for item in poll.items:
        if _is_news(item, known):
            news.setdefault(item.url, item)
    fresh = [convert.page_row(poll, item) for url, item in news.items() if url not in known]
    models.PageTask.objects.bulk_create(fresh, batch_size=_BATCH, ignore_conflicts=True)
    for url in news.keys() & known.keys():
        row = convert.page_row(poll, news[url])
        models.PageTask.objects.filter(url=url).update(
            item=row.item, item_updated_at=row.item_updated_at, due_at=row.due_at, attempts=0
        )
    return len(news)


def _end(row: models.PageTask, page: Page, *, due_at: datetime | None, error: str | None) -> None:
    """End the lease; a page that was updated while it was read stays due as it is."""
    if row.item_updated_at <= (page.item.updated or LONG_AGO):
        row.due_at = due_at
    row.leased_until = LONG_AGO
    row.error = error
    row.save(update_fields=["due_at", "leased_until", "error", "attempts"])
