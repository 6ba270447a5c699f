"""A linear model that weighs the features of a name: one number a feature and kind.

Trained by bench/mentions/train_kinds.py on the sets named in docs/reference/mentions.md.
"""

import gzip
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from watchdesk.engine.records import EntityKind

KINDS: tuple[EntityKind | None, ...] = ("person", "organisation", "place", None)


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of each feature in the order of KINDS."""

    weights: Mapping[str, tuple[float, float, float, float]]

    def scores(self, features: Iterable[str]) -> list[float]:
        """Add up what the features say for each of KINDS."""
        person = body = place = none = 0.0
        weights = self.weights
        for feature in features:
            weight = weights.get(feature)
            if weight:
                person += weight[0]
                body += weight[1]
                place += weight[2]
                none += weight[3]
        return [person, body, place, none]

    def kind(self, features: Iterable[str]) -> EntityKind | None:
        """Give the likeliest kind; None where it is most likely no name."""
        scores = self.scores(features)
        return KINDS[scores.index(max(scores))]


@cache
def load(language: str) -> Model | None:
    """Give the model of a language, or None where none was trained."""
    file = files(__package__) / "data" / "models" / f"kinds.{language}.json.gz"
    if not file.is_file():
        return None
    raw = json.loads(gzip.decompress(file.read_bytes()))
    return Model({k: cast(tuple[float, float, float, float], tuple(v)) for k, v in raw.items()})
