"""The pages of the desk: the inbox, one report, one type of event.

The buttons on them lead to `cases`, because what is decided there changes cases.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from watchdesk.engine.codebook import load
from watchdesk.newsroom.common.access import editor_required
from watchdesk.newsroom.common.codes import event_choices
from watchdesk.newsroom.common.languages import direction, language_name
from watchdesk.newsroom.desk import inbox, selectors
from watchdesk.newsroom.desk.amend import MODALITIES
from watchdesk.newsroom.desk.filters import STATES, Filters
from watchdesk.newsroom.monitor.models import ReportRow


@require_GET
@editor_required
def show_inbox(request: HttpRequest) -> HttpResponse:
    """Show the reports that the filters leave."""
    filters = Filters.read(request.GET.dict())
    page = inbox.page(filters)
    values = {
        "section": "inbox",
        "filters": filters,
        "states": STATES,
        "choices": inbox.choices(filters),
        "page": page,
        "lines": inbox.lines(page.object_list),
    }
    return render(request, "desk/inbox.html", values)


@require_GET
@editor_required
def show_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one report for review."""
    row = _row(pk)
    language = row.article.language
    values = {
        "row": row,
        "review": selectors.review_of(row),
        "direction": direction(language),
        "language": language_name(language),
        "countries": row.facets.filter(kind="country").values_list("value", flat=True),
        "copies": selectors.copies_of(row),
        "history": selectors.history(row),
        "types": event_choices(),
        "modalities": MODALITIES,
        "filters": Filters.read(request.GET.dict()),
    }
    return render(request, "desk/report.html", values)


@require_GET
@editor_required
def show_type(request: HttpRequest, code: str) -> HttpResponse:
    """Show what a type of event means, and the words each language tells it by."""
    book = load()
    kind = book.types.get(code)
    wordings = [wording for wording in book.wordings.values() if wording.type == code]
    values = {"kind": kind, "code": code, "wordings": wordings}
    return render(request, "desk/type.html", values, status=200 if kind else 404)


def _row(pk: int) -> ReportRow:
    rows = ReportRow.objects.select_related("article__source", "capture", "body")
    return get_object_or_404(rows, pk=pk)
