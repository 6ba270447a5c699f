"""The newsroom's store, looked at as `watch.py` looks at the plain one.  Needs Django set up."""

from django.db import connection

from watchdesk.harvest.store import Channel, Page
from watchdesk.newsroom.common.fields import LONG_AGO
from watchdesk.newsroom.monitor import convert, models
from watchdesk.newsroom.monitor.store import OrmStore


class FeedsOnly(OrmStore):
    """Hands out no pages: feeds alone are measured."""

    rows = connection

    def lease_pages(self, *_: object) -> list[Page]:
        return []

    def channels(self) -> dict[str, Channel]:
        return {row.url: convert.channel_record(row) for row in models.Channel.objects.all()}

    def make_due(self) -> None:
        models.Channel.objects.update(due_at=LONG_AGO, leased_until=LONG_AGO)
