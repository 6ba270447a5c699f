"""Read the inbox: reports that wait for an editor, the gravest first, copies folded."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet

from watchdesk.newsroom.common.codes import THEMES, event_group, event_label
from watchdesk.newsroom.common.languages import country_name, direction, language_name
from watchdesk.newsroom.desk.filters import UNRELATED, Filters
from watchdesk.newsroom.monitor.models import ReportFacet, ReportRow, ReportState

PER_PAGE = 40
_FACETS = ("country", "theme", "event")


@dataclass(frozen=True, slots=True)
class Chip:
    """A type of event found in a report; `main` where the article is about it."""

    code: str
    label: str
    group: str
    main: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One report in the list."""

    pk: int
    title: str
    about: str
    direction: str
    language: str
    source: str
    source_kind: str
    published_at: datetime | None
    countries: tuple[str, ...]
    chips: tuple[Chip, ...]
    copies: int
    salience_percent: int
    changed: bool
    """An earlier version of the article was decided."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a filter can take, with the number of reports that have it."""

    value: str
    label: str
    count: int


def matching(filters: Filters) -> QuerySet[ReportRow]:
    """Give the reports that the filters leave, in the order of the inbox."""
    rows = _of_state(filters.state).filter(article__copy_of=None)
    for kind in _FACETS:
        if value := getattr(filters, kind):
            rows = rows.filter(facets__kind=kind, facets__value=value)
    if filters.language:
        rows = rows.filter(article__language=filters.language)
    if filters.source:
        rows = rows.filter(article__source=filters.source)
    if filters.q:
        rows = rows.filter(article__title__icontains=filters.q)
    return rows


def page(filters: Filters) -> Page[ReportRow]:
    """Give one page of the rows that the filters leave."""
    rows = matching(filters).select_related("article__source").prefetch_related("facets")
    return Paginator(rows, PER_PAGE).get_page(filters.page)


def lines(rows: Iterable[ReportRow]) -> tuple[Line, ...]:
    """Give rows as they are shown."""
    found = list(rows)
    articles = [row.article_id for row in found]
    copies = _counts(ReportRow.objects.filter(current=True, article__copy_of__in=articles))
    decided = set(
        ReportRow.objects.filter(article__in=articles, current=False)
        .filter(state__in=[ReportState.ACCEPTED, ReportState.REJECTED])
        .values_list("article", flat=True)
    )
    return tuple(_line(row, copies[row.article_id], row.article_id in decided) for row in found)


def choices(filters: Filters) -> dict[str, list[Choice]]:
    """Give what each filter can be set to among the reports of a state, most frequent first."""
    rows = _of_state(filters.state).filter(article__copy_of=None)
    facets = ReportFacet.objects.filter(report__in=rows).values_list("kind", "value")
    found: dict[str, list[Choice]] = defaultdict(list)
    for kind, value, count in facets.annotate(n=Count("pk")).order_by("-n", "value"):
        found[kind].append(Choice(value, _LABELS[kind](value), count))
    for name, column in (("language", "article__language"), ("source", "article__source")):
        counted = rows.order_by().values_list(column).annotate(n=Count("pk")).order_by("-n")
        found[name] = [Choice(value, _LABELS[name](value), n) for value, n in counted if value]
    return dict(found)


def waiting_count() -> int:
    """Tell how many reports wait, copies not counted."""
    return _of_state("waiting").filter(article__copy_of=None).count()


def after(row: ReportRow, filters: Filters) -> ReportRow | None:
    """Give the report to decide next under the same filters; None where the inbox is empty."""
    return matching(filters).exclude(pk=row.pk).first()


def _of_state(state: str) -> QuerySet[ReportRow]:
    rows = ReportRow.objects.filter(current=True)
    if state == UNRELATED:
        return rows.filter(relevant=False, state=ReportState.WAITING)
    return (
        rows.filter(relevant=True, state=state) if state == "waiting" else rows.filter(state=state)
    )


def _counts(copies: QuerySet[ReportRow]) -> defaultdict[int, int]:
    counted = copies.order_by().values_list("article__copy_of").annotate(n=Count("pk"))
    return defaultdict(int, dict(counted))


def _line(row: ReportRow, copies: int, decided: bool) -> Line:
    article, source = row.article, row.article.source
    return Line(
        pk=row.pk,
        title=article.title,
        about=row.about,
        direction=direction(article.language),
        language=language_name(article.language),
        source=source.name,
        source_kind=source.kind,
        published_at=article.published_at,
        countries=tuple(sorted(f.value for f in row.facets.all() if f.kind == "country")),
        chips=_chips(row, [f.value for f in row.facets.all() if f.kind == "event"]),
        copies=copies,
        salience_percent=round(100 * row.salience),
        changed=decided,
    )


def _chips(row: ReportRow, codes: Sequence[str]) -> tuple[Chip, ...]:
    ordered = sorted(codes, key=lambda code: (code != row.main_event_type, code))
    return tuple(
        Chip(code, event_label(code), event_group(code), code == row.main_event_type)
        for code in ordered
    )


_LABELS = {
    "country": country_name,
    "theme": lambda theme: THEMES.get(theme, theme),
    "event": event_label,
    "language": language_name,
    "source": str,
}
