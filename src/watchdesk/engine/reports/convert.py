"""A report as JSON and back; `report.schema.json` says what a reader may expect."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from json import loads
from typing import Any

from watchdesk.engine.errors import UnreadableInput
from watchdesk.engine.records import Article, Filler, Report
from watchdesk.engine.reports.codec import Misfit, decode, encode

SCHEMA = "watchdesk.report/1"
KEYS_BY_ROLE = {
    "charge": ("code", "article"),
    "sentence": ("kind", "length"),
    "method": ("code",),
    "duration": ("length",),
}
"""Keys that a filler of that role always has; elsewhere a key without value is left out."""


def to_json(report: Report) -> dict[str, Any]:
    """Give a report as JSON values, in the order a person would read it."""
    raw: dict[str, Any] = {"schema": SCHEMA, **encode(report)}
    for event, written in zip(report.events, raw["events"], strict=True):
        written["roles"] = {
            role: [_filler(filler, KEYS_BY_ROLE.get(role, ())) for filler in fillers]
            for role, fillers in event.roles.items()
        }
    return raw


def _filler(filler: Filler, always: tuple[str, ...]) -> dict[str, Any]:
    raw = encode(filler)
    if not filler.text:
        del raw["text"]
    return {key: value for key, value in raw.items() if value is not None or key in always}


def from_json(raw: Mapping[str, Any]) -> Report:
    """Read a report written by `to_json`, of this version or a later one that only added keys.

    Raises:
        UnreadableInput: it is no report, or a value does not fit; the message says where.
    """
    if not isinstance(raw, Mapping) or raw.get("schema") != SCHEMA:
        raise UnreadableInput("report", f"its schema is not {SCHEMA}")
    try:
        return decode(Report, raw)
    except Misfit as error:
        raise UnreadableInput("report", error.why, error.path) from error


def failed(id: str, error: str, article: Article | None = None) -> Report:
    """Give the report of an article that could not be read: nothing but its error."""
    return Report(id=id, article=replace(article, text="") if article else Article(""), error=error)


@cache
def schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a report."""
    read: dict[str, Any] = loads((files(__package__) / "report.schema.json").read_text("utf-8"))
    return read
