"""What runs in a worker: reads hostile bytes with the engine.  Functions of a module, no state."""

from dataclasses import replace

from watchdesk.engine import pipeline
from watchdesk.engine.articles.extract import extract
from watchdesk.engine.duplicates.near import keys
from watchdesk.engine.errors import UnreadableArticle
from watchdesk.engine.feeds.parse import parse
from watchdesk.engine.records import Article, Capture, Feed
from watchdesk.harvest.readers import Read, Readers
from watchdesk.harvest.store import Page


def read_feed(body: bytes, url: str, content_type: str | None) -> Feed:
    """Read a feed or sitemap.

    Raises:
        UnreadableFeed: it is none.
    """
    return parse(body, url, content_type)


def read_page(page: Page, capture: Capture) -> Article:
    """Find the article in the page that an item announced, or else in what the feed told of it.

    Raises:
        UnreadableArticle: neither holds one.
    """
    return _told_by_feed(_article(page, capture), page)


def read_article(article: Article) -> Read:
    """Code an article, relevant or not."""
    report = pipeline.read(article)
    return Read(report.article, report, keys(report.article.text))


def prepare() -> None:
    """Load what reading needs, so that no page pays for it."""
    pipeline.read(Article("Полиция задержала активиста. Police detained an activist."))


def _article(page: Page, capture: Capture) -> Article:
    try:
        return extract(capture)
    except UnreadableArticle:
        if not page.item.content_html:
            raise
        body = f"<article>{page.item.content_html}</article>".encode()
        return extract(replace(capture, body=body, content_type="text/html; charset=utf-8"))


def _told_by_feed(article: Article, page: Page) -> Article:
    """Fill what the page does not say with what the feed said of it."""
    item = page.item
    return replace(
        article,
        url=article.url or page.url,
        title=article.title or item.title,
        byline=article.byline or ", ".join(item.authors) or None,
        published=article.published or item.published,
        language=article.language or item.language,
        images=article.images or item.images,
        outlet=page.source,
    )


ENGINE = Readers(read_feed, read_page, read_article, prepare=prepare)
