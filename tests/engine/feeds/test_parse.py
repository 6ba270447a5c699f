import gzip
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchdesk.engine.errors import UnreadableFeed
from watchdesk.engine.feeds.parse import parse
from watchdesk.engine.records import FeedItem, Image

URL = "https://news.example/feeds/all"
RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
  xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
  <title>Tribune &amp;amp; Times</title><link>https://news.example/</link>
  <language>ru-RU</language><ttl>30</ttl>
  <atom:link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>
  <item>
    <title>Reporter &lt;i&gt;freed&lt;/i&gt; &amp;amp; fined</title>
    <link>/2021/03/reporter</link>
    <guid isPermaLink="false">a-17</guid>
    <pubDate>Mon, 01 Mar 2021 10:00:00 +0300</pubDate>
    <dc:creator>Ann Roe</dc:creator>
    <description>&lt;p&gt;Freed.&lt;/p&gt;&lt;p&gt;Fined.&lt;/p&gt;</description>
    <content:encoded><![CDATA[<p onclick="steal()">Freed <script>steal()</script>
      <a href="/more">more</a></p>
      <figure><img src="/p/1.jpg" alt="x"><figcaption>At the court</figcaption></figure>]]>
    </content:encoded>
    <media:content url="https://news.example/p/2.jpg" medium="image">
      <media:description>In the yard</media:description><media:credit>Lee Doe</media:credit>
    </media:content>
    <enclosure url="/p/3.jpg" type="image/jpeg" length="1"/>
  </item>
  <item><title>No address</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk" xml:base="https://news.example/x/">
  <title>Tribune</title><link href="https://news.example/"/>
  <entry><title type="html">One &amp;amp; two</title>
    <link rel="enclosure" type="image/jpeg" href="p.jpg"/><link rel="alternate" href="one"/>
    <id>tag:1</id><published>2021-03-01T10:00:00+03:00</published>
    <updated>2021-03-02T10:00:00Z</updated>
    <author><name>Ann Roe</name></author><author><name>Lee Doe</name></author>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Words</p></div></content>
  </entry></feed>"""
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url><loc>https://news.example/1</loc><lastmod>2021-03-02</lastmod>
    <image:image><image:loc>https://news.example/p.jpg</image:loc>
      <image:title>Photo</image:title></image:image>
    <news:news><news:publication><news:name>Tribune</news:name>
      <news:language>ka</news:language></news:publication>
      <news:publication_date>2021-03-01T10:00:00+04:00</news:publication_date>
      <news:title>One &amp; two</news:title></news:news></url>
  <url><lastmod>2021-03-02</lastmod></url></urlset>"""


def item_of(text: str) -> FeedItem:
    return parse(text.encode(), URL).items[0]


def test_rss_tells_title_address_dates_words_and_pictures() -> None:
    feed = parse(RSS.encode(), URL)
    assert (feed.kind, feed.title, feed.language) == ("rss", "Tribune & Times", "ru-RU")
    assert (feed.ttl_seconds, feed.hub_url) == (1800, "https://hub.example/?a=1&b=2")
    item = feed.items[0]
    assert (item.title, item.id, item.authors) == ("Reporter freed & fined", "a-17", ("Ann Roe",))
    assert item.url == "https://news.example/2021/03/reporter"
    assert item.published == datetime(2021, 3, 1, 7, tzinfo=UTC)
    assert item.summary == "Freed. Fined."
    assert item.images == (
        Image("https://news.example/p/2.jpg", "In the yard", "Lee Doe"),
        Image("https://news.example/p/3.jpg"),
        Image("https://news.example/p/1.jpg", "At the court"),
    )


def test_a_body_keeps_its_words_and_loses_what_runs() -> None:
    body = item_of(RSS).content_html or ""
    assert "steal" not in body
    assert 'href="https://news.example/more"' in body


def test_an_item_without_address_is_counted() -> None:
    assert parse(RSS.encode(), URL).unaddressed == 1


def test_atom_resolves_its_bases_and_keeps_every_author() -> None:
    item = item_of(ATOM)
    assert (item.url, item.title) == ("https://news.example/x/one", "One & two")
    assert item.authors == ("Ann Roe", "Lee Doe")
    assert item.published == datetime(2021, 3, 1, 7, tzinfo=UTC)
    assert item.updated == datetime(2021, 3, 2, 10, tzinfo=UTC)
    assert item.images == (Image("https://news.example/x/p.jpg"),)
    assert "<p>Words</p>" in (item.content_html or "")


def test_a_news_sitemap_has_titles_and_dates() -> None:
    feed = parse(NEWS.encode(), URL)
    assert (feed.kind, feed.title, feed.language, feed.unaddressed) == (
        "sitemap",
        "Tribune",
        "ka",
        1,
    )
    assert feed.items[0] == FeedItem(
        "https://news.example/1",
        "One & two",
        published=datetime(2021, 3, 1, 6, tzinfo=UTC),
        updated=datetime(2021, 3, 2, tzinfo=UTC),
        language="ka",
        images=(Image("https://news.example/p.jpg", "Photo"),),
    )


def test_a_sitemap_index_names_further_sitemaps() -> None:
    feed = parse(b"<sitemapindex><sitemap><loc>/s1.xml</loc></sitemap></sitemapindex>", URL)
    assert (feed.kind, feed.sitemaps) == ("sitemap_index", ("https://news.example/s1.xml",))


def test_a_list_of_addresses_is_a_sitemap() -> None:
    feed = parse(b"https://news.example/1\nhttps://news.example/2\n", URL)
    assert [item.url for item in feed.items] == ["https://news.example/1", "https://news.example/2"]


def test_json_feed_is_read() -> None:
    feed = parse(
        b"""{"version": "https://jsonfeed.org/version/1.1", "title": "Tribune",
        "home_page_url": "https://news.example/", "language": "fa",
        "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
        "items": [{"id": 7, "url": "/7", "title": "Seven", "content_html": "<p>Words</p>",
        "date_published": "2021-03-01T10:00:00+03:30", "authors": [{"name": "Ann Roe"}],
        "image": "/p.jpg"}, {"id": "x"}, "junk"]}""",
        URL,
    )
    assert (feed.kind, feed.language, feed.hub_url, feed.unaddressed) == (
        "json", "fa", "https://hub.example/", 2,
    )  # fmt: skip
    item = feed.items[0]
    assert (item.id, item.url, item.summary) == ("7", "https://news.example/7", "Words")
    assert item.published == datetime(2021, 3, 1, 6, 30, tzinfo=UTC)
    assert item.images == (Image("https://news.example/p.jpg"),)


def test_what_is_told_twice_is_one_item() -> None:
    twice = RSS.replace(
        "</channel>", RSS[RSS.index("<item>") : RSS.index("</channel>")] + "</channel>"
    )
    assert len(parse(twice.encode(), URL).items) == 1


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    assert item_of(RSS[: RSS.index("<item><title>No")]).id == "a-17"
    assert parse(NEWS[: NEWS.index("<url><lastmod>")].encode(), URL).items[0].title == "One & two"


@pytest.mark.parametrize("charset", ["windows-1251", "utf-16", "utf-8-sig"])
def test_older_charsets_are_read(charset: str) -> None:
    name = "utf-8" if charset == "utf-8-sig" else charset
    text = f"""<?xml version="1.0" encoding="{name}"?><rss version="2.0"><channel><title>Суд</title>
    <item><title>Журналиста отпустили</title><link>/1</link></item></channel></rss>"""
    feed = parse(text.encode(charset), URL)
    assert (feed.title, feed.items[0].title) == ("Суд", "Журналиста отпустили")


def test_a_sitemap_kept_as_gzip_is_unpacked() -> None:
    assert parse(gzip.compress(NEWS.encode(), mtime=0), URL).items[0].title == "One & two"


def test_named_characters_and_bare_ampersands_do_not_cut_a_title() -> None:
    text = RSS.replace("Reporter", "Caf&eacute; R&D &nosuch; reporter")
    assert item_of(text).title == "Café R&D &nosuch; reporter freed & fined"


@pytest.mark.parametrize(
    "body, why",
    [
        (b"", "it is empty"),
        (b"  \n ", "it is empty"),
        (b"<!DOCTYPE html><html><body><p>404</p></body></html>", "it is an HTML page"),
        (b"<!-- x --><html lang='en'>", "it is an HTML page"),
        (b"<opml version='2.0'/>", "it is a list of feeds (OPML)"),
        (b"{}", "JSON without a list of items"),
        (b"{", "no JSON"),
        (b"[" * 100_000, "neither XML nor JSON"),
        (b'{"items": ' + b"[" * 100_000, "no JSON"),
        (b"<catalog><book/></catalog>", "no feed element"),
        (b"hello", "neither XML nor JSON"),
        (b"\x1f\x8bjunk", "broken gzip"),
        (gzip.compress(b"<rss>" + b" " * (17 << 20), mtime=0), "larger than 16 MB"),
        (b"<rss>" + b" " * (17 << 20), "larger than 16 MB"),
    ],
)
def test_what_is_no_feed_is_named_in_one_line(body: bytes, why: str) -> None:
    with pytest.raises(UnreadableFeed) as caught:
        parse(body, URL)
    assert caught.value.why.startswith(why)
    assert "\n" not in str(caught.value)


def hostile(item: str, prologue: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{prologue}<rss version="2.0"><channel><title>x</title>'
        f"<item><title>t</title><link>http://x.example/1</link>{item}</item></channel></rss>"
    ).encode()


BOMB = "".join(f'<!ENTITY l{n} "{(f"&l{n - 1};") * 10}">' for n in range(1, 10))
MANY = " ".join(f'a{n}="{n}"' for n in range(100_000))
HOSTILE = {
    "growing entities": hostile("<description>&l9;</description>", f'<!DOCTYPE r [<!ENTITY l0 "ha">{BOMB}]>'),
    "one long entity": hostile("<description>" + "&a;" * 20_000 + "</description>", f'<!DOCTYPE r [<!ENTITY a "{"A" * 100_000}">]>'),
    "a file as entity": hostile("<description>[&a;]</description>", '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>'),
    "deep tags": hostile("<description>" + "<a>" * 300_000 + "</description>"),
    "deep closed tags": hostile("<description>" + "<a>" * 300_000 + "</a>" * 300_000 + "</description>"),
    "deep escaped tags": hostile("<description>" + "&lt;div&gt;" * 300_000 + "</description>"),
    "many attributes": hostile(f"<description><a {MANY}/></description>"),
    "many escaped attributes": hostile(f"<description>&lt;a {MANY}&gt;</description>"),
    "long white space": hostile("<description>" + " " * 5_000_000 + "</description>"),
    "ampersands": hostile("<description>" + "&" * 1_000_000 + "</description>"),
    "opened items": b"<rss><channel>" + b"<item>" * 200_000,
    "deep sitemap": b"<urlset>" + b"<url>" * 200_000,
    "subsets": b"<!DOCTYPE a [" * 20_000 + b"]>" * 20_000,
    "deep outline": b"<rss>" + b"<outline>" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_feed_costs_little_and_says_nothing_it_should_not(body: bytes) -> None:
    started = time.process_time()
    try:
        told = str(parse(body, URL))
    except UnreadableFeed as error:
        told = str(error)
    assert time.process_time() - started < 2
    assert "hahaha" not in told
    assert "AAAA" not in told


@given(
    st.binary(max_size=300)
    | st.text(alphabet="<>/&;rsitem!?\"'= \n[]", max_size=200).map(str.encode)
)
def test_any_bytes_are_a_feed_or_a_clear_error(body: bytes) -> None:
    try:
        items = parse(body, URL).items
    except UnreadableFeed as error:
        items, told = (), str(error)
        assert URL in told
    assert all(item.url.startswith("http") for item in items)
