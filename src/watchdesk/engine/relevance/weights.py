"""The weights of relevance and salience, read from `data/weights.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each reason counts; see the comments in the file."""

    relevant_from: float
    reasons: Mapping[str, float]
    lead_sentences: int
    salience: Mapping[str, float]
    harm_groups: frozenset[str]


@cache
def load() -> Weights:
    """Load the shipped weights, once."""
    raw = yaml.safe_load((files(__package__) / "data" / "weights.yaml").read_text("utf-8"))
    return Weights(
        relevant_from=raw["relevant_from"],
        reasons=raw["reasons"],
        lead_sentences=raw["lead_sentences"],
        salience=raw["salience"],
        harm_groups=frozenset(raw["harm_groups"]),
    )
