"""Which articles are copies of one another, with small changes: a sketch of each text, compared.

Source: A. Z. Broder, "On the resemblance and containment of documents" (1997); computed by rensa.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from rensa import RMinHash

PERMUTATIONS = 128
"""Numbers in a sketch; the error of the similarity is about 1/sqrt(128) = .09 at worst."""
SEED = 20260221
WORDS = 3
"""Words of one shingle."""
BAND = 4
"""Numbers of one band: two texts of similarity .6 share one of 32 bands with probability .99."""
COPY_FROM = 0.5
"""Similarity from which two texts are copies; wire texts with edits at both ends lie above."""

_WORD = re.compile(r"\w+")


def keys(text: str) -> tuple[int, ...]:
    """Give the sketch of a text: PERMUTATIONS whole numbers below 2^32; empty for an empty text.

    >>> similarity(keys("Police detained an editor today"), keys("police detained an editor today"))
    1.0
    """
    words = [w.casefold() for w in _WORD.findall(text)]
    if not words:
        return ()
    shingles = {" ".join(words[i : i + WORDS]) for i in range(max(1, len(words) - WORDS + 1))}
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(sorted(shingles))
    return tuple(sketch.digest())


def similarity(a: Sequence[int], b: Sequence[int]) -> float:
    """Estimate which share of their shingles two texts have in common, 0..1."""
    if not a or len(a) != len(b):
        return 0.0
    return sum(x == y for x, y in zip(a, b, strict=True)) / len(a)


def bands(sketch: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Cut a sketch into bands; texts that share none are not copies and need not be compared."""
    return tuple((i, *sketch[i : i + BAND]) for i in range(0, len(sketch), BAND))


def group(sketches: Mapping[str, Sequence[int]]) -> tuple[tuple[str, ...], ...]:
    """Put the ids of copies together, each group sorted; the order of arrival changes nothing."""
    buckets: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for id, sketch in sketches.items():
        for band in bands(sketch):
            buckets[band].append(id)
    leader = {id: id for id in sketches}

    def root(id: str) -> str:
        while leader[id] != id:
            leader[id] = leader[leader[id]]
            id = leader[id]
        return id

    for ids in buckets.values():
        for one, other in combinations(ids, 2):
            a, b = sorted((root(one), root(other)))
            if a != b and similarity(sketches[one], sketches[other]) >= COPY_FROM:
                leader[b] = a
    groups: dict[str, list[str]] = defaultdict(list)
    for id in sketches:
        groups[root(id)].append(id)
    return tuple(sorted(tuple(sorted(ids)) for ids in groups.values()))
