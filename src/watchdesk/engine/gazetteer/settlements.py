"""Towns and villages by every name they bear, and the choice between those that share one.

Source: GeoNames (CC BY 4.0), through bench/gazetteer/build_settlements.py.
"""

import gzip
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from watchdesk.engine.gazetteer.admin1 import name_of as admin1_name
from watchdesk.engine.gazetteer.folding import fold

OTHER_NAME_COSTS = 1.0
"""A place met under its main name counts as if it had ten times the people of one met otherwise."""
RANK_COSTS = 1.5
"""Each step down the article's ranking of countries costs that many powers of ten of people."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """A town or village; `admin1` is the English name of the region that it lies in."""

    geonames: int
    name: str
    country: str
    admin1: str | None
    lat: float
    lon: float
    population: int


@dataclass(frozen=True, slots=True)
class Table:
    """All settlements, and where each folded name leads: row numbers, those by main name first."""

    rows: tuple[Settlement, ...]
    by_name: Mapping[str, tuple[int, ...]]
    regions: Mapping[str, frozenset[tuple[str, str]]]
    """Folded name of a region of the first level -> (country, name) of all that bear it."""

    def named(self, name: str) -> list[Settlement]:
        """Give all settlements of that name, the largest first."""
        found = [self.rows[i] for i in self.by_name.get(fold(name), ())]
        return sorted(found, key=lambda s: -s.population)


@cache
def table() -> Table:
    """Read the table once."""
    raw = (files(__package__) / "data" / "settlements.tsv.gz").read_bytes()
    rows: list[Settlement] = []
    by_name: dict[str, list[int]] = {}
    for number, line in enumerate(gzip.decompress(raw).decode().splitlines()):
        id, name, country, code, admin1, at, people, folded = line.split("\t")
        lat, lon = at.split(",")
        region = admin1_name(country, code, admin1)
        rows.append(Settlement(int(id), name, country, region, float(lat), float(lon), int(people)))
        for other in folded.split("|"):
            by_name.setdefault(other, []).append(number)
    regions: dict[str, set[tuple[str, str]]] = {}
    for country, region in {(r.country, r.admin1) for r in rows if r.admin1}:
        regions.setdefault(fold(region), set()).add((country, region))
    return Table(
        tuple(rows),
        {name: tuple(ids) for name, ids in by_name.items()},
        {name: frozenset(found) for name, found in regions.items()},
    )


@cache
def _ids() -> Mapping[int, Settlement]:
    return {row.geonames: row for row in table().rows}


def by_id(geonames: int) -> Settlement | None:
    """Give the settlement of a GeoNames id."""
    return _ids().get(geonames)


def choose(
    name: str, countries: Sequence[str] = (), admin1: str | None = None
) -> Settlement | None:
    """Choose the settlement that an article on these countries (the likeliest first) means.

    `admin1` is the region that the article names beside it, where it does.

    Size speaks for a place, distance from the article's countries against it.

    >>> choose("Astana").geonames, choose("Tripoli", ["LB"]).country
    (1526273, 'LB')
    """
    folded = fold(name)
    found = table().named(name)
    found = [s for s in found if s.admin1 == admin1] or found
    return max(found, key=lambda s: _weight(s, folded, countries), default=None)


def _weight(place: Settlement, folded: str, countries: Sequence[str]) -> float:
    rank = countries.index(place.country) if place.country in countries else len(countries)
    away = min(rank, 4) if countries else 0
    other = 0.0 if fold(place.name) == folded else OTHER_NAME_COSTS
    return math.log10(place.population + 10) - RANK_COSTS * away - other
