"""The columns of reports in Parquet, derived from the records: nested, named as in JSON."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow

from watchdesk.engine.records import Report, Span

PLAIN = {
    str: pyarrow.string(),
    int: pyarrow.int64(),
    float: pyarrow.float64(),
    bool: pyarrow.bool_(),
    date: pyarrow.string(),
    Span: pyarrow.list_(pyarrow.int32()),
}


@cache
def schema() -> pyarrow.Schema:
    """Give the schema of a report; roles and codes are maps, dates ISO 8601 text."""
    names = get_type_hints(Report)
    return pyarrow.schema(
        [pyarrow.field("schema", pyarrow.string())]
        + [pyarrow.field(field.name, _type(names[field.name])) for field in fields(Report)]
    )


def _type(hint: Any) -> pyarrow.DataType:  # noqa: ANN401
    if hint in PLAIN:
        return PLAIN[hint]
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return pyarrow.struct([(field.name, _type(hints[field.name])) for field in fields(hint)])
    origin: Any = get_origin(hint)
    inner = get_args(hint)
    if origin is Literal:
        return pyarrow.string()
    if origin in (Union, UnionType):
        return _type(next(one for one in inner if one is not NoneType))
    if origin is tuple:
        return pyarrow.list_(_type(inner[0]))
    return pyarrow.map_(pyarrow.string(), _type(inner[1]))


def row(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Make a row of a report in JSON: maps become lists of pairs."""
    return {**raw, "events": [_event(event) for event in raw["events"]]}


def _event(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {**raw, "roles": list(raw["roles"].items()), "codes": list(raw["codes"].items())}
