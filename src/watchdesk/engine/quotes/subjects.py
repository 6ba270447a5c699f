"""Who says it: the subject of a cue, before it, after it, or that of the verb it is joined to.

For languages read by position.
"""

from dataclasses import dataclass

from watchdesk.engine.quotes import noun_phrases
from watchdesk.engine.quotes.units import Unit

DEEPEST = 4
FINITE = frozenset("VFXHQO")
CLAUSE_BORDERS = frozenset(".;,:-q")
INSERTED = frozenset("DNM#aSPWJEFRKU")
"""Letters with which what stands between two commas may begin."""
NAMING = frozenset("DSNMaW#")
"""Letters with which an insertion begins that says who somebody is."""
LONGEST_INSERTION = 30
LONGEST_OPENING = 4
"""Words of "according to" at the head of a sentence, behind which a comma opens what is told."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """words[start:end] of a unit; `head_end` is where its first plain noun phrase ends."""

    start: int
    end: int
    head_end: int


def group_start(unit: Unit, verb: int) -> int:
    """Give where the auxiliaries and adverbs of a verb begin."""
    at = verb
    while at > 0 and unit.letter(at - 1) in "RGXHOQLYT":
        at -= 1
    return at


# --- Before the cue


def subject(unit: Unit, start: int, depth: int = 0) -> Phrase | None:
    """Give the subject of the verb group that begins at `start`; None where it has none."""
    at = back_over_times(unit, start)
    if depth > DEEPEST or at <= 0:
        return None
    letter = unit.letter(at - 1)
    if letter in "EF" and at < start:  # "the report published Tuesday"
        return phrase_before(unit, start)
    if letter in "EFB":
        return before_relative(unit, at)
    if letter in ",-":
        return over_insertion(unit, at - 1, letter)
    plain = letter in "IWKD)" or letter in noun_phrases.CORE
    return phrase_before(unit, at) if plain else None


def back_over_times(unit: Unit, at: int) -> int:
    """Step back over "on Wednesday", "last week" and adverbs before a verb."""
    whole = at
    while at > 0 and unit.letter(at - 1) in "RZ":
        at -= 1
        if unit.letter(at) == "Z":
            while at > 0 and unit.letter(at - 1) in "DPa":
                at -= 1
    return at if at < whole or unit.letter(whole - 1) != "Z" else whole


def before_relative(unit: Unit, end: int) -> Phrase | None:
    """Read "an officer who asked not to be named said": the noun before the relative pronoun."""
    place = end - 1
    while place > 0 and unit.letter(place) not in ",;:.-qUW":
        place -= 1
    found = phrase_before(unit, place) if unit.letter(place) == "W" else None
    return Phrase(found.start, end, found.head_end) if found else None


def phrase_before(unit: Unit, end: int) -> Phrase | None:
    """Give the phrase that ends before `end`, with the one it stands in apposition to."""
    if unit.letter(end - 1) in "IW":
        return Phrase(end - 1, end, end)
    start = noun_phrases.left(unit, end)
    if start >= end:
        return None
    whole = before_apposition(unit, start)
    start = start if whole is None else whole
    head = noun_phrases.core_right(unit, start, end)
    return Phrase(start, end, head if head > start else end)


def before_apposition(unit: Unit, start: int) -> int | None:
    """Give where "X, the mayor of Austin" begins, given its second part."""
    if unit.letter(start - 1) != "," or unit.letter(start) not in "DS":
        return None
    if unit.letter(start - 2) not in "NM)":
        return None
    first = noun_phrases.left(unit, start - 1)
    opens = first == 0 or unit.letter(first - 1) in '.;:U-q"'
    plain = not any(unit.letter(i) in "VFEJXHQO" for i in range(first, start))
    return first if first < start - 1 and opens and plain else None


def over_insertion(unit: Unit, closing: int, sign: str) -> Phrase | None:
    """Give the subject before ", a lawyer for the family," or "— a lawyer —"."""
    opening = closing - 1
    while opening > 0 and unit.letter(opening) not in {sign, ".", ";", "q"}:
        opening -= 1
    if unit.letter(opening) != sign or not 0 < opening >= closing - LONGEST_INSERTION:
        return None
    if not is_insertion(unit, opening + 1, closing) or not nominal_before(unit, opening):
        return None
    found = phrase_before(unit, opening)
    if found is None or not names(unit, opening + 1):
        return found
    return Phrase(found.start, closing + 1, found.head_end)


def is_insertion(unit: Unit, start: int, end: int) -> bool:
    """Tell whether words[start:end] say something of a noun, and are no clause of their own."""
    if end <= start or unit.letter(end - 1) in "VF":
        return False
    if unit.letter(start) == "C" and unit.letter(start + 1) == "#":  # "then 38"
        return True
    if unit.letter(start) not in INSERTED:
        return False
    if unit.letter(start) in "WPJEFU" or "W" in (unit.letter(start + 1), relative(unit, start)):
        return True
    return not any(unit.letter(i) in "VXHQO" for i in range(start, end))


def relative(unit: Unit, at: int) -> str:
    return "W" if unit.known(at, "relatives") else ""


def nominal_before(unit: Unit, at: int) -> bool:
    return unit.letter(at - 1) in noun_phrases.NOMINAL_END | {"Z", "'"}


def names(unit: Unit, start: int) -> bool:
    """Tell whether an insertion says who somebody is ("a lawyer") and not what he does."""
    return unit.letter(start) in NAMING or unit.known(start, "including")


# --- After the cue


def after(unit: Unit, start: int, end: int) -> Phrase | None:
    """Give the speaker that follows a cue ("said X, a lawyer"), or a preposition ("by X")."""
    if unit.letter(start) not in "DS#NMIKaR":
        return None
    stop = noun_phrases.right(unit, start, end)
    if stop <= start:
        return None
    head = noun_phrases.core_right(unit, start, stop)
    return Phrase(start, apposition_end(unit, stop, end), head)


def teller(unit: Unit, start: int, end: int) -> Phrase | None:
    """Give who stands after "according to", with all that hangs on it: "a poll taken last week"."""
    found = after(unit, start, end)
    if found is None:
        return None
    opens = start <= LONGEST_OPENING
    stop = noun_phrases.right(unit, start, end) if opens else found.end
    while stop < end and unit.letter(stop) in "PDS#NMaKEFZ'":
        if unit.letter(stop) == "P" and unit.letter(stop + 1) == "Z":
            break
        stop += 1
    return Phrase(found.start, stop, found.head_end)


def apposition_end(unit: Unit, at: int, end: int) -> int:
    """Give the end of ", a lawyer for the family" after a speaker; `at` where there is none."""
    if unit.letter(at) != "," or unit.letter(at + 1) not in "DSW#NMa":
        return at
    stop = at + 1
    while stop < end and unit.letter(stop) not in ".;q:-":
        stop += 1
    following = next((i for i in range(at + 1, stop) if unit.letter(i) == ","), stop)
    verbs = any(unit.letter(i) in "VXHQO" for i in range(at + 1, following))
    return at if verbs and unit.letter(at + 1) != "W" else following


# --- Shared with another verb


def shared(unit: Unit, at: int, depth: int = 0) -> Phrase | None:
    """Give the subject of the verb that one at `at`, joined to it, shares."""
    if depth > DEEPEST:
        return None
    verb = main_verb_before(unit, at)
    if verb is None:
        return following_comma(unit, at)
    start = group_start(unit, verb)
    found = subject(unit, start, depth + 1)
    if found is None and unit.letter(start - 1) in "C,":
        return shared(unit, start, depth + 1)
    return found


def main_verb_before(unit: Unit, at: int) -> int | None:
    """Give the nearest finite verb to the left that stands in no subordinate clause."""
    nearest = None
    for place in range(at - 1, -1, -1):
        letter = unit.letter(place)
        if letter in ".;":
            break
        if letter in FINITE and not subordinate(unit, place):
            return place
        if letter in FINITE and nearest is None:
            nearest = place
    return nearest


def subordinate(unit: Unit, verb: int) -> bool:
    """Tell whether a conjunction or relative pronoun opens the clause of a verb."""
    place = verb - 1
    while place >= 0 and unit.letter(place) not in CLAUSE_BORDERS:
        if unit.letter(place) in "UW":
            return True
        place -= 1
    return False


def following_comma(unit: Unit, at: int) -> Phrase | None:
    """Give the subject of the main clause after "Asked about the case, X"."""
    comma = next((i for i in range(at, len(unit)) if unit.letter(i) in ",.;"), len(unit))
    if unit.letter(comma) != ",":
        return None
    stop = comma + 1
    while stop < len(unit) and unit.letter(stop) not in "VFXHQO,.;":
        stop += 1
    if unit.letter(stop) not in FINITE:
        return None
    return phrase_before(unit, group_start(unit, stop))
