"""Read from the desk what the public site is made of."""

from collections.abc import Iterable
from hashlib import sha256

from django.conf import settings
from django.db.models import Count, Max
from wagtail.models import Page

from watchdesk.newsroom.blog import models
from watchdesk.newsroom.blog.pictures import Shown
from watchdesk.newsroom.cases.models import CaseRow
from watchdesk.newsroom.common.clock import now, today
from watchdesk.newsroom.publish.records import Site, SiteCase, SiteJournalist
from watchdesk.newsroom.publish.site_cases import public_cases, site_case
from watchdesk.newsroom.publish.site_posts import alerts, clean, draw, html

MISSION = (
    "A singular mission: to monitor the latest developments concerning human rights, "
    "civil society and press freedom"
)
"""What the site is for, until an editor says it in other words."""


def site() -> tuple[Site, tuple[Shown, ...]]:
    """Give the site as it should stand now, and the pictures that it shows."""
    home = models.HomePage.objects.first()
    about = models.AboutPage.objects.live().first()
    journalists_page = models.JournalistsPage.objects.live().first()
    posts = models.PostPage.objects.live().select_related("picture", "case")
    drawn = [draw(post) for post in posts.order_by("-first_published_at", "-pk")]
    cases: list[SiteCase] = []
    journalists: list[SiteJournalist] = []
    for row in public_cases():
        case, theirs = site_case(row)
        cases.append(case)
        journalists.extend(theirs)
    found = Site(
        title=home.title if home else settings.SITE_NAME,
        mission=(home.mission if home else "") or MISSION,
        base_url=settings.BASE_URL,
        generated_at=now(),
        posts=tuple(one.post for one in drawn),
        alerts=tuple(alerts()),
        cases=tuple(cases),
        journalists=tuple(_newest_first(journalists)),
        about_html=html(about.body) if about else "",
        journalists_html=clean(journalists_page.introduction) if journalists_page else "",
        contact=home.contact if home else "",
        notice=settings.NOTICE,
    )
    return found, _once(picture for one in drawn for picture in one.pictures)


def fingerprint() -> str:
    """Give a value that changes whenever the site would, at the price of two queries."""
    pages = Page.objects.aggregate(
        Count("pk"), Max("last_published_at"), Max("latest_revision_created_at")
    )
    live = Page.objects.filter(live=True).count()
    cases = CaseRow.objects.filter(public=True).aggregate(Count("pk"), Max("changed_at"))
    return sha256(repr((pages, live, cases, today(), settings.NOTICE)).encode()).hexdigest()


def _newest_first(rows: Iterable[SiteJournalist]) -> list[SiteJournalist]:
    """Give those whose state is known first, the latest change before the others."""
    return sorted(rows, key=lambda r: (bool(r.state.state), r.state.since or ""), reverse=True)


def _once(pictures: Iterable[Shown]) -> tuple[Shown, ...]:
    return tuple({picture.path: picture for picture in pictures}.values())
