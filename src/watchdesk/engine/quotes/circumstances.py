"""What stands between a cue and its content: hearers, times, places ("told reporters on Monday").

For languages read by position.
"""

from watchdesk.engine.quotes import noun_phrases
from watchdesk.engine.quotes.phrases import phrase_end
from watchdesk.engine.quotes.units import QUOTED, Unit
from watchdesk.engine.quotes.verbal import Saying


def past(unit: Unit, said: Saying, stop: int) -> int:
    """Give the first word behind a cue, not after `stop`, that may be its content."""
    at = said.resume
    if "hearer" in said.cue.takes and said.form != "inverted":
        at = past_hearer(unit, at, stop)
        if unit.letter(at) == "T" and "request" in said.cue.takes:
            return said.resume
    while at < stop:
        end = circumstance_end(unit, at, stop)
        if end is None:
            break
        at = end
    return at


def circumstance_end(unit: Unit, at: int, stop: int) -> int | None:
    """Give the end of one circumstance that begins at `at`; None if none does."""
    if end := phrase_end(unit.cues.trailers, unit.words, at):
        return end
    letter = unit.letter(at)
    if letter == "R" and unit.letter(at + 1) == "X":  # "there are"
        return None
    if letter in "RZG":
        return None if unit.known(at + 1, "genitive") else at + 1
    if letter in "Da" and unit.letter(at + 1) == "Z":
        return at + 2
    if letter == "P":
        time = past_determiners(unit, at + 1)
        return time + 1 if unit.letter(time) == "Z" else past_phrases(unit, at, stop)
    return None


def past_determiners(unit: Unit, at: int) -> int:
    while unit.letter(at) in "Da#":
        at += 1
    return at


def past_phrases(unit: Unit, at: int, stop: int) -> int | None:
    """Step over "in his opening remarks" where a "that" or a quotation follows it."""
    end = at
    while end < stop and unit.letter(end) == "P":
        inner = noun_phrases.right(unit, end + 1, stop)
        if inner == end + 1:
            return None
        end = inner
        while unit.letter(end) == "Z":
            end += 1
    if unit.known(end, "that") or unit.letter(end) == QUOTED:
        return end
    sign = unit.letter(end) in ",:" and unit.letter(end + 1) == QUOTED
    return end + 1 if sign else None


def past_hearer(unit: Unit, at: int, stop: int) -> int:
    """Step over who is told: "reporters", "the crowd in Osh"."""
    end = noun_phrases.right(unit, at, stop)
    if end == at or infinitive(unit, end):
        return end
    if unit.letter(end) in 'UTq:,"' or unit.known(end, "that"):
        return end + (unit.letter(end) == "," and unit.letter(end + 1) == QUOTED)
    if unit.word(at) in unit.cues.hearers or unit.letter(at) == "K":
        return at + 1
    return end if unit.letter(end) in "DSIPZR" else at


def infinitive(unit: Unit, at: int) -> bool:
    """Tell whether "to" opens an infinitive; the verb behind it may be one we do not know."""
    return unit.letter(at) == "T" or (
        unit.known(at, "infinitive") and unit.letter(at + 1) in {"N", "R"}
    )
