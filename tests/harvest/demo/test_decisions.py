"""What the demo editor decides fits the articles, their intended reading and the calendar."""

from datetime import UTC, datetime
from typing import Any, get_args

import yaml

from watchdesk.engine import codebook
from watchdesk.engine.records import Modality
from watchdesk.harvest.demo.intended import read
from watchdesk.harvest.demo.press import DATA, load

PRESS = load()
GOLD = read()
DECISIONS: dict[str, Any] = yaml.safe_load((DATA / "decisions.yaml").read_text(encoding="utf-8"))
ARTICLES = {article.id: article for article in PRESS.articles}
ACCEPTED = {r["article"]: r for r in DECISIONS["reports"] if r["decision"] == "accept"}
THEMES = {"human-rights", "civil-society", "press-freedom"}
LAST = datetime(2026, 2, 21, tzinfo=UTC)


def test_every_report_is_decided_once_and_after_its_article_appeared() -> None:
    decided = [r["article"] for r in DECISIONS["reports"]]
    assert len(decided) == len(set(decided))
    for report in DECISIONS["reports"]:
        assert ARTICLES[report["article"]].published < report["at"] < LAST
        assert report["decision"] in {"accept", "reject"}
        assert report["decision"] == "accept" or report["why"]


def test_accepted_reports_go_to_the_case_they_tell_of() -> None:
    assert set(DECISIONS["cases"]) == set(GOLD.cases)
    for id, report in ACCEPTED.items():
        assert report["case"] == GOLD.articles[id].case


def test_some_reports_wait_for_a_person() -> None:
    decided = {r["article"] for r in DECISIONS["reports"]}
    waiting = [a.id for a in GOLD.articles.values() if a.case and a.id not in decided]
    assert len(waiting) >= 3


def test_corrections_name_words_of_the_article_and_types_of_the_codebook() -> None:
    types = codebook.load().types
    for id, report in ACCEPTED.items():
        text = " ".join(ARTICLES[id].versions[-1].paragraphs)
        for correction in report.get("corrections", ()):
            assert correction["type"] in types
            assert correction["target"] in text, (id, correction)
            assert correction["modality"] in get_args(Modality)


def test_posts_are_many_and_complete() -> None:
    posts = DECISIONS["posts"]
    assert len(posts) >= 24
    assert len({post["id"] for post in posts}) == len(posts)
    for post in posts:
        assert all((post["headline"], post["standfirst"]))
        assert len(post["body"].split()) > 50
        assert set(post["picture"]) == {"id", "caption", "credit", "alt"}
        assert post["picture"]["id"] in PRESS.alts
        assert set(post["themes"]) <= THEMES
        assert post["countries"]


def test_posts_and_alerts_cite_only_reports_accepted_before() -> None:
    for post in DECISIONS["posts"] + DECISIONS["alerts"]:
        assert post["at"] < LAST
        for source in post["sources"]:
            assert ACCEPTED[source]["at"] <= post["at"], (post["id"], source)
            assert ACCEPTED[source]["case"] == post["case"]


def test_one_alert_is_breaking_and_the_others_are_completed_by_later_posts() -> None:
    posts = {post["id"]: post for post in DECISIONS["posts"]}
    alerts = DECISIONS["alerts"]
    assert len(alerts) >= 6
    assert [alert["id"] for alert in alerts if alert.get("breaking")] == [alerts[-1]["id"]]
    for alert in alerts[:-1]:
        assert posts[alert["completed_by"]]["at"] > alert["at"]


def test_the_site_says_what_it_is() -> None:
    assert "invented" in DECISIONS["site"]["about"]
    assert DECISIONS["site"]["journalists_in_trouble"]
    assert sum(bool(post.get("journalist")) for post in DECISIONS["posts"]) >= 8
