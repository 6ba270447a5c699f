"""Which articles tell the same with nearly the same words."""

from collections.abc import Sequence
from datetime import timedelta

from watchdesk.engine.duplicates.near import COPY_FROM, similarity
from watchdesk.newsroom.monitor import models
from watchdesk.newsroom.monitor.convert import signed

WINDOW = timedelta(days=14)
CANDIDATES = 20
"""Articles compared word by word, the oldest first."""


def join(article: models.ArticleRow, text: str, keys: Sequence[int]) -> None:
    """Keep an article's keys, and name the first article that it copies, if there is one."""
    article.near_keys.all().delete()
    models.NearKey.objects.bulk_create(
        models.NearKey(article=article, key=signed(key)) for key in sorted(set(keys))
    )
    first = next((other for other in _candidates(article, keys) if _is_copy(text, other)), None)
    article.copy_of_id = (first.copy_of_id or first.pk) if first else None
    article.save(update_fields=["copy_of"])


def _candidates(article: models.ArticleRow, keys: Sequence[int]) -> Sequence[models.ArticleRow]:
    """Give the oldest articles of the last days that share a key."""
    return (
        models.ArticleRow.objects.filter(near_keys__key__in=[signed(key) for key in keys])
        .filter(seen_at__gte=article.seen_at - WINDOW)
        .exclude(pk=article.pk)
        .exclude(copy_of=article.pk)
        .distinct()
        .order_by("seen_at", "pk")[:CANDIDATES]
    )


def _is_copy(text: str, other: models.ArticleRow) -> bool:
    body = models.ReportBody.objects.filter(report__article=other, report__current=True).first()
    return body is not None and similarity(text, body.document["article"]["text"]) >= COPY_FROM
