"""The demo press holds what it promises, and marks itself as invented."""

import re
import unicodedata
from collections import Counter
from datetime import UTC, datetime

import pytest
from PIL import Image

from watchdesk.harvest.demo.press import DATA, DemoArticle, load

PRESS = load()
FIRST = datetime(2026, 1, 12, tzinfo=UTC)
LAST = datetime(2026, 2, 21, tzinfo=UTC)
ARTICLES = [pytest.param(article, id=article.id) for article in PRESS.articles]
COPIES = [a for a in PRESS.articles if a.copy_of]


def text(article: DemoArticle) -> str:
    last = article.versions[-1]
    return "\n\n".join((last.title, *last.paragraphs))


def script(letter: str) -> str:
    return unicodedata.name(letter).split()[0]


def test_there_are_many_outlets_of_every_kind() -> None:
    assert len(PRESS.outlets) >= 6
    kinds = {outlet.kind for outlet in PRESS.outlets.values()}
    assert kinds == {"independent", "state", "wire", "ngo", "official"}


def test_there_are_many_languages_and_scripts() -> None:
    scripts = {script(c) for a in PRESS.articles for c in a.versions[0].title if c.isalpha()}
    assert {"LATIN", "CYRILLIC", "ARABIC", "GEORGIAN"} <= scripts
    assert len({article.language for article in PRESS.articles}) >= 6


def test_most_articles_are_english_or_russian() -> None:
    by_language = Counter(article.language for article in PRESS.articles)
    assert by_language.total() >= 90
    assert by_language["en"] + by_language["ru"] >= 55


def test_every_outlet_says_in_its_own_script_that_it_is_invented() -> None:
    for outlet in PRESS.outlets.values():
        theirs = {script(c) for c in outlet.name if c.isalpha()}
        assert theirs & {script(c) for c in outlet.mark if c.isalpha()}, outlet.id


def test_every_outlet_feeds_and_pages_are_of_a_known_make() -> None:
    templates = {f.stem for f in (DATA.parent / "templates").iterdir()}
    for outlet in PRESS.outlets.values():
        assert f"page_{outlet.make}" in templates
        assert outlet.feed in {"rss", "rss_full", "atom", "news_sitemap", "list"}


@pytest.mark.parametrize("article", ARTICLES)
def test_an_article_lies_within_the_forty_days_and_its_versions_in_order(
    article: DemoArticle,
) -> None:
    times = [version.at for version in article.versions]
    assert FIRST <= times[0] <= times[-1] < LAST
    assert times == sorted(set(times))
    assert all(time.utcoffset() is not None for time in times)


@pytest.mark.parametrize("article", ARTICLES)
def test_no_word_mixes_scripts(article: DemoArticle) -> None:
    for word in re.findall(r"[^\W\d_]+", text(article)):
        letters = {script(c) for c in word if unicodedata.category(c) in {"Lu", "Ll", "Lo"}}
        assert len(letters) <= 1, word


def test_later_versions_change_something_and_say_what() -> None:
    changed = [a for a in PRESS.articles if len(a.versions) > 1]
    assert len(changed) >= 4
    for article in changed:
        first, last = article.versions[0], article.versions[-1]
        assert (first.title, first.paragraphs) != (last.title, last.paragraphs)
        assert last.note


@pytest.mark.parametrize("copy", [pytest.param(a, id=a.id) for a in COPIES])
def test_a_wire_copy_is_nearly_its_original_and_credits_it(copy: DemoArticle) -> None:
    original = next(a for a in PRESS.articles if a.id == copy.copy_of)
    assert original.outlet.kind == "wire"
    assert copy.published > original.published
    mine, theirs = (set(text(a).split()) for a in (copy, original))
    assert 0.7 < len(mine & theirs) / len(mine) < 1
    assert re.search("Caspian Line|Каспийск", f"{copy.byline} {text(copy)}")


def test_pictures_are_small_of_one_size_and_described() -> None:
    files = sorted((DATA / "pictures").glob("*.jpg"))
    assert {file.stem for file in files} == set(PRESS.alts)
    assert len(files) >= 16
    for file in files:
        assert file.stat().st_size <= 60_000, file.name
        with Image.open(file) as picture:
            assert picture.size == (1200, 800)
        assert PRESS.alts[file.stem].startswith("Drawing: ")


def test_every_picture_of_an_article_exists_and_has_caption_and_credit() -> None:
    shown = [a.picture for a in PRESS.articles if a.picture]
    assert len(shown) >= 40
    for picture in shown:
        assert all((picture.alt, picture.caption, picture.credit))


def test_a_version_is_the_one_that_stood_at_the_time() -> None:
    raid = next(a for a in PRESS.articles if a.id == "caspian-line/02-bishkek-newsroom-raid")
    assert raid.version(datetime(2026, 1, 20, 9, 0, tzinfo=UTC)) is None
    assert raid.version(datetime(2026, 1, 20, 12, 0, tzinfo=UTC)) == raid.versions[0]
    assert raid.version() == raid.versions[1]
