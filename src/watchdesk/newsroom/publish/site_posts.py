"""Posts and alerts as records of the site, with the pictures that they show."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

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
from watchdesk.newsroom.publish.site_acts import WITHHELD
from watchdesk.newsroom.publish.site_cases import withheld_names

Hide = Callable[[str], str]
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
    hide = _hider(post.case)
    site_post = SitePost(
        slug=post.slug,
        title=hide(post.title),
        standfirst=hide(post.standfirst),
        body_html=hide(html(post.body)),
        published_at=post.first_published_at,
        author=post.author,
        image=_image(lead, hide) if lead else None,
        countries=tuple(post.countries),
        themes=tuple(post.themes),
        case=link_to(post.case),
        sources=tuple(_source(source, hide) for source in post.sources.all()),
        corrected_at=post.corrected_at,
        correction=hide(post.correction),
    )
    return Drawn(site_post, (lead, *inside) if lead else tuple(inside))


def alerts() -> list[SiteAlert]:
    """Give the alerts that are live, the newest first."""
    rows = models.AlertPage.objects.live().select_related("completed_by", "case")
    return [
        SiteAlert(
            text=_hider(alert.case)(alert.title),
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
    head = _head(case)
    if head is None or not head.public:
        return None
    return SiteLink(_hider(head)(str(head)), f"/cases/{head.slug}/")


def _head(case: CaseRow | None) -> CaseRow | None:
    """Give the case that a case turned out to be."""
    while case is not None and case.merged_into is not None:
        case = case.merged_into
    return case


def _hider(case: CaseRow | None) -> Hide:
    """Give what keeps back the names that are withheld in the case of a post."""
    head = _head(case)
    names = withheld_names(head) if head else None
    return partial(names.sub, WITHHELD) if names else str


def _lead(post: models.PostPage) -> Shown | None:
    if post.picture is None:
        return None
    words = {
        "alt": post.picture_alt,
        "caption": post.picture_caption,
        "credit": post.picture_credit,
    }
    return shown(post.picture, words)


def _image(picture: Shown, hide: Hide) -> SiteImage:
    return SiteImage(
        path=picture.path,
        alt=hide(picture.alt),
        caption=hide(picture.caption),
        credit=picture.credit,
        width=picture.width,
        height=picture.height,
    )


def _source(source: models.PostSource, hide: Hide) -> SiteSource:
    return SiteSource(
        outlet=source.outlet,
        title=hide(source.title),
        url=source.url if source.url and hide is str else None,
        published=source.published_on,
        language=source.language or None,
        outlet_kind=source.outlet_kind,
        words=hide(source.words),
    )
