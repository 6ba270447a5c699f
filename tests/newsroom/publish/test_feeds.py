import json

import feedparser

from tests.newsroom.publish.sample import NOW, post, site
from watchdesk.newsroom.publish.feeds import atom, json_feed


def test_a_feed_reader_finds_the_posts_in_the_atom_feed() -> None:
    found = feedparser.parse(atom(site(), site().posts, "/feed.atom"))
    assert not found.bozo
    assert found.feed.title == "Watchdog"
    assert len(found.entries) == 23
    first = found.entries[0]
    assert (first.title, first.link) == (
        "Party leader detained (0)",
        "http://127.0.0.1:8000/posts/post-0/",
    )
    assert first.published == NOW.isoformat()
    assert 'alt="A courthouse"' in first.content[0].value
    assert [t.term for t in first.tags] == ["Kazakhstan"]


def test_the_json_feed_has_what_version_1_1_requires() -> None:
    feed = json.loads(json_feed(site()))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert {i["id"] for i in feed["items"]} >= {"http://127.0.0.1:8000/posts/post-3/"}
    assert all(i["content_html"] and i["date_published"] for i in feed["items"])


def test_characters_that_xml_forbids_do_not_break_the_feed() -> None:
    found = feedparser.parse(atom(site(), [post(1, title="bell\x07 & <b>")], "/feed.atom"))
    assert not found.bozo
    assert found.entries[0].title_detail.value == "bell & <b>"
