"""What can be polled at an address somebody typed is found."""

from datetime import UTC, datetime

import pytest

from watchdesk.harvest.discover import Found, discover
from watchdesk.harvest.fetch.answers import Fetched

URL = "https://herald.example/"
RSS = """<rss version="2.0"><channel><title>Herald news</title><link>https://herald.example/</link>
<language>en</language><item><title>A</title><link>https://herald.example/1</link></item>
</channel></rss>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>
<loc>https://herald.example/1</loc></url></urlset>"""


def found(body: str) -> tuple[Found, ...]:
    return discover(Fetched(URL, URL, datetime.now(UTC), 200, body=body.encode()))


def link(attributes: str) -> str:
    return f"<link rel=alternate type=application/rss+xml {attributes}>"


def test_a_feed_is_itself() -> None:
    assert found(RSS) == (Found(URL, "feed", "Herald news", "en"),)


def test_a_sitemap_is_one() -> None:
    assert [one.kind for one in found(SITEMAP)] == ["sitemap"]


def test_a_page_names_its_feeds() -> None:
    page = (
        "<title>x</title>" + link("href=/feed title=News") + link("href=//ru.herald.example/feed")
    )
    assert found(page) == (
        Found("https://herald.example/feed", "feed", "News"),
        Found("https://ru.herald.example/feed", "feed"),
    )


@pytest.mark.parametrize(
    "attributes",
    ["href=/comments/feed", "href=/feed title='Comments on A'", "", "href='http://[/'"],
)
def test_feeds_of_comments_and_broken_links_are_no_news(attributes: str) -> None:
    assert found("<title> The  Herald </title>" + link(attributes)) == (
        Found(URL, "page", "The Herald"),
    )


def test_a_feed_named_twice_is_found_once() -> None:
    assert len(found(link("href=/feed") * 2)) == 1
