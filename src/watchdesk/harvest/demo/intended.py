"""How the demo press is meant to be read: `data/intended.yaml`, as records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from watchdesk.harvest.demo.press import DATA, load

BACKGROUND_AFTER = timedelta(days=7)
"""An act that lies further back than this when an article retells it is background."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody the demo tells of, with every spelling used; `kind` is an entity kind."""

    id: str
    kind: str
    name: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IntendedAct:
    """What happened, once; `id` is `<case>/<act>`.  `target` is None where nobody is named."""

    id: str
    case: str
    type: str
    target: str | None
    actor: str | None
    date: str | None
    """EDTF."""
    modality: str
    country: str
    background: bool
    """True where every article that tells it looks back, whatever its date."""


@dataclass(frozen=True, slots=True)
class IntendedEvent:
    """An act as one article tells it; any of `modalities` is right.

    An `optional` one counts neither as missed nor as wrong.
    """

    act: IntendedAct
    modalities: tuple[str, ...]
    background: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class IntendedCase:
    """One affair; `states` gives person -> (state, since) on the last day of the demo."""

    id: str
    title: str
    country: str
    people: tuple[str, ...]
    acts: tuple[IntendedAct, ...]
    states: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class IntendedArticle:
    """One article: the case it belongs to (None: not relevant), the events it tells."""

    id: str
    case: str | None
    events: tuple[IntendedEvent, ...] = ()
    trap: str = ""
    """What may mislead a reader, in an article that is not relevant."""


@dataclass(frozen=True, slots=True)
class Intended:
    """The whole gold, by id."""

    who: Mapping[str, Who]
    cases: Mapping[str, IntendedCase]
    articles: Mapping[str, IntendedArticle]


def first_day(edtf: str) -> date:
    """Give the first day that a date of the demo's kinds (year, month, day) covers.

    >>> first_day("2023-02")
    datetime.date(2023, 2, 1)
    """
    year, *rest = (int(part) for part in edtf.split("-"))
    month, day = [*rest, 1, 1][:2]
    return date(year, month, day)


def last_day(edtf: str) -> date:
    """Give the last day that a date of the demo's kinds covers.

    >>> last_day("2024-12"), last_day("2019")
    (datetime.date(2024, 12, 31), datetime.date(2019, 12, 31))
    """
    first = first_day(edtf)
    parts = edtf.count("-")
    if parts == 0:
        return date(first.year, 12, 31)
    if parts == 1:
        return (first.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return first


def _edtf(value: object) -> str | None:
    """Give EDTF as text: YAML makes dates and numbers of some of it."""
    return None if value is None else str(value)


def _case(id: str, raw: Mapping[str, Any]) -> IntendedCase:
    acts = tuple(
        IntendedAct(
            id=f"{id}/{act}",
            case=id,
            type=told["type"],
            target=told["target"],
            actor=told.get("actor"),
            date=_edtf(told.get("date")),
            modality=told.get("modality", "asserted"),
            country=told.get("country", raw["country"]),
            background=told.get("background", False),
        )
        for act, told in raw["acts"].items()
    )
    states = {person: (state, str(since)) for person, (state, since) in raw["states"].items()}
    return IntendedCase(id, raw["title"], raw["country"], tuple(raw["people"]), acts, states)


def _event(told: str, case: IntendedCase, published: date) -> IntendedEvent:
    """Read "<act> [modality[/modality]] [maybe]"."""
    name, *rest = told.split()
    act = next(a for a in case.acts if a.id == f"{case.id}/{name}")
    optional = rest[-1:] == ["maybe"]
    modalities = tuple(rest[0].split("/")) if rest[: len(rest) - optional] else (act.modality,)
    old = bool(act.date) and published - last_day(act.date or "") > BACKGROUND_AFTER
    return IntendedEvent(act, modalities, act.background or old, optional)


@cache
def read(file: Path = DATA / "intended.yaml") -> Intended:
    """Read the intended reading."""
    raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    published = {article.id: article.published.date() for article in load().articles}
    who = {id: Who(id, w["kind"], w["name"], tuple(w["spellings"])) for id, w in raw["who"].items()}
    cases = {id: _case(id, told) for id, told in raw["cases"].items()}
    articles = {
        id: IntendedArticle(
            id,
            told["case"],
            tuple(_event(e, cases[told["case"]], published[id]) for e in told["events"]),
        )
        for id, told in raw["articles"].items()
    }
    noise = {id: IntendedArticle(id, None, trap=str(trap)) for id, trap in raw["noise"].items()}
    return Intended(who, cases, {**articles, **noise})
