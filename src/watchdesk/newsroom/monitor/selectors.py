"""Read what is watched and what was seen."""

from collections.abc import Iterable
from datetime import datetime

from watchdesk.newsroom.monitor import models

_VARIABLES = 500
"""Values in one query, below every database's limit."""


def item_updates(urls: Iterable[str]) -> dict[str, datetime]:
    """Give the pages that are known among these URLs, and when each was last updated."""
    wanted = list(dict.fromkeys(urls))
    known: dict[str, datetime] = {}
    for start in range(0, len(wanted), _VARIABLES):
        rows = models.PageTask.objects.filter(url__in=wanted[start : start + _VARIABLES])
        known.update(rows.values_list("url", "item_updated_at"))
    return known


def is_settled() -> bool:
    """Tell whether every channel was polled and every page read, or put off with an error."""
    waiting = models.PageTask.objects.filter(due_at__isnull=False, error=None)
    unpolled = models.Channel.objects.filter(polled_at=None, source__active=True)
    return not waiting.exists() and not unpolled.exists()
