"""Keep one reading: capture, article, report, and which article it copies."""

from hashlib import sha256

from watchdesk.engine.records import Article
from watchdesk.engine.reports.convert import to_json
from watchdesk.harvest.store import Kept, Reading
from watchdesk.newsroom.common.text import storable
from watchdesk.newsroom.monitor import convert, copies, models

_STATE = models.ReportState


def keep(page: models.PageTask, reading: Reading) -> None:
    """Keep a reading of a page once; the same bytes again change nothing."""
    seen, _ = capture(page, reading.kept)
    if models.ReportRow.objects.filter(capture=seen).exists():
        return
    article = _article(page, reading)
    seen.article = article
    seen.save(update_fields=["article"])
    text_sha256 = _text_sha256(reading.article)
    if article.reports.filter(current=True, text_sha256=text_sha256).exists():
        return
    _report(article, seen, reading)
    copies.join(article, reading.article.text, reading.near_duplicate_keys)


def capture(page: models.PageTask, kept: Kept) -> tuple[models.Capture, bool]:
    """Give the row of these bytes of a page, and whether it is new."""
    return models.Capture.objects.get_or_create(
        page=page, sha256=kept.sha256, defaults=convert.capture_fields(kept)
    )


def _text_sha256(article: Article) -> str:
    """Give the hash of what is read: a page whose menu alone changed is no new version."""
    return sha256(f"{article.title}\n{article.text}".encode(errors="replace")).hexdigest()


def _article(page: models.PageTask, reading: Reading) -> models.ArticleRow:
    fields = convert.article_fields(reading)
    first = {"source_id": page.source_id, "seen_at": reading.kept.fetched_at}
    article, _ = models.ArticleRow.objects.update_or_create(
        page=page, defaults=fields, create_defaults=fields | first
    )
    return article


def _report(article: models.ArticleRow, seen: models.Capture, reading: Reading) -> None:
    older = article.reports.filter(current=True)
    older.filter(state=_STATE.WAITING).update(state=_STATE.SUPERSEDED)
    older.update(current=False)
    row = models.ReportRow.objects.create(
        article=article,
        capture=seen,
        arrived_at=reading.kept.fetched_at,
        text_sha256=_text_sha256(reading.article),
        **convert.report_fields(reading.report),
    )
    models.ReportBody.objects.create(report=row, document=storable(to_json(reading.report)))
    facets = sorted(convert.report_facets(reading.report))
    models.ReportFacet.objects.bulk_create(
        models.ReportFacet(report=row, kind=kind, value=value) for kind, value in facets
    )
