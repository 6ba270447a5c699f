import pytest

from watchdesk.engine.feeds.clean import absolute, images, plain, safe
from watchdesk.engine.records import Image

BASE = "https://news.example/a/"


@pytest.mark.parametrize(
    "markup",
    [
        "<script>steal()</script>ok",
        "<img src=x onerror=steal()>ok",
        "<a href='javascript:steal()'>ok</a>",
        "<svg><script>steal()</script></svg>ok",
        "<style>@import 'steal'</style>ok",
        "<form action='/steal'><input name=steal></form>ok",
        "<iframe src='https://steal.example'></iframe>ok",
        "<p style='background:url(steal)'>ok</p>",
        "<!-- steal -->ok",
        "<math><mtext><script>steal()</script></mtext></math>ok",
        "<div " + " ".join(f'steal{n}="{n}"' for n in range(2000)) + ">ok</div>",
    ],
)
def test_nothing_that_runs_calls_out_or_hides_survives(markup: str) -> None:
    assert "steal" not in (safe(markup, BASE) or "")
    assert "ok" in (safe(markup, BASE) or "")
    assert plain(markup) == "ok"


def test_links_become_absolute() -> None:
    assert 'href="https://news.example/a/b"' in (safe("<a href='b'>x</a>", BASE) or "")
    assert "href" not in (safe("<a href='b'>x</a>", "") or "")


def test_blocks_part_words() -> None:
    assert plain("<p>One</p><p>Two</p><li>Three<br/>Four") == "One Two Three Four"


def test_pictures_come_with_their_captions() -> None:
    markup = """<figure><img src='1.jpg'><figcaption>At <b>court</b></figcaption></figure>
      <img src='https://x.example/2.jpg?a=1&amp;b=2' alt='Yard'><img src='data:image/png;base64,x'>"""
    assert images(safe(markup, BASE)) == (
        Image("https://news.example/a/1.jpg", "At court"),
        Image("https://x.example/2.jpg?a=1&b=2", "Yard"),
    )


@pytest.mark.parametrize(
    "address", ["", " ", "mailto:a@x.example", "javascript:x", "ftp://x.example/", "http://[", None]
)
def test_an_address_that_cannot_be_fetched_is_none(address: str | None) -> None:
    assert absolute(address, BASE) is None
