"""What the demo press answers to a path: pages, feeds, pictures, robots.txt, as they stood then."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from watchdesk.harvest.demo import render
from watchdesk.harvest.demo.press import DemoArticle, Outlet, Press

ROBOTS = "User-agent: *\nDisallow: /mischief/forbidden\n"
"""All may be read but one path, which tests of robots.txt use."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of the server; `headers` come on top of those that every answer has."""

    status: int
    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)


NOT_FOUND = Answer(404, b"<!DOCTYPE html><title>404</title><h1>404 Not found</h1>")


@dataclass(frozen=True, slots=True)
class Site:
    """The press, the address it is served at, and the time it shows (None: after the last day)."""

    press: Press
    root: str
    as_of: datetime | None = None


def _index(site: Site) -> Answer:
    rows = "".join(
        f'<li><a href="{site.root}/{o.id}/">{o.name}</a> ({o.kind}, {o.language}): {o.mark}</li>'
        for o in site.press.outlets.values()
    )
    title = "Demo press: every outlet, person and event here is invented"
    html = (
        f"<!DOCTYPE html><meta charset=utf-8><title>{title}</title><h1>{title}</h1><ul>{rows}</ul>"
    )
    return Answer(200, html.encode())


def _stamped(body: bytes, content_type: str, modified: datetime | None) -> Answer:
    headers = {"ETag": f'"{hashlib.sha256(body).hexdigest()[:24]}"'}
    if modified:
        headers["Last-Modified"] = format_datetime(modified.astimezone(UTC), usegmt=True)
    return Answer(200, body, content_type, headers)


def _last_change(articles: tuple[DemoArticle, ...], as_of: datetime | None) -> datetime | None:
    versions = (article.version(as_of) for article in articles)
    return max((version.at for version in versions if version), default=None)


def _picture(name: str) -> Answer:
    file = render.picture_file(name.removesuffix(".jpg"))
    if not name.endswith(".jpg") or "/" in name or not file.is_file():
        return NOT_FOUND
    return _stamped(file.read_bytes(), "image/jpeg", None)


def _article(site: Site, path: str) -> Answer:
    article = site.press.by_path().get(path)
    version = article.version(site.as_of) if article else None
    if not article or not version:
        return NOT_FOUND
    body = render.page(site.press, article, version, site.root)
    return _stamped(body, f"text/html; charset={article.outlet.encoding}", version.at)


def _of_outlet(site: Site, outlet: Outlet, rest: str) -> Answer:
    modified = _last_change(site.press.of(outlet.id, site.as_of), site.as_of)
    if rest == "":
        body = render.front(site.press, outlet, site.root, site.as_of)
        return _stamped(body, f"text/html; charset={outlet.encoding}", modified)
    if rest == feed_name(outlet):
        body = render.feed(site.press, outlet, site.root, site.as_of)
        kind = render.FEED_TYPES[outlet.feed]
        return _stamped(body, f"{kind}; charset={outlet.encoding}", modified)
    if rest.startswith("media/"):
        return _picture(rest.removeprefix("media/"))
    return _article(site, f"/{outlet.id}/{rest}")


def feed_name(outlet: Outlet) -> str:
    """Give the name of an outlet's feed below its prefix; "" where its list page is all it has."""
    names = {"list": "", "news_sitemap": "news-sitemap.xml"}
    return names.get(outlet.feed, "feed.xml")


def answer(site: Site, path: str) -> Answer:
    """Answer a GET of a path (without query)."""
    if path == "/":
        return _index(site)
    if path == "/robots.txt":
        return Answer(200, ROBOTS.encode(), "text/plain; charset=utf-8")
    outlet_id, _, rest = path.removeprefix("/").partition("/")
    outlet = site.press.outlets.get(outlet_id)
    return _of_outlet(site, outlet, rest) if outlet else NOT_FOUND


def unchanged(found: Answer, if_none_match: str | None, if_modified_since: str | None) -> bool:
    """Tell whether the asker has this answer already.

    Source: RFC 9110, 13.1: the tag outweighs the date.
    """
    if found.status != 200:  # noqa: PLR2004
        return False
    if if_none_match:
        return found.headers.get("ETag", "") in [t.strip() for t in if_none_match.split(",")]
    modified = found.headers.get("Last-Modified")
    if not if_modified_since or not modified:
        return False
    try:
        since = parsedate_to_datetime(if_modified_since)
    except ValueError:
        return False
    return parsedate_to_datetime(modified) <= since
