"""A report as rows of a table: one row an event, for spreadsheets and statistics."""

from collections.abc import Iterator

from watchdesk.engine.records import Article, Entity, Event, Filler, Report

COLUMNS = (
    "report", "url", "title", "published", "language", "outlet", "relevant", "relevance",
    "themes", "countries", "event", "type", "plover", "main", "modality", "background",
    "concern", "date", "place", "place_country", "target", "actor", "charge", "law_article",
    "sentence", "length", "method", "counts", "according_to", "words", "told_in", "salience",
    "confidence", "rule", "error",
)  # fmt: skip
SEPARATOR = "; "


def rows(report: Report) -> Iterator[dict[str, str]]:
    """Yield a row for each event, or one without event where the report has none.

    Every row has all COLUMNS; several values of one cell are parted by "; ".
    """
    about = _about(report)
    for event in report.events:
        yield {**about, **_event(report, event)}
    if not report.events:
        yield about


def _about(report: Report) -> dict[str, str]:
    article, relevance = report.article, report.relevance
    row = dict.fromkeys(COLUMNS, "") | _article(article)
    row |= {"report": report.id, "error": report.error or ""}
    if relevance:
        row |= {
            "relevant": _yes(relevance.relevant),
            "relevance": f"{relevance.score:.3f}",
            "themes": SEPARATOR.join(relevance.themes),
            "countries": SEPARATOR.join(relevance.countries),
        }
    return row


def _article(article: Article) -> dict[str, str]:
    return {
        "url": article.url or "",
        "title": article.title,
        "published": article.published.isoformat() if article.published else "",
        "language": article.language or "",
        "outlet": article.outlet or "",
    }


def _event(report: Report, event: Event) -> dict[str, str]:
    text = report.article.text
    return {
        "event": event.id,
        "type": event.type,
        "plover": event.codes.get("plover", ""),
        "main": _yes(event.id == report.main_event),
        "modality": event.modality,
        "background": _yes(event.background),
        "concern": _yes(event.concern),
        "date": (event.date.edtf or "") if event.date else "",
        "words": event.trigger.of(text),
        "told_in": event.sentence.of(text),
        "salience": f"{event.salience:.3f}",
        "confidence": f"{event.confidence:.3f}",
        "rule": event.rule,
        "counts": SEPARATOR.join(
            f"{count.of} {count.min if count.min is not None else ''}.."
            f"{count.max if count.max is not None else ''}"
            for count in event.counts
        ),
        "according_to": SEPARATOR.join(
            _name(report.entity(one.entity), one.entity) for one in event.attribution
        ),
        **_roles(report, event),
    }


def _roles(report: Report, event: Event) -> dict[str, str]:
    def cell(role: str) -> str:
        return SEPARATOR.join(_filler(report, one) for one in event.roles.get(role, ()))

    def part(role: str, key: str) -> str:
        values = (getattr(one, key) for one in event.roles.get(role, ()))
        return SEPARATOR.join(str(value) for value in values if value)

    places = [report.entity(one.entity) for one in event.roles.get("place", ())]
    countries = [e.place.country for e in places if e and e.place and e.place.country]
    return {
        "place": cell("place"),
        "place_country": SEPARATOR.join(dict.fromkeys(countries)),
        "target": cell("target"),
        "actor": cell("actor"),
        "charge": part("charge", "code") or cell("charge"),
        "law_article": part("charge", "article"),
        "sentence": part("sentence", "kind") or cell("sentence"),
        "length": part("sentence", "length") or part("duration", "length"),
        "method": part("method", "code") or cell("method"),
    }


def _filler(report: Report, filler: Filler) -> str:
    words = filler.text or filler.span.of(report.article.text)
    return _name(report.entity(filler.entity), words)


def _name(entity: Entity | None, words: str) -> str:
    return entity.name if entity and entity.name else words


def _yes(value: bool) -> str:
    return "yes" if value else "no"
