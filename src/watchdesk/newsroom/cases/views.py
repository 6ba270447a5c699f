"""The pages of cases, people and alarms, and the decisions on them."""

from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_GET, require_POST

from watchdesk.engine.codebook.statuses import load_statuses
from watchdesk.newsroom.cases import models, selectors, services, standing
from watchdesk.newsroom.cases.decide import hand_of
from watchdesk.newsroom.common.access import editor_required
from watchdesk.newsroom.common.codes import state_label, words
from watchdesk.newsroom.desk.amend import DecisionError
from watchdesk.newsroom.monitor.models import ReportRow

PER_PAGE = 50


@require_GET
@editor_required
def list_cases(request: HttpRequest) -> HttpResponse:
    """List the cases, those with the newest act first."""
    query, country = request.GET.get("q", "").strip(), request.GET.get("country", "")
    rows = selectors.found(query, country)
    values = {
        "section": "cases",
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "q": query,
        "country": country,
        "countries": selectors.countries(),
        "state_label": state_label,
    }
    return render(request, "cases/list.html", values)


@require_GET
@editor_required
def show_case(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a case; `?on=` asks for its states on a past day."""
    row = get_object_or_404(models.CaseRow.objects.select_related("merged_into"), slug=slug)
    if row.merged_into:
        return redirect("cases:case", row.merged_into.slug)
    as_of = _day(request.GET.get("on", ""))
    values = {
        "section": "cases",
        "shown": selectors.shown(row, as_of),
        "as_of": as_of,
        "states": sorted((code, state_label(code)) for code in load_statuses()),
        "others": selectors.found(request.GET["merge"].strip(), "").exclude(pk=row.pk)[:PER_PAGE]
        if request.GET.get("merge", "").strip()
        else (),
        "merge": request.GET.get("merge", ""),
    }
    return render(request, "cases/case.html", values)


@require_POST
@editor_required
def change_case(request: HttpRequest, slug: str) -> HttpResponse:
    """Carry out what the case page asks for."""
    row, given = get_object_or_404(models.CaseRow, slug=slug), request.POST
    hand = hand_of(request)
    try:
        if "describe" in given:
            services.describe(row, given.get("title", ""), given.get("summary", ""), hand)
        elif "public" in given:
            services.set_public(row, hand, public=given["public"] == "1")
        elif "merge" in given:
            other = get_object_or_404(models.CaseRow, key=given["merge"])
            row = services.merge_cases(row, other, hand)
        elif "apart" in given:
            reports = ReportRow.objects.filter(pk__in=given.getlist("report"))
            services.part_case(row, reports, hand)
        elif "override" in given:
            person = get_object_or_404(models.Person, pk=given.get("person"))
            until = _day(given.get("until", "")) or date.min
            services.override_state(row, person, given.get("state", ""), until, hand)
    except DecisionError as error:
        messages.error(request, str(error))
    return redirect("cases:case", row.slug)


@require_GET
@editor_required
def list_people(request: HttpRequest) -> HttpResponse:
    """List the people of all cases, or those whom a name in any spelling may mean."""
    query = request.GET.get("q", "").strip()
    page = Paginator(selectors.named(query), PER_PAGE).get_page(request.GET.get("page"))
    values = {"section": "people", "page": page, "q": query}
    return render(request, "cases/people.html", values)


@require_GET
@editor_required
def show_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a person: spellings, cases, who else they may be."""
    person = get_object_or_404(models.Person.objects.select_related("merged_into"), pk=pk)
    if person.merged_into:
        return redirect("cases:person", person.merged_into_id)
    query = request.GET.get("q", "").strip()
    others = selectors.named(query).exclude(pk=pk)[:PER_PAGE] if query else ()
    values = {
        "section": "people",
        "person": person,
        "q": query,
        "others": others,
        "kinds": [(kind, words(kind)) for kind in services.KINDS],
    }
    return render(request, "cases/person.html", values | selectors.profile(person))


@require_POST
@editor_required
def change_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Carry out what the page of a person asks for."""
    person, given = get_object_or_404(models.Person, pk=pk), request.POST
    hand = hand_of(request)
    try:
        if "merge" in given:
            services.merge_people(person, _person(given["merge"]), hand)
        elif "apart" in given:
            services.keep_apart(person, _person(given["apart"]), hand)
        elif "part" in given:
            services.part_people(person, _person(given["part"]), hand)
        elif "move" in given:
            mentions = models.PersonMention.objects.filter(pk__in=given.getlist("mention"))
            services.move_mentions(person, mentions.select_related("report"), hand)
        elif "kinds" in given:
            services.set_kinds(person, given.getlist("kind"), hand)
        elif "withheld" in given:
            services.set_withheld(person, hand, withheld=given["withheld"] == "1")
    except DecisionError as error:
        messages.error(request, str(error))
    return redirect("cases:person", pk)


@require_GET
@editor_required
def list_alarms(request: HttpRequest) -> HttpResponse:
    """List what an editor should look at, the longest due first."""
    values = {"section": "alarms", "alarms": selectors.alarms()}
    return render(request, "cases/alarms.html", values)


@require_POST
@editor_required
def see_alarm(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that somebody has seen an alarm."""
    hand = hand_of(request)
    standing.mark_seen(get_object_or_404(models.AlarmRow, pk=pk), hand.editor, hand.at)
    return redirect("cases:alarms")


def _person(pk: str) -> models.Person:
    return get_object_or_404(models.Person, pk=int(pk) if pk.isdecimal() else 0)


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
