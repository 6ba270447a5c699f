"""Regions of the world that a watch can look at: `data/regions/<id>.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from watchdesk.engine.errors import CodebookError
from watchdesk.engine.gazetteer import files


@dataclass(frozen=True, slots=True)
class Region:
    """A set of countries (ISO 3166-1 alpha-2) under one label a language."""

    id: str
    label: Mapping[str, str]
    countries: tuple[str, ...]
    notes: Mapping[str, str]

    def __contains__(self, country: str | None) -> bool:
        return country in self.countries


@cache
def load(id: str = "focus") -> Region:
    """Give a region.

    Raises:
        CodebookError: there is no such file.
    """
    raw = files.read(f"regions/{id}.yaml")
    if raw is None:
        raise CodebookError(f"gazetteer/data/regions/{id}.yaml", "there is no such region")
    listed = raw["countries"]
    notes = {entry["country"]: entry["note"] for entry in listed if "note" in entry}
    return Region(raw["id"], raw["label"], tuple(entry["country"] for entry in listed), notes)
