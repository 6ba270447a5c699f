"""Reads the files that say what is watched: `sources/<country>/<outlet>.yaml`, one outlet a file.

Strict: an unknown field, kind or language, or an address that the watch would not dial, is an error
that names file and field.  docs/reference/sources.md says what each field means.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, NoReturn, get_args

import yaml

from watchdesk.engine.errors import ForbiddenAddress, SourceError
from watchdesk.harvest.fetch.urls import parse
from watchdesk.harvest.store import Channel

FOLDER = Path(__file__).parent / "sources"
Kind = Literal["independent", "state", "wire", "ngo", "official"]
ChannelKind = Literal["feed", "sitemap", "page"]
KINDS: tuple[str, ...] = get_args(Kind)
CHANNEL_KINDS: tuple[str, ...] = get_args(ChannelKind)
LANGUAGES = frozenset(
    "en ru uk be ro hy az ka kk ky tg tk uz fa prs ps ur sq bs hr sr-Cyrl sr-Latn mk bg hu tt ba"
    " crh ce".split()
)
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
COUNTRY = re.compile(r"[A-Z]{2}")
OWN = "sources"
"""The folder within the data folder where a newsroom keeps source files of its own."""
INTERNATIONAL = "int"
"""The folder of sources that cover several countries; theirs stand in `covers`."""
FIELDS = frozenset("name kind owner languages home covers channels checked note ethics".split())
CHANNEL_FIELDS = frozenset({"url", "kind", "expected_per_week"})


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet, agency, court or organisation, and where it speaks.

    `country` is ISO 3166-1 alpha-2 (XK for Kosovo), None for an international one; `covers` names
    the countries it reports on.  `owner` is the group that owns it, by which independent sources
    are counted; `checked` the day somebody last saw its addresses answer, None for never.
    """

    id: str
    name: str
    kind: Kind
    country: str | None = None
    owner: str = ""
    languages: tuple[str, ...] = ()
    home_url: str | None = None
    covers: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    checked: date | None = None
    note: str = ""
    ethics: str = ""
    """What an editor must weigh before passing on what it says."""


def load(*folders: Path) -> tuple[Source, ...]:
    """Read all sources of the folders, by default those that ship with the package, by id.

    Raises:
        SourceError: a file breaks a rule, or two share an id.
    """
    sources: dict[str, Source] = {}
    for file in files(*(folders or (FOLDER,))):
        source = read(file)
        if source.id in sources:
            raise SourceError(str(file), f"another source has the id {source.id!r} already")
        sources[source.id] = source
    return tuple(sources[id] for id in sorted(sources))


def read(file: Path) -> Source:
    """Read one file; its name is the id, its folder the country.

    Raises:
        SourceError: it breaks a rule.
    """
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SourceError(str(file), f"not YAML: {' '.join(str(error).split())}") from error
    return Reader(str(file)).source(file.stem, file.parent.name, data)


def files(*folders: Path) -> list[Path]:
    """Name the source files of the folders, in order."""
    return sorted(file for folder in folders for file in folder.glob("*/*.yaml"))


class Reader:
    """Reads the fields of one file; every error names the file and the field."""

    def __init__(self, file: str) -> None:
        self.file = file

    def source(self, id: str, folder: str, data: object) -> Source:
        """Make a source of what a file holds."""
        fields = self._mapping("the file", data, FIELDS)
        if not ID.fullmatch(id):
            self._fail("its name", f"{id!r} is not in small letters, digits and hyphens")
        country = None if folder == INTERNATIONAL else self._country("its folder", folder.upper())
        return Source(
            id=id,
            name=self._text(fields, "name", needed=True),
            kind=self._one_of(fields, "kind", KINDS),  # type: ignore[arg-type]
            country=country,
            owner=self._text(fields, "owner"),
            languages=self._languages(fields),
            home_url=self._address("home", fields["home"]) if fields.get("home") else None,
            covers=self._covers(fields, country),
            channels=tuple(self._channels(id, fields)),
            checked=self._day(fields, "checked"),
            note=self._text(fields, "note"),
            ethics=self._text(fields, "ethics"),
        )

    def _channels(self, id: str, fields: Mapping[str, Any]) -> Iterator[Channel]:
        seen: set[str] = set()
        channels = self._list(fields, "channels")
        if not channels and not fields.get("note"):
            self._fail("channels", "none, and no note says why")
        for number, data in enumerate(channels, 1):
            where = f"channel {number}"
            channel = self._mapping(where, data, CHANNEL_FIELDS)
            url = self._address(f"{where}: url", channel.get("url"))
            if url in seen:
                self._fail(f"{where}: url", "stands there twice")
            seen.add(url)
            kind = self._one_of(channel, "kind", CHANNEL_KINDS, f"{where}: ")
            expected = channel.get("expected_per_week")
            if expected is not None and (not isinstance(expected, int) or expected < 0):
                self._fail(f"{where}: expected_per_week", f"{expected!r} is no number")
            yield Channel(id, url, kind, expected_per_week=expected)  # type: ignore[arg-type]

    def _covers(self, fields: Mapping[str, Any], country: str | None) -> tuple[str, ...]:
        covers = tuple(self._country("covers", value) for value in self._list(fields, "covers"))
        if not covers and country is None:
            self._fail("covers", "an international source names the countries it reports on")
        return covers or (country or "",)

    def _languages(self, fields: Mapping[str, Any]) -> tuple[str, ...]:
        languages = tuple(self._list(fields, "languages"))
        if not languages:
            self._fail("languages", "none")
        for language in languages:
            if language not in LANGUAGES:
                self._fail("languages", f"{language!r} is not a language of the vocabulary")
        return languages

    def _country(self, field: str, value: object) -> str:
        if not isinstance(value, str) or not COUNTRY.fullmatch(value):
            self._fail(field, f"{value!r} is no country code")
        return value

    def _address(self, field: str, value: object) -> str:
        if not isinstance(value, str):
            self._fail(field, f"{value!r} is no address")
        try:
            parse(value)
        except ForbiddenAddress as error:
            raise SourceError(self.file, f"{field}: {error}") from error
        return value

    def _day(self, fields: Mapping[str, Any], field: str) -> date | None:
        value = fields.get(field)
        if value is not None and type(value) is not date:
            self._fail(field, f"{value!r} is no day (write 2026-01-31, or null)")
        return value

    def _text(self, fields: Mapping[str, Any], field: str, *, needed: bool = False) -> str:
        value = fields.get(field) or ""
        if not isinstance(value, str):
            self._fail(field, f"{value!r} is no text")
        if needed and not value.strip():
            self._fail(field, "is missing")
        return " ".join(value.split())

    def _one_of(
        self, fields: Mapping[str, Any], field: str, allowed: tuple[str, ...], where: str = ""
    ) -> str:
        value = fields.get(field)
        if value not in allowed:
            self._fail(where + field, f"{value!r} is none of {', '.join(allowed)}")
        return str(value)

    def _list(self, fields: Mapping[str, Any], field: str) -> list[Any]:
        value = fields.get(field) or []
        if not isinstance(value, list):
            self._fail(field, f"{value!r} is no list")
        return value

    def _mapping(self, where: str, data: object, allowed: frozenset[str]) -> Mapping[str, Any]:
        if not isinstance(data, dict):
            self._fail(where, "holds no fields")
        for key in data:
            if key not in allowed:
                self._fail(str(key), f"no such field; there are {', '.join(sorted(allowed))}")
        return data

    def _fail(self, field: str, why: str) -> NoReturn:
        raise SourceError(self.file, f"{field}: {why}")
