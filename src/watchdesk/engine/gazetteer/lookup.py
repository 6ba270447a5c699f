"""Where a name lies: country, territory, region, town or institution, in that order."""

from collections.abc import Mapping, Sequence
from functools import cache

from watchdesk.engine.gazetteer import admin1, countries, files, policy, settlements
from watchdesk.engine.gazetteer.folding import fold
from watchdesk.engine.gazetteer.settlements import Settlement
from watchdesk.engine.records import Place


def locate(
    name: str, language: str, ranking: Sequence[str] = (), within: Place | None = None
) -> Place | None:
    """Give the place of a name for an article on these countries (the likeliest first).

    `within` is the country or region that the article names after it ("Bloomington, Indiana").

    None where no list knows the name.  A name that both a town and a region bear is the town.

    >>> locate("Crimea", "en").country, locate("Kazan", "en").geonames
    ('UA', 551487)
    """
    folded = fold(name)
    if within and within.country:
        ranking = (within.country, *ranking)
    territory = policy.by_name(language).get(folded)
    if territory:
        level = "admin1" if territory.admin1 else "country"
        return Place(territory.country, territory.admin1, precision=level)  # type: ignore[arg-type]
    code = countries.names(language).code(name)
    if code:
        return Place(country=code, geonames=countries.geonames_id(code), precision="country")
    region = admin1.by_name().get(folded)
    if region:
        return Place(region.country, region.name, precision="admin1")
    town = settlements.choose(name, ranking, within.admin1 if within else None)
    return of_town(town) if town else _elsewhere(folded, ranking) or seat(name)


def _elsewhere(folded: str, ranking: Sequence[str]) -> Place | None:
    """Find a region outside our own file; of several the one in the likeliest country."""
    regions = settlements.table().regions.get(folded, frozenset())
    order = {country: n for n, country in enumerate(ranking)}
    found = sorted(regions, key=lambda r: (order.get(r[0], len(order)), r))
    if not found or (len(found) > 1 and found[0][0] not in order):
        return None
    return Place(found[0][0], found[0][1], precision="admin1")


def of_town(town: Settlement) -> Place:
    """Write a settlement as a place."""
    return Place(
        town.country, town.admin1, town.name, town.geonames, town.lat, town.lon, "settlement"
    )


def seat(name: str) -> Place | None:
    """Give the town that a court, prison or parliament of our list sits in."""
    number = _seats().get(fold(name))
    town = settlements.by_id(number) if number else None
    return of_town(town) if town else None


@cache
def _seats() -> Mapping[str, int]:
    return {
        fold(name): entry["place"]
        for entry in files.read("institutions.yaml")
        for name in entry["names"]
    }
