"""What runs in a worker: one item in, its report out.  Functions of a module, no state."""

from dataclasses import replace
from datetime import date

from watchdesk.engine import pipeline
from watchdesk.engine.articles.extract import extract
from watchdesk.engine.records import Article, Report
from watchdesk.harvest.archives.items import Item


def read(item: Item, published: date | None, language: str | None) -> Report:
    """Read one item; `published` and `language` stand in where it does not say.

    Raises:
        UnreadableArticle: its page holds no article.
    """
    article = _merged(extract(item.capture), item.told) if item.capture else item.told
    return pipeline.read(
        replace(
            article,
            published=article.published or published,
            language=item.told.language or language or article.language,
        )
    )


def _merged(found: Article, told: Article) -> Article:
    """Let what the record says stand before what its page says; a path is no address."""
    url = told.url or (found.url if "://" in (found.url or "") else None)
    return replace(
        found,
        id=told.id or found.id,
        url=url,
        title=told.title or found.title,
        byline=told.byline or found.byline,
        published=told.published or found.published,
        dateline_place=told.dateline_place,
        outlet=told.outlet,
    )


def prepare() -> None:
    """Load the codebook and the rooms; models of a language are loaded with its first article."""
    pipeline.read(Article("Police detained an activist in Minsk on Monday.", language="en"))
