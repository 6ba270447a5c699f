"""Write what an editor decides of the watch."""

from datetime import datetime

from django.db import transaction

from watchdesk.newsroom.common.fields import LONG_AGO
from watchdesk.newsroom.monitor.models import Channel, PageTask, Source


@transaction.atomic
def revive(channel: Channel, now: datetime) -> None:
    """Poll a channel again, now, whatever it did before."""
    channel.alive, channel.failures, channel.failing_since = True, 0, None
    channel.due_at, channel.leased_until, channel.next_poll_at = now, LONG_AGO, now
    channel.save()


def set_active(source: Source, *, active: bool) -> None:
    """Poll a source, or leave it alone."""
    source.active = active
    source.save(update_fields=["active"])


def fetch_again(page: PageTask, now: datetime) -> None:
    """Fetch a page again that was given up."""
    page.due_at, page.leased_until, page.attempts, page.error = now, LONG_AGO, 0, None
    page.save()
