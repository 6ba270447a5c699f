"""Find the clause around a predicate: how far it reaches, and which clause it is joined to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from watchdesk.engine.events.cased.row import Group, Row

FINITE = frozenset("VS")
BORDERS = frozenset(";:.—")
INSERTED = frozenset("WG")
LONGEST_APPOSITION = 8
"""Words between two commas that can be a description: «, редактор газеты «Вестник»,»."""
GOVERNOR_REACH = 12
INFINITIVES = ("ть", "ти", "чь", "ться", "тись", "чься")
"""Endings of the base form of a participle."""


@dataclass(frozen=True, slots=True)
class Clause:
    """words[start:end] of a sentence around a predicate, less the insertions in `skipped`.

    `verb` is the place of its finite verb (the predicate itself, or what an infinitive hangs on);
    `joined` that of the verb before it that lends it subject and object; `opener` that of the
    conjunction or pronoun that begins it; `governor` that of the verb whose content it is.
    """

    start: int
    end: int
    verb: int = 0
    skipped: frozenset[int] = frozenset()
    joined: int | None = None
    opener: int | None = None
    governor: int | None = None

    def holds(self, group: Group) -> bool:
        """Tell whether a group belongs to the clause."""
        return self.start <= group.start < self.end and group.start not in self.skipped


def clause(row: Row, found: Sequence[Group], at: int) -> Clause:
    """Give the clause of the predicate words[at] (a verb form of any kind, or a noun)."""
    listed = {
        place
        for group in found
        if group.list_of is not None
        for place in range(before_item(row, group), group.start)
    }
    left = leftwards(row, at, listed)
    end, skipped = rightwards(row, at, listed)
    whole = replace(left, end=end, skipped=left.skipped | skipped)
    verb = at if row.kind(at) in FINITE else finite_in(row, whole, at)
    governor = governing(row, left.start if left.opener is None else left.opener)
    return replace(whole, verb=verb, governor=governor)


def before_item(row: Row, group: Group) -> int:
    """Give where the comma or «и» before a listed group stands."""
    place = group.start
    while row.kind(place - 1) in {",", "C", "P", "R"}:
        place -= 1
    return place


def leftwards(row: Row, at: int, listed: set[int]) -> Clause:
    """Walk left to where the clause begins; the clause given ends at words[at]."""
    skipped: set[int] = set()
    place, seen_verb = at - 1, row.kind(at) in FINITE
    while place >= 0:
        opening = insertion(row, place) if row.kind(place) == "," else None
        if place in listed:
            place -= 1
        elif opening is not None:
            skipped |= set(range(opening, place + 1))
            place = opening - 1
        elif (begun := begins_at(row, place, at, seen_verb=seen_verb)) is not None:
            return replace(begun, skipped=frozenset(skipped))
        else:
            seen_verb = seen_verb or row.kind(place) in FINITE
            place -= 1
    return Clause(0, at, skipped=frozenset(skipped))


def begins_at(row: Row, place: int, at: int, *, seen_verb: bool) -> Clause | None:
    """Give the clause if its left border is words[place]; None if it goes on to the left."""
    kind = row.kind(place)
    if kind in BORDERS:
        return Clause(place + 1, at)
    if kind in {"U", "W"}:
        return Clause(place, at, opener=place)
    if kind in FINITE and seen_verb and not one_predicate(row, place, at):
        return Clause(place + 1, at, joined=place)
    verb = verb_left(row, place) if kind in {"C", ","} else None
    if verb is None:
        return None
    if row.kind(place + 1) in {"U", "W"}:
        return Clause(place + 1, at, opener=place + 1)
    loose = kind == "," and row.kind(at) not in {"I", "G"}
    return Clause(place + 1, at, joined=verb) if seen_verb or loose else None


def one_predicate(row: Row, one: int, other: int) -> bool:
    """Tell whether two finite words make one predicate: «был задержан», «должен быть снят»."""
    return row.kind(one) != row.kind(other) or abs(one - other) == 1


def insertion(row: Row, closing: int) -> int | None:
    """Give where an insertion that ends at the comma words[closing] begins, if there is one."""
    place = closing - 1
    while place >= 0 and row.kind(place) not in BORDERS:
        if row.kind(place) == ",":
            if inserted(row, place + 1):
                return place
            finite = any(row.kind(i) in FINITE for i in range(place, closing))
            short = closing - place <= LONGEST_APPOSITION
            return (
                place if not finite and short and row.kind(place + 1) in {"N", "A", "P"} else None
            )
        place -= 1
    return None


def inserted(row: Row, place: int) -> bool:
    """Tell whether an insertion begins here: «, который ...,», «, задержанный вчера,»."""
    relative = row.kind(place) == "P" and row.kind(place + 1) == "W"
    return row.kind(place) in INSERTED or is_participle(row, place) or relative


def is_participle(row: Row, place: int) -> bool:
    return row.kind(place) == "A" and row.words[place].lemma.endswith(INFINITIVES)


def verb_left(row: Row, place: int) -> int | None:
    """Give the nearest finite verb to the left within the same clause."""
    for at in range(place - 1, -1, -1):
        if row.kind(at) in FINITE:
            return at
        if row.kind(at) in BORDERS | {"U", "W"}:
            return None
    return None


def rightwards(row: Row, at: int, listed: set[int]) -> tuple[int, frozenset[int]]:
    """Walk right to where the clause ends; also give the insertions passed over."""
    skipped: set[int] = set()
    place, seen_verb = at + 1, row.kind(at) in FINITE
    while place < len(row.words):
        closing = inserted_right(row, place) if row.kind(place) == "," else None
        if place in listed:
            place += 1
        elif closing is not None:
            skipped |= set(range(place, closing + 1))
            place = closing + 1
        elif ends_at(row, place, at, seen_verb=seen_verb):
            break
        else:
            seen_verb = seen_verb or row.kind(place) in FINITE
            place += 1
    return place, frozenset(skipped)


def ends_at(row: Row, place: int, at: int, *, seen_verb: bool) -> bool:
    """Tell whether words[place] is the right border of the clause."""
    kind = row.kind(place)
    if kind in BORDERS or kind in {"U", "W", "G"}:
        return True
    if kind in FINITE:
        return seen_verb and not one_predicate(row, at, place)
    if kind == "C":
        return seen_verb and verb_right(row, place)
    if kind == ",":
        return seen_verb or row.kind(place + 1) in {"U", "W"} or verb_right(row, place)
    return False


def inserted_right(row: Row, opening: int) -> int | None:
    """Give where an insertion that begins at the comma words[opening] ends, if it ends."""
    if not inserted(row, opening + 1):
        return None
    for place in range(opening + 1, len(row.words)):
        if row.kind(place) in BORDERS:
            return None
        if row.kind(place) == ",":
            return place
    return None


def verb_right(row: Row, place: int) -> bool:
    """Tell whether a finite verb comes before the next border."""
    for at in range(place + 1, len(row.words)):
        if row.kind(at) in FINITE:
            return True
        if row.kind(at) in BORDERS | {",", "U", "W"}:
            return False
    return False


def finite_in(row: Row, found: Clause, at: int) -> int:
    """Give the finite verb that an infinitive, gerund or noun goes with; `at` itself if none."""
    places = [
        i
        for i in range(found.start, min(found.end, len(row.words)))
        if row.kind(i) in FINITE and i not in found.skipped
    ]
    return min(places, key=lambda i: (i > at, abs(i - at)), default=at)


def governing(row: Row, start: int) -> int | None:
    """Give the verb whose content the clause from words[start] is: «заявил, что ...»."""
    place = start - 1
    while row.kind(place) in {",", "R", '"', "—", ":"}:
        place -= 1
    for at in range(place, max(-1, place - GOVERNOR_REACH), -1):
        if row.kind(at) in {"V", "S", "I", "G"}:
            return at
        if row.kind(at) in BORDERS:
            return None
    return None
