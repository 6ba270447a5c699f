import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from tests.newsroom import make
from watchdesk.newsroom.desk.filters import Filters
from watchdesk.newsroom.desk.inbox import lines, matching
from watchdesk.newsroom.monitor.models import ReportState

pytestmark = pytest.mark.django_db
PERSIAN = "Police بازداشت Aida Sarova در آلماتی detained February 21 beaten"


def test_a_stranger_is_asked_to_sign_in(client: Client) -> None:
    answer = client.get(reverse("desk:inbox"))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/admin/login/")


def test_a_reader_without_rights_is_refused(client: Client) -> None:
    client.force_login(get_user_model().objects.create_user("guest"))
    assert client.get(reverse("desk:inbox")).status_code == 403


def test_an_empty_inbox_says_so(desk: Client) -> None:
    assert b"Nothing waits" in desk.get(reverse("desk:inbox")).content


def test_the_inbox_shows_who_what_and_where(desk: Client) -> None:
    make.kept(make.report())
    page = desk.get(reverse("desk:inbox")).content.decode()
    for words in ("A reporter is held", "Aida Sarova", "Detained or arrested", "KZ", "22 Feb 2020"):
        assert words in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("country=KZ&language=en&theme=press-freedom&event=custody.detain", 1),
        ("source=herald&q=reporter", 1),
        ("country=RU", 0),
        ("state=accepted", 0),
        ("state=unrelated", 0),
        ("state=nonsense&page=99", 1),
    ],
)
def test_filters_narrow_the_inbox(desk: Client, query: str, found: int) -> None:
    make.kept(make.report())
    page = desk.get(f"{reverse('desk:inbox')}?{query}")
    assert page.status_code == 200
    assert len(page.context["lines"]) == found


def test_the_gravest_comes_first_and_copies_are_folded() -> None:
    light = make.kept(make.calm(make.other()), "herald")
    grave = make.kept(make.report(title="Grave"), "courier")
    copy = make.kept(make.report(title="Copy"), "post")
    assert [row.pk for row in matching(Filters())] == [grave.pk, light.pk]
    assert copy.article.copy_of == grave.article
    assert [line.copies for line in lines(matching(Filters()))] == [1, 0]


def test_a_review_marks_the_words_of_each_event(desk: Client) -> None:
    row = make.kept(make.report())
    page = desk.get(reverse("desk:report", args=[row.pk])).content.decode()
    trigger = '<mark data-events="e1 e2" data-group="custody" class="part-sentence part-trigger">'
    assert f"{trigger}detained</mark>" in page
    assert "custody.detain/en/test" in page
    assert "negated" in page


def test_a_review_of_persian_runs_from_right_to_left(desk: Client) -> None:
    row = make.kept(make.report(PERSIAN, language="fa"))
    page = desk.get(reverse("desk:report", args=[row.pk])).content.decode()
    assert '<article class="told" dir="rtl" lang="fa">' in page


def test_markup_in_a_hostile_title_is_shown_as_text(desk: Client) -> None:
    make.kept(make.report(title="<script>alert(1)</script>"))
    page = desk.get(reverse("desk:inbox")).content
    assert b"<script>alert" not in page
    assert b"&lt;script&gt;alert" in page


def test_every_page_of_the_desk_has_a_strict_policy(desk: Client) -> None:
    policy = desk.get(reverse("desk:inbox"))["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


def test_a_type_of_event_is_explained(desk: Client) -> None:
    page = desk.get(reverse("desk:type", args=["custody.detain"]))
    assert b"Agents of a state" in page.content
    assert desk.get(reverse("desk:type", args=["no.such"])).status_code == 404


def test_rejecting_goes_on_to_the_next_report_under_the_same_filters(desk: Client) -> None:
    first, second = make.kept(make.report()), make.kept(make.other(), "courier")
    url = reverse("cases:reject", args=[first.pk]) + "?country=KZ"
    answer = desk.post(url, {"reason": "a drill"})
    assert answer["Location"] == reverse("desk:report", args=[second.pk]) + "?country=KZ"
    first.refresh_from_db()
    assert first.state == ReportState.REJECTED
    assert first.decisions.get().reason == "a drill"


def test_rejecting_the_last_report_leads_back_to_the_inbox(desk: Client) -> None:
    row = make.kept(make.report())
    answer = desk.post(reverse("cases:reject", args=[row.pk]))
    assert answer["Location"].startswith(reverse("desk:inbox"))


def test_a_decision_needs_a_post(desk: Client) -> None:
    row = make.kept(make.report())
    assert desk.get(reverse("cases:reject", args=[row.pk])).status_code == 405
