"""The desk in a real browser: accessibility on wide and narrow screens, light and dark.

Source: WCAG 2.2 A and AA rules and best practices of axe-core.
"""

import os
import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as django_settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test import Client
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, sync_playwright

from tests.newsroom import make
from tests.newsroom.databases import default_database, sqlite, sqlite_template
from tests.newsroom.publish.test_browser import CHROMIUM, FLAGS, RULES
from watchdesk.newsroom.cases import services
from watchdesk.newsroom.cases.models import CaseRow, Person
from watchdesk.newsroom.desk import services as desk
from watchdesk.newsroom.monitor.models import ReportRow

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium")


@pytest.fixture
def database(template_cache, tmp_path, django_db_setup, django_db_blocker) -> Iterator[None]:
    """Give a file of its own, which other threads see and nobody has to empty afterwards.

    Decisions can never be removed, so a test that commits them cannot share a database.
    """
    file = tmp_path / "desk.sqlite3"
    shutil.copy(sqlite_template(template_cache), file)
    with django_db_blocker.unblock(), default_database(sqlite(file)):
        yield


@pytest.fixture
def address(database) -> Iterator[str]:
    server = LiveServerThread("127.0.0.1", StaticFilesHandler)
    server.start()
    server.is_ready.wait()
    assert server.error is None
    yield f"http://127.0.0.1:{server.port}"
    server.terminate()


@pytest.fixture
def browser(monkeypatch) -> Iterator[Browser]:
    # Playwright keeps a loop running in this thread, which Django takes for asynchronous code.
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def paths(settings, database) -> list[str]:
    """Fill the desk with a report that waits and a case, and give its pages."""
    settings.NOW = make.NOW
    accepted = make.kept(make.report())
    desk.accept_report(accepted, make.editor())
    services.place(accepted, "", make.editor())
    waiting = make.kept(make.other(), "courier")
    case, person = CaseRow.objects.get(), Person.objects.first()
    case.alarms.create(person=person, kind="silence", due_on=make.NOW.date(), text="No news.")
    assert ReportRow.objects.count() == 2
    return [
        "/desk/",
        f"/desk/reports/{waiting.pk}/",
        f"/desk/reports/{accepted.pk}/",
        "/desk/cases/",
        f"/desk/cases/{case.slug}/",
        "/desk/people/",
        f"/desk/people/{person.pk}/",
        "/desk/monitor/",
        "/desk/alarms/",
    ]


@pytest.fixture
def session(database) -> str:
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("ann", password="a"))
    return client.cookies[django_settings.SESSION_COOKIE_NAME].value


def test_no_page_of_the_desk_breaks_a_rule_of_accessibility(
    address, browser, paths, session
) -> None:
    broken = {}
    name = django_settings.SESSION_COOKIE_NAME
    for width, scheme in ((1280, "light"), (320, "dark")):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
        context.add_cookies([{"name": name, "value": session, "url": address}])
        page = context.new_page()
        for path in paths:
            answer = page.goto(address + path)
            assert answer.status == 200, path
            found = Axe().run(page, options=RULES).response["violations"]
            rules = [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found]
            wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            if rules or wide:
                broken[path, width] = [*rules, *(["scrolls sideways"] if wide else [])]
        context.close()
    assert broken == {}
