"""Regions of the first level inside countries: their names, and what lies in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from watchdesk.engine.gazetteer import files
from watchdesk.engine.gazetteer.folding import fold


@dataclass(frozen=True, slots=True)
class Admin1:
    """A region of a country; `name` is its English name."""

    country: str
    name: str


@cache
def name_of(country: str, code: str, otherwise: str) -> str | None:
    """Give the English name of a region by its GeoNames code, ours before that of the data."""
    ours = (files.read("admin1.yaml").get(country) or {}).get(code)
    return str(ours[0]) if ours else otherwise or None


@cache
def by_name() -> Mapping[str, Admin1]:
    """Give the regions of our file by every folded name; those that only repeat a town stay out."""
    found: dict[str, Admin1] = {}
    for country, regions in files.read("admin1.yaml").items():
        for names in regions.values():
            for name in names if len(names) > 1 else ():
                found.setdefault(fold(name), Admin1(country, names[0]))
    return found
