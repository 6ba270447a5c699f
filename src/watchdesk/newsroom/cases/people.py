"""Who is who across reports: names are matched by the engine, and what was said stands.

A mention that was once taken for a person stays with that person, so that linking a report twice
gives the same; editors move mentions (`services.part_people`) and merge people.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from django.db.models import Count

from watchdesk.engine.identities import records
from watchdesk.engine.identities.gather import mentioned, merged
from watchdesk.engine.identities.names import fold, parse
from watchdesk.engine.identities.people import resolve
from watchdesk.engine.records import Entity, Report
from watchdesk.newsroom.cases import models
from watchdesk.newsroom.common.codes import LANGUAGE
from watchdesk.newsroom.common.fields import CODE_LENGTH, NAME_LENGTH
from watchdesk.newsroom.common.text import storable

CANDIDATES = 40
"""People compared with the names of one report, those that share most sound codes first."""
FULL = 2
"""Words of a full name; a third adds nothing that a reader needs."""
Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Identified:
    """A report whose people carry the keys of the desk, and why; nothing is written yet."""

    report: Report
    because: Mapping[str, tuple[str, ...]]
    """Reasons by key."""
    asks: tuple[records.Join, ...] = ()
    """Pairs of keys that only an editor can decide."""


def identify(report: Report) -> Identified:
    """Give the people of a report their keys: those they had, else those the engine finds."""
    said = _said(report)
    known = tuple(person_record(row) for row in candidates(report, said.values()))
    found = resolve([report], records.KnownPeople(known, different=_apart(known)))
    taken = {person.id for person in known}
    named = [e for e in found.reports[0].entities if is_named(e)]
    keys = {e.id: _unused(e.key, taken) for e in named}
    keys |= {entity: person.key for entity, person in said.items()}
    by_node = {f"name:{fold(e.name)}": keys[e.id] or "" for e in named}
    entities = tuple(replace(e, key=keys.get(e.id, e.key)) for e in report.entities)
    because = {by_node.get(j.b, j.b): j.decision.reasons for j in found.joins}
    asks = tuple(
        replace(join, a=by_node.get(join.a, join.a), b=by_node.get(join.b, join.b))
        for join in found.asks
    )
    return Identified(replace(report, entities=entities), because, asks)


def remember(identified: Identified) -> None:
    """Write the people of a report, their spellings, and the questions left for an editor."""
    report = identified.report
    said = _said(report)
    told = {m.ref.rpartition("#")[2]: m.person for m in mentioned([report])}
    for entity in report.entities:
        if entity.id in told and entity.id not in said:
            because = identified.because.get(entity.key or "", ())
            _mention(report, entity, told[entity.id], because)
    touched = {entity.key for entity in report.entities if entity.key}
    for person in models.Person.objects.filter(key__in=touched):
        refresh(person)
    _ask(identified.asks)


def is_named(entity: Entity) -> bool:
    """Tell whether an entity is somebody whom a name can find again."""
    return entity.kind == "person" and bool(entity.name) and bool(parse(entity.name))


def candidates(report: Report, said: Iterable[models.Person]) -> list[models.Person]:
    """Give the people that the names of a report may mean, and those already said."""
    codes = {code for e in report.entities if is_named(e) for code in sound_codes(e.name)}
    rows = models.Person.objects.filter(merged_into=None, codes__code__in=codes)
    nearest = rows.annotate(shared=Count("codes")).order_by("-shared", "pk")[:CANDIDATES]
    return list({row.pk: row for row in (*said, *nearest)}.values())


def sound_codes(name: str) -> set[str]:
    """Give the sound codes of a name's words."""
    return {code[:CODE_LENGTH] for token in parse(name) for code in token.codes}


def person_record(row: models.Person) -> records.Person:
    """Give a person as the engine knows them."""
    return facts_record(row.key, row.facts)


def facts_record(key: str, facts: Facts) -> records.Person:
    """Read what `facts_json` wrote."""
    sets = {f.name for f in fields(records.Person) if str(f.type).startswith("frozenset")}
    read = {name: frozenset(v) if name in sets else v for name, v in facts.items()}
    born = tuple(facts["born"]) if facts.get("born") else None
    return records.Person(key, **read | {"names": tuple(facts["names"]), "born": born})


def facts_json(person: records.Person) -> Facts:
    """Write what is told of a person as JSON."""
    raw = {name: value for name, value in asdict(person).items() if name != "id"}
    return dict(storable({k: sorted(v) if isinstance(v, frozenset) else v for k, v in raw.items()}))


def refresh(person: models.Person) -> None:
    """Compute what is known of a person from all mentions that are theirs."""
    mentions = mentions_of(person)
    told = [facts_record(person.key, mention.facts) for mention in mentions]
    if told:
        whole = merged(person.key, told)
        person.facts = facts_json(whole)
        person.name = best_name(mentions)
        person.kinds = sorted({kind for mention in mentions for kind in mention.kinds})
        person.save(update_fields=["facts", "name", "kinds"])
    codes = {code for mention in mentions for code in sound_codes(mention.text)}
    person.codes.exclude(code__in=codes).delete()
    models.NameCode.objects.bulk_create(
        [models.NameCode(person=person, code=code) for code in sorted(codes)],
        ignore_conflicts=True,
    )


def best_name(mentions: Sequence[models.PersonMention]) -> str:
    """Give the name to show: one in the language of the site, the fullest, the commonest."""
    texts = [mention.text for mention in mentions]
    ours = {m.text for m in mentions if m.language == LANGUAGE}
    return max(
        dict.fromkeys(texts),
        key=lambda text: (text in ours, min(len(parse(text)), FULL), texts.count(text)),
    )


def mentions_of(person: models.Person) -> list[models.PersonMention]:
    """Give the mentions of a person and of everybody merged into them, in order of arrival."""
    rows = models.PersonMention.objects.filter(person__in=family(person))
    return list(rows.select_related("report__article__source").order_by("pk"))


def family(person: models.Person) -> list[models.Person]:
    """Give a person and everybody who turned out to be them."""
    found = [person]
    for one in found:
        found.extend(one.merged.all())
    return found


def head(person: models.Person) -> models.Person:
    """Give the person that somebody turned out to be."""
    while person.merged_into is not None:
        person = person.merged_into
    return person


def _said(report: Report) -> dict[str, models.Person]:
    """Give whom the entities of a report were taken for before, by entity."""
    mentions = models.PersonMention.objects.filter(report=int(report.id))
    return {m.entity: head(m.person) for m in mentions.select_related("person__merged_into")}


def _mention(report: Report, entity: Entity, told: records.Person, because: Iterable[str]) -> None:
    person, _ = models.Person.objects.get_or_create(
        key=entity.key, defaults={"name": storable(entity.name)[:NAME_LENGTH]}
    )
    models.PersonMention.objects.create(
        person=head(person),
        report_id=int(report.id),
        entity=entity.id,
        text=storable(entity.name)[:NAME_LENGTH],
        language=report.article.language or "",
        kinds=list(entity.attributes.person_kinds),
        facts=facts_json(told),
        because=list(because),
    )


def _ask(asks: Iterable[records.Join]) -> None:
    for join in asks:
        pair = models.Person.objects.filter(key__in=[join.a, join.b]).order_by("pk")
        if len(pair) == 2:  # noqa: PLR2004 - a pair
            values = {"score": join.decision.score, "reasons": list(join.decision.reasons)}
            one, other = pair
            models.PersonQuestion.objects.update_or_create(one=one, other=other, defaults=values)


def _apart(known: Iterable[records.Person]) -> frozenset[records.Pair]:
    keys = [person.id for person in known]
    decided = models.CaseDecision.objects.filter(
        kind=models.CaseDecisionKind.PART_PEOPLE, one__in=keys, other__in=keys
    )
    return frozenset(decided.values_list("one", "other"))


def _unused(key: str | None, taken: set[str]) -> str | None:
    """Tell a new person's key apart from that of somebody who was not even a candidate."""
    if key is None or key in taken:
        return key
    number, found = 1, key
    while models.Person.objects.filter(key=found).exists():
        number += 1
        found = f"{key}-{number}"
    return found
