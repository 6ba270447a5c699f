"""Short ways to build coded reports by hand."""

from datetime import date

from watchdesk.engine.records import (
    Article,
    DateMention,
    Entity,
    Event,
    Filler,
    Place,
    Report,
    Span,
)

AT = Span(0, 1)


def event(type: str, *targets: str, id: str = "e1", on: str | None = None, **more) -> Event:
    """Build an event; `more` holds fields of Event, and `roles` as {role: (Filler, ...)}."""
    roles = {"target": tuple(Filler(AT, entity=t) for t in targets)} if targets else {}
    roles |= more.pop("roles", {})
    when = DateMention(on, AT, on) if on else None
    return Event(
        id=id, type=type, trigger=AT, sentence=AT, rule="test", roles=roles, date=when, **more
    )


def report(
    id: str, published: str, people: dict[str, str], *events: Event, outlet: str | None = None
) -> Report:
    """Build a report; `people` maps entity ids to keys, which are their names as well."""
    entities = tuple(Entity(n, "person", key.title(), key) for n, key in people.items())
    article = Article("", published=date.fromisoformat(published), outlet=outlet or id)
    return Report(id, article, main_event=events[0].id, entities=entities, events=events)


def place(id: str, settlement: str, country: str = "KZ") -> Entity:
    where = Place(country=country, settlement=settlement, precision="settlement")
    return Entity(id, "place", settlement, place=where)


def coded(code: str | None = None, **more) -> Filler:
    return Filler(AT, code=code, **more)
