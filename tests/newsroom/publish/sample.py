"""A small site about invented people, for the tests of publishing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from watchdesk.newsroom.publish.records import (
    Site,
    SiteAct,
    SiteAlert,
    SiteCase,
    SiteConflict,
    SiteImage,
    SiteJournalist,
    SiteLink,
    SitePost,
    SiteReason,
    SiteSource,
    SiteState,
)

NOW = datetime(2026, 2, 20, 14, 5, tzinfo=UTC)
PICTURE = SiteImage("/media/court.jpg", "A courthouse", "The court, closed", "Drawing: desk")
STEPPE = SiteSource("Free Steppe", "Ұсталды", "http://127.0.0.1/x", NOW.date(), "kk", "independent")
WIRE = SiteSource("State Wire", "Police say nothing", None, NOW.date(), "en", "state")
SAID = replace(STEPPE, words="Оны түнде ұстады.")
CASE_LINK = SiteLink("The case of Askar Temirbek", "/cases/askar/")


def post(number: int, **changes) -> SitePost:
    values = {
        "slug": f"post-{number}",
        "title": f"Party leader detained ({number})",
        "standfirst": "Police gave no comment.",
        "body_html": "<p>He was led away.</p>",
        "published_at": NOW - timedelta(hours=number),
        "author": "The desk",
        "image": PICTURE,
        "countries": ("KZ",),
        "case": CASE_LINK,
        "sources": (STEPPE, WIRE),
    }
    return SitePost(**values | changes)


def site(**changes) -> Site:
    detained = SiteState(
        "Askar Temirbek",
        "detained",
        "Detained",
        "Detained",
        "2026-02-19",
        1,
        (SiteReason("Detained, 19 February 2026", ("Free Steppe",)),),
        "Only one source tells of it.",
        ("politician",),
        ("Асқар Темірбек",),
    )
    rally = SiteConflict("how many were held", (("20", (WIRE,)), ("57 or more", (STEPPE,))))
    case = SiteCase(
        slug="askar",
        title="The case of Askar Temirbek",
        summary="A party leader is held.",
        countries=("KZ",),
        updated_at=NOW,
        states=(detained,),
        acts=(
            SiteAct("2023~", "Convicted", "Suspended sentence.", background=True),
            SiteAct(
                "2026-02-19",
                "Detained",
                "Led away.",
                quoted=SAID,
                sources=(WIRE,),
                conflicts=(rally,),
            ),
            SiteAct(None, "Tortured", "He says officers beat him.", "alleged"),
        ),
        sources=(STEPPE, WIRE),
        independent_sources=2,
    )
    values = {
        "title": "Watchdog",
        "mission": "A singular mission: to monitor",
        "base_url": "http://127.0.0.1:8000",
        "generated_at": NOW,
        "posts": tuple(post(n) for n in range(23)),
        "alerts": (
            SiteAlert("Court orders a release", NOW, "/posts/post-0/"),
            SiteAlert("An old alert", NOW - timedelta(days=9)),
        ),
        "cases": (case,),
        "journalists": (SiteJournalist("Lola Rahimi", "Pamir", "TJ", detained, CASE_LINK),),
    }
    return Site(**values | changes)
