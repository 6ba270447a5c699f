"""Render an outlet's pages, lists and feeds: the same article in pages of different make."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime as rfc822
from pathlib import Path
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from watchdesk.harvest.demo.press import DATA, DemoArticle, Outlet, Press, Version

RELATED = 3
"""How many earlier articles of the outlet a page links to."""

FEED_TEMPLATES: Mapping[str, str] = {
    "rss": "rss.xml",
    "rss_full": "rss.xml",
    "atom": "atom.xml",
    "news_sitemap": "news_sitemap.xml",
}
FEED_TYPES: Mapping[str, str] = {
    "rss": "application/rss+xml",
    "rss_full": "application/rss+xml",
    "atom": "application/atom+xml",
    "news_sitemap": "application/xml",
}

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    keep_trailing_newline=True,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a feed or list: an article in the version that stands."""

    article: DemoArticle
    version: Version
    url: str
    picture_url: str
    picture_bytes: int

    @property
    def rfc822(self) -> str:
        """Give the date of publication as RSS wants it."""
        return rfc822(self.article.published)

    @property
    def shown_date(self) -> str:
        """Give the date of publication as readers of the outlet see it."""
        return shown_date(self.article.published, self.article.language)


def shown_date(at: datetime, language: str) -> str:
    """Give a time in the words of a language.

    >>> shown_date(datetime(2026, 1, 16, 18, 5), "az")
    '16 yanvar 2026, 18:05'
    """
    locale = language.replace("-", "_")
    return f"{format_date(at, 'long', locale=locale)}, {at:%H:%M}"


def picture_url(article: DemoArticle, root: str) -> str:
    """Give the address of an article's lead picture, "" where it has none."""
    picture = article.picture
    return f"{root}/{article.outlet.id}/media/{picture.id}.jpg" if picture else ""


def picture_file(picture_id: str) -> Path:
    """Give the file of a picture."""
    return DATA / "pictures" / f"{picture_id}.jpg"


def _linked_data(article: DemoArticle, version: Version, root: str) -> dict[str, Any]:
    """Describe a page as schema.org's NewsArticle."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": version.title,
        "datePublished": article.published.isoformat(),
        "dateModified": version.at.isoformat(),
        "inLanguage": article.language,
        "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet.name},
        "mainEntityOfPage": f"{root}{article.path}",
    }
    if article.byline:
        data["author"] = [{"@type": "Person", "name": article.byline}]
    if article.picture:
        data["image"] = {
            "@type": "ImageObject",
            "url": picture_url(article, root),
            "caption": article.picture.caption,
            "creditText": article.picture.credit,
        }
    return data


def page(press: Press, article: DemoArticle, version: Version, root: str) -> bytes:
    """Render the page of an article; `root` is the server's address without a slash at its end."""
    outlet = article.outlet
    others = [a for a in press.of(outlet.id) if a.published < article.published]
    html = _templates.get_template(f"page_{outlet.make}.html").render(
        outlet=outlet,
        article=article,
        version=version,
        language=article.language,
        root=root,
        url=f"{root}{article.path}",
        picture=article.picture,
        picture_url=picture_url(article, root),
        shown_date=shown_date(article.published, article.language),
        linked_data=_linked_data(article, version, root),
        related=others[:RELATED],
    )
    return html.encode(outlet.encoding, "xmlcharrefreplace")


def _entries(press: Press, outlet: Outlet, root: str, as_of: datetime | None) -> list[Entry]:
    entries = []
    for article in press.of(outlet.id, as_of):
        version = article.version(as_of)
        if version:
            size = picture_file(article.picture.id).stat().st_size if article.picture else 0
            url = f"{root}{article.path}"
            entries.append(Entry(article, version, url, picture_url(article, root), size))
    return entries


def _listing(template: str, press: Press, outlet: Outlet, at: tuple[str, datetime | None]) -> bytes:
    root, as_of = at
    entries = _entries(press, outlet, root, as_of)
    updated = max((entry.version.at for entry in entries), default=None)
    text = _templates.get_template(template).render(
        outlet=outlet, entries=entries, root=root, updated=updated
    )
    return text.encode(outlet.encoding, "xmlcharrefreplace")


def feed(press: Press, outlet: Outlet, root: str, as_of: datetime | None = None) -> bytes:
    """Render an outlet's feed or news sitemap, the newest article first."""
    return _listing(FEED_TEMPLATES[outlet.feed], press, outlet, (root, as_of))


def front(press: Press, outlet: Outlet, root: str, as_of: datetime | None = None) -> bytes:
    """Render an outlet's list page, the newest article first."""
    return _listing("list.html", press, outlet, (root, as_of))
