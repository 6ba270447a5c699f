from pathlib import Path

import pytest
from PIL import Image

from tests.newsroom import make
from watchdesk.newsroom.blog import services as blog
from watchdesk.newsroom.cases import models, services
from watchdesk.newsroom.desk import services as desk
from watchdesk.newsroom.publish import selectors
from watchdesk.newsroom.publish.records import SiteReason
from watchdesk.newsroom.publish.services import publish, publish_if_changed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site(settings) -> None:
    settings.NOW = make.NOW
    blog.ensure_site("Watchdog", "http://127.0.0.1:8000")


@pytest.fixture
def case() -> models.CaseRow:
    row = make.kept(make.report())
    desk.accept_report(row, make.editor())
    (found,) = services.place(row, "", make.editor())
    return found


def words(title: str = "Reporter Held", **more: object) -> blog.Words:
    return blog.Words(title, "In short.", [("paragraph", "<p>It happened.</p>")], **more)


def baked(settings, path: str) -> str:
    publish()
    return (Path(settings.PUBLIC_ROOT) / path).read_text("utf-8")


def test_nothing_that_only_a_machine_said_is_public(settings) -> None:
    make.kept(make.report())
    publish()
    everything = "".join(p.read_text("utf-8") for p in settings.PUBLIC_ROOT.rglob("*.html"))
    assert "Sarova" not in everything


def test_an_accepted_case_is_private_until_an_editor_shows_it(settings, case) -> None:
    assert selectors.site()[0].cases == ()
    services.set_public(case, make.editor(), public=True)
    page = baked(settings, f"cases/{case.slug}/index.html")
    assert "Aida Sarova" in page
    assert "Detained or arrested" in page
    assert "Aida Sarova was detained." in page
    assert "Police detained the reporter Aida Sarova in Almaty on February 21." in page


def test_journalists_in_trouble_are_computed_from_public_cases(settings, case) -> None:
    services.set_public(case, make.editor(), public=True)
    site, _ = selectors.site()
    (row,) = site.journalists
    assert (row.name, row.country, row.state.state) == ("Aida Sarova", "KZ", "detained")
    assert row.state.days == 2
    assert "Aida Sarova" in baked(settings, "journalists-in-trouble/index.html")
    (reason,) = site.cases[0].states[0].because
    assert reason == SiteReason("Detained or arrested, 21 February 2020", ("herald",))


def test_a_journalist_without_a_state_gets_no_badge_but_words(settings, case) -> None:
    settings.NOW = make.NOW.replace(month=1)
    services.set_public(case, make.editor(), public=True)
    (row,) = selectors.site()[0].journalists
    assert (row.state.state, row.state.badge, row.state.days) == ("", "", None)
    assert row.state.doubt.startswith("We know of no arrest, charge or release.")
    assert 'class="badge' not in baked(settings, "journalists-in-trouble/index.html")


def test_a_name_that_is_withheld_stands_nowhere_on_the_site(settings, case) -> None:
    services.describe(case, "The arrest of Aida Sarova", "Sarova was held.", make.editor())
    services.set_public(case, make.editor(), public=True)
    named = blog.Words(
        "Reporter Sarova Held",
        "Aida Sarova was held.",
        [("paragraph", "<p>Sarova’s lawyer, and SAROVA herself, said so.</p>")],
        slug="reporter-held",
        case=case,
    )
    blog.publish_post(named, make.editor())
    blog.publish_alert("Police hold Aida Sarova", make.editor(), case=case)
    publish()
    assert list(settings.PUBLIC_ROOT.rglob("*sarova*"))
    services.set_withheld(models.Person.objects.get(), make.editor(), withheld=True)
    publish()
    assert not list(settings.PUBLIC_ROOT.rglob("*sarova*"))
    kinds = {".html", ".json", ".atom", ".xml"}
    files = [p for p in settings.PUBLIC_ROOT.rglob("*") if p.suffix in kinds]
    assert files
    for file in files:
        assert "sarova" not in file.read_text("utf-8").casefold(), file
    case.refresh_from_db()
    assert "name withheld" in baked(settings, f"cases/{case.slug}/index.html")


def test_who_is_merged_with_a_withheld_name_is_withheld(case) -> None:
    row = make.kept(make.other(), "courier")
    desk.accept_report(row, make.editor())
    services.place(row, "", make.editor())
    aida, marat = models.Person.objects.order_by("pk")
    services.set_withheld(marat, make.editor(), withheld=True)
    services.merge_people(aida, marat, make.editor())
    aida.refresh_from_db()
    assert aida.withheld


def test_a_post_stands_with_its_picture_case_and_sources(settings, tmp_path, case) -> None:
    file = tmp_path / "court.jpg"
    Image.new("RGB", (1600, 900), "navy").save(file)
    picture = blog.add_picture(blog.PictureFile(file, "court", "A court", "The court", "Ann"))
    services.set_public(case, make.editor(), public=True)
    blog.publish_post(words(picture=picture, case=case, countries=["KZ"]), make.editor())
    page = baked(settings, "posts/reporter-held/index.html")
    assert f"/cases/{case.slug}/" in page
    (shown,) = (settings.PUBLIC_ROOT / "pictures").glob("*.jpg")
    assert f'src="/pictures/{shown.name}" alt="A court" width="1200" height="675"' in page


def test_a_draft_is_not_published(settings, case) -> None:
    blog.draft_from_case(case, make.editor())
    assert selectors.site()[0].posts == ()


def test_pasted_markup_is_cleaned() -> None:
    dirty = '<p onclick="x()">Text <script>alert(1)</script><a href="javascript:x">a</a></p>'
    body = [("paragraph", dirty)]
    blog.publish_post(blog.Words("Title", "In short.", body), make.editor())
    html = selectors.site()[0].posts[0].body_html
    assert "script" not in html
    assert "onclick" not in html


def test_the_site_is_baked_again_only_when_something_changed(case) -> None:
    fingerprint, first = publish_if_changed("")
    assert first is not None
    assert publish_if_changed(fingerprint) == (fingerprint, None)
    services.set_public(case, make.editor(), public=True)
    changed, second = publish_if_changed(fingerprint)
    assert second is not None
    assert changed != fingerprint


def test_the_newest_stands_first_and_alerts_lead_to_their_posts() -> None:
    alert = blog.publish_alert("Police hold Aida Sarova", make.editor())
    post = blog.publish_post(words(), make.editor())
    blog.complete_alert(alert, post, make.editor())
    site, _ = selectors.site()
    assert [(a.text, a.post_path) for a in site.alerts] == [
        ("Police hold Aida Sarova", "/posts/reporter-held/")
    ]
