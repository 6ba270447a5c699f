"""What is said, in languages whose cases tell the subject: the words around a cue."""

from dataclasses import dataclass

from watchdesk.engine.quotes.case_phrases import Teller, border, is_infinitive, segment
from watchdesk.engine.quotes.patterns import Cue, pattern_at
from watchdesk.engine.quotes.units import QUOTED, Unit

SHORTEST = 3
"""Words below which what stands before "…, said X" is no content."""
REACH = 3
"""Signs behind a cue's clause in which what is said may begin: «, сказал X. — ...»."""
DASHES = frozenset("—–-")
VERBAL = frozenset({"past", "present", "gerund"})
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """A cue in a unit: words[start:end], and who says it."""

    cue: Cue
    start: int
    end: int
    teller: Teller | None
    gerund: bool = False


def contents(unit: Unit, told: Told, floor: int) -> list[Range]:
    """Give what is said: behind the cue, before it, or on both sides.

    `floor` is where the words before the cue are still free.
    """
    start, end = segment(unit, told.start)
    if unit.known(start, "parenthetical"):  # «как сообщил адвокат, ...»
        around = trimmed(unit, floor, start), trimmed(unit, end, len(unit))
        return [part for part in around if part]
    right = behind(unit, told)
    left = ahead(unit, told, floor)
    if right and left and QUOTED not in (unit.letter(left[1] - 1), unit.letter(right[0])):
        return [right]
    return [part for part in (left, right) if part]


def behind(unit: Unit, told: Told) -> Range | None:
    """Give the clause, quotation, infinitive or thing that follows a cue."""
    at = told.end
    if told.teller and told.teller.start >= told.end:
        at = told.teller.end
    _, stop = segment(unit, told.start)
    takes = told.cue.takes
    for place in range(at, min(stop + REACH, len(unit))):
        if unit.letter(place) == QUOTED:
            return place, clause_end(unit, place)
        if unit.known(place, "complementizers") and takes & {"clause", "unsourced"}:
            return place, clause_end(unit, place)
        if unit.word(place) == ":" and place + 1 < len(unit):
            return trimmed(unit, place + 1, len(unit))
    return within_clause(unit, told, at, stop)


def within_clause(unit: Unit, told: Told, at: int, stop: int) -> Range | None:
    """Give the infinitive or the thing that a cue governs in its own clause."""
    language = unit.cues.language
    verbs = (i for i in range(at, stop) if is_infinitive(unit.words[i], language))
    begin = next(verbs, None) if "infinitive" in told.cue.takes else None
    if begin is not None:
        return begin, clause_end(unit, begin)
    return (at, stop) if "object" in told.cue.takes and stop > at else None


def ahead(unit: Unit, told: Told, floor: int) -> Range | None:
    """Give what stands before «, сообщил X» or «, — сказал X»."""
    start, _ = segment(unit, told.start)
    if "clause" not in told.cue.takes or told.gerund or start <= floor:
        return None
    closes = unit.word(start - 1) in DASHES | {","} or unit.letter(start - 1) == QUOTED
    links = any(unit.known(start, kind) for kind in ("joints", "complementizers", "relatives"))
    return trimmed(unit, floor, start) if closes and not links else None


def trimmed(unit: Unit, start: int, end: int) -> Range | None:
    """Give a stretch without the signs around it; None where too few words are left."""
    while start < end and border(unit, start) and unit.letter(start) != QUOTED:
        start += 1
    while end > start and border(unit, end - 1) and unit.letter(end - 1) != QUOTED:
        end -= 1
    speech = any(unit.letter(i) == QUOTED for i in range(start, end))
    return (start, end) if speech or end - start >= SHORTEST else None


def clause_end(unit: Unit, at: int) -> int:
    """Give where what is said ends: the end of the sentence, or a gerund or cue joined to it."""
    for place in range(at + 1, len(unit)):
        if unit.words[place] == ";":
            return place
        if unit.words[place - 1] == "," and joined(unit, place):
            return place - 1
    end = len(unit)
    while end > at + 1 and border(unit, end - 1) and unit.letter(end - 1) != QUOTED:
        end -= 1
    return end


def joined(unit: Unit, at: int) -> bool:
    """Tell whether a cue that shares the speaker begins there: «добавив, что», «и добавил»."""
    if unit.known(at, "joints"):
        at += 1
    pattern = pattern_at(unit.cues.verbs, unit.words, at) if at < len(unit) else None
    return bool(pattern and pattern.tags & VERBAL)
