"""Links that look like headlines are found on a page without a feed, and nothing else."""

import pytest

from watchdesk.engine.errors import UnreadableFeed
from watchdesk.harvest.lists import MOST_LINKS, read_list

URL = "https://www.herald.example/news"


def links(html: str) -> dict[str, str]:
    return {item.url: item.title for item in read_list(html.encode(), URL).items}


def test_headlines_are_items_in_the_order_of_the_page() -> None:
    html = """<title>The
      Herald</title><a href="/2">Court frees a reporter on appeal</a>
      <a href="1#comments">Police raid the newsroom of a weekly</a>"""
    feed = read_list(html.encode(), URL)
    assert (feed.kind, feed.title) == ("page", "The Herald")
    assert [(item.url, item.title) for item in feed.items] == [
        ("https://www.herald.example/2", "Court frees a reporter on appeal"),
        ("https://www.herald.example/1", "Police raid the newsroom of a weekly"),
    ]


HEADLINE = "Court frees a reporter on appeal"


@pytest.mark.parametrize(
    "href",
    ["/", "/news", "https://www.herald.example/news/", "https://other.example/1", "mailto:a@b.example",
     "javascript:void(0)", "#top", "/report.pdf", "/photo.JPG", "ftp://herald.example/1", "http://[/1", ""],
)  # fmt: skip
def test_what_is_no_article_of_the_site_is_no_item(href: str) -> None:
    html = f'<a href="{href}">{HEADLINE}</a><a href="/1">{HEADLINE}</a>'
    assert list(links(html)) == ["https://www.herald.example/1"]


@pytest.mark.parametrize("title", ["Politics", "Read more", "About us", "", "12:30"])
def test_a_name_of_a_section_is_no_headline(title: str) -> None:
    assert list(links(f'<a href="/s">{title}</a><a href="/1">{HEADLINE}</a>')) == [
        "https://www.herald.example/1"
    ]


def test_a_picture_and_a_headline_of_one_article_are_one_item() -> None:
    html = f'<a href="/1?utm_source=x"><img></a><a href="/1">{HEADLINE}</a><a href="/1">More</a>'
    assert links(html) == {"https://www.herald.example/1": HEADLINE}


def test_another_host_of_the_site_belongs_to_it() -> None:
    assert list(links(f'<a href="https://ru.herald.example/1">{HEADLINE}</a>')) == [
        "https://ru.herald.example/1"
    ]


def test_headlines_in_other_scripts_and_charsets_are_found() -> None:
    html = '<meta charset=windows-1251><a href="/1">Суд освободил журналиста под залог</a>'
    items = read_list(html.encode("cp1251"), URL, "text/html; charset=windows-1251").items
    assert items[0].title == "Суд освободил журналиста под залог"


def test_a_page_without_headlines_is_told() -> None:
    with pytest.raises(UnreadableFeed, match="no link on it looks like a headline"):
        links("<p>Soon here.")


def test_a_page_of_links_only_is_cut_short() -> None:
    html = "".join(f'<a href="/{n}">{HEADLINE} {n}</a>' for n in range(5000))
    assert len(links(html)) == MOST_LINKS
