"""Readings of a name's word as an inflected form: what its base form may be.

The readings only help to see that two forms may be one name; which is the base form, `baseform`
says.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from watchdesk.engine.identities.tables import read

Endings = tuple[tuple[str, tuple[str, ...]], ...]


@cache
def endings(language: str) -> Endings:
    """Give case endings, the longest first, with what may stand in their place."""
    raw = read("inflection.yaml")
    table: Mapping[str, list[str]] = (
        raw["languages"].get(raw["same_as"].get(language, language)) or {}
    )
    ordered = sorted(table.items(), key=lambda item: (-len(item[0]), item[0]))
    return tuple((ending, tuple(instead)) for ending, instead in ordered)


@lru_cache(maxsize=1 << 17)
def base_readings(word: str, language: str | None) -> tuple[str, ...]:
    """Give what the base form of a word may be, without the word itself.

    >>> "Мамай" in base_readings("Мамая", "ru"), base_readings("Mamai", "en")
    (True, ())
    """
    shortest = read("inflection.yaml")["shortest_stem"]
    lower = word.lower()
    found: dict[str, None] = {}
    for ending, instead in endings(language or ""):
        if lower.endswith(ending) and len(word) - len(ending) >= shortest:
            stem = word[: len(word) - len(ending)]
            found.update(dict.fromkeys(stem + i for i in instead))
    found.pop(word, None)
    return tuple(found)


def bears_base_forms(language: str | None) -> bool:
    """Tell whether names of a language come in base form: it has no case endings, or is trusted."""
    return (
        language is None or language in read("inflection.yaml")["trusted"] or not endings(language)
    )
