"""Write what an editor decides of the watch."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from watchdesk.harvest import source_files
from watchdesk.newsroom.common.fields import LONG_AGO
from watchdesk.newsroom.monitor.models import Channel, PageTask, Source
from watchdesk.newsroom.monitor.store import OrmStore


@transaction.atomic
def register_sources(found: Iterable[source_files.Source]) -> int:
    """Write down sources and their channels; what is known keeps its state.  Gives new channels."""
    added = 0
    for source in found:
        described = {
            "name": source.name,
            "country": source.country or "",
            "kind": source.kind,
            "owner": source.owner,
            "languages": list(source.languages),
            "home_url": source.home_url or "",
            "note": "\n".join(line for line in (source.note, source.ethics) if line),
        }
        Source.objects.update_or_create(id=source.id, defaults=described)
        added += OrmStore().register(source.channels)
    return added


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
