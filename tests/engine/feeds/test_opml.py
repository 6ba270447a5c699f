import pytest

from watchdesk.engine.errors import UnreadableFeed
from watchdesk.engine.feeds.opml import Outline, read, write

OUTLINES = (
    Outline("https://a.example/feed", "A & B", "https://a.example/", "ru", ("Europe", "Minsk")),
    Outline("https://b.example/feed", "B", None, None, ("Europe",)),
    Outline("https://c.example/feed"),
)


def test_a_list_comes_back_as_it_was_written() -> None:
    back = read(write(OUTLINES))
    assert back[:2] == OUTLINES[:2]
    assert back[2].feed_url == "https://c.example/feed"


def test_names_of_attributes_may_be_written_in_any_case_and_a_feed_stands_once() -> None:
    body = b"""<opml><body><outline text="x"><outline XMLURL="http://a.example/f" text="A"/></outline>
      <outline xmlUrl="http://a.example/f"/><outline text="no feed"/>
      <outline xmlUrl="file:///etc/passwd"/></body></opml>"""
    assert read(body) == (Outline("http://a.example/f", "A", folders=("x",)),)


@pytest.mark.parametrize(
    "body, why",
    [
        (b"", "it is empty"),
        (b"<html></html>", "it is an HTML page"),
        (b"<rss/>", "its root is <rss>, not <opml>"),
        (b"<opml>", "broken XML"),
        (b"<opml><body>" + b"<outline>" * 40 + b"</outline>" * 40 + b"</body></opml>", "nested deeper"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_named(body: bytes, why: str) -> None:
    with pytest.raises(UnreadableFeed) as caught:
        read(body, "list.opml")
    assert caught.value.why.startswith(why)
