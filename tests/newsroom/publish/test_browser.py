"""The baked site in a real browser: accessibility, narrow screens, dark colours, and nobody phoned.

Source: WCAG 2.2 A and AA rules and best practices of axe-core.
"""

import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from tests.newsroom.publish.sample import site
from watchdesk.newsroom.publish.bake import bake
from watchdesk.newsroom.publish.pages import File

CHROMIUM = shutil.which("chromium")
PIXEL = bytes.fromhex(
    "47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b"
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
PAGES = [
    "/",
    "/page/2/",
    "/posts/post-0/",
    "/cases/",
    "/cases/askar/",
    "/journalists-in-trouble/",
    "/about/",
    "/subscribe/",
    "/archive/",
    "/2026/02/20/",
    "/country/kz/",
    "/404.html",
]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium")


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without writing a log."""

    def log_message(self, format: str, *args) -> None:
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    out = tmp_path_factory.mktemp("site")
    bake(site(notice="A demonstration."), out, [File("media/court.jpg", PIXEL)])
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(out)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_no_page_breaks_a_rule_of_accessibility(browser, address, width, scheme) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    hosts = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    broken = {}
    for path in PAGES:
        page.goto(address + path)
        found = Axe().run(page, options=RULES)
        rules = [v["id"] for v in found.response["violations"]]
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        if rules or wide:
            broken[path] = [*rules, *(["scrolls sideways"] if wide else [])]
    assert broken == {}
    assert hosts == {address.split("/")[2]}
    assert context.cookies() == []
    context.close()


def test_load_more_adds_the_next_page_and_moves_the_focus(browser, address) -> None:
    page = browser.new_page()
    page.goto(address + "/")
    assert page.locator("#posts > article").count() == 10
    page.click("#load-more")
    page.wait_for_function("document.querySelectorAll('#posts > article').length === 20")
    assert page.evaluate("document.activeElement.textContent") == "Party leader detained (10)"
    page.click("#load-more")
    page.wait_for_function("document.querySelectorAll('#posts > article').length === 23")
    assert page.locator("#load-more").count() == 0
    page.close()


def test_without_a_script_load_more_is_a_link_to_the_next_page(browser, address) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/")
    page.click("#load-more")
    assert page.url == address + "/page/2/"
    context.close()
