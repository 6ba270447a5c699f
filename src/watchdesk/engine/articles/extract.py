"""From the bytes of a page to its article."""

from watchdesk.engine.articles.authors import byline_of
from watchdesk.engine.articles.body import text_of
from watchdesk.engine.articles.guard import check_text
from watchdesk.engine.articles.page import Page, parse
from watchdesk.engine.articles.pictures import pictures_of
from watchdesk.engine.articles.published import published_of
from watchdesk.engine.articles.title import title_of
from watchdesk.engine.records import Article, Capture
from watchdesk.engine.text.language import identify


def extract(capture: Capture) -> Article:
    """Read one page: its text without furniture, title, byline, date, language and pictures.

    `text` has paragraphs parted by one empty line; what the page does not tell is None.

    Raises:
        UnreadableArticle: it is empty, too large, hostile, no HTML, or holds no text.
    """
    page = parse(capture)
    title = title_of(page)
    text = check_text(text_of(page, title), capture.url)
    return Article(
        text=text,
        title=title,
        url=capture.url,
        byline=byline_of(page),
        published=published_of(page, capture.fetched_at),
        language=identify(f"{title}\n{text}", _claimed(page)),
        images=pictures_of(page),
    )


def _claimed(page: Page) -> str | None:
    """Give the language that the page claims to be in."""
    return page.tree.get("lang") or page.meta("og:locale", "language")
