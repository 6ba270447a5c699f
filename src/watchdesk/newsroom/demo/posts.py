"""The demo editor's posts and alerts, published as Wagtail's editor would."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.html import escape
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from watchdesk.harvest.demo.press import DATA
from watchdesk.newsroom.blog import models as blog
from watchdesk.newsroom.blog import services
from watchdesk.newsroom.blog.draft import Cited, day_of
from watchdesk.newsroom.cases.models import CaseRow, Person
from watchdesk.newsroom.cases.services import set_kinds
from watchdesk.newsroom.demo.decisions import Decisions, moment
from watchdesk.newsroom.desk.convert import report_record
from watchdesk.newsroom.desk.services import Hand
from watchdesk.newsroom.monitor.models import ReportRow

LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
JOURNALIST = "journalist"
FindCase = Callable[[str], CaseRow | None]
FindReport = Callable[[str], ReportRow | None]


def publish_all(
    decisions: Decisions, find_case: FindCase, find_report: FindReport, editor: object
) -> None:
    """Publish the pages, posts and alerts that are not there yet."""
    with disable_reference_index_auto_update():
        _publish(decisions, find_case, find_report, editor)
    _index()


def _index() -> None:
    """Note once, and not at each of Wagtail's many savings, which pages lead to what."""
    for model in (
        blog.AboutPage,
        blog.JournalistsPage,
        blog.PostPage,
        blog.AlertPage,
        blog.Picture,
    ):
        for one in model.objects.all():
            with transaction.atomic():
                ReferenceIndex.create_or_update_for_object(one)


def _publish(
    decisions: Decisions, find_case: FindCase, find_report: FindReport, editor: object
) -> None:
    _pages(decisions, editor)
    posts: dict[str, blog.PostPage] = {}
    for raw in decisions.posts:
        there = blog.PostPage.objects.filter(slug=raw["id"]).first()
        posts[raw["id"]] = there or _post(raw, find_case, find_report, editor)
    for raw in decisions.alerts:
        if not blog.AlertPage.objects.filter(title=raw["text"]).exists():
            _alert(raw, find_case, posts, editor)


def _pages(decisions: Decisions, editor: object) -> None:
    about = blog.AboutPage.objects.get()
    if not about.body:
        about.body = [("paragraph", paragraphs(decisions.about))]
        about.save_revision(user=editor).publish(user=editor)
    journalists = blog.JournalistsPage.objects.get()
    if not journalists.introduction:
        journalists.introduction = paragraphs(decisions.journalists)
        journalists.save_revision(user=editor).publish(user=editor)


def _post(
    raw: Mapping[str, Any], find_case: FindCase, find_report: FindReport, editor: object
) -> blog.PostPage:
    case = find_case(raw.get("case") or "")
    reports = [row for article in raw.get("sources", ()) if (row := find_report(article))]
    hand = Hand(editor, moment(raw["at"]))
    if case and raw.get("journalist"):
        _name_journalist(case, hand)
    words = services.Words(
        title=raw["headline"],
        standfirst=raw["standfirst"],
        body=[("paragraph", paragraphs(raw["body"]))],
        countries=raw.get("countries", ()),
        themes=raw.get("themes", ()),
        sources=[_cited(row) for row in reports],
        author="Demo Editor",
        slug=raw["id"],
        picture=_picture(raw.get("picture")),
        case=case,
    )
    return services.publish_post(words, hand)


def _alert(
    raw: Mapping[str, Any], find_case: FindCase, posts: Mapping[str, blog.PostPage], editor: object
) -> None:
    hand = Hand(editor, moment(raw["at"]))
    countries: Sequence[str] = raw.get("countries") or [raw["country"]]
    case = find_case(raw.get("case") or "")
    alert = services.publish_alert(raw["text"], hand, case=case, countries=countries)
    post = posts.get(raw.get("completed_by") or "")
    if post:
        services.complete_alert(alert, post, hand)


def _picture(raw: Mapping[str, str] | None) -> blog.Picture | None:
    if not raw:
        return None
    return services.add_picture(
        services.PictureFile(
            file=DATA / "pictures" / f"{raw['id']}.jpg",
            name=raw["id"],
            alt=raw["alt"],
            caption=raw["caption"],
            credit=raw["credit"],
        )
    )


def _name_journalist(case: CaseRow, hand: Hand) -> None:
    """Say that whom a case is most about is a journalist."""
    people: Sequence[Mapping[str, Any]] = case.document["people"]
    first = next((person["id"] for person in people if person["kind"] == "person"), None)
    person = Person.objects.filter(key=first or "").first()
    if person:
        set_kinds(person, [*person.own_kinds, JOURNALIST], hand)


def _cited(row: ReportRow) -> Cited:
    article = report_record(row).article
    return Cited(
        report=str(row.pk),
        outlet=row.article.source.name,
        title=article.title,
        url=row.article.url,
        published=day_of(article.published),
        language=article.language,
        words="",
    )


def paragraphs(text: str) -> str:
    """Make rich text of paragraphs; a link is written [words](address).

    >>> paragraphs("One [site](https://a.example/).")
    '<p>One <a href="https://a.example/">site</a>.</p>'
    """
    parts = (" ".join(part.split()) for part in text.split("\n\n"))
    return "".join(f"<p>{LINK.sub(_link, escape(part))}</p>" for part in parts if part)


def _link(found: re.Match[str]) -> str:
    words, address = found.groups()
    safe = address if address.startswith(("https://", "http://", "/")) else "#"
    return f'<a href="{safe}">{words}</a>'
