import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchdesk.engine.articles.extract import extract
from watchdesk.engine.errors import UnreadableArticle
from watchdesk.engine.records import Article, Capture, Image

URL = "https://tribune.example/2021/03/01/roe-freed"
BODY = """<p>A court in Ostrava freed the reporter Anna Roe on Monday after two months in custody,
her lawyer Lee Doe said. She had been charged with insulting an official in a blog post.</p>
<p>“I will go on writing,” Roe told reporters outside the court. About 40 people had come to
greet her; the police watched from the other side of the street and detained nobody.</p>
<p>The prosecutor may appeal within ten days. Roe, 34, has worked for the Tribune since 2012
and was first summoned in November, when officers searched her flat and took two computers.</p>"""
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Court frees reporter Anna Roe | The Tribune</title>
<meta property="og:site_name" content="The Tribune">
<meta property="og:image" content="/img/court.jpg?w=1200">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
  {{"@type": "NewsArticle", "headline": "Court frees reporter Anna Roe",
    "datePublished": "2021-03-01T18:30:00+01:00",
    "author": [{{"@type": "Person", "name": "Jo Bloggs"}}, {{"@id": "#p2"}}],
    "publisher": {{"@type": "Organization", "name": "The Tribune"}}}},
  {{"@type": "Person", "@id": "#p2", "name": "Kim Pell"}}]}}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World news of the day</a></nav>
<article><h1>Court frees reporter Anna Roe</h1>
<figure><img src="/img/court.jpg" width="900"><figcaption>Roe outside the court.
<span class="credit">Photo: Sam Poe</span></figcaption></figure>
{BODY}
<p>Read more: <a href="/2021/02/roe">Roe's case in dates and pictures</a></p>
<p><a href="/2021/02/other">Another reporter is fined in Brno</a></p>
<h3>Related articles</h3><ul><li><a href="/x">One more thing that happened</a></li></ul>
</article><footer>© The Tribune</footer></body></html>"""


def article(page: str, **more: datetime) -> Article:
    return extract(Capture(URL, page.encode(), **more))


def test_a_page_tells_text_title_byline_date_and_language() -> None:
    found = article(PAGE)
    assert found.title == "Court frees reporter Anna Roe"
    assert found.byline == "Jo Bloggs, Kim Pell"
    assert found.published == datetime.fromisoformat("2021-03-01T18:30:00+01:00")
    assert (found.language, found.url) == ("en", URL)
    assert len(found.text.split("\n\n")) == 3
    assert found.text.startswith("A court in Ostrava freed")
    assert found.text.endswith("took two computers.")


def test_furniture_and_the_title_are_no_part_of_the_text() -> None:
    text = article(PAGE).text
    for words in ("Read more", "Another reporter", "Related", "©", "Home", "Court frees", "Photo"):
        assert words not in text


def test_pictures_come_with_caption_and_credit_and_each_once() -> None:
    assert article(PAGE).images == (
        Image("https://tribune.example/img/court.jpg?w=1200", "Roe outside the court.", "Sam Poe"),
    )


def test_what_a_page_does_not_tell_stays_open() -> None:
    page = f"<html><body><article>{BODY}</article></body></html>"
    found = extract(Capture("https://tribune.example/roe", page.encode()))
    assert (found.title, found.byline, found.published, found.images) == ("", None, None, ())


def test_a_title_loses_the_outlet_and_a_heading_its_kicker() -> None:
    page = (
        f"<html><head><title>Court frees Roe - The Tribune</title></head><body>{BODY}</body></html>"
    )
    assert article(page).title == "Court frees Roe"
    kicked = PAGE.replace("<h1>", "<h1>Press freedom: ")
    assert article(kicked).title == "Court frees reporter Anna Roe"
    blog = PAGE.replace("<article><h1>", "<h1>The Tribune</h1><article><h2>").replace(
        "</h1>\n<fig", "</h2>\n<fig"
    )
    assert article(blog).title == "Court frees reporter Anna Roe"


def test_the_outlet_and_the_administrator_sign_nothing() -> None:
    nameless = f"""<html><head><meta name="author" content="admin">
      <meta property="og:site_name" content="Tribune"><script type="application/ld+json">
      {{"@type": "NewsArticle", "author": "Tribune"}}</script></head><body>{BODY}</body></html>"""
    assert article(nameless).byline is None


def test_a_date_in_utc_yields_to_the_day_in_the_address() -> None:
    late = PAGE.replace("2021-03-01T18:30:00+01:00", "2021-03-02T01:30:00Z")
    assert article(late).published == date(2021, 3, 1)


def test_no_article_was_published_after_it_was_seen() -> None:
    seen = datetime(2021, 2, 1, tzinfo=UTC)
    found = article(PAGE.replace("/2021/03/01/", "/"), fetched_at=seen).published
    assert found is None or found <= seen.date()


def test_the_body_that_json_ld_holds_completes_what_the_page_cuts() -> None:
    words = " ".join(
        f"It was the {n}th day of the trial, and the court heard a witness." for n in range(60)
    )
    cut = PAGE.replace(
        '"headline"', f'"articleBody": "A court in Ostrava freed Anna Roe. {words}", "headline"'
    )
    cut = cut.replace(
        BODY, "<p>A court in Ostrava freed Anna Roe. It was the 1th day of the trial.</p>"
    )
    assert "59th day" in article(cut).text


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-16"])
def test_older_charsets_are_read_by_header_or_meta(charset: str) -> None:
    body = (
        "<p>Суд освободил журналистку после двух месяцев под стражей, сообщил её адвокат.</p>" * 3
    )
    page = (
        f'<html><head><meta charset="{charset}"><title>Суд</title></head><body>{body}</body></html>'
    )
    found = extract(Capture(URL, page.encode(charset)))
    assert found.text.startswith("Суд освободил журналистку")
    assert found.language == "ru"


BOMBS = {
    "deep": "<div>" * 100_000,
    "not so deep": "<div>" * 5_000 + "x",
    "tables": "<table><tr><td>" * 5_000 + "x",
    "formatting": "<b><i><u><a>" * 9_000 + "x",
    "many attributes": "<p " + " ".join(f'a{n}="{n}"' for n in range(100_000)) + ">x",
    "many tags with many attributes": ("<p " + " ".join(f'a{n}="{n}"' for n in range(400)) + ">x") * 500,
    "wide": "<p>Hello world, some text here for you.</p>" * 100_000,
    "white space": "<p>" + " " * 5_000_000 + "x",
    "ampersands": "<p>" + "&" * 2_000_000,
    "open scripts": "<script>" * 30_000,
    "open comments": "<!--" * 30_000,
    "figures": "<p>" + "2020-01-0 " * 90_000,
    "one long word": "<p>" + "a" * 5_000_000,
    "bars in the title": "<title>" + "a | " * 200_000 + "</title><p>x",
    "photo photo": "<figure><img src=/a><figcaption>" + "Photo: " * 100_000 + "</figcaption></figure><p>x",
    "json": '<script type="application/ld+json">' + "[" * 200_000 + "</script><p>x",
}  # fmt: skip


@pytest.mark.parametrize("page", BOMBS.values(), ids=BOMBS.keys())
def test_a_hostile_page_costs_little(page: str) -> None:
    started = time.process_time()
    try:
        text = article(f"<html><body>{page}").text
    except UnreadableArticle as error:
        text = str(error)
        assert text.startswith(URL)
    assert time.process_time() - started < 2
    assert len(text) <= 1_000_000


@pytest.mark.parametrize(
    "body, why",
    [
        (b"", "it is empty"),
        (b" \n", "it is empty"),
        (b"x" * (11 << 20), "larger than 10 MB"),
        (b"<html><body></body></html>", "no text was found"),
    ],
)
def test_a_page_without_an_article_is_named_in_one_line(body: bytes, why: str) -> None:
    with pytest.raises(UnreadableArticle) as caught:
        extract(Capture(URL, body))
    assert (caught.value.url, caught.value.why) == (URL, why)


@given(
    st.binary(max_size=200)
    | st.text(alphabet='<>/pah1="scriptdv &;! \n', max_size=200).map(str.encode)
)
def test_any_bytes_are_an_article_or_a_clear_error(body: bytes) -> None:
    try:
        found = extract(Capture(URL, body)).text
    except UnreadableArticle as error:
        found = error.why
    assert found.strip() == found != ""
