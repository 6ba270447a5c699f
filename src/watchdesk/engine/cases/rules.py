"""How acts of each type are joined: read from `data/joining.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from watchdesk.engine.errors import CodebookError

FILE = "joining.yaml"


@dataclass(frozen=True, slots=True)
class Rule:
    """What an act of one type hangs on, and when two tellings of it are one act."""

    anchors: tuple[str, ...] = ("target",)
    tolerance_days: int = 3
    by: Literal["who", "where", "what"] = "who"
    once: bool = False
    differ: tuple[str, ...] = ()
    weak: bool = False
    """Its anchors make it one act, but tie it to no affair: an official on trial for a killing."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rule of every type; a type without one gets the default."""

    default: Rule
    types: Mapping[str, Rule]

    def of(self, type: str) -> Rule:
        """Give the rule of a type."""
        return self.types.get(type, self.default)


@cache
def load() -> Rules:
    """Read the shipped rules.

    Raises:
        CodebookError: the file has an unknown field.
    """
    raw = yaml.safe_load((files(__package__) / "data" / FILE).read_text("utf-8"))
    default = changed(Rule(), raw["default"])
    return Rules(default, {code: changed(default, r) for code, r in raw["types"].items()})


def changed(rule: Rule, raw: Mapping[str, Any]) -> Rule:
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in raw.items()}
    try:
        return replace(rule, **values)
    except TypeError as error:
        raise CodebookError(FILE, str(error)) from error
