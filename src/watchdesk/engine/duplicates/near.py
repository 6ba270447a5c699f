"""Which articles are copies of one another, with small changes.

`keys` are few numbers by which copies find each other in a table; `similarity` then compares the
texts themselves.

Source: A. Z. Broder, "On the resemblance and containment of documents" (1997); sketches by rensa.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from hashlib import blake2b
from itertools import combinations

from rensa import RMinHash

PERMUTATIONS = 128
SEED = 20260221
WORDS = 3
"""Words of one shingle."""
BAND = 4
"""Numbers of a sketch that make one key: two texts of similarity .6 share one of the 32 keys with
probability .99, of similarity .2 with .05."""
COPY_FROM = 0.5
"""Similarity from which two texts are copies; wire texts with edits at both ends lie above."""

_WORD = re.compile(r"\w+")


def keys(text: str) -> tuple[int, ...]:
    """Give the keys of a text, whole numbers below 2^64; copies share at least one.

    A text without words has none.
    """
    shingles = _shingles(text)
    if not shingles:
        return ()
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(sorted(shingles))
    numbers = sketch.digest()
    return tuple(_key(i, numbers[i : i + BAND]) for i in range(0, PERMUTATIONS, BAND))


def _key(place: int, numbers: list[int]) -> int:
    raw = b"".join(n.to_bytes(8, "big") for n in (place, *numbers))
    return int.from_bytes(blake2b(raw, digest_size=8).digest(), "big")


def _shingles(text: str) -> set[str]:
    words = [w.casefold() for w in _WORD.findall(text)]
    if not words:
        return set()
    return {" ".join(words[i : i + WORDS]) for i in range(max(1, len(words) - WORDS + 1))}


def similarity(a: str, b: str) -> float:
    """Give which share of their three-word shingles two texts have in common, 0..1.

    >>> similarity("Police detained an editor today", "police  detained an editor, today")
    1.0
    """
    ours, theirs = _shingles(a), _shingles(b)
    return len(ours & theirs) / len(ours | theirs) if ours and theirs else 0.0


def group(texts: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Put the ids of copies together, each group sorted; the order of arrival changes nothing."""
    sharing: dict[int, list[str]] = defaultdict(list)
    for id, text in texts.items():
        for key in keys(text):
            sharing[key].append(id)
    pairs = {tuple(sorted(pair)) for ids in sharing.values() for pair in combinations(ids, 2)}
    leader = {id: id for id in texts}

    def root(id: str) -> str:
        while leader[id] != id:
            leader[id] = leader[leader[id]]
            id = leader[id]
        return id

    for one, other in sorted(pairs):
        if similarity(texts[one], texts[other]) >= COPY_FROM:
            low, high = sorted((root(one), root(other)))
            leader[high] = low
    groups: dict[str, list[str]] = defaultdict(list)
    for id in texts:
        groups[root(id)].append(id)
    return tuple(sorted(tuple(sorted(ids)) for ids in groups.values()))
