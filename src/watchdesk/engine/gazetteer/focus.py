"""The region in focus: a list of countries, as data."""

from functools import cache
from importlib.resources import files

import yaml


@cache
def focus() -> frozenset[str]:
    """Give the countries of the region in focus, as ISO 3166-1 alpha-2 codes (XK for Kosovo)."""
    file = files(__package__) / "data" / "regions" / "focus.yaml"
    raw = yaml.safe_load(file.read_text("utf-8"))
    return frozenset(entry["country"] for entry in raw["countries"])


def in_focus(country: str) -> bool:
    """Tell whether a country belongs to the region in focus.

    >>> in_focus("KZ"), in_focus("FR")
    (True, False)
    """
    return country in focus()
