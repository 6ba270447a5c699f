"""Collect the people that reports name, with what each report tells of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from watchdesk.engine.identities.inflection import bears_base_forms
from watchdesk.engine.identities.names import fold, parse
from watchdesk.engine.identities.records import Person
from watchdesk.engine.records import Entity, Report

AGE_SLACK_YEARS = 1


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One person of one report; `ref` is "report#entity"."""

    ref: str
    name: str
    key: str
    person: Person
    published: date | None = None

    @property
    def report(self) -> str:
        """Give the report that tells of the person."""
        return self.ref.rpartition("#")[0]


def mentioned(reports: Iterable[Report], *, surface_forms: bool = False) -> Iterator[Mentioned]:
    """Give every person that a report calls by a name.

    With `surface_forms`, names of every language may be inflected, not only of those in which no
    base form is made on reading.
    """
    for report in reports:
        people = [e for e in report.entities if e.kind == "person" and parse(e.name)]
        keys = {e.id: fold(e.name) for e in people}
        for entity in people:
            company = frozenset(keys[e.id] for e in people if e.id != entity.id)
            ref = f"{report.id}#{entity.id}"
            person = describe(entity, report, company)
            if not surface_forms and bears_base_forms(report.article.language):
                person = replace(person, language=None)
            published = report.article.published
            yield Mentioned(ref, entity.name, keys[entity.id], person, day(published))


def day(moment: date | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


def describe(entity: Entity, report: Report, company: frozenset[str]) -> Person:
    """Give what the report tells of a person."""
    told = entity.attributes
    relevance = report.relevance
    return Person(
        id=f"{report.id}#{entity.id}",
        names=(entity.name,),
        countries=frozenset(relevance.countries if relevance else ()) | set(told.citizenship),
        occupations=frozenset(told.occupation) | set(told.person_kinds),
        affiliations=frozenset(told.affiliation),
        born=born(told.age, report),
        sex=told.sex,
        company=company,
        language=report.article.language,
    )


def born(age: int | None, report: Report) -> tuple[int, int] | None:
    """Give the years somebody of that age can be born in."""
    published = report.article.published
    if age is None or published is None:
        return None
    return (published.year - age - AGE_SLACK_YEARS, published.year - age)


def merged(id: str, people: Iterable[Person]) -> Person:
    """Give one person with all that is told of several; years of birth that clash are dropped."""
    listed = list(people)
    names: dict[str, None] = {}
    for person in listed:
        names.update(dict.fromkeys(person.names))
    return Person(
        id=id,
        names=tuple(names),
        kind=listed[0].kind,
        countries=frozenset().union(*(p.countries for p in listed)),
        occupations=frozenset().union(*(p.occupations for p in listed)),
        affiliations=frozenset().union(*(p.affiliations for p in listed)),
        born=overlap(p.born for p in listed if p.born),
        sex=next((p.sex for p in listed if p.sex), None),
        company=frozenset().union(*(p.company for p in listed)),
        language=language_of(listed),
    )


def overlap(ranges: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    listed = list(ranges)
    if not listed:
        return None
    low, high = max(r[0] for r in listed), min(r[1] for r in listed)
    return (min(low, high), max(low, high))


def language_of(people: Iterable[Person]) -> str | None:
    """Give the language in which all names may be inflected; None if any is a base form."""
    found = {p.language for p in people}
    return None if None in found else min((x for x in found if x), default=None)
