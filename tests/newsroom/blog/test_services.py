from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from tests.newsroom import make
from watchdesk.newsroom.blog import models, services
from watchdesk.newsroom.cases import services as cases
from watchdesk.newsroom.cases.models import CaseRow
from watchdesk.newsroom.desk import services as desk_services

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home() -> models.HomePage:
    return services.ensure_site("Watchdog", "http://127.0.0.1:8000")


def case() -> CaseRow:
    row = make.kept(make.report())
    desk_services.accept_report(row, make.editor())
    (found,) = cases.place(row, "", make.editor())
    return found


def test_the_pages_of_every_site_are_made_once(home: models.HomePage) -> None:
    assert services.ensure_site("Other", "") == home
    kinds = {type(page.specific) for page in home.get_children()}
    assert kinds == {models.AboutPage, models.JournalistsPage}


def test_a_draft_says_what_is_accepted_and_according_to_whom() -> None:
    post = services.draft_from_case(case(), make.editor())
    assert not post.live
    assert post.title == "Aida Sarova: detained or arrested"
    assert post.standfirst.startswith("Detained or arrested: Aida Sarova, 2020-02-21")
    assert "according to herald" in post.standfirst
    quote = next(block.value for block in post.body if block.block_type == "quote")
    assert "Police detained the reporter Aida Sarova" in quote["words"]
    (source,) = post.sources.all()
    assert (source.outlet, source.title) == ("herald", "A reporter is held")
    assert (post.themes, post.case.title) == (["press-freedom"], "Aida Sarova")


def test_the_button_opens_the_draft_in_the_editor(desk: Client) -> None:
    answer = desk.post(reverse("blog:draft", args=[case().slug]), follow=True)
    assert answer.status_code == 200
    assert b"Aida Sarova: detained or arrested" in answer.content


def test_a_post_is_published_at_the_moment_of_the_decision() -> None:
    words = services.Words("Title", "In short.", [("paragraph", "<p>Body</p>")])
    post = services.publish_post(words, make.editor())
    post.refresh_from_db()
    assert (post.live, post.first_published_at, post.slug) == (True, make.NOW, "title")
    again = services.publish_post(words, make.editor())
    assert again.slug == "title-2"


def test_a_title_in_another_script_gets_an_address() -> None:
    words = services.Words("Задержание", "In short.", [])
    assert services.publish_post(words, make.editor()).slug == "zaderzhanie"


def test_an_alert_is_a_line_that_a_post_completes() -> None:
    alert = services.publish_alert("Police hold Aida Sarova", make.editor(), countries=["KZ"])
    post = services.publish_post(services.Words("Full", "In short.", []), make.editor())
    services.complete_alert(alert, post, make.editor())
    alert.refresh_from_db()
    assert (alert.live, alert.completed_by, alert.first_published_at) == (True, post, make.NOW)


def test_a_picture_is_taken_in_once(tmp_path: Path) -> None:
    file = tmp_path / "court.jpg"
    Image.new("RGB", (30, 20), "navy").save(file)
    picture = services.PictureFile(file, "court", "A court", "The court", "Ann")
    assert services.add_picture(picture) == services.add_picture(picture)
    made = models.Picture.objects.get()
    assert (made.description, made.caption, made.credit) == ("A court", "The court", "Ann")


def test_wagtails_editor_opens_every_kind_of_page(desk: Client) -> None:
    services.publish_post(services.Words("Title", "In short.", []), make.editor())
    services.publish_alert("A line", make.editor())
    for page in models.HomePage.objects.get().get_children():
        answer = desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert answer.status_code == 200, page.title


def test_a_page_is_previewed_as_readers_will_see_it(desk: Client) -> None:
    words = services.Words("A Title", "In short.", [("paragraph", "<p>The body</p>")])
    post = services.publish_post(words, make.editor())
    for page in (post, models.AboutPage.objects.get(), models.HomePage.objects.get()):
        answer = page.make_preview_request()
        assert answer.status_code == 200
        assert b"nothing of this is published yet" in answer.content
    assert b"The body" in post.make_preview_request().content
