"""How near two sound codes are: an edit distance that knows which sounds are taken for which.

1.0 is the same code, 0.0 nothing in common.  Costs stand in `data/nearness.yaml`.  Where one side
is written in an abjad, short vowels that it leaves out cost next to nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import Indel

from watchdesk.engine.identities.sounds import ABJAD, skeleton
from watchdesk.engine.identities.tables import read

VOWELS = frozenset("aeiouy")
WEAK = frozenset("AWYEQ")
BAND = 6
"""Codes that differ in length by more than this are not compared."""
AKIN = 0.45
"""Likeness of the coarse consonants below which two codes have nothing in common: of 1,976 pairs of
words in true development pairs 6 lie below 0.5."""
COARSE = str.maketrans("TCSJXszdDbfqK", "sssssssttppKK")
SOUNDS = "abdefiklmnoprstuvyzHJSCTDXqAWYEQ"


@dataclass(frozen=True, slots=True)
class Costs:
    """What a missing sound costs, and one sound for another."""

    missing: Mapping[str, float]
    instead: Mapping[str, Mapping[str, float]]


@cache
def costs(*, abjad: bool = False) -> Costs:
    """Give the costs between full scripts, or between an abjad and another script."""
    raw = read("nearness.yaml")
    special = raw["abjad"] if abjad else {}
    missing = dict.fromkeys(SOUNDS, float(raw["missing_consonant"]))
    missing |= dict.fromkeys(VOWELS | WEAK, float(raw["missing_vowel"]))
    missing |= special.get("missing", {})
    pairs = {**raw["pairs"], **special.get("pairs", {})}
    pairs |= {pair[::-1]: cost for pair, cost in pairs.items()}
    usual = (1.0, raw["vowel_for_consonant"], raw["vowel_for_vowel"])
    instead = {
        x: {y: 0.0 if x == y else pairs.get(x + y, usual[vowels(x, y)]) for y in SOUNDS}
        for x in SOUNDS
    }
    return Costs(missing, instead)


def vowels(x: str, y: str) -> int:
    """Count the vowels, and letters that may be vowels, of two sounds."""
    return (x in VOWELS or x in WEAK) + (y in VOWELS or y in WEAK)


@lru_cache(maxsize=1 << 18)
def nearness(a: str, b: str) -> float:
    """Give how near two codes are, 0..1.

    >>> nearness("mamai", "mamai"), nearness("avramenko", "avramenka") > 0.9
    (1.0, True)
    """
    if a == b:
        return 1.0
    if not a or not b or "#" in (a[0], b[0]) or abs(len(a) - len(b)) > BAND or not akin(a, b):
        return 0.0
    table = costs(abjad=a[0] == ABJAD or b[0] == ABJAD)
    a, b = a.lstrip(ABJAD), b.lstrip(ABJAD)
    if a == b:
        return 1.0
    whole = min(weight(a, table), weight(b, table))
    return max(0.0, 1.0 - distance(a, b, table) / max(whole, 1.0))


def akin(a: str, b: str) -> bool:
    """Tell whether the firm consonants of two codes have enough in common to look closer."""
    return Indel.normalized_similarity(coarse(a), coarse(b)) >= AKIN


@lru_cache(maxsize=1 << 18)
def coarse(code: str) -> str:
    """Give the firm consonants, with those that are often taken for each other as one."""
    return skeleton(code).translate(COARSE)


def weight(code: str, table: Costs) -> float:
    """Give what it would cost to lose the whole code."""
    missing = table.missing
    return sum([missing[c] for c in code])


def distance(a: str, b: str, table: Costs) -> float:
    """Give the least cost of turning one code into the other."""
    lost_b = [table.missing[y] for y in b]
    row = [0.0]
    for lost in lost_b:
        row.append(row[-1] + lost)
    for x in a:
        lost_x, instead = table.missing[x], table.instead[x]
        diagonal = row[0]
        left = row[0] = diagonal + lost_x
        for j, y in enumerate(b, start=1):
            best = diagonal + instead[y]
            diagonal = row[j]
            if diagonal + lost_x < best:  # noqa: PLR1730  # min() takes twice as long
                best = diagonal + lost_x
            left += lost_b[j - 1]
            if left < best:  # noqa: PLR1730
                best = left
            row[j] = left = best
    return row[-1]
