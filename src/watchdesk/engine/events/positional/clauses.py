"""Find who stands where in a clause: objects, lists, what prepositions govern, where it ends.

For languages in which position says it.  A place is the index of a chunk.
"""

from collections.abc import Sequence

from watchdesk.engine.events.positional.chunks import Chunk

Row = Sequence[Chunk]
BORDERS = frozenset(".;:")
LONGEST_LIST = 12
INSERTED = 6
"""Chunks between two commas that may be an insertion: "killed, apparently by mistake, a driver"."""


def finite(chunk: Chunk) -> bool:
    """Tell whether a verb group can have a subject of its own."""
    if chunk.kind != "VG" or "T" in chunk.aux or chunk.aux[:1] == "L" or chunk.letter == "L":
        return False
    return bool(set(chunk.aux) & set("XHQO")) or chunk.letter in "VFXHQO"


def noun_list(row: Row, at: int) -> list[int]:
    """Give the phrase and those listed with it to its left: "X, Y and three others"."""
    found, place, joined = [at], at, False
    while len(found) < LONGEST_LIST:
        start = whole_start(row, place)
        if start < 2:  # noqa: PLR2004
            break
        sign = row[start - 1].kind
        before = start - 2
        if sign == "C" and row[before].kind == ",":
            before -= 1
        if before < 0 or row[before].kind != "NP" or not (sign == "C" or (sign == "," and joined)):
            break
        first = whole_start(row, before)
        if first > 0 and row[first - 1].kind == "P" and sign == ",":
            break
        joined = True
        place = before
        found.append(before)
    return sorted(found)


def whole_start(row: Row, at: int) -> int:
    """Give where a phrase with its possessor begins: "the party 's leader"."""
    while at >= 2 and row[at - 1].kind == "'" and row[at - 2].kind == "NP":  # noqa: PLR2004
        at -= 2
    return at


def objects(row: Row, at: int) -> list[int]:
    """Give the direct objects of the verb group row[at], with those listed after them."""
    place = past_adverbs(row, at + 1)
    if place >= len(row) or row[place].kind != "NP":
        return []
    return phrase_at(row, place)


def past_adverbs(row: Row, place: int) -> int:
    """Give the place after adverbs, words of time, and adverbs between two commas."""
    while place < len(row) and row[place].kind in {"R", "Z"}:
        place += 1
    if place + 1 >= len(row) or row[place].kind != "," or row[place + 1].kind not in {"R", "Z"}:
        return place
    inner = place + 2
    while inner < min(len(row), place + INSERTED) and row[inner].kind in {"R", "Z", "P", "NP"}:
        inner += 1
    return inner + 1 if inner < len(row) and row[inner].kind == "," else place


def shared_objects(row: Row, at: int) -> list[int]:
    """Give the objects a verb shares with one joined after it: "harassed, beat and jailed X"."""
    place = at + 1
    while place < len(row) and row[place].kind in {",", "C", "R"}:
        place += 1
    joined = place > at + 1 and place < len(row) and row[place].kind == "VG"
    if not joined or row[place].aux or row[at + 1].kind == "R":
        return []
    return objects(row, place) or shared_objects(row, place)


def phrase_at(row: Row, place: int) -> list[int]:
    """Give the phrase that begins at row[place], without its possessors, and those after it."""
    place = past_possessors(row, place)
    return [place, *following_list(row, place)]


def past_possessors(row: Row, place: int) -> int:
    while place + 2 < len(row) and row[place + 1].kind == "'" and row[place + 2].kind == "NP":
        place += 2
    return place


def following_list(row: Row, at: int) -> list[int]:
    """Give the phrases listed after row[at], where an "and" closes the list."""
    found: list[int] = []
    kept, place = 0, at + 1
    while place + 1 < len(row) and len(found) < LONGEST_LIST:
        sign = row[place].kind
        following = place + 1
        if sign == "," and row[following].kind == "C" and following + 1 < len(row):
            sign, following = "C", following + 1
        if sign not in {",", "C"} or row[following].kind != "NP":
            break
        item = past_possessors(row, following)
        if item + 1 < len(row) and finite(row[item + 1]):
            break
        found.append(item)
        place = item + 1
        kept = len(found) if sign == "C" else kept
    return found[:kept]


def governed(row: Row, at: int, end: int) -> list[tuple[int, list[int]]]:
    """Give each preposition of row[at:end] with the phrases it governs."""
    found = []
    for place in range(at, end - 1):
        if row[place].kind == "P" and row[place + 1].kind == "NP":
            found.append((place, phrase_at(row, place + 1)))
    return found


def clause_end(row: Row, at: int) -> int:
    """Give where what belongs to the verb or noun row[at] ends: a border, or a verb of its own."""
    place = at + 1
    while place < len(row):
        chunk = row[place]
        if chunk.kind in BORDERS or chunk.kind in {"U", "W"}:
            break
        if chunk.kind == "C" and place + 1 < len(row) and row[place + 1].kind in {"VG", "R"}:
            break
        if finite(chunk) and chunk.kind == "VG" and (chunk.aux or chunk.letter == "V"):
            break
        place += 1
    return place
