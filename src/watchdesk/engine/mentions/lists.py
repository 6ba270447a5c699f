"""Long lists that many languages share: given names with their sex, family names, common words.

Sources: Faker's providers (MIT), SCOWL; see bench/mentions/build_lists.py.
"""

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

SEXES = {"m": "male", "f": "female", "?": None}


@cache
def given_names() -> Mapping[str, str | None]:
    """Give given names in lower case, in several scripts -> the sex they are given to."""
    return {
        name: SEXES[sex] for name, sex in (line.split("\t") for line in _lines("given_names.tsv"))
    }


@cache
def family_names() -> frozenset[str]:
    """Give family names in lower case that are not given names too."""
    return frozenset(_lines("family_names.txt"))


@cache
def common_words(language: str) -> frozenset[str]:
    """Give the common words of a language that are written in lower case; empty where unknown."""
    return frozenset(_lines(f"common_words.{language}.txt"))


def _lines(name: str) -> list[str]:
    file = files(__package__) / "data" / "lists" / f"{name}.gz"
    return gzip.decompress(file.read_bytes()).decode().splitlines() if file.is_file() else []
