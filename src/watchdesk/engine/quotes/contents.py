"""What is said: the words before and behind a cue that are its content.

For languages read by position.
"""

from collections.abc import Sequence

from watchdesk.engine.quotes import noun_phrases
from watchdesk.engine.quotes.complements import clause_end, complement, object_end, trimmed
from watchdesk.engine.quotes.phrases import phrase_end
from watchdesk.engine.quotes.units import QUOTED, Unit
from watchdesk.engine.quotes.verbal import Saying

SHORTEST = 2
"""Words up to which what stands before a comma is no indirect speech."""
STOPS = frozenset(".;")
Range = tuple[int, int]


def contents(unit: Unit, said: Saying, following: Sequence[Saying], floor: int) -> list[Range]:
    """Give the ranges of words that are the content of a cue, in text order.

    `following` are the cues after it; `floor` is where the words before it are still free.
    """
    stop = min(content_stop(unit, said, following), until_according(unit, said.end))
    if said.form == "passive":
        return of_passive(unit, said, stop, floor)
    right = complement(unit, said, stop)
    left = left_content(unit, said, floor)
    if left is None:
        return [right] if right else []
    return beside_left(unit, said, left, right)


def behind(unit: Unit, said: Saying) -> list[Range]:
    """Give what follows a noun or adjective of saying."""
    right = complement(unit, said, until_according(unit, said.end))
    return [right] if right else []


# --- On both sides


def beside_left(unit: Unit, said: Saying, left: Range, right: Range | None) -> list[Range]:
    """Settle "A, X said B" and "A, X said, B", where words stand on both sides."""
    sign = unit.letter(said.resume)
    if right is None or sign in STOPS:
        return [left]
    first = unit.letter(right[0])
    if sign == ",":
        goes_on = unit.letter(said.resume + 1) not in "JU" or first == QUOTED
        return [left, right] if goes_on else [left]
    if first in "qU:":
        return [right] if left_is_loose(unit, left) else [left, right]
    if ends_in_speech(unit, left) or first in "PZRT":
        return [left]
    return [right] if left_is_loose(unit, left) else [left]


def left_is_loose(unit: Unit, left: Range) -> bool:
    """Tell whether the words before are only a circumstance: "After the vote," or "In Osh,"."""
    if ends_in_speech(unit, left):
        return False
    verbs = any(unit.letter(i) in "VFXHQO" for i in range(*left))
    return unit.letter(left[0]) in "PUZREFJ" or not verbs


def ends_in_speech(unit: Unit, part: Range) -> bool:
    last, before = unit.letter(part[1] - 1), unit.letter(part[1] - 2)
    return last == QUOTED or (last in ',"' and before == QUOTED)


# --- Where the words behind a cue end


def content_stop(unit: Unit, said: Saying, following: Sequence[Saying]) -> int:
    """Give where the words behind a cue stop being its content: a later cue is joined to it."""
    if said.form == "gerund" and said.speaker and said.speaker.start > said.verb:
        return before_joint(unit, said.speaker.start)
    for later in following:
        stop = later_stop(unit, said, later)
        if stop is not None:
            return stop
    return len(unit)


def later_stop(unit: Unit, said: Saying, later: Saying) -> int | None:
    """Give where a later cue ends what an earlier one says; None if it does not."""
    if later.speaker is None:
        return None
    start = later.speaker.start
    if start <= said.verb < later.speaker.end:  # "X, who denied it, said"
        return later.speaker.end - 1
    opening = said.start == 0 or unit.letter(said.start - 1) == "U"
    asked = said.speaker is None or said.form == "passive"
    if opening and asked and unit.letter(start - 1) == ",":  # "Asked why, X said"
        return start - 1
    if later.joined and said.speaker and start == said.speaker.start:
        return before_joint(unit, later.start)
    contrast = unit.letter(start - 1) in "CU" and unit.letter(start - 2) == ","
    if not later.joined and later.form == "finite" and contrast:  # "..., but Y said"
        return before_joint(unit, start)
    return None


def until_according(unit: Unit, at: int) -> int:
    """Give where ", according to X" begins behind a cue; the end of the unit without one."""
    if unit.cues.according.keys().isdisjoint(unit.words):
        return len(unit)
    for place in range(at, len(unit)):
        if unit.words[place] in unit.cues.according and unit.letter(place - 2) != "U":
            if phrase_end(unit.cues.according, unit.words, place):
                return before_joint(unit, place)
    return len(unit)


def before_joint(unit: Unit, at: int) -> int:
    """Step back over the comma and conjunction that join a cue to what stands before it."""
    while at > 0 and unit.letter(at - 1) in "C,UPR":
        at -= 1
    return at


# --- Before the cue


def left_content(unit: Unit, said: Saying, floor: int) -> Range | None:
    """Give what stands before "…, X said": a quotation, or words up to a comma."""
    if not said.cue.takes & {"clause", "quotation"} or said.joined:
        return None
    border = said.start if said.form == "inverted" else said.speaker.start if said.speaker else 0
    if border - 1 < floor or unit.letter(border - 1) not in 'q,"':
        return None
    stops = (i + 1 for i in range(border - 1, floor - 1, -1) if unit.letter(i) in STOPS)
    start = next(stops, floor)
    while start < border and unit.letter(start) in ",:;-.)":
        start += 1
    end = trimmed(unit, start, border)
    speech = any(unit.letter(i) in 'q"' for i in range(start, end))
    enough = speech or ("clause" in said.cue.takes and end - start > SHORTEST)
    return (start, end) if start < end and enough else None


def of_passive(unit: Unit, said: Saying, stop: int, floor: int) -> list[Range]:
    """Give what is said of whom: "X is expected to resign"; "a view shared by Y"."""
    asked = "hearer" in said.cue.takes
    before = [] if asked else subject_of_passive(unit, said, floor)
    at = said.resume
    while unit.letter(at) in "RZ":
        at += 1
    letter = unit.letter(at)
    if at < stop and (letter in "TU" or (letter in "DW" and asked and said.speaker is None)):
        return [*before, (at, clause_end(unit, at, stop))]
    if at < stop and asked and said.speaker is None and letter not in ",.;:":
        commas = (i for i in range(at, stop) if unit.letter(i) in ",.;:")
        return [(at, next(commas, stop))]
    if said.speaker is None and said.end < stop and unit.letter(said.end) in "PDNMaJSE":
        return [*before, (said.end, object_end(unit, said.end, stop))]
    return before


def subject_of_passive(unit: Unit, said: Saying, floor: int) -> list[Range]:
    at = said.start
    while at > 0 and unit.letter(at - 1) in "R,":
        at -= 1
    start = noun_phrases.left(unit, at, floor)
    return [(start, at)] if start < at and unit.letter(at - 1) in 'NMKI)W"#Z' else []


def has_words(unit: Unit, part: Range) -> bool:
    """Tell whether a stretch holds more than signs."""
    return any(unit.letter(i) not in ",:;-.()C" for i in range(*part))
