"""Posts and alerts as records of the site, with the pictures that they show."""

from dataclasses import dataclass

import nh3
from wagtail.blocks import StreamValue

from watchdesk.newsroom.blog import models
from watchdesk.newsroom.blog.pictures import Shown, shown
from watchdesk.newsroom.cases.models import CaseRow
from watchdesk.newsroom.publish.records import (
    SiteAlert,
    SiteImage,
    SiteLink,
    SitePost,
    SiteSource,
)

TAGS = {
    "a", "b", "blockquote", "br", "em", "figcaption", "figure", "footer", "h2", "h3", "i", "img",
    "li", "ol", "p", "span", "strong", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "loading"},
    "figure": {"class"},
    "span": {"class"},
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A post, and the pictures it needs as files."""

    post: SitePost
    pictures: tuple[Shown, ...]


def draw(post: models.PostPage) -> Drawn:
    """Draw a post that is live."""
    lead = _lead(post)
    inside = [
        shown(block.value["picture"], block.value)
        for block in post.body
        if block.block_type == "picture" and block.value["picture"]
    ]
    site_post = SitePost(
        slug=post.slug,
        title=post.title,
        standfirst=post.standfirst,
        body_html=html(post.body),
        published_at=post.first_published_at,
        author=post.author,
        image=_image(lead) if lead else None,
        countries=tuple(post.countries),
        themes=tuple(post.themes),
        case=link_to(post.case),
        sources=tuple(_source(source) for source in post.sources.all()),
        corrected_at=post.corrected_at,
        correction=post.correction,
    )
    return Drawn(site_post, (lead, *inside) if lead else tuple(inside))


def alerts() -> list[SiteAlert]:
    """Give the alerts that are live, the newest first."""
    rows = models.AlertPage.objects.live().select_related("completed_by")
    return [
        SiteAlert(
            text=alert.title,
            published_at=alert.first_published_at,
            post_path=alert.completed_by.site_path
            if alert.completed_by and alert.completed_by.live
            else None,
        )
        for alert in rows.order_by("-first_published_at", "-pk")
    ]


def html(body: StreamValue) -> str:
    """Give a body as clean HTML, whatever was pasted into it."""
    return clean("".join(block.render() for block in body))


def clean(dirty: str) -> str:
    """Leave nothing but the tags and attributes that a post may have."""
    return nh3.clean(dirty, tags=TAGS, attributes=ATTRIBUTES, link_rel="noreferrer noopener")


def link_to(case: CaseRow | None) -> SiteLink | None:
    """Give the way to a case, if readers may go there."""
    while case is not None and case.merged_into is not None:
        case = case.merged_into
    return SiteLink(str(case), f"/cases/{case.slug}/") if case and case.public else None


def _lead(post: models.PostPage) -> Shown | None:
    if post.picture is None:
        return None
    words = {
        "alt": post.picture_alt,
        "caption": post.picture_caption,
        "credit": post.picture_credit,
    }
    return shown(post.picture, words)


def _image(picture: Shown) -> SiteImage:
    return SiteImage(
        path=picture.path,
        alt=picture.alt,
        caption=picture.caption,
        credit=picture.credit,
        width=picture.width,
        height=picture.height,
    )


def _source(source: models.PostSource) -> SiteSource:
    return SiteSource(
        outlet=source.outlet,
        title=source.title,
        url=source.url or None,
        published=source.published_on,
        language=source.language or None,
        outlet_kind=source.outlet_kind,
        words=source.words,
    )
