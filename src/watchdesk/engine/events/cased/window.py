"""Give the words that bear on how real an act is: «не», «может», «потребовал», «отрицает, что»."""

from watchdesk.engine.events.cased.clauses import Clause
from watchdesk.engine.events.cased.row import Row
from watchdesk.engine.events.reading import Window

GOVERNING = 3
"""Words looked at before a verb that governs the clause, or is joined to it."""


def window(row: Row, found: Clause, at: int, offset: int) -> Window:
    """Give the window of the predicate or noun words[at]; places count from the offset.

    All words of its clause before it are `inner`, nearest first, for the order of words is free;
    those after it are `after`; the verb whose content the clause is, with what stands before it,
    is `outer`.
    """
    inner = [
        i
        for i in range(at - 1, found.start - 1, -1)
        if not ignored(row, found, i)
        and " ".join(row.texts[i : i + 2]) not in row.lists["affirming"]
    ]
    after = [i for i in range(at + 1, found.end) if not ignored(row, found, i)]
    if found.opener is not None and found.opener not in inner:
        inner.append(found.opener)
    outer = before(found.governor)
    if found.joined is not None:
        outer += [i for i in before(found.joined) if row.kind(i) in {"V", "S", "R"}]
    return Window(*(tuple(place + offset for place in part) for part in (inner, outer, after)))


def ignored(row: Row, found: Clause, place: int) -> bool:
    """Tell whether a word stands in an insertion or a name («Репортёры без границ»)."""
    return place in found.skipped or place in row.names


def before(verb: int | None) -> list[int]:
    """Give a verb and the words before it, nearest first."""
    return [] if verb is None else list(range(verb, max(-1, verb - GOVERNING), -1))
