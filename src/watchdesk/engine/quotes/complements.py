"""What follows a cue and is its content: a clause, a quotation, an infinitive or a thing.

For languages read by position.
"""

from collections.abc import Callable

from watchdesk.engine.quotes import circumstances, noun_phrases
from watchdesk.engine.quotes.units import QUOTED, Unit
from watchdesk.engine.quotes.verbal import Saying

Range = tuple[int, int]
STOPS = frozenset(".;")
OBJECT_STOPS = frozenset(".;:-W")
OBJECT = frozenset("DS#NMKIaJZ")
"""Letters with which a thing that is spoken of may begin."""
FINITE = frozenset("VXHQO")
FARTHEST_CONJUNCTION = 12


def complement(unit: Unit, said: Saying, stop: int) -> Range | None:
    """Give the words behind a cue, up to `stop`, that are its content; None if none can be."""
    at = circumstances.past(unit, said, stop)
    if at + 1 < stop and unit.letter(at) in ",:":
        at += 1
    if at >= stop or unit.letter(at) in "C)":
        return None
    if unit.letter(at) == "U" and unit.known(at, "circumstances"):
        return None
    for opens, reach in READINGS:
        if opens(unit, said, at, stop):
            return at, reach(unit, at, stop)
    return None


# --- What opens there


def opens_gap(unit: Unit, said: Saying, at: int, stop: int) -> bool:
    """Tell whether the object stands before: "a ruling which she said was wrong"."""
    if said.speaker is None or "clause" not in said.cue.takes:
        return False
    return unit.letter(at) in "VFXHQPT" and unit.letter(said.speaker.start - 1) in "WU"


def opens_quotation(unit: Unit, said: Saying, at: int, stop: int) -> bool:
    return unit.letter(at) in 'q"'


def opens_infinitive(unit: Unit, said: Saying, at: int, stop: int) -> bool:
    return "infinitive" in said.cue.takes and circumstances.infinitive(unit, at)


def opens_request(unit: Unit, said: Saying, at: int, stop: int) -> bool:
    """Tell whether somebody is named and then what he is to do: "the police to free him"."""
    if "request" not in said.cue.takes:
        return False
    end = noun_phrases.right(unit, at, stop)
    return end > at and unit.letter(end) == "T"


def opens_clause(unit: Unit, said: Saying, at: int, stop: int) -> bool:
    if "clause" not in said.cue.takes:
        return False
    if unit.letter(at) in "UW" or unit.letter(at - 1) in ",:":
        return True
    ahead = range(at, min(stop, at + FARTHEST_CONJUNCTION))
    if unit.letter(at) == "P" and any(unit.letter(i) == "U" for i in ahead):
        return True
    return has_subject_and_verb(unit, at, stop)


def has_subject_and_verb(unit: Unit, at: int, stop: int) -> bool:
    """Tell whether a clause without a conjunction opens: "the senator would resign"."""
    end = max(noun_phrases.right(unit, at, stop), at)
    first = next((i for i in range(end, stop) if unit.letter(i) not in "RZ"), end)
    if end > at and unit.letter(first) == "F":
        return True
    for i in range(end, stop):
        if unit.letter(i) in FINITE:
            return True
        if unit.letter(i) in ";.:q" or (unit.letter(i) == "," and not closes(unit, i, stop)):
            return False
    return False


def closes(unit: Unit, comma: int, stop: int) -> bool:
    """Tell whether a second comma follows before a verb: "the president, a lawyer, resigned"."""
    following = (unit.letter(i) for i in range(comma + 1, stop))
    return next((letter == "," for letter in following if letter in "VXHQO.;:q,"), False)


def opens_name(unit: Unit, said: Saying, at: int, stop: int) -> bool:
    """Tell whether a thing is named and then what it is called: "the verdict unlawful"."""
    if "naming" not in said.cue.takes:
        return False
    end = noun_phrases.right(unit, at, stop)
    if unit.letter(at) == "P":
        return True
    if end == at or unit.letter(end) in 'D"aNMEJR#q' or unit.known(end, "as"):
        return end > at
    nouns = sum(unit.letter(i) in "NaM" for i in range(at, end))
    return nouns > 1 and unit.letter(at) in "DS"


def opens_question(unit: Unit, said: Saying, at: int, stop: int) -> bool:
    """Tell whether a clause stands for the thing: "talked about how ..."."""
    return "object" in said.cue.takes and unit.letter(at) in "UW"


def opens_object(unit: Unit, said: Saying, at: int, stop: int) -> bool:
    return "object" in said.cue.takes and unit.letter(at) in OBJECT


# --- How far it reaches


def clause_end(unit: Unit, at: int, stop: int) -> int:
    """Give the end of a clause, and of the quotations that go on behind a quoted one."""
    end = at
    while end < stop and unit.letter(end) not in STOPS:
        end += 1
    while end < stop and unit.letters[end - 1 : end + 2] == [QUOTED, ".", QUOTED]:
        end += 2
    return trimmed(unit, at, end)


def object_end(unit: Unit, at: int, stop: int) -> int:
    """Give the end of a noun phrase with all that hangs on it, up to a new clause or a time."""
    end = at + 1
    while end < stop and not object_stops(unit, end, stop):
        end += 1
    return trimmed(unit, at, end)


def object_stops(unit: Unit, at: int, stop: int) -> bool:
    letter = unit.letter(at)
    if letter == "C":
        return unit.letter(at + 1) in "VFBXHQ"
    if letter == "U":
        return not unit.known(at, "object_conjunctions")
    if letter == ",":
        return not lists(unit, at, stop)
    if letter == "P":
        time = unit.letter(circumstances.past_determiners(unit, at + 1)) == "Z"
        return time or unit.known(at, "temporal")
    if letter == "Z":
        return unit.letter(at - 1) in "NMKI"
    return letter in OBJECT_STOPS


def lists(unit: Unit, comma: int, stop: int) -> bool:
    """Tell whether a comma stands within "X, Y and Z"."""
    after = noun_phrases.core_right(unit, comma + 1, stop)
    return after > comma + 1 and unit.letter(after) in ",C" and unit.letter(comma + 1) in "NM#a"


def trimmed(unit: Unit, start: int, end: int) -> int:
    """Step back over the signs and joints at the end of words[start:end]."""
    while end > start + 1 and unit.letter(end - 1) in ",:;-.CU(":
        end -= 1
    return end


Opens = Callable[[Unit, Saying, int, int], bool]
Reach = Callable[[Unit, int, int], int]
READINGS: tuple[tuple[Opens, Reach], ...] = (
    (opens_gap, clause_end),
    (opens_quotation, clause_end),
    (opens_infinitive, clause_end),
    (opens_request, clause_end),
    (opens_clause, clause_end),
    (opens_name, object_end),
    (opens_question, clause_end),
    (opens_object, object_end),
)
"""What may open behind a cue, in the order in which it is tried, with how far it reaches."""
