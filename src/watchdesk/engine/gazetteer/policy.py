"""Disputed territories, and the state each is counted to: `data/policy.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from watchdesk.engine.gazetteer import files
from watchdesk.engine.gazetteer.folding import fold


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory of disputed status; `examples` maps a language to names and their country."""

    id: str
    country: str
    admin1: str | None
    status: str
    examples: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@cache
def territories() -> Mapping[str, Territory]:
    """Give all territories by id."""
    return {id: _territory(id, raw) for id, raw in files.read("policy.yaml")["territories"].items()}


@cache
def by_name(language: str) -> Mapping[str, Territory]:
    """Give the territories by every folded name that a language has for them."""
    return {
        fold(name): territories()[id]
        for id, raw in files.read("policy.yaml")["territories"].items()
        for name in raw["names"].get(language) or ()
    }


def _territory(id: str, raw: Mapping[str, Any]) -> Territory:
    return Territory(
        id, raw["country"], raw.get("admin1"), raw["status"], raw.get("examples") or {}
    )
