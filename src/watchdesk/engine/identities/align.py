"""Lay the tokens of two names beside each other, and score how well they agree.

Order does not count.  A rare token counts more than a common one, a patronymic that one side leaves
out counts next to nothing, and two patronymics that differ count fully: they tell namesakes apart.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from watchdesk.engine.identities.names import Token, token
from watchdesk.engine.identities.nearness import nearness
from watchdesk.engine.identities.sounds import ABJAD, romanise
from watchdesk.engine.identities.surnames import stem

Weigh = Callable[[Token], float]
Joining = tuple[Sequence[Token], Sequence[Token], str, tuple[int, int]]

WORTH = {"plain": 2.0, "given": 1.0, "patronymic": 0.9, "initial": 0.3, "idea": 0.7}
"""What a word of each kind is worth before its rarity is known."""
INSIDE = 0.95
"""What is left of an agreement between the middle word of a name and the last of another."""
FLOOR = 0.6
"""Nearness of codes from which two words count as perhaps one: of 20,000 random pairs of different
words of a development pool 0.2 % reach it."""
SAME_GIVEN = 0.97
SHORT_FORM = 0.9
OTHER_GENDER = 0.94
INITIAL = 0.85
"""Agreement of forms of one given name, of a short form, of a gendered surname, of an initial."""
LEFT_OUT = {"patronymic": 0.05, "initial": 0.05, "given": 0.45, "plain": 0.6, "idea": 0.5}
"""Share of its weight that a token costs when the other name has nothing beside it."""
EXTRA = {"patronymic": 0.05, "initial": 0.05, "given": 0.3, "plain": 0.35, "idea": 0.3}
"""The same for a token that only the longer name has: full names are often cut short."""
CONTRADICTION = 1.3
"""How much more two unlike words say against one person than two like ones say for it."""
CLEAR = 0.7
"""Agreement that two joined words must reach with the word they are said to be."""
ENOUGH = 0.93
"""From this score on, joined tokens ("Kara Murza", "Karamurza") are not tried."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two names agree.  `score` in 0..1; `pairs` are indexes into both token lists."""

    score: float
    pairs: tuple[tuple[int, int, float], ...] = ()
    joined: str = ""


def weight_by_kind(token: Token) -> float:
    """Give a token's weight where no pool tells how rare it is."""
    return WORTH[token.kind]


def align(a: Sequence[Token], b: Sequence[Token], weigh: Weigh = weight_by_kind) -> Alignment:
    """Align two names, and again with two words taken as one where that fits better."""
    best = align_once(a, b, weigh)
    if best.score >= ENOUGH or not a or not b:
        return best
    for one, other, words, at in joinings(a, b):
        again = align_once(one, other, weigh)
        fits = any(p[at[0]] == at[1] and p[2] >= CLEAR for p in again.pairs)
        if fits and again.score > best.score:
            best = Alignment(again.score, again.pairs, words)
    return best


def align_once(a: Sequence[Token], b: Sequence[Token], weigh: Weigh) -> Alignment:
    """Pair tokens greedily, the best agreement first, and score the outcome."""
    found = sorted(
        (
            (-s * (weigh(x) + weigh(y)), i, j, s)
            for i, x in enumerate(a)
            for j, y in enumerate(b)
            if (s := agreement(x, y) * placed(i, len(a), j, len(b))) > 0
        ),
    )
    free_a, free_b = set(range(len(a))), set(range(len(b)))
    pairs = []
    for _, i, j, s in found:
        if i in free_a and j in free_b:
            free_a.remove(i)
            free_b.remove(j)
            pairs.append((i, j, s))
    return Alignment(score(a, b, tuple(pairs), weigh), tuple(pairs))


def placed(i: int, of_a: int, j: int, of_b: int) -> float:
    """Give less than 1 where one word stands inside its name and the other at an edge of its."""
    inside_a, inside_b = 0 < i < of_a - 1, 0 < j < of_b - 1
    return INSIDE if inside_a != inside_b else 1.0


def score(
    a: Sequence[Token], b: Sequence[Token], pairs: tuple[tuple[int, int, float], ...], weigh: Weigh
) -> float:
    """Give the share of the names' weight that agrees."""
    both, agreed = 0.0, 0.0
    for i, j, s in pairs:
        weight = (weigh(a[i]) + weigh(b[j])) / 2
        both += weight
        agreed += weight * s
    left_a = [t for i, t in enumerate(a) if i not in {p[0] for p in pairs}]
    left_b = [t for j, t in enumerate(b) if j not in {p[1] for p in pairs}]
    lost = cost_of_rest(left_a, left_b, weigh, longer=len(a) > len(b))
    return agreed / (both + lost) if both else 0.0


def cost_of_rest(a: Sequence[Token], b: Sequence[Token], weigh: Weigh, *, longer: bool) -> float:
    """Give what the unpaired tokens cost.

    Tokens left on both sides contradict each other and cost fully; the rest was left out.
    """
    contradiction = min(len(a), len(b))
    if has(a, "patronymic") and has(b, "patronymic"):
        contradiction = max(contradiction, 1)
    table_a, table_b = (EXTRA, LEFT_OUT) if longer else (LEFT_OUT, EXTRA)
    full = CONTRADICTION * sum(weigh(t) for t in (*a, *b)) / 2 if contradiction else 0.0
    left_out = sum(weigh(t) * table_a[t.kind] for t in a)
    left_out += sum(weigh(t) * table_b[t.kind] for t in b)
    return max(full, left_out)


def has(tokens: Sequence[Token], kind: str) -> bool:
    return any(t.kind == kind for t in tokens)


def agreement(a: Token, b: Token) -> float:
    """Give how well two tokens agree, 0..1; 0 where they are two words."""
    if "initial" in (a.kind, b.kind):
        return initial_agreement(a, b)
    if (a.kind == "patronymic") != (b.kind == "patronymic"):
        return scaled(best_nearness(a, b))
    return agreed(a, b)


@lru_cache(maxsize=1 << 18)
def agreed(a: Token, b: Token) -> float:
    """Give how well two words agree: by sound, by given name, or as one surname of two genders."""
    found = scaled(best_nearness(a, b))
    if found < SAME_GIVEN:
        if not a.given.isdisjoint(b.given):
            return max(found, SAME_GIVEN)
        if not (a.given | a.short).isdisjoint(b.given | b.short):
            return max(found, SHORT_FORM)
        if any(stem(x) == stem(y) for x in a.codes for y in b.codes):
            return max(found, OTHER_GENDER)
    return found


def best_nearness(a: Token, b: Token) -> float:
    return max(nearness(x, y) for x in a.codes for y in b.codes)


def scaled(near: float) -> float:
    return max(0.0, (near - FLOOR) / (1 - FLOOR))


def initial_agreement(a: Token, b: Token) -> float:
    """Compare an initial with a word or another initial, by their first sounds."""
    return INITIAL if first_letters(a) & first_letters(b) else 0.0


@lru_cache(maxsize=1 << 14)
def first_letters(t: Token) -> frozenset[str]:
    """Give the first sounds a word may have, and its first Latin letter."""
    return frozenset(c.lstrip(ABJAD)[:1] for c in (*t.codes, romanise(t.text)))


def joinings(a: Sequence[Token], b: Sequence[Token]) -> Iterator[Joining]:
    """Give both names with two neighbouring tokens of one of them taken as one word."""
    yield from ((x, b, words, (0, i)) for x, words, i in joined(a))
    yield from ((a, y, words, (1, i)) for y, words, i in joined(b))


def joined(tokens: Sequence[Token]) -> Iterator[tuple[Sequence[Token], str, int]]:
    """Give the tokens with two neighbours as one, the two words, and where the one stands."""
    for i, (one, two) in enumerate(pairwise(tokens)):
        if {one.kind, two.kind}.isdisjoint({"patronymic", "initial"}):
            together = token(one.text + two.text)
            yield (*tokens[:i], together, *tokens[i + 2 :]), f"{one.text} {two.text}", i
