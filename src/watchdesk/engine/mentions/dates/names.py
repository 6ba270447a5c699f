"""Months and weekdays in the languages of CLDR."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from babel import Locale, UnknownLocaleError

LOCALES = {"prs": "fa_AF", "sr-Cyrl": "sr_Cyrl", "sr-Latn": "sr_Latn"}
SHORTEST = 3
"""Letters; a shorter name of a month or day is a word or a number as often."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names in lower case: of months -> 1 to 12, of weekdays -> 0 (Monday) to 6."""

    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)


@cache
def cldr(language: str) -> Names | None:
    """Give the names of a language; None where CLDR lacks it."""
    try:
        locale = Locale.parse(LOCALES.get(language, language))
    except (UnknownLocaleError, ValueError):
        return None
    return Names(_all(locale.months), _all(locale.days))


def _all(tables: Mapping[str, Mapping[str, Mapping[int, str]]]) -> dict[str, int]:
    """Collect the whole and short names; those that CLDR leaves as "M02" are none."""
    return {
        name.lower().replace("ʼ", "'"): number
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in tables[context][width].items()
        if len(name) >= SHORTEST and not name[-1].isdigit() and _own(tables, context, width, name)
    }


def _own(
    tables: Mapping[str, Mapping[str, Mapping[int, str]]], context: str, width: str, name: str
) -> bool:
    """Tell whether a stand-alone name is the language's own, not the fallback of CLDR's root."""
    wide = next(iter(tables["format"]["wide"].values()))
    return name[0].isascii() == wide[0].isascii() or context == "format"
