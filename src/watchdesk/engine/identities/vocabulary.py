"""All sound codes of a pool of names, found again by near codes.

Codes are grouped by skeleton (firm consonants); a skeleton is found by itself and by what is left
of it when one consonant is dropped, so one wrong, missing or extra consonant is bridged, and any
number of vowels.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Indel

from watchdesk.engine.identities.names import Token
from watchdesk.engine.identities.nearness import nearness
from watchdesk.engine.identities.sounds import ABJAD, skeleton

SHORTEST_DROPPED = 3
"""Skeletons shorter than this are found by themselves only."""
LOOK_CLOSER = 24
"""How many codes, by plain edit distance, are compared sound by sound."""
ROUGHLY = 0.5
"""Plain similarity from which a code is looked at at all."""
NEAR = 0.72
"""Nearness from which a code counts as a reading of the token."""


class Vocabulary:
    """Sound codes by number."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self.number: dict[str, int] = {}
        self._by_skeleton: dict[str, list[int]] = defaultdict(list)
        self._by_dropped: dict[str, list[str]] = defaultdict(list)
        self._by_given: dict[str, list[int]] = defaultdict(list)

    def add(self, token: Token, code: str) -> int:
        """Give the number of a code, new or old."""
        number = self.number.get(code)
        if number is None:
            number = self.number[code] = len(self.codes)
            self.codes.append(code)
            self._add_skeleton(skeleton(code), number)
            for id in token.given | token.short:
                self._by_given[id].append(number)
        return number

    def _add_skeleton(self, bones: str, number: int) -> None:
        if bones not in self._by_skeleton:
            for key in dropped(bones):
                self._by_dropped[key].append(bones)
        self._by_skeleton[bones].append(number)

    def near(self, token: Token) -> dict[int, float]:
        """Give the codes near a token, by number, with how near they are."""
        found: dict[int, float] = {}
        for code in token.codes:
            for number in self._closest(code):
                near = nearness(code, self.codes[number])
                if near >= NEAR:
                    found[number] = max(near, found.get(number, 0.0))
        for id in token.given | token.short:
            for number in self._by_given.get(id, ()):
                found[number] = max(found.get(number, 0.0), 0.97)
        return found

    def _closest(self, code: str) -> list[int]:
        """Give the numbers of the codes that look most like `code`."""
        bones = skeleton(code)
        own = self._by_skeleton.get(bones, [])
        others = {b for key in dropped(bones) for b in self._by_dropped.get(key, ())} - {bones}
        if code.startswith(ABJAD):
            return [*own, *(n for b in best_keys(bones, others) for n in self._by_skeleton[b])]
        numbers = [*own, *(n for b in others for n in self._by_skeleton[b])]
        if len(numbers) <= LOOK_CLOSER:
            return numbers
        texts = {n: self.codes[n] for n in numbers}
        best = process.extract(
            code,
            texts,
            scorer=Indel.normalized_similarity,
            limit=LOOK_CLOSER,
            score_cutoff=ROUGHLY,
        )
        return [n for _, _, n in best]


def best_keys(bones: str, others: Iterable[str]) -> list[str]:
    best = process.extract(
        bones, list(others), scorer=Indel.normalized_similarity, limit=LOOK_CLOSER
    )
    return [key for key, _, _ in best]


@lru_cache(maxsize=1 << 16)
def dropped(bones: str) -> tuple[str, ...]:
    """Give a skeleton and what is left of it when one consonant is dropped."""
    return tuple(dict.fromkeys(drop_one(bones)))


def drop_one(bones: str) -> Iterator[str]:
    yield bones
    if len(bones) >= SHORTEST_DROPPED:
        for i in range(len(bones)):
            yield bones[:i] + bones[i + 1 :]
