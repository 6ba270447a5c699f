"""Render a Site: every page of the public tree as a path and its bytes."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from watchdesk.newsroom.publish.feeds import atom, json_feed
from watchdesk.newsroom.publish.records import (
    Site,
    SiteAlert,
    SiteCase,
    SiteJournalist,
    SitePost,
)
from watchdesk.newsroom.publish.sitemap import robots, sitemap
from watchdesk.newsroom.publish.wording import FILTERS, country, day

PER_PAGE = 10
BREAKING_HOURS = 48
"""How long an alert stands in the banner."""
MOST_ALERTS = 3
IN_PANEL = 8
MENU = (
    ("Latest", "/"),
    ("Journalists in Trouble", "/journalists-in-trouble/"),
    ("Cases", "/cases/"),
    ("Archive", "/archive/"),
    ("About this blog", "/about/"),
    ("Subscribe", "/subscribe/"),
)


@dataclass(frozen=True, slots=True)
class File:
    """One file of the public tree; `path` is relative, with forward slashes."""

    path: str
    body: bytes


@dataclass(frozen=True, slots=True)
class _Press:
    """The templates of one baking, with the names of the assets."""

    site: Site
    templates: Environment

    def page(self, path: str, template: str, **values: Any) -> File:  # noqa: ANN401
        """Render the page at an address that ends in a slash (or in .html)."""
        text = self.templates.get_template(template).render(
            site=self.site, path=path, menu=MENU, **values
        )
        name = path.lstrip("/") + ("" if path.endswith(".html") else "index.html")
        return File(name, text.encode())


def render(site: Site) -> Iterator[File]:
    """Yield every file of the site, pages and feeds and assets; nothing depends on the clock."""
    assets = {name: _hashed(name, body) for name, body in _asset_files()}
    press = _Press(site, _environment(assets))
    yield from (File(assets[name].lstrip("/"), body) for name, body in _asset_files())
    yield from _home(press)
    yield from _posts(press)
    yield from _cases(press)
    yield _journalists(press)
    yield from _days(press)
    yield from _countries(press)
    yield press.page("/about/", "about.html")
    yield press.page("/accessibility/", "accessibility.html")
    yield press.page("/subscribe/", "subscribe.html", countries=_countries_of(site))
    yield press.page("/404.html", "missing.html")
    yield from _machine_files(site)


def _environment(assets: dict[str, str]) -> Environment:
    environment = Environment(
        loader=PackageLoader("watchdesk.newsroom.publish"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= FILTERS
    environment.globals["asset"] = assets.__getitem__
    return environment


def _asset_files() -> list[tuple[str, bytes]]:
    folder = files("watchdesk.newsroom.publish") / "static"
    return sorted((f.name, f.read_bytes()) for f in folder.iterdir())


def _hashed(name: str, body: bytes) -> str:
    """Name an asset after its content, so that it may be cached for ever."""
    stem, suffix = name.rsplit(".", maxsplit=1)
    return f"/static/{stem}.{sha256(body).hexdigest()[:10]}.{suffix}"


def _home(press: _Press) -> Iterator[File]:
    site = press.site
    pages = [site.posts[i : i + PER_PAGE] for i in range(0, len(site.posts), PER_PAGE)] or [()]
    cases = sorted(site.cases, key=lambda c: c.updated_at, reverse=True)
    for number, posts in enumerate(pages, start=1):
        yield press.page(
            "/" if number == 1 else f"/page/{number}/",
            "home.html",
            number=number,
            posts=posts,
            alerts=_breaking(site),
            next_path=f"/page/{number + 1}/" if number < len(pages) else None,
            journalists=site.journalists[:IN_PANEL],
            cases=cases[:IN_PANEL],
        )


def _breaking(site: Site) -> list[SiteAlert]:
    """Give the alerts of the banner: those of the last hours before the newest thing published."""
    moments = [p.published_at for p in site.posts] + [a.published_at for a in site.alerts]
    if not moments:
        return []
    newest = max(moments)
    recent = [
        a for a in site.alerts if (newest - a.published_at).total_seconds() <= BREAKING_HOURS * 3600
    ]
    return recent[:MOST_ALERTS]


def _posts(press: _Press) -> Iterator[File]:
    return (press.page(f"/posts/{p.slug}/", "post.html", post=p) for p in press.site.posts)


def _cases(press: _Press) -> Iterator[File]:
    yield press.page("/cases/", "cases.html")
    for case in press.site.cases:
        yield press.page(f"/cases/{case.slug}/", "case.html", case=case)


def _journalists(press: _Press) -> File:
    def place(row: SiteJournalist) -> tuple[bool, str]:
        return (row.country is None, country(row.country or ""))

    rows = sorted(press.site.journalists, key=place)
    groups = [(code, list(group)) for code, group in groupby(rows, key=lambda r: r.country)]
    return press.page("/journalists-in-trouble/", "journalists.html", groups=groups)


def _days(press: _Press) -> Iterator[File]:
    """Yield a page for each day with a post or an alert, and the archive that lists them."""
    posts: dict[date, list[SitePost]] = defaultdict(list)
    alerts: dict[date, list[SiteAlert]] = defaultdict(list)
    for post in press.site.posts:
        posts[post.published_at.date()].append(post)
    for alert in press.site.alerts:
        alerts[alert.published_at.date()].append(alert)
    ordered = sorted(posts.keys() | alerts.keys())
    for i, when in enumerate(ordered):
        yield press.page(
            f"/{when:%Y/%m/%d}/",
            "listing.html",
            heading=day(when),
            posts=posts[when],
            alerts=alerts[when],
            cases=(),
            before=f"/{ordered[i - 1]:%Y/%m/%d}/" if i else None,
            after=f"/{ordered[i + 1]:%Y/%m/%d}/" if i + 1 < len(ordered) else None,
        )
    months: dict[str, list[tuple[date, int]]] = defaultdict(list)
    for when in reversed(ordered):
        months[day(when).split(maxsplit=1)[1]].append((when, len(posts[when])))
    yield press.page("/archive/", "archive.html", months=list(months.items()))


def _countries_of(site: Site) -> list[str]:
    codes = {code for post in site.posts for code in post.countries}
    codes |= {code for case in site.cases for code in case.countries}
    return sorted(codes, key=country)


def _countries(press: _Press) -> Iterator[File]:
    for code in _countries_of(press.site):
        posts = [p for p in press.site.posts if code in p.countries]
        cases: Sequence[SiteCase] = [c for c in press.site.cases if code in c.countries]
        yield press.page(
            f"/country/{code.lower()}/",
            "listing.html",
            heading=country(code),
            posts=posts,
            alerts=(),
            cases=cases,
            before=None,
            after=None,
        )
        path = f"/country/{code.lower()}/feed.atom"
        yield File(path[1:], atom(press.site, posts, path, country(code)))


def _machine_files(site: Site) -> Iterator[File]:
    yield File("feed.atom", atom(site, site.posts, "/feed.atom"))
    yield File("feed.json", json_feed(site))
    yield File("sitemap.xml", sitemap(site))
    yield File("robots.txt", robots(site))


def twice(found: Sequence[File]) -> list[str]:
    """Name the paths that two files claim; two posts must not share a slug."""
    return [path for path, n in Counter(f.path for f in found).items() if n > 1]
