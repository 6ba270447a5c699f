"""Find the subject of a verb, wherever its clause has left it.

For languages in which position says it.  A place is the index of a chunk.
"""

from collections.abc import Callable, Mapping

from watchdesk.engine.events.positional.clauses import (
    BORDERS,
    Row,
    finite,
    following_list,
    noun_list,
    past_adverbs,
    whole_start,
)

DEEPEST = 4
"""Verbs that may lend one another their subject, at most."""
FARTHEST = 4
"""Phrases looked at beyond the nearest."""


def subject(row: Row, at: int, depth: int = 0) -> list[int]:
    """Give the noun phrases that are the subject of the verb group row[at]; none if not told."""
    place = before_times(row, at)
    if place < 0 or depth > DEEPEST:
        return after_comma(row, at) if place < 0 else []
    if "T" in row[at].aux:
        return of_infinitive(row, place, depth)
    found = BY_KIND.get(row[place].kind)
    return found(row, place, at, depth) if found else []


def before_times(row: Row, at: int) -> int:
    """Step back over adverbs and times before a verb: "the court on Monday again ordered"."""
    place = at - 1
    while place >= 0 and row[place].kind in {"R", "K", "Z"}:
        place -= 1
    timed = 0 < place < at - 1 and row[place].kind == "P" and row[place + 1].kind == "Z"
    return place - 1 if timed and row[place - 1].kind in {"NP", ")"} else place


def after_phrase(row: Row, place: int, at: int, depth: int) -> list[int]:
    return noun_list(row, place) if bare(row, at) else from_phrase(row, place, depth)


def bare(row: Row, at: int) -> bool:
    """Tell whether a verb group is a participle that goes with the noun right before it."""
    if row[at].aux.rstrip("G") not in {"", "L"}:
        return False
    following = past_adverbs(row, at + 1)
    alone = following >= len(row) or row[following].kind != "NP"
    return row[at].letter == "J" or (row[at].letter in "FE" and alone)


def after_word(row: Row, place: int, at: int, depth: int) -> list[int]:
    """Handle "after being beaten", "while arresting": the subject is that of the main clause."""
    return after_comma(row, at) if finite(row[at]) else of_verb_before(row, place - 1, at, depth)


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


def over_comma(row: Row, place: int, at: int, depth: int) -> list[int]:
    """Skip what stands between two commas: ", a journalist," or ", who had fled,"."""
    if row[at].letter in "FE" and bare(row, at) and place and row[place - 1].kind == "NP":
        return noun_list(row, place - 1)
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


def antecedent(row: Row, place: int, at: int, depth: int) -> list[int]:
    """Give what a relative pronoun at row[place] stands for."""
    before = place - 1
    while before >= 0 and row[before].kind in {",", "R", "P", "Z"}:
        before -= 1
    if before >= 0 and row[before].kind == ")":
        before = opening_bracket(row, before) - 1
    return noun_list(row, before) if before >= 0 and row[before].kind == "NP" else []


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


Finder = Callable[[Row, int, int, int], list[int]]
BY_KIND: Mapping[str, Finder] = {
    "NP": after_phrase,
    ")": over_bracket,
    "-": over_bracket,
    ",": over_comma,
    "W": antecedent,
    "C": of_verb_before,
    "P": of_verb_before,
    "VG": of_verb_before,
    "U": after_word,
    ".": lambda row, place, at, depth: after_comma(row, at),
}
"""What stands before a verb group, to the way its subject is found."""
