"""Cases of the engine into rows, and back."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from anyascii import anyascii
from django.utils.text import slugify

from watchdesk.engine.cases.acts import Block, blocks
from watchdesk.engine.cases.convert import from_json, to_json
from watchdesk.engine.cases.edtf import FIRST, LAST, days
from watchdesk.engine.cases.records import Act, Case, Telling
from watchdesk.engine.cases.rules import load as load_rules
from watchdesk.newsroom.cases import models
from watchdesk.newsroom.common.fields import CODE_LENGTH, NAME_LENGTH
from watchdesk.newsroom.common.text import storable

SLUG_LENGTH = 60
TITLED = 3
"""People named in a title."""


def case_record(row: models.CaseRow) -> Case:
    """Give the case of a row, whole."""
    return from_json(row.document)


def case_fields(case: Case) -> dict[str, Any]:
    """Give what the row of a case says, but for its key and what editors decide."""
    spans = [span for act in case.acts if not act.background and (span := day_span(act))]
    return {
        "title": storable(title(case))[:NAME_LENGTH],
        "countries": countries(case),
        "first_day": min((first for first, _ in spans), default=None),
        "last_day": max((first for first, _ in spans), default=None),
        "independent_sources": case.independent_sources,
        "document": storable(to_json(case)),
    }


def title(case: Case) -> str:
    """Give a case the names of its people as the desk writes them, or the engine's title."""
    keys = [person.id for person in case.people]
    names = dict(models.Person.objects.filter(key__in=keys).values_list("key", "name"))
    named = [names[key] for key in keys if key in names]
    more = f" and {len(named) - TITLED} others" if len(named) > TITLED else ""
    return ", ".join(named[:TITLED]) + more if named else case.title


def open_title(case: Case) -> str:
    """Give the title of a case for its address; empty where a name in it is withheld."""
    keys = [person.id for person in case.people]
    hidden = models.Person.objects.filter(key__in=keys, withheld=True).exists()
    return "" if hidden else title(case)


def act_row(row: models.CaseRow, act: Act) -> models.ActRow:
    """Make the row of an act."""
    first, last = day_span(act) or (None, None)
    return models.ActRow(
        case=row,
        key=act.id,
        type=act.type,
        edtf=(act.date or "")[:CODE_LENGTH],
        first_day=first,
        last_day=last,
        country=(act.place.country or "")[:2] if act.place else "",
        modality=act.modality,
        background=act.background,
    )


def day_span(act: Act) -> tuple[date, date] | None:
    """Give first and last day of an act; None where it has no date that is closed on both sides."""
    found = days(act.date)
    if found is None or found.first == FIRST or found.last == LAST:
        return None
    return found.first, found.last


def countries(case: Case) -> list[str]:
    """Give the countries of a case's places, the most frequent of its acts first."""
    named = [act.place.country for act in case.acts if act.place and act.place.country]
    return sorted(set(named), key=lambda code: (-named.count(code), code))


def anchors(tellings: Iterable[Telling]) -> set[Block]:
    """Give what tellings hang on, shortened to what a row can hold."""
    rules = load_rules()
    found = {block for t in tellings for block in blocks(t, rules.of(t.type))}
    return {(kind, value[:NAME_LENGTH]) for kind, value in found}


def slug(title: str, key: str) -> str:
    """Make an address from a title, in Latin letters, told apart by the end of its key.

    An empty title gives an address that tells nothing.

    >>> slug("Арест Мамая", "c-0123456789ab")
    'arest-mamaya-6789ab'
    """
    words = slugify(anyascii(title))[:SLUG_LENGTH].strip("-") or "case"
    return f"{words}-{key[-6:]}"
