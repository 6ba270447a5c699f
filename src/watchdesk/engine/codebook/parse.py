"""Turn what a YAML file says into one record of the codebook, or say which rule it breaks."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from typing import Any

from watchdesk.engine.codebook.schema import (
    KINDS,
    VOICES,
    EventType,
    Example,
    Pattern,
    Role,
    Term,
    Wording,
)
from watchdesk.engine.errors import CodebookError

Raw = dict[str, Any]
SHARED = ("frame", "only", "never", "must")
"""Fields that a Wording may give once for all its patterns."""


def event_type(name: str, raw: Raw) -> EventType:
    """Make one EventType of one file's content.

    Raises:
        CodebookError: a field is missing or unknown.
    """
    roles = raw.get("roles") or {}
    made = {
        role: Role(role, **lists(check(f"{name}: roles: {role}", Role, said or {}, ("name",))))
        for role, said in roles.items()
    }
    return EventType(**{**lists(check(name, EventType, raw)), "roles": made})


def term(name: str, raw: Raw) -> Term:
    """Make one Term of one file's content; raises like `event_type`."""
    said = check(name, Term, raw)
    words = {language: strings(w) for language, w in (raw.get("words") or {}).items()}
    articles = {country: strings(a) for country, a in (raw.get("articles") or {}).items()}
    return Term(**{**said, "words": words, "articles": articles})


def wording(name: str, raw: Raw) -> Wording:
    """Make one Wording of one file's content; raises like `event_type`."""
    shared = {key: raw[key] for key in SHARED if key in raw}
    said = check(name, Wording, {k: v for k, v in raw.items() if k not in SHARED})
    patterns = tuple(pattern(name, p, shared) for p in raw["patterns"])
    if len({p.id for p in patterns}) < len(patterns):
        raise CodebookError(name, "two patterns have one id")
    examples = tuple(Example(**check(f"{name}: example", Example, e)) for e in raw["examples"])
    return Wording(**{**said, "patterns": patterns, "examples": examples})


def pattern(name: str, raw: Raw, shared: Raw) -> Pattern:
    """Make one Pattern; what it says of its own goes before what the file says for all."""
    where = f"{name}: {raw.get('id', 'pattern without id')}"
    said = check(where, Pattern, raw)
    if said["kind"] not in KINDS or said.get("voice", "active") not in VOICES:
        raise CodebookError(where, f"kind is one of {sorted(KINDS)}, voice of {sorted(VOICES)}")
    if not said["words"]:
        raise CodebookError(where, "no words")
    common = {**shared, "frame": {}} if said["kind"] == "phrase" else shared
    maps = {k: tuples({**common.get(k, {}), **raw.get(k, {})}) for k in ("frame", "only", "never")}
    return Pattern(**{**lists(said), **maps, "must": strings(raw.get("must", shared.get("must")))})


def check(name: str, record: type, raw: Raw, given: tuple[str, ...] = ()) -> Raw:
    """Give the fields back if all that the record needs are there, and no other."""
    known = {f.name: f for f in fields(record) if f.name not in given}
    if not isinstance(raw, dict) or (unknown := raw.keys() - known.keys()):
        raise CodebookError(name, f"unknown field {min(unknown)!r}" if raw else "no fields")
    needed = {n for n, f in known.items() if f.default is MISSING and f.default_factory is MISSING}
    if missing := needed - raw.keys():
        raise CodebookError(name, f"field {min(missing)!r} is missing")
    return dict(raw)


def tuples(said: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {key: strings(value) for key, value in said.items()}


def strings(said: str | Iterable[Any] | None) -> tuple[str, ...]:
    """Give one word or a list of them as a tuple."""
    if said is None:
        return ()
    return (said,) if isinstance(said, str) else tuple(map(string, said))


def string(said: object) -> str:
    """Give a scalar as YAML writes it."""
    return str(said).lower() if isinstance(said, bool) else str(said)


def lists(said: Raw) -> Raw:
    """Turn every list into a tuple of strings."""
    return {key: strings(v) if isinstance(v, list) else v for key, v in said.items()}
