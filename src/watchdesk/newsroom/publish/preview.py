"""A page of Wagtail's editor as readers will see it, before it is published."""

from datetime import datetime

from django.conf import settings
from django.http import HttpResponse

from watchdesk.newsroom.blog import models
from watchdesk.newsroom.common.clock import now
from watchdesk.newsroom.publish.pages import render
from watchdesk.newsroom.publish.records import Site, SiteAlert
from watchdesk.newsroom.publish.site_posts import Drawn, clean, draw, html


def preview(page: models.SitePage) -> HttpResponse:
    """Render the page in a site that holds nothing else; pictures come from the media store."""
    when = page.first_published_at or now()
    page.first_published_at = when
    drawn = draw(page) if isinstance(page, models.PostPage) else None
    path = f"{page.site_path.strip('/')}/index.html".lstrip("/")
    body = next(file.body for file in render(_site(page, drawn, when)) if file.path == path)
    for picture in drawn.pictures if drawn else ():
        body = body.replace(picture.path.encode(), f"{settings.MEDIA_URL}{picture.file}".encode())
    return HttpResponse(body)


def _site(page: models.SitePage, drawn: Drawn | None, when: datetime) -> Site:
    alert = isinstance(page, models.AlertPage)
    return Site(
        title=page.title if isinstance(page, models.HomePage) else settings.SITE_NAME,
        mission=page.mission if isinstance(page, models.HomePage) else "",
        base_url=settings.BASE_URL,
        generated_at=when,
        posts=(drawn.post,) if drawn else (),
        alerts=(SiteAlert(page.title, when),) if alert else (),
        about_html=html(page.body) if isinstance(page, models.AboutPage) else "",
        journalists_html=clean(page.introduction)
        if isinstance(page, models.JournalistsPage)
        else "",
        notice="A preview: nothing of this is published yet.",
    )
