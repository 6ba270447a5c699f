"""Write cases as `watchdesk.case/1`, and read them back whole.

`case.schema.json` describes the JSON.  What a telling needs to be joined again stands under
`told_by`, so that a stored case can be linked with new reports without its articles.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from json import loads
from typing import Any

from watchdesk.engine.cases.order import in_order
from watchdesk.engine.cases.records import Act, Case, CasePerson, Party, Telling
from watchdesk.engine.cases.standing import standing
from watchdesk.engine.cases.values import settle
from watchdesk.engine.errors import UnreadableInput
from watchdesk.engine.records import Count, Place, Span

SCHEMA = "watchdesk.case/1"
Json = dict[str, Any]


@cache
def schema() -> Json:
    """Give the JSON Schema of a case."""
    found: Json = loads((files(__package__) / "case.schema.json").read_text("utf-8"))
    return found


def to_json(case: Case) -> Json:
    """Give a case as plain JSON values."""
    whole: Json = plain(case)
    acts = [act_to_json(act) for act in case.acts]
    return {"schema": SCHEMA, **whole, "acts": acts}


def act_to_json(act: Act) -> Json:
    """Give an act, with `told_by` in place of `tellings`."""
    whole: Json = plain(act)
    del whole["tellings"]
    return {
        **whole,
        "background": act.background,
        "told_by": [telling_to_json(t) for t in act.tellings],
    }


def telling_to_json(telling: Telling) -> Json:
    whole: Json = plain(telling)
    return {**whole, "source": telling.outlet or telling.url}


def plain(value: object) -> Any:  # noqa: ANN401  # JSON holds anything
    """Turn records, tuples, mappings and dates into JSON values."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [plain(v) for v in value]
    return value.isoformat() if isinstance(value, date) else value


def from_json(raw: Json) -> Case:
    """Read a case back from what `to_json` wrote.

    Raises:
        UnreadableInput: it is not a case of this schema, or lacks a field.
    """
    if raw.get("schema") != SCHEMA:
        raise UnreadableInput("case", f"schema is {raw.get('schema')!r}, not {SCHEMA!r}")
    try:
        return read_case(raw)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnreadableInput("case", f"{type(error).__name__}: {error}", raw.get("id")) from error


def read_case(raw: Json) -> Case:
    acts = in_order(settle(a["id"], tuple(map(telling, a["told_by"]))) for a in raw["acts"])
    people = tuple(CasePerson(**{**p, "names": tuple(p["names"])}) for p in raw["people"])
    as_of = date.fromisoformat(raw["as_of"]) if raw.get("as_of") else None
    return Case(
        id=raw["id"],
        title=raw["title"],
        acts=acts,
        people=people,
        places=tuple(Place(**p) for p in raw["places"]),
        reports=tuple(raw["reports"]),
        independent_sources=raw["independent_sources"],
        related=tuple(raw["related"]),
        because=tuple(raw["because"]),
        formerly=tuple(raw["formerly"]),
        as_of=as_of,
        **standing(people, acts, as_of),
    )


def telling(raw: Json) -> Telling:
    """Read one telling."""
    known = {f.name for f in fields(Telling)}
    values = {k: v for k, v in raw.items() if k in known}
    return Telling(
        **{
            **values,
            "roles": {r: tuple(Party(**p) for p in ps) for r, ps in raw["roles"].items()},
            "published": date.fromisoformat(raw["published"]) if raw["published"] else None,
            "place": Place(**raw["place"]) if raw["place"] else None,
            "counts": tuple(count(c) for c in raw["counts"]),
        }
    )


def count(raw: Json) -> Count:
    return Count(**{**raw, "span": Span(*raw["span"])})
