"""Write posts, alerts and pages.  People do most of it in Wagtail's editor; this does the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from anyascii import anyascii
from django.core.files.images import ImageFile
from django.db import transaction
from django.utils.html import escape
from django.utils.text import slugify
from wagtail.models import Page, Site

from watchdesk.newsroom.blog import models
from watchdesk.newsroom.blog.draft import Cited, Draft, draft
from watchdesk.newsroom.cases import convert
from watchdesk.newsroom.cases.models import CaseRow
from watchdesk.newsroom.desk.selectors import accepted_reports
from watchdesk.newsroom.desk.services import Hand
from watchdesk.newsroom.monitor.models import ReportFacet, Source

Block = tuple[str, object]
SLUG_LENGTH = 80


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture to be taken in; `name` is the title under which it is found again."""

    file: Path
    name: str
    alt: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What a post says; `body` are Wagtail blocks as (kind, value)."""

    title: str
    standfirst: str
    body: Sequence[Block]
    countries: Sequence[str] = ()
    themes: Sequence[str] = ()
    sources: Sequence[Cited] = ()
    author: str = ""
    slug: str = ""
    picture: models.Picture | None = None
    case: CaseRow | None = field(default=None)


@transaction.atomic
def ensure_site(name: str, base_url: str) -> models.HomePage:
    """Give the home page, making the pages that every site has where they are missing."""
    home = models.HomePage.objects.first()
    if home is None:
        root = Page.objects.get(depth=1)
        Site.objects.all().delete()
        for welcome in root.get_children():
            welcome.delete()
        root = Page.objects.get(depth=1)
        home = root.add_child(instance=models.HomePage(title=name, slug="home"))
        home.add_child(instance=models.AboutPage(title="About this blog", slug="about"))
        journalists = models.JournalistsPage(
            title="Journalists in Trouble", slug="journalists-in-trouble"
        )
        home.add_child(instance=journalists)
        Site.objects.create(
            hostname="localhost", site_name=name, root_page=home, is_default_site=True
        )
    return home


@transaction.atomic
def draft_from_case(case: CaseRow, hand: Hand) -> models.PostPage:
    """Begin a post from a case, as a draft that an editor goes on with."""
    record = convert.case_record(case)
    ids = [int(report) for report in record.reports]
    reports = {report.id: report for report in accepted_reports(ids)}
    outlets = dict(Source.objects.values_list("id", "name"))
    begun = draft(record, reports, outlets)
    themes = ReportFacet.objects.filter(report__in=ids, kind="theme")
    words = Words(
        title=begun.title,
        standfirst=begun.standfirst,
        body=list(_blocks(begun)),
        countries=case.countries,
        themes=sorted(set(themes.values_list("value", flat=True))),
        sources=begun.sources,
        author=hand.editor.get_full_name() or hand.editor.get_username(),
        case=case,
    )
    return _add(_post(words), words.sources, hand, live=False)


@transaction.atomic
def publish_post(words: Words, hand: Hand) -> models.PostPage:
    """Publish a post at the moment of the decision."""
    post = _post(words)
    post.first_published_at = hand.at
    return _add(post, words.sources, hand, live=True)


@transaction.atomic
def publish_alert(
    text: str, hand: Hand, *, case: CaseRow | None = None, countries: Sequence[str] = ()
) -> models.AlertPage:
    """Publish a line of breaking news."""
    alert = models.AlertPage(
        title=text, slug=_slug(text), case=case, countries=list(countries), owner=hand.editor
    )
    alert.first_published_at = hand.at
    models.HomePage.objects.get().add_child(instance=alert)
    alert.save_revision(user=hand.editor).publish(user=hand.editor)
    return alert


def complete_alert(alert: models.AlertPage, post: models.PostPage, hand: Hand) -> None:
    """Let a post tell in full what an alert told in a line."""
    alert.completed_by = post
    alert.save_revision(user=hand.editor).publish(user=hand.editor)


def add_picture(picture: PictureFile) -> models.Picture:
    """Take in a picture; one of that title is taken as it stands."""
    found = models.Picture.objects.filter(title=picture.name).first()
    if found:
        return found
    with picture.file.open("rb") as file:
        return models.Picture.objects.create(
            title=picture.name,
            file=ImageFile(file, name=picture.file.name),
            description=picture.alt,
            caption=picture.caption,
            credit=picture.credit,
        )


def _post(words: Words) -> models.PostPage:
    return models.PostPage(
        title=words.title,
        slug=words.slug or _slug(words.title),
        standfirst=words.standfirst,
        body=list(words.body),
        author=words.author,
        picture=words.picture,
        countries=list(words.countries),
        themes=list(words.themes),
        case=words.case,
    )


def _add(
    post: models.PostPage, sources: Iterable[Cited], hand: Hand, *, live: bool
) -> models.PostPage:
    post.live = live
    post.owner = hand.editor
    post.sources = [_source(cited) for cited in sources]
    models.HomePage.objects.get().add_child(instance=post)
    revision = post.save_revision(user=hand.editor)
    if live:
        revision.publish(user=hand.editor)
    return post


def _source(cited: Cited) -> models.PostSource:
    outlet = Source.objects.filter(name=cited.outlet).first()
    return models.PostSource(
        outlet=cited.outlet,
        title=cited.title,
        url=cited.url or "",
        published_on=cited.published,
        language=cited.language or "",
        outlet_kind=outlet.kind if outlet else "",
        words=cited.words,
        report_id=int(cited.report) if cited.report else None,
    )


def _blocks(begun: Draft) -> Iterable[Block]:
    for paragraph in begun.paragraphs:
        yield "paragraph", f"<p>{escape(paragraph.text)}</p>"
        if paragraph.quote:
            yield "quote", {"words": paragraph.quote, "speaker": paragraph.speaker}


def _slug(title: str) -> str:
    """Make an address that no other page has."""
    words = slugify(anyascii(title))[:SLUG_LENGTH].strip("-") or "post"
    number, found = 1, words
    while Page.objects.filter(slug=found, depth=3).exists():
        number += 1
        found = f"{words}-{number}"
    return found
