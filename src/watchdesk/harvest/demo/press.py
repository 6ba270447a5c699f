"""The demo press as data: invented outlets, their articles with every later version, pictures.

An article is one file, `data/articles/<outlet>/<nn-slug>.yaml`; its id is `<outlet>/<nn-slug>`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from watchdesk.harvest.source_files import Kind

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One invented outlet; `make` names the template of its pages, `feed` the kind of its feed."""

    id: str
    name: str
    mark: str
    """Says in the outlet's language that it is invented."""
    about: str
    language: str
    country: str
    city: str
    kind: Kind
    owner: str
    make: str
    feed: str
    encoding: str = "utf-8"
    covers: tuple[str, ...] = ()
    """Countries it writes about; empty: its own."""

    @property
    def direction(self) -> str:
        """Give the writing direction, "rtl" or "ltr"."""
        return "rtl" if self.language == "fa" else "ltr"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as an article shows it; `id` is its file in `data/pictures` without suffix."""

    id: str
    caption: str
    credit: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """What a page said from `at` on; `note` tells readers what was changed."""

    at: datetime
    title: str
    paragraphs: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class DemoArticle:
    """One page of an outlet.  `versions` run from the first to the last; there is at least one."""

    id: str
    outlet: Outlet
    language: str
    byline: str | None
    picture: Picture | None
    versions: tuple[Version, ...]
    copy_of: str | None = None
    """Id of the wire article that this one copies, with small edits."""

    @property
    def path(self) -> str:
        """Give the path of the page below the server's root."""
        outlet, slug = self.id.split("/")
        return f"/{outlet}/news/{slug}.html"

    @property
    def published(self) -> datetime:
        """Give when the first version appeared, in the outlet's own offset."""
        return self.versions[0].at

    def version(self, as_of: datetime | None = None) -> Version | None:
        """Give the version that stood at a time (None: the last); None before publication."""
        shown = [v for v in self.versions if as_of is None or v.at <= as_of]
        return shown[-1] if shown else None


@dataclass(frozen=True, slots=True)
class Press:
    """All outlets by id, and all articles in order of publication."""

    outlets: Mapping[str, Outlet]
    articles: tuple[DemoArticle, ...]
    alts: Mapping[str, str] = field(default_factory=dict)
    """Alternative text by picture id."""

    def of(self, outlet: str, as_of: datetime | None = None) -> tuple[DemoArticle, ...]:
        """Give what an outlet had published at a time, the newest first."""
        mine = (a for a in self.articles if a.outlet.id == outlet and a.version(as_of))
        return tuple(sorted(mine, key=lambda a: a.published, reverse=True))

    def by_path(self) -> dict[str, DemoArticle]:
        """Give the articles by the path of their page."""
        return {article.path: article for article in self.articles}


def _read(path: Path) -> Any:  # noqa: ANN401  (YAML)
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _paragraphs(body: str) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in body.split("\n\n"))
    return tuple(part for part in parts if part)


def _versions(raw: Mapping[str, Any]) -> tuple[Version, ...]:
    """Give first and later versions; an update names only what it changes, `add` appends."""
    versions = [Version(raw["published"], raw["title"], _paragraphs(raw["body"]))]
    for update in raw.get("updates", []):
        last = versions[-1]
        body = _paragraphs(update["body"]) if "body" in update else last.paragraphs
        body += _paragraphs(update.get("add", ""))
        title = update.get("title", last.title)
        versions.append(Version(update["at"], title, body, update.get("note", "")))
    return tuple(versions)


def _article(path: Path, outlet: Outlet, alts: Mapping[str, str]) -> DemoArticle:
    raw = _read(path)
    picture = raw.get("picture")
    return DemoArticle(
        id=f"{outlet.id}/{path.stem}",
        outlet=outlet,
        language=raw.get("language", outlet.language),
        byline=raw.get("byline"),
        picture=Picture(**picture, alt=alts.get(picture["id"], "")) if picture else None,
        versions=_versions(raw),
        copy_of=raw.get("copy_of"),
    )


@cache
def load(data: Path = DATA) -> Press:
    """Read the whole press from its files."""
    outlets = {
        raw["id"]: Outlet(**{**raw, "covers": tuple(raw.get("covers", ()))})
        for raw in _read(data / "outlets.yaml")
    }
    alts: dict[str, str] = _read(data / "pictures.yaml")
    articles = [
        _article(path, outlet, alts)
        for outlet in outlets.values()
        for path in sorted((data / "articles" / outlet.id).glob("*.yaml"))
    ]
    return Press(outlets, tuple(sorted(articles, key=lambda a: (a.published, a.id))), alts)
