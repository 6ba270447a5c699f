"""Take reports apart into tellings: one event of one report, with the ids of who it is about."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from watchdesk.engine.cases.records import Party, Telling
from watchdesk.engine.records import Entity, Event, Filler, Place, Report

PLACE_ROLES = ("place", "from", "to", "facility")


def tellings(reports: Iterable[Report]) -> Iterator[Telling]:
    """Give every event that concerns somebody's rights, as a telling.

    An event with `concern` false (a robber's arrest) is nobody's case and gives none.
    """
    for report in reports:
        entities = {e.id: e for e in report.entities}
        yield from (telling(report, e, entities) for e in report.events if e.concern)


def telling(report: Report, event: Event, entities: Mapping[str, Entity]) -> Telling:
    roles = {
        role: tuple(party(f, entities) for f in fillers)
        for role, fillers in sorted(event.roles.items())
        if fillers
    }
    article = report.article
    return Telling(
        report=report.id,
        event=event.id,
        type=event.type,
        roles=roles,
        date=event.date.edtf if event.date else None,
        published=as_date(article.published),
        place=place_of(event, entities),
        modality=event.modality,
        background=event.background,
        main=report.main_event == event.id,
        outlet=article.outlet,
        url=article.url,
        language=article.language,
        counts=event.counts,
        names=names(event, entities),
    )


def party(filler: Filler, entities: Mapping[str, Entity]) -> Party:
    """Give the filler's entity by key and name, or its words."""
    entity = entities.get(filler.entity or "")
    return Party(
        text=(entity.name if entity and entity.name else filler.text) or "",
        key=key_of(entity) if entity else None,
        kind=entity.kind if entity else None,
        code=filler.code,
        article=filler.article,
        sentence=filler.kind,
        length=filler.length,
    )


def key_of(entity: Entity) -> str | None:
    """Give the id of an entity across reports, or None where it has no name to follow.

    Without a key of its own, people and laws go by their names; a body does not, since "police" and
    "the court" are many.

    >>> key_of(Entity("n1", "person", "Jambolat  Mamai"))
    'person:jambolat mamai'
    """
    if entity.key or not entity.name or entity.kind in ("group", "organisation"):
        return entity.key
    return f"{entity.kind}:{plain(entity.name)}"


def plain(name: str) -> str:
    return re.sub(r"\s+", " ", name.casefold()).strip(" «»\"'“”.,")


def place_of(event: Event, entities: Mapping[str, Entity]) -> Place | None:
    """Give the most precise place that the event names."""
    fillers = [f for role in PLACE_ROLES for f in event.roles.get(role, ())]
    found = [e.place for f in fillers if (e := entities.get(f.entity or "")) and e.place]
    return max(found, key=detail, default=None)


def detail(place: Place) -> tuple[bool, bool, bool]:
    return (place.settlement is not None, place.admin1 is not None, place.country is not None)


def names(event: Event, entities: Mapping[str, Entity]) -> dict[str, str]:
    """Give the names of the event's people and bodies by key."""
    involved = [entities.get(f.entity or "") for fs in event.roles.values() for f in fs]
    return {key: e.name for e in involved if e and e.name and (key := key_of(e))}


def as_date(moment: date | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment
