"""The pages of the desk: the inbox, one report, and the decisions on it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from watchdesk.engine.codebook import load
from watchdesk.newsroom.common.access import editor_required
from watchdesk.newsroom.common.codes import event_choices
from watchdesk.newsroom.common.languages import direction, language_name
from watchdesk.newsroom.desk import inbox, selectors, services
from watchdesk.newsroom.desk.amend import MODALITIES, Change, DecisionError
from watchdesk.newsroom.desk.filters import STATES, Filters
from watchdesk.newsroom.desk.services import Hand
from watchdesk.newsroom.monitor.models import ReportRow

NEXT_STEP = "cases:place"
"""Where an accepted report goes on: to the case it belongs to."""


@require_GET
@editor_required
def show_inbox(request: HttpRequest) -> HttpResponse:
    """Show the reports that the filters leave."""
    filters = Filters.read(request.GET.dict())
    page = inbox.page(filters)
    values = {
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


@require_POST
@editor_required
def judge_event(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Accept, change or reject one event, and stay on the report."""
    row, hand = _row(pk), _hand(request)
    verdict = request.POST.get("verdict")
    try:
        if verdict == "accept":
            services.accept_event(row, name, hand)
        elif verdict == "reject":
            services.reject_event(row, name, hand)
        elif verdict == "change":
            services.change_event(row, name, _change(request), hand)
    except DecisionError as error:
        messages.error(request, f"{name} was not changed: {error}")
    return redirect(_report_url(request, pk, f"#{name}"))


@require_POST
@editor_required
def accept_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept a report and go on to the case it belongs to."""
    row = _row(pk)
    services.accept_report(row, _hand(request))
    return redirect(f"{reverse(NEXT_STEP, args=[pk])}?{request.GET.urlencode()}")


@require_POST
@editor_required
def reject_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Reject a report and go on to the next."""
    return _decide(request, pk, services.reject_report, "Rejected")


@require_POST
@editor_required
def reopen_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a decided report back into the inbox."""
    services.reopen_report(_row(pk), _hand(request))
    return redirect(_report_url(request, pk))


def _decide(
    request: HttpRequest, pk: int, service: Callable[[ReportRow, Hand], None], word: str
) -> HttpResponse:
    row, filters = _row(pk), Filters.read(request.GET.dict())
    service(row, _hand(request))
    messages.success(request, f"{word}: {row.article.title}")
    following = inbox.after(row, filters) if "stay" not in request.POST else None
    if following is None:
        return redirect(f"{reverse('desk:inbox')}?{filters.query}")
    return redirect(_report_url(request, following.pk))


def _row(pk: int) -> ReportRow:
    rows = ReportRow.objects.select_related("article__source", "capture", "body")
    return get_object_or_404(rows, pk=pk)


def _hand(request: HttpRequest) -> Hand:
    return Hand(request.user, timezone.now(), request.POST.get("reason", "").strip())


def _change(request: HttpRequest) -> Change:
    """Read what was changed; a target or date left as it was stays, with all that it holds."""
    given = request.POST
    target, day = (
        given.get(name) if given.get(name) != given.get(f"{name}_was") else None
        for name in ("target", "date")
    )
    return Change(given.get("type"), given.get("modality"), target, day)


def _report_url(request: HttpRequest, pk: int, anchor: str = "") -> str:
    query = request.GET.urlencode()
    return reverse("desk:report", args=[pk]) + (f"?{query}" if query else "") + anchor
