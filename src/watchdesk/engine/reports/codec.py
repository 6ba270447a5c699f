"""Turn frozen records into plain JSON values and back, by their type hints.

Dataclass <-> object, tuple <-> array, Span <-> [start, end], date and date-time <-> ISO 8601.
A key that is missing takes the field's default; a key that no field knows is left out, so that a
reader outlives the next version of a report.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from watchdesk.engine.records import Span

Json = Any
"""None, bool, int, float, str, list or dict of them."""
Hint = Any
"""A type, or what `typing` makes of types."""
T = TypeVar("T")
DATE_LENGTH = len("2020-02-21")


class Misfit(ValueError):
    """A value does not fit its field; `path` leads to it ("events[0].trigger")."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path or 'record'}: {why}")
        self.path = path
        self.why = why


def encode(value: object) -> Json:
    """Make JSON values of a record, or of anything a record may hold."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: encode(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [encode(one) for one in value]
    if isinstance(value, Mapping):
        return {key: encode(one) for key, one in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def decode(kind: type[T], raw: object) -> T:
    """Make a record of JSON values.

    Raises:
        Misfit: a value has another type than its field, or a field without default is missing.
    """
    hint: Hint = kind
    record: T = _decoder(hint)(raw, "")
    return record


Decoder = Callable[[object, str], Any]


@cache
def _decoder(kind: Hint) -> Decoder:
    """Build the function that reads values of one type."""
    if kind is Span:
        return _span
    if is_dataclass(kind) and isinstance(kind, type):
        return _record(kind)
    return _container(kind) or _scalar(kind)


def _container(kind: Hint) -> Decoder | None:
    origin: Hint = get_origin(kind)
    inner = get_args(kind)
    if origin in (Union, UnionType):
        return _optional(_decoder(next(one for one in inner if one is not NoneType)))
    if origin is tuple:
        return _many(_decoder(inner[0]))
    if origin in (dict, Mapping):
        return _mapping(_decoder(inner[1]))
    if origin is Literal:
        return _choice(frozenset(inner))
    return None


def _scalar(kind: Hint) -> Decoder:
    if kind is date:
        return _date
    accepted = (int, float) if kind is float else kind

    def read(raw: object, path: str) -> object:
        if not isinstance(raw, accepted) or (isinstance(raw, bool) and kind is not bool):
            raise Misfit(path, f"{raw!r:.60} is no {kind.__name__}")
        return float(raw) if kind is float else raw

    return read


def _record(kind: type[Any]) -> Decoder:
    hints = get_type_hints(kind)
    readers = [(field, _decoder(hints[field.name])) for field in fields(kind)]

    def read(raw: object, path: str) -> object:
        if not isinstance(raw, Mapping):
            raise Misfit(path, f"{raw!r:.60} is no object")
        for field, _ in readers:
            if field.name not in raw and _required(field):
                raise Misfit(_below(path, field.name), "missing")
        return kind(
            **{
                field.name: decoder(raw[field.name], _below(path, field.name))
                for field, decoder in readers
                if field.name in raw
            }
        )

    return read


def _required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _optional(inner: Decoder) -> Decoder:
    return lambda raw, path: None if raw is None else inner(raw, path)


def _many(inner: Decoder) -> Decoder:
    def read(raw: object, path: str) -> tuple[Any, ...]:
        if not isinstance(raw, list | tuple):
            raise Misfit(path, f"{raw!r:.60} is no array")
        return tuple(inner(one, f"{path}[{place}]") for place, one in enumerate(raw))

    return read


def _mapping(inner: Decoder) -> Decoder:
    def read(raw: object, path: str) -> dict[str, Any]:
        if not isinstance(raw, Mapping):
            raise Misfit(path, f"{raw!r:.60} is no object")
        return {str(key): inner(one, _below(path, str(key))) for key, one in raw.items()}

    return read


def _choice(values: frozenset[Any]) -> Decoder:
    def read(raw: object, path: str) -> object:
        if raw not in values:
            raise Misfit(path, f"{raw!r:.60} is none of {', '.join(sorted(map(str, values)))}")
        return raw

    return read


def _span(raw: object, path: str) -> Span:
    match raw:
        case [int(start), int(end)] if 0 <= start <= end:
            return Span(start, end)
        case _:
            raise Misfit(path, f"{raw!r:.60} is no [start, end)")


def _date(raw: object, path: str) -> date:
    """Read a date or a date-time; one without a zone is taken as UTC."""
    try:
        if not isinstance(raw, str):
            raise TypeError
        if len(raw) <= DATE_LENGTH:
            return date.fromisoformat(raw)
        moment = datetime.fromisoformat(raw)
    except (TypeError, ValueError) as error:
        raise Misfit(path, f"{raw!r:.60} is no ISO date") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
