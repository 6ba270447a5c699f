"""The demo press answers over HTTP like a press does: feeds, pages, pictures, 304, mischief."""

import http.client
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from watchdesk.harvest.demo import Served, serve
from watchdesk.harvest.demo.answers import feed_name
from watchdesk.harvest.demo.press import DemoArticle, Outlet, load

PRESS = load()
Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture(scope="module")
def press() -> Iterator[Served]:
    with serve() as served:
        yield served


def get(press: Served, path: str, **headers: str) -> Answer:
    connection = http.client.HTTPConnection(urlsplit(press.url).netloc, timeout=10)
    try:
        connection.request(
            "GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()}
        )
        response = connection.getresponse()
        return response.status, dict(response.headers), response.read()
    finally:
        connection.close()


def read_some(press: Served, path: str, size: int) -> bytes:
    connection = http.client.HTTPConnection(urlsplit(press.url).netloc, timeout=10)
    try:
        connection.request("GET", path)
        with connection.getresponse() as response:
            return response.read(size)
    finally:
        connection.close()


@pytest.mark.parametrize("outlet", list(PRESS.outlets.values()), ids=lambda o: o.id)
def test_an_outlet_announces_all_its_articles_marked_as_invented(
    press: Served, outlet: Outlet
) -> None:
    status, headers, body = get(press, f"/{outlet.id}/{feed_name(outlet)}")
    text = body.decode(outlet.encoding)
    assert status == 200
    assert outlet.encoding in headers["Content-Type"]
    assert outlet.mark in text
    assert all(article.path in text for article in PRESS.of(outlet.id))
    if outlet.feed != "list":
        ElementTree.fromstring(body)


@pytest.mark.parametrize("article", PRESS.articles, ids=lambda a: a.id)
def test_a_page_shows_the_article_and_its_mark(press: Served, article: DemoArticle) -> None:
    status, headers, body = get(press, article.path)
    text = body.decode(article.outlet.encoding)
    assert status == 200
    assert f'<meta name="demo" content="{article.outlet.mark}"'.lower() in text.lower()
    assert headers["Last-Modified"].endswith("GMT")
    assert article.versions[-1].paragraphs[-1] in unescape(text)


def test_an_old_page_comes_in_windows_1251(press: Served) -> None:
    _, headers, body = get(press, "/stepnoy-vestnik/news/03-moroz.html")
    assert headers["Content-Type"] == "text/html; charset=windows-1251"
    assert "морозы".encode("cp1251") in body


def test_what_has_not_changed_is_not_sent_again(press: Served) -> None:
    path = "/caspian-line/feed.xml"
    _, headers, _ = get(press, path)
    by_tag = get(press, path, If_None_Match=headers["ETag"])
    by_date = get(press, path, If_Modified_Since=headers["Last-Modified"])
    assert [(status, body) for status, _, body in (by_tag, by_date)] == [(304, b"")] * 2


def test_a_tag_outweighs_a_date(press: Served) -> None:
    path = "/caspian-line/feed.xml"
    _, headers, _ = get(press, path)
    status, _, _ = get(
        press, path, If_None_Match='"other"', If_Modified_Since=headers["Last-Modified"]
    )
    assert status == 200


def test_a_bad_date_is_no_date(press: Served) -> None:
    assert get(press, "/caspian-line/feed.xml", If_Modified_Since="yesterday")[0] == 200


def test_pictures_are_served_and_nothing_beside_them(press: Served) -> None:
    status, headers, body = get(press, "/aspan-daily/media/square.jpg")
    assert (status, headers["Content-Type"], body[:2]) == (200, "image/jpeg", b"\xff\xd8")
    assert get(press, "/aspan-daily/media/../../outlets.yaml")[0] == 404
    assert get(press, "/aspan-daily/media/none.jpg")[0] == 404


def test_robots_are_told_what_to_leave_alone(press: Served) -> None:
    status, _, body = get(press, "/robots.txt")
    assert (status, b"Disallow: /mischief/forbidden" in body) == (200, True)


def test_the_front_door_lists_the_outlets(press: Served) -> None:
    _, _, body = get(press, "/")
    assert all(outlet.name in body.decode() for outlet in PRESS.outlets.values())


def test_the_press_can_be_seen_as_it_stood() -> None:
    raid = "/caspian-line/news/02-bishkek-newsroom-raid.html"
    with serve(as_of=datetime(2026, 1, 20, 12, tzinfo=UTC)) as press:
        before = get(press, raid)[2]
        feed = get(press, "/caspian-line/feed.xml")[2]
        unborn = get(press, "/caspian-line/news/05-salimkhanli-walks-free.html")[0]
        press.travel(None)
        after = get(press, raid)[2]
    assert b"Cholponkulov" not in before
    assert b"Cholponkulov" in after
    assert b"salimkhanli-walks-free" not in feed
    assert unborn == 404


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("missing", 404),
        ("gone", 410),
        ("moved", 301),
        ("loop", 302),
        ("to-metadata", 302),
        ("busy", 503),
        ("too-many", 429),
        ("legal", 451),
        ("empty", 200),
        ("no-such-mischief", 404),
    ],
)
def test_mischief_has_its_fixed_addresses(press: Served, name: str, status: int) -> None:
    assert get(press, f"/mischief/{name}")[0] == status


def test_a_feed_may_be_html(press: Served) -> None:
    assert get(press, "/mischief/feed-that-is-html")[1]["Content-Type"].startswith("text/html")


def test_the_endless_page_goes_on_until_the_client_hangs_up(press: Served) -> None:
    assert len(read_some(press, "/mischief/endless", 3_000_000)) == 3_000_000


def test_the_slow_page_drips(press: Served) -> None:
    assert read_some(press, "/mischief/drip", 2) == b".."


def test_a_client_that_only_asks_for_the_head_gets_no_body(press: Served) -> None:
    connection = http.client.HTTPConnection(urlsplit(press.url).netloc, timeout=10)
    connection.request("HEAD", "/aspan-daily/feed.xml")
    response = connection.getresponse()
    assert (response.status, response.read()) == (200, b"")
    connection.close()
