"""Read golden streams: affairs as coded reports, one line each (tests/golden/streams/README.md)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from watchdesk.engine.records import (
    Article,
    Attributes,
    Count,
    DateMention,
    Entity,
    Event,
    Filler,
    Place,
    Report,
    Span,
)

FOLDER = Path(__file__).parents[2] / "golden" / "streams"
AT = Span(0, 1)
NAME = re.compile(r"(?:(\w):)?(\w+)=(.+?)(?: \((\d+)\))?$")
WORD = re.compile(r"in ([^@~=]+?,[A-Z]{2})|(\S+)")
KINDS = {"o": "organisation", "l": "legal_instrument", None: "person"}
FIRST_ROLE = {"law.change": "legal_instrument", "redress.account": "perpetrator"}
COUNTED = ("injured", "arrested", "killed")


@dataclass(frozen=True)
class Stream:
    """What is told, and what should come of it."""

    name: str
    as_of: date
    reports: tuple[Report, ...]
    people: dict[str, tuple[str, ...]]
    cases: dict[str, tuple[str, ...]]
    states: dict[str, str]
    outlets: dict[str, str] = field(default_factory=dict)


def streams() -> tuple[Stream, ...]:
    return tuple(read(path) for path in sorted(FOLDER.glob("*.yaml")))


def read(path: Path) -> Stream:
    raw = yaml.safe_load(path.read_text("utf-8"))
    tables = {key: {k: tuple(v) for k, v in raw[key].items()} for key in ("people", "cases")}
    reports = tuple(report(line) for line in raw["reports"])
    outlets = raw.get("outlets", {})
    return Stream(path.stem, raw["as_of"], reports, **tables, states=raw["states"], outlets=outlets)


def report(line: str) -> Report:
    id, published, outlet, language, names, told = (part.strip() for part in line.split(" | "))
    people = {e.id: e for e in map(entity, names.split("; ")) if e} if names != "-" else {}
    places: dict[str, Entity] = {}
    events = tuple(
        event(f"e{n}", text, people, places) for n, text in enumerate(told.split("; "), start=1)
    )
    article = Article("", published=date.fromisoformat(published), language=language, outlet=outlet)
    entities = (*people.values(), *places.values())
    return Report(id, article, main_event="e1", entities=entities, events=events)


def entity(text: str) -> Entity:
    kind, id, name, age = NAME.match(text).groups()
    attributes = Attributes(age=int(age) if age else None)
    return Entity(id, KINDS[kind], name, attributes=attributes)


def event(id: str, text: str, people: dict[str, Entity], places: dict[str, Entity]) -> Event:
    type, who, *rest = text.split(" ", 2)
    roles: dict[str, tuple[Filler, ...]] = {}
    targets = [Filler(AT, entity=w) for w in who.split(",") if w in people]
    if targets:
        roles[FIRST_ROLE.get(type, "target")] = tuple(targets)
    more: dict = {"modality": "asserted", "date": None, "background": False, "counts": ()}
    for where, word in WORD.findall(rest[0] if rest else ""):
        if where:
            roles["place"] = (Filler(AT, entity=place(where, places).id),)
        elif word.startswith("@"):
            more["date"] = DateMention(word[1:], AT, word[1:])
        elif word.startswith("~"):
            more["modality"] = word[1:]
        elif word == "bg":
            more["background"] = True
        elif word.split("=")[0] in COUNTED:
            more["counts"] += (count(*word.split("=")),)
        else:
            role, _, value = word.partition("=")
            roles[role] = (filler(role, value),)
    return Event(id=id, type=type, trigger=AT, sentence=AT, rule="golden", roles=roles, **more)


def filler(role: str, value: str) -> Filler:
    kind, _, length = value.partition(":")
    if role == "sentence":
        return Filler(AT, kind=kind, length=length or None)
    return Filler(AT, text=value, code=value)


def count(of: str, value: str) -> Count:
    low, dots, high = value.partition("..")
    return Count(
        of, int(low) if low else None, int(high) if high else (None if dots else int(low)), AT
    )


def place(text: str, places: dict[str, Entity]) -> Entity:
    settlement, country = text.rsplit(",", 1)
    where = Place(country=country, settlement=settlement, precision="settlement")
    return places.setdefault(text, Entity(f"p{len(places)}", "place", settlement, place=where))


def mentions(stream: Stream) -> Iterator[tuple[str, str]]:
    """Give (report#entity, person) for every spelling of every person."""
    for person, refs in stream.people.items():
        for ref in refs:
            report_id, _, entity_id = ref.rpartition(".")
            yield f"{report_id}#{entity_id}", person
