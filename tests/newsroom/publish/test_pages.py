from html.parser import HTMLParser
from itertools import pairwise

from tests.newsroom.publish.sample import NOW, post, site
from watchdesk.newsroom.publish.pages import PER_PAGE, render
from watchdesk.newsroom.publish.records import SiteAlert


def pages(of=None) -> dict[str, str]:
    return {f.path: f.body.decode() for f in render(of or site())}


class Outline(HTMLParser):
    """Collects links, ids, sources and heading levels of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.loaded: list[str] = []
        self.headings: list[int] = []
        self.images: list[dict] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "a":
            self.links.append(values["href"])
        if "id" in values:
            self.ids.append(values["id"])
        if tag in {"script", "img"}:
            self.loaded.append(values["src"])
        if tag == "link" and values["rel"] in {"stylesheet", "icon"}:
            self.loaded.append(values["href"])
        if tag == "img":
            self.images.append(values)
        if tag in {"h1", "h2", "h3"}:
            self.headings.append(int(tag[1]))


def test_every_page_begins_with_the_accessibility_links() -> None:
    for path, html in pages().items():
        if path.endswith(".html"):
            assert Outline(html).links[:3] == ["#main", "#menu", "/accessibility/"], path


def test_every_inner_link_leads_to_a_file_or_an_id() -> None:
    tree = pages()
    for path, html in tree.items():
        if not path.endswith(".html"):
            continue
        outline = Outline(html)
        for link in outline.links:
            if link.startswith("#"):
                assert link[1:] in outline.ids, (path, link)
            elif link.startswith("/"):
                name = link.lstrip("/")
                assert (name + "index.html" if link.endswith("/") else name) in tree, (path, link)


def test_nothing_is_loaded_from_elsewhere() -> None:
    tree = pages()
    for path, html in tree.items():
        if path.endswith(".html"):
            for address in Outline(html).loaded:
                assert address.startswith("/"), (path, address)
                assert address.startswith("/media/") or address.lstrip("/") in tree


def test_each_page_has_one_main_heading_and_skips_no_level() -> None:
    for path, html in pages().items():
        if path.endswith(".html"):
            levels = Outline(html).headings
            if path != "index.html" and not path.startswith("page/"):
                assert levels.count(1) == 1, path
            assert all(b - a <= 1 for a, b in pairwise(levels)), (path, levels)


def test_posts_are_paged_and_load_more_is_a_link() -> None:
    tree = pages()
    assert 'href="/page/2/"' in tree["index.html"]
    assert 'id="load-more"' not in tree["page/3/index.html"]
    for number, expected in (("index.html", PER_PAGE), ("page/3/index.html", 3)):
        assert tree[number].count('<article class="card') == expected


def test_pictures_carry_alt_caption_and_credit() -> None:
    home = pages()["index.html"]
    assert Outline(home).images[0]["alt"] == "A courthouse"
    assert "The court, closed" in home
    assert "Drawing: desk" in home


def test_the_banner_shows_recent_alerts_only() -> None:
    home = pages()["index.html"]
    assert "Breaking News" in home
    assert "Court orders a release" in home
    assert "An old alert" not in home
    assert "Breaking News" not in pages()["page/2/index.html"]


def test_a_case_shows_states_reasons_doubts_and_both_sides_of_a_conflict() -> None:
    html = pages()["cases/askar/index.html"]
    for words in (
        "Detained",
        "since 19 February 2026 · 1 day in custody",
        "Detained, 19 February 2026",
        "(<bdi>Free Steppe</bdi>)",
        '<blockquote lang="kk" dir="auto">Оны түнде ұстады.</blockquote>',
        "1 more source",
        "Only one source tells of it.",
        "57 or more",
        "about 2023",
        "Date not known",
        '<span class="badge doubtful">alleged</span>',
        "from 2 independent sources",
    ):
        assert words in html, words


def test_the_day_archive_lists_posts_and_alerts_of_the_day() -> None:
    html = pages()["2026/02/20/index.html"]
    assert "Court orders a release" in html
    assert "Party leader detained (0)" in html
    assert "Party leader detained (22)" not in html
    assert 'href="/2026/02/19/"' in html


def test_hostile_words_are_escaped() -> None:
    bad = '<script>alert("x")</script>'
    tree = pages(site(posts=(post(1, title=bad),), alerts=(SiteAlert(bad, NOW),)))
    assert bad not in tree["index.html"]
    assert "&lt;script&gt;" in tree["index.html"]
    assert bad not in tree["feed.atom"]


def test_an_empty_site_says_so() -> None:
    tree = pages(site(posts=(), alerts=(), cases=(), journalists=()))
    assert "Nothing has been published yet." in tree["index.html"]
    assert "No case has been published yet." in tree["cases/index.html"]
