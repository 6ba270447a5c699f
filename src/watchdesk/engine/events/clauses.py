"""Find who stands where around a verb: its subject, its object, what its prepositions govern.

For languages in which position says it.  A place is the index of a chunk.
"""

from collections.abc import Sequence

from watchdesk.engine.events.chunks import Chunk

Row = Sequence[Chunk]
FINITE = frozenset("V")
BORDERS = frozenset(".;:")
LONGEST_LIST = 12
FARTHEST = 4
"""Phrases looked at beyond the nearest."""


def finite(chunk: Chunk) -> bool:
    """Tell whether a verb group can have a subject of its own."""
    if chunk.kind != "VG" or "T" in chunk.aux or chunk.aux[:1] == "L" or chunk.letter == "L":
        return False
    return bool(set(chunk.aux) & set("XHQO")) or chunk.letter in "VFXHQO"


def subject(row: Row, at: int, depth: int = 0) -> list[int]:
    """Give the noun phrases that are the subject of the verb group row[at]; empty if none is told."""
    if depth > 4:  # noqa: PLR2004
        return []
    place = at - 1
    while place >= 0 and row[place].kind in {"R", "K", "Z"}:
        place -= 1
    if place < 0:
        return after_comma(row, at)
    kind = row[place].kind
    if "T" in row[at].aux:
        return of_infinitive(row, place, depth)
    if kind == "NP":
        bare = row[at].letter in "FEJ" and row[at].aux.rstrip("G") in {"", "L"}
        return noun_list(row, place) if bare else from_phrase(row, place, depth)
    if kind in {")", "-"}:
        return over_bracket(row, place, at, depth)
    if kind == ",":
        return over_comma(row, place, at, depth)
    if kind == "W":
        return antecedent(row, place)
    if kind in {"C", "P"} or row[place].kind == "VG":
        return of_verb_before(row, place, at, depth)
    if kind == "U" and not finite(row[at]):  # "after being beaten", "while arresting"
        return of_verb_before(row, place - 1, at, depth)
    return after_comma(row, at) if kind in {"U", "."} else []


def from_phrase(row: Row, place: int, depth: int) -> list[int]:
    """Give the phrase row[place], or the one it hangs on: "the head of the party"."""
    at, joined = place, list[int]()
    while at >= 1:
        if row[at - 1].kind != "P":
            listed = noun_list(row, at)
            first = whole_start(row, listed[0])
            if len(listed) == 1 or first < 1 or row[first - 1].kind != "P":
                return sorted({*listed, *joined})
            joined, at = listed[1:], first
        owner = at - 2
        while owner >= 0 and row[owner].kind in {"R", "Z"}:
            owner -= 1
        if owner < 0 or row[owner].kind not in {"NP", ")"}:
            return joined or hanging(row, at, owner, depth)
        at = owner if row[owner].kind == "NP" else opening_bracket(row, owner) - 1
    return sorted({*noun_list(row, at), *joined}) if at >= 0 else joined


def hanging(row: Row, at: int, owner: int, depth: int) -> list[int]:
    """Handle "X detained in Minsk was": what hangs on a participle goes with its noun."""
    if owner < 0:
        return noun_list(row, at)
    if row[owner].kind == "VG":
        participle = row[owner].letter in "FEJ" and not row[owner].aux
        return subject(row, owner, depth + 1) if participle else []
    if row[owner].kind == ",":
        return over_comma(row, owner, owner + 1, depth)
    return []


def farther(row: Row, at: int) -> list[int]:
    """Give the phrases that row[at] may only belong to: "the **head** of the party", nearest first.

    They are who is meant where the nearest cannot be: parties are not arrested.
    """
    found: list[int] = []
    place = whole_start(row, at) - 1
    while (
        place >= 0 and row[place].kind in {"P", "NP", ",", "'", "C", "R"} and len(found) < FARTHEST
    ):
        if row[place].kind == "NP":
            found.append(place)
        place -= 1
    return found


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


def over_comma(row: Row, place: int, at: int, depth: int) -> list[int]:
    """Skip what stands between two commas: ", a journalist," or ", who had fled,"."""
    opening = place - 1
    while opening >= 0 and row[opening].kind not in {",", ".", ";"}:
        opening -= 1
    if opening > 0 and row[opening].kind == ",":
        inner = row[opening + 1]
        inserted = inner.kind in {"W", "U", "P", "NP", "Z"} or inner.letter in "FEJ"
        if inserted and not (inner.kind == "NP" and any(finite(c) for c in row[opening:place])):
            return left_of(row, opening - 1, depth)
    if row[at].kind == "VG":
        return of_verb_before(row, place, at, depth)
    return []


def left_of(row: Row, place: int, depth: int) -> list[int]:
    """Give the phrase that ends at row[place], as the subject of what follows."""
    while place >= 0 and row[place].kind in {"R", "Z"}:
        place -= 1
    if place < 0:
        return []
    if row[place].kind == "NP":
        return from_phrase(row, place, depth)
    if row[place].kind == ")":
        return left_of(row, opening_bracket(row, place) - 1, depth)
    return over_comma(row, place, place + 1, depth) if row[place].kind == "," else []


def over_bracket(row: Row, place: int, at: int, depth: int) -> list[int]:
    sign = row[place].kind
    opening = place - 1
    while opening >= 0 and row[opening].kind not in {"-" if sign == "-" else "(", "."}:
        opening -= 1
    if opening <= 0 or row[opening].kind == ".":
        return []
    return left_of(row, opening - 1, depth)


def opening_bracket(row: Row, place: int) -> int:
    while place > 0 and row[place].kind != "(":
        place -= 1
    return place


def antecedent(row: Row, place: int) -> list[int]:
    """Give what a relative pronoun at row[place] stands for."""
    at = place - 1
    while at >= 0 and row[at].kind in {",", "R", "P", "Z"}:
        at -= 1
    if at >= 0 and row[at].kind == ")":
        at = opening_bracket(row, at) - 1
    return noun_list(row, at) if at >= 0 and row[at].kind == "NP" else []


def of_verb_before(row: Row, place: int, at: int, depth: int) -> list[int]:
    """Give the subject of the verb group that this one is joined to."""
    before = verb_before(row, place)
    if before is None:
        return after_comma(row, at)
    return subject(row, before, depth + 1)


def verb_before(row: Row, place: int) -> int | None:
    """Give the nearest verb group to the left that can lend its subject."""
    while place >= 0 and row[place].kind not in BORDERS:
        if row[place].kind == "VG" and (
            finite(row[place]) or row[place].letter in "FEJ" or "T" in row[place].aux
        ):
            return place
        if row[place].kind in {"W", "U"}:
            return None
        place -= 1
    return None


def of_infinitive(row: Row, place: int, depth: int) -> list[int]:
    """Give who is to act: "ordered police to disperse", "tried to leave", "threatened to kill"."""
    if row[place].kind == "NP" and place >= 1 and row[place - 1].kind == "VG":
        return [place]
    before = verb_before(row, place)
    return subject(row, before, depth + 1) if before is not None else []


def after_comma(row: Row, at: int) -> list[int]:
    """Give the subject of the main clause: "Detained in Minsk, X said"; "After being beaten, X"."""
    place = at + 1
    while place < len(row) and row[place].kind not in {",", *BORDERS, "W", "U"}:
        place += 1
    if place + 1 < len(row) and row[place].kind == "," and row[place + 1].kind == "NP":
        return [place + 1, *following_list(row, place + 1)]
    return []


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
    inner = place + 1
    while inner < len(row) and row[inner].kind in {"R", "Z"}:
        inner += 1
    inserted = inner > place + 1 and inner < len(row) and row[place].kind == row[inner].kind == ","
    return inner + 1 if inserted else place


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
