"""Decide whether two names, with what is told beside them, are one person.

The answer is `ask` where names alone cannot tell: a wrong merge of two people does more harm than
two pages about one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from watchdesk.engine.identities.align import Weigh, align, weight_by_kind
from watchdesk.engine.identities.names import parse
from watchdesk.engine.identities.records import Decision, Person

SAME_FROM = 0.8
"""Score from which full names are one, with nothing against it.  Of 3,598 development pairs
`compare` takes 837 for one person; 826 are (precision .987, recall .918)."""
ASK_FROM = 0.7
"""Below this score two names are two people; above it an editor is asked."""
SUPPORT_WORTH = 0.05
"""What one matching circumstance adds to the score, and one that speaks against it takes away."""
SEVERAL = 2
"""So many shared circumstances outweigh two different countries."""
YEARS_APART = 2
"""Ages told in the news are off by a year, and by another one for the birthday."""


def compare(a: Person | str, b: Person | str, weigh: Weigh = weight_by_kind) -> Decision:
    """Say whether the two are one person, with reasons.

    >>> compare("Жанболат Мамай", "Zhanbolat Mamay").answer
    'same'
    """
    one, other = as_person(a), as_person(b)
    score, best, full = best_names(one, other, weigh)
    pros, cons = tuple(supports(one, other)), tuple(objections(one, other))
    agree = f"{best[0]} / {best[1]}: names agree {score:.2f}"
    reasons = (agree, *(c.text for c in cons), *pros)
    if score < ASK_FROM:
        return Decision("different", score, reasons)
    judged = score + SUPPORT_WORTH * (len(pros) - len(cons))
    if any(c.kind == "born" for c in cons) and judged < SAME_FROM:
        return Decision("different", score, reasons)
    if judged >= SAME_FROM and full and not cons:
        return Decision("same", score, reasons)
    if not full:
        reasons = (*reasons, "one side has a single name")
    return Decision("ask", score, reasons)


def as_person(given: Person | str) -> Person:
    return Person("", (given,)) if isinstance(given, str) else given


def best_names(a: Person, b: Person, weigh: Weigh) -> tuple[float, tuple[str, str], bool]:
    """Give the best score of any two names, the two, and whether at least two words agree."""
    best: tuple[float, tuple[str, str], bool] = (0.0, ("", ""), False)
    for x in a.names:
        for y in b.names:
            left, right = parse(x, a.language), parse(y, b.language)
            found = align(left, right, weigh)
            full = len(found.pairs) > 1 or bool(found.joined)
            best = max(best, (found.score, (x, y), full))
    return best


def supports(a: Person, b: Person) -> Iterator[str]:
    """Give the circumstances that the two share."""
    for what in ("countries", "occupations", "affiliations", "company"):
        shared = getattr(a, what) & getattr(b, what)
        if shared:
            yield f"same {what}: {', '.join(sorted(shared))}"
    if a.born and b.born and gap(a.born, b.born) == 0:
        yield "same age"


@dataclass(frozen=True, slots=True)
class Objection:
    """One circumstance that speaks against two being one."""

    kind: str
    text: str


def objections(a: Person, b: Person) -> Iterator[Objection]:
    """Give what speaks against the two being one."""
    if a.born and b.born and gap(a.born, b.born) > YEARS_APART:
        yield Objection("born", f"years of birth {a.born[0]} and {b.born[0]}")
    if a.sex and b.sex and a.sex != b.sex:
        yield Objection("sex", f"{a.sex} and {b.sex}")
    if a.countries and b.countries and not a.countries & b.countries:
        one, other = ", ".join(sorted(a.countries)), ", ".join(sorted(b.countries))
        yield Objection("countries", f"{one} and {other}")


def gap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Give the years between two ranges; 0 where they meet."""
    return max(0, a[0] - b[1], b[0] - a[1])
