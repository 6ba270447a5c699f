"""The pages of the monitor: sources and how they fare, one source, one capture."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from watchdesk.newsroom.common.access import editor_required
from watchdesk.newsroom.common.languages import country_name, language_name
from watchdesk.newsroom.monitor import health, services
from watchdesk.newsroom.monitor.models import Capture, Channel, PageTask, Source

RECENT = 50


@require_GET
@editor_required
def show_sources(request: HttpRequest) -> HttpResponse:
    """Show every source with its health, those that need a look first."""
    country = request.GET.get("country", "")
    found = health.all_health(timezone.now())
    countries = sorted({h.source.country for h in found if h.source.country}, key=country_name)
    values = {
        "section": "monitor",
        "overview": health.overview(),
        "found": [h for h in found if country in ("", h.source.country)],
        "countries": [(code, country_name(code)) for code in countries],
        "country": country,
    }
    return render(request, "monitor/sources.html", values)


@require_GET
@editor_required
def show_source(request: HttpRequest, pk: str) -> HttpResponse:
    """Show one source: its channels and the pages it announced last."""
    source = get_object_or_404(Source, pk=pk)
    pages = source.pages.select_related("article").order_by("-announced_at", "-id")
    values = {
        "section": "monitor",
        "source": source,
        "country": country_name(source.country),
        "languages": [language_name(language) for language in source.languages],
        "channels": source.channels.all(),
        "pages": pages[:RECENT],
    }
    return render(request, "monitor/source.html", values)


@require_GET
@editor_required
def show_capture(request: HttpRequest, pk: int) -> HttpResponse:
    """Show where the bytes of a page lie, and every other version of it."""
    capture = get_object_or_404(Capture.objects.select_related("page__source", "article"), pk=pk)
    versions = Capture.objects.filter(page=capture.page).select_related("report")
    values = {"section": "monitor", "capture": capture, "versions": versions}
    return render(request, "monitor/capture.html", values)


@require_POST
@editor_required
def revive_channel(request: HttpRequest, pk: int) -> HttpResponse:
    """Poll a channel again at once."""
    channel = get_object_or_404(Channel, pk=pk)
    services.revive(channel, timezone.now())
    messages.success(request, f"{channel.url} is polled with the next round.")
    return redirect("monitor:source", channel.source_id)


@require_POST
@editor_required
def fetch_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Fetch a page again that was given up."""
    page = get_object_or_404(PageTask, pk=pk)
    services.fetch_again(page, timezone.now())
    messages.success(request, f"{page.url} is fetched with the next round.")
    return redirect("monitor:source", page.source_id)


@require_POST
@editor_required
def set_active(request: HttpRequest, pk: str) -> HttpResponse:
    """Poll a source, or leave it alone."""
    source = get_object_or_404(Source, pk=pk)
    services.set_active(source, active=request.POST.get("active") == "1")
    return redirect("monitor:source", pk)
