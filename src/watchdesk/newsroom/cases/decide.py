"""The buttons of the desk: decisions on reports, after each of which the cases follow."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from watchdesk.newsroom.cases import selectors, services
from watchdesk.newsroom.common.access import editor_required
from watchdesk.newsroom.desk import inbox
from watchdesk.newsroom.desk import services as desk
from watchdesk.newsroom.desk.add import Addition
from watchdesk.newsroom.desk.amend import Change, DecisionError
from watchdesk.newsroom.desk.filters import Filters
from watchdesk.newsroom.desk.review import BEFALLEN
from watchdesk.newsroom.desk.services import Hand
from watchdesk.newsroom.monitor.models import ReportRow, ReportState


@require_POST
@editor_required
def accept_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept a report, link it, and show where it landed."""
    row, hand = _row(pk), hand_of(request)
    with transaction.atomic():
        desk.accept_report(row, hand)
        services.place(row, "", hand)
    return redirect(_url(request, "cases:place", pk))


@require_POST
@editor_required
def reject_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Reject a report and go on to the next."""
    row, filters = _row(pk), Filters.read(request.GET.dict())
    desk.reject_report(row, hand_of(request))
    messages.success(request, f"Rejected: {row.article.title}")
    following = None if "stay" in request.POST else inbox.after(row, filters)
    if following is None:
        return redirect(f"{reverse('desk:inbox')}?{filters.query}")
    return redirect(_url(request, "desk:report", following.pk))


@require_POST
@editor_required
def reopen_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a decided report back into the inbox; it leaves its cases."""
    row, hand = _row(pk), hand_of(request)
    with transaction.atomic():
        desk.reopen_report(row, hand)
        services.place(row, "", hand)
    return redirect(_url(request, "desk:report", pk))


@require_POST
@editor_required
def judge_event(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Accept, change or reject one event, and stay on the report."""
    row, hand = _row(pk), hand_of(request)
    judge = _VERDICTS.get(request.POST.get("verdict", ""))
    try:
        with transaction.atomic():
            if judge:
                judge(request, row, name, hand)
            if row.state == ReportState.ACCEPTED:
                services.place(row, "", hand)
    except DecisionError as error:
        messages.error(request, f"{name} was not changed: {error}")
    return redirect(_url(request, "desk:report", pk) + f"#{name}")


@require_POST
@editor_required
def add_event(request: HttpRequest, pk: int) -> HttpResponse:
    """Add an event that the reader missed."""
    row, hand, given = _row(pk), hand_of(request), request.POST
    change = Change(modality=given.get("modality") or None, date=given.get("date") or None)
    kind = given.get("kind", "person")
    addition = Addition(
        given.get("type", ""),
        given.get("words", "").strip(),
        kind if kind in BEFALLEN else "person",
        change,
    )
    anchor = ""
    try:
        with transaction.atomic():
            anchor = f"#{desk.add_event(row, addition, hand)}"
            if row.state == ReportState.ACCEPTED:
                services.place(row, "", hand)
    except DecisionError as error:
        messages.error(request, f"Nothing was added: {error}")
    return redirect(_url(request, "desk:report", pk) + anchor)


@require_GET
@editor_required
def show_place(request: HttpRequest, pk: int) -> HttpResponse:
    """Show which case an accepted report landed in, and which others it may belong to."""
    row, filters = _row(pk), Filters.read(request.GET.dict())
    query = request.GET.get("case", "").strip()
    suggested = selectors.suggestions(row)
    values = {
        "section": "inbox",
        "row": row,
        "filters": filters,
        "stands_in": [s for s in suggested if s.chosen],
        "others": [s for s in suggested if not s.chosen],
        "query": query,
        "found": selectors.found(query, "")[: selectors.SUGGESTED] if query else (),
        "following": inbox.after(row, filters),
    }
    return render(request, "cases/place.html", values)


@require_POST
@editor_required
def place_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a report into the case that the editor chose."""
    row = _row(pk)
    try:
        services.place(row, request.POST.get("into", ""), hand_of(request))
    except DecisionError as error:
        messages.error(request, str(error))
    return redirect(_url(request, "cases:place", pk))


def hand_of(request: HttpRequest) -> Hand:
    """Give who decides, when, and why."""
    return Hand(request.user, timezone.now(), request.POST.get("reason", "").strip())


def _accept(request: HttpRequest, row: ReportRow, name: str, hand: Hand) -> None:
    desk.accept_event(row, name, hand)


def _reject(request: HttpRequest, row: ReportRow, name: str, hand: Hand) -> None:
    desk.reject_event(row, name, hand)


def _change(request: HttpRequest, row: ReportRow, name: str, hand: Hand) -> None:
    """Change an event; a target or date left as it was stays, with all that it holds."""
    given = request.POST
    target, day = (
        given.get(field) if given.get(field) != given.get(f"{field}_was") else None
        for field in ("target", "date")
    )
    change = Change(given.get("type"), given.get("modality"), target, day)
    desk.change_event(row, name, change, hand)


_VERDICTS: dict[str, Callable[[HttpRequest, ReportRow, str, Hand], None]] = {
    "accept": _accept,
    "reject": _reject,
    "change": _change,
}


def _row(pk: int) -> ReportRow:
    rows = ReportRow.objects.select_related("article__source", "capture", "body")
    return get_object_or_404(rows, pk=pk)


def _url(request: HttpRequest, name: str, pk: int) -> str:
    query = Filters.read(request.GET.dict()).query
    return reverse(name, args=[pk]) + (f"?{query}" if query else "")
