from dataclasses import replace
from datetime import timedelta

import pytest

from tests.newsroom import make
from watchdesk.newsroom.desk import services
from watchdesk.newsroom.monitor import convert, keep, models
from watchdesk.newsroom.monitor.models import ReportRow, ReportState

pytestmark = pytest.mark.django_db
LONG = f"{make.TEXT} " + " ".join(f"The court heard witness {n} on day {n}." for n in range(20))


def seen_again(row: ReportRow, text: str, sha256: str) -> None:
    """Keep another version of the page of a row."""
    made = make.report(text)
    page = row.capture.page
    where = make.where(page.url, sha256, make.NOW + timedelta(hours=1))
    keep.keep(page, make.reading(page, where, made))


def test_a_report_is_listed_by_what_it_says() -> None:
    row = make.kept(make.report())
    assert (row.about, row.main_event_type, row.relevant) == ("Aida Sarova", "custody.detain", True)
    facets = set(row.facets.values_list("kind", "value"))
    assert {("country", "KZ"), ("theme", "press-freedom"), ("event", "custody.detain")} <= facets


def test_a_changed_text_is_a_new_version_that_waits() -> None:
    row = make.kept(make.report())
    seen_again(row, make.TEXT + " She was released.", "b" * 64)
    row.refresh_from_db()
    assert (row.current, row.state) == (False, ReportState.SUPERSEDED)
    (newer,) = ReportRow.objects.filter(article=row.article, current=True)
    assert newer.state == ReportState.WAITING


def test_an_accepted_version_stays_accepted_when_the_page_changes() -> None:
    row = make.kept(make.report())
    services.accept_report(row, make.hand())
    seen_again(row, make.TEXT + " She was released.", "b" * 64)
    row.refresh_from_db()
    assert row.state == ReportState.ACCEPTED


def test_other_bytes_with_the_same_words_are_kept_and_not_read_again() -> None:
    row = make.kept(make.report())
    seen_again(row, make.TEXT, "b" * 64)
    assert row.article.captures.count() == 2
    assert row.article.reports.count() == 1


def test_text_that_a_database_refuses_is_kept_with_its_length() -> None:
    made = make.report(make.TEXT + " \x00\ud800")
    row = make.kept(made)
    text = row.body.document["article"]["text"]
    assert text.endswith("beaten. \ufffd\ufffd")
    assert len(text) == len(made.article.text)


def test_a_report_without_relevance_waits_for_nobody() -> None:
    failed = replace(make.report(), relevance=None, error="no text")
    assert not make.kept(failed).relevant


def test_the_gravest_news_comes_first() -> None:
    grave = make.report()
    light = replace(grave, events=())
    old = replace(grave, events=(replace(grave.events[0], background=True),))
    order = sorted([light, grave, old], key=convert.inbox_salience, reverse=True)
    assert order[0] is grave


def test_a_wire_text_joins_the_article_it_copies() -> None:
    first = make.kept(make.report(LONG))
    second = make.kept(make.report(LONG + " With our own correspondent."), "courier")
    other = make.kept(make.report(make.TEXT + " It was the third arrest in a week."), "post")
    copies = dict(models.ArticleRow.objects.values_list("pk", "copy_of"))
    assert copies == {
        first.article_id: None,
        second.article_id: first.article_id,
        other.article_id: None,
    }
