"""How near two sound codes are: an edit distance that knows which sounds are taken for which.

1.0 is the same code, 0.0 nothing in common.  Costs stand in `data/nearness.yaml`.  Where one side
is written in an abjad, short vowels that it leaves out cost next to nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from watchdesk.engine.identities.sounds import ABJAD
from watchdesk.engine.identities.tables import read

VOWELS = frozenset("aeiou")
WEAK = frozenset("AWYEQ")
BAND = 6
"""Codes that differ in length by more than this are not compared."""
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Costs:
    """What a missing sound costs, and one sound for another; pairs stand in both directions."""

    missing: Mapping[str, float]
    pairs: Mapping[Pair, float]
    vowel_for_vowel: float
    vowel_for_consonant: float


@cache
def costs(*, abjad: bool = False) -> Costs:
    """Give the costs between full scripts, or between an abjad and another script."""
    raw = read("nearness.yaml")
    special = raw["abjad"] if abjad else {}
    missing = dict.fromkeys("bdfklmnprstvzHJSCTDXq", float(raw["missing_consonant"]))
    missing |= dict.fromkeys(VOWELS | WEAK, float(raw["missing_vowel"]))
    missing |= special.get("missing", {})
    pairs = {**raw["pairs"], **special.get("pairs", {})}
    both = {(p[0], p[1]): float(c) for p, c in pairs.items()}
    both |= {(b, a): c for (a, b), c in both.items()}
    return Costs(missing, both, raw["vowel_for_vowel"], raw["vowel_for_consonant"])


@lru_cache(maxsize=1 << 18)
def nearness(a: str, b: str) -> float:
    """Give how near two codes are, 0..1.

    >>> nearness("mamai", "mamai"), nearness("avramenko", "avramenka") > 0.9
    (1.0, True)
    """
    if a == b:
        return 1.0
    if not a or not b or abs(len(a) - len(b)) > BAND:
        return 0.0
    table = costs(abjad=a[0] == ABJAD or b[0] == ABJAD)
    a, b = a.lstrip(ABJAD), b.lstrip(ABJAD)
    if a == b:
        return 1.0
    whole = min(weight(a, table), weight(b, table))
    return max(0.0, 1.0 - distance(a, b, table) / max(whole, 1.0))


def weight(code: str, table: Costs) -> float:
    """Give what it would cost to lose the whole code."""
    return sum(table.missing.get(c, 1.0) for c in code)


def distance(a: str, b: str, table: Costs) -> float:
    """Give the least cost of turning one code into the other."""
    missing, sub = table.missing, substitution
    row = [0.0]
    for y in b:
        row.append(row[-1] + missing.get(y, 1.0))
    for x in a:
        lost = missing.get(x, 1.0)
        diagonal, row[0] = row[0], row[0] + lost
        for j, y in enumerate(b, start=1):
            best = diagonal if x == y else diagonal + sub(x, y, table)
            diagonal = row[j]
            best = min(best, diagonal + lost, row[j - 1] + missing.get(y, 1.0))
            row[j] = best
    return row[-1]


def substitution(x: str, y: str, table: Costs) -> float:
    """Give the cost of one sound for another."""
    found = table.pairs.get((x, y))
    if found is not None:
        return found
    vowels = (x in VOWELS or x in WEAK) + (y in VOWELS or y in WEAK)
    return (1.0, table.vowel_for_consonant, table.vowel_for_vowel)[vowels]
