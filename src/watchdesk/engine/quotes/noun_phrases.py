"""How far a noun phrase reaches to the left and to the right: "a lawyer for the family in Osh".

For languages read by position.  Places are those of the words of a unit; ends are exclusive.
"""

from collections.abc import Callable

from watchdesk.engine.quotes.units import Unit

CORE = frozenset("NM#aZ'\"")
OPENING = frozenset("DS")
NOMINAL_END = frozenset("NM#KI)Da")
VERBAL = frozenset("VBFEXHQOYGTLJR")
FINITE = frozenset("VXHQO")
PARTICIPLES = frozenset("EF")
LONGEST_BRACKET = 8

# --- To the left


def left(unit: Unit, end: int, floor: int = 0) -> int:
    """Give where the noun phrase that ends before `end` begins; `end` itself if there is none.

    What hangs on it belongs to it: "exit polls taken in Iowa", "those who know him".
    """
    start = core_left(unit, end, floor)
    joined = False
    while floor < start < end:
        before = attached(unit, start, floor, joined=joined)
        if before is None:
            break
        joined = joined or unit.letter(start - 1) == "C"
        start = before
    return start


def core_left(unit: Unit, end: int, floor: int) -> int:
    """Give where the words of a plain noun phrase begin that ends before `end`."""
    at = end
    if at > floor and unit.letter(at - 1) in "IK":
        return at - 1
    if at > floor and unit.letter(at - 1) == ")":
        at = opening_bracket(unit, at - 1)
    while at > floor:
        letter = unit.letter(at - 1)
        if letter in OPENING:
            at = over_determiners(unit, at - 1, floor)
            if unit.letter(at - 1) != "'":
                return at
        elif letter in CORE or (letter == "R" and at < end and unit.letter(at) in "a#"):
            at -= 1
            at = over_determiners(unit, at, floor) if letter == "#" else at
        else:
            break
    while at < end and unit.letter(at) in "'\"":
        at += 1
    return at


def over_determiners(unit: Unit, at: int, floor: int) -> int:
    """Step back over "about half", "not all"."""
    while at > floor and (unit.letter(at - 1) in "D#" or unit.known(at - 1, "roughly")):
        at -= 1
    return at


def opening_bracket(unit: Unit, at: int) -> int:
    while at > 0 and unit.letter(at) != "(":
        at -= 1
    return at


def attached(unit: Unit, start: int, floor: int, *, joined: bool) -> int | None:
    """Give where the phrase begins that the one from `start` hangs on; None if it stands alone."""
    letter = unit.letter(start - 1)
    if start - 1 <= floor:
        return None
    if letter == "," and not joined:
        return None
    if letter in PARTICIPLES and unit.letter(start) != "Z":
        return None
    if letter == "B" and unit.letter(start - 2) not in "QOTG":
        return None
    step = STEPS.get(letter)
    return step(unit, start - 1, floor) if step else None


def owner(unit: Unit, end: int, floor: int) -> int | None:
    """Give where the phrase begins that ends before `end`, if one does."""
    if end <= floor or unit.letter(end - 1) not in NOMINAL_END:
        return None
    start = core_left(unit, end, floor)
    return start if start < end else None


def through_preposition(unit: Unit, at: int, floor: int) -> int | None:
    """Walk over "in Osh", "conducted in Osh", "from outside Osh" to what it hangs on."""
    end = at
    while end > floor and unit.letter(end - 1) in "RZ":
        end -= 1
    if end > floor and unit.letter(end - 1) in "JEFVXB":
        start = through_participle(unit, end - 1, floor)
        return through_relative(unit, end - 1, floor) if start is None else start
    if end > floor and unit.letter(end - 1) == "P":
        return through_preposition(unit, end - 1, floor)
    return owner(unit, end, floor)


def through_participle(unit: Unit, at: int, floor: int) -> int | None:
    """Walk over "polls conducted", "those supporting": a participle right after a noun."""
    while at > floor and unit.letter(at - 1) == "R":
        at -= 1
    return owner(unit, at, floor) if unit.letter(at - 1) in "NM#)D" else None


def through_conjunction(unit: Unit, at: int, floor: int) -> int | None:
    """Walk over "X and", unless "X" is what a verb or preposition before it governs."""
    end = at - 1 if unit.letter(at - 1) == "," else at
    start = owner(unit, end, floor)
    if start is None:
        return None
    whole = start
    while (more := attached(unit, whole, floor, joined=True)) is not None and more < whole:
        whole = more
    return None if unit.letter(whole - 1) in "VFBJEPXHQO" else start


def listed(unit: Unit, comma: int, floor: int) -> int | None:
    """Take one more item of "X, Y and Z", unless it is what a preposition or a verb governs."""
    start = owner(unit, comma, floor)
    return None if start is None or unit.letter(start - 1) in "PVFBJE" else start


def through_relative(unit: Unit, at: int, floor: int) -> int | None:
    """Walk over "voters who support": back to the noun before the relative pronoun."""
    while at > floor and unit.letter(at) in VERBAL:
        at -= 1
    if unit.letter(at) == "W":
        return owner(unit, at, floor)
    inner = core_left(unit, at + 1, floor)
    if inner <= at and unit.letter(inner - 1) == "W":
        return owner(unit, inner - 1, floor)
    return None


STEPS: dict[str, Callable[[Unit, int, int], int | None]] = {
    "P": through_preposition,
    "J": through_participle,
    "E": through_participle,
    "F": through_participle,
    "C": through_conjunction,
    ",": listed,
    "W": owner,
    "B": through_relative,
    **dict.fromkeys(FINITE, through_relative),
}
"""Letter before a phrase to the way to what the phrase hangs on."""

# --- To the right


def right(unit: Unit, start: int, end: int) -> int:
    """Give where the noun phrase that begins at `start` ends, with what hangs on it."""
    at = core_right(unit, start, end)
    while start < at < end:
        further = continued(unit, at, end)
        if further == at:
            break
        at = further
    return at


def core_right(unit: Unit, start: int, end: int) -> int:
    """Give the end of the plain noun phrase that begins at `start`; `start` if none does."""
    at = start + (unit.letter(start) == "R")
    while at < end and unit.letter(at) in "DS#":
        at += 1
    if at < end and unit.letter(at) in "IK":
        return at + 1
    while at < end:
        letter = unit.letter(at)
        hyphen = letter == "-" and unit.letter(at + 1) in "NM"
        if letter not in "NM#a'\"" and not (hyphen and unit.ends[at - 1] == unit.starts[at]):
            break
        at += 1
    while at > start and unit.letter(at - 1) == '"':
        at -= 1
    return at


def continued(unit: Unit, at: int, end: int) -> int:
    """Give the end of what hangs on a phrase that ended at `at`; `at` if nothing does."""
    letter = unit.letter(at)
    if letter == "P" and unit.known(at, "links") and unit.letter(at - 1) == "N":
        inner = core_right(unit, at + 1, end)
        return inner if inner > at + 1 else at
    if letter == "C" and unit.letter(at + 1) in "NMDS#":
        inner = core_right(unit, at + 1, end)
        return at if unit.letter(inner) in FINITE | {"F"} else inner
    if letter == "(":
        inside = range(at, min(end, at + LONGEST_BRACKET))
        return next((i + 1 for i in inside if unit.letter(i) == ")"), at)
    return at
