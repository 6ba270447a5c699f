"""Find the words that govern an act: "tried to", "called for the", "denied that police"."""

from collections.abc import Collection, Sequence

from watchdesk.engine.events.positional.chunks import Chunk
from watchdesk.engine.events.positional.clauses import finite
from watchdesk.engine.events.positional.subjects import subject, verb_before
from watchdesk.engine.events.reading import Window

STEPS = 12
"""Chunks looked at to the left, at most."""
AFTER = 3
"""Chunks looked at to the right."""
Row = Sequence[Chunk]


def window(row: Row, at: int, offset: int, facts: Collection[int] = ()) -> Window:
    """Give the window of the verb group or noun phrase row[at]; places count from the offset."""
    inner = list(range(row[at].head - 1, row[at].start - 1, -1))
    outer: list[int] = []
    if row[at].kind == "VG" and finite(row[at]) and not bare_participle(row[at]):
        inner += around_subject(row, at)
        outer = governing_clause(row, at)
    else:
        inner += governing(row, at, facts)
        factive = any(place in facts for place in inner)
        outer = [] if factive else governing_clause(row, at, with_subject=False)
    after = said_of(row, at) if row[at].kind == "NP" else []
    return Window(*(tuple(place + offset for place in part) for part in (inner, outer, after)))


def bare_participle(chunk: Chunk) -> bool:
    return chunk.letter in "FE" and not chunk.aux


def words(chunk: Chunk) -> list[int]:
    """Give the places of a chunk's words, the last first."""
    return list(range(chunk.end - 1, chunk.start - 1, -1))


def around_subject(row: Row, at: int) -> list[int]:
    """Give the words of the subject ("no one"), and the auxiliaries of a verb joined before."""
    found: list[int] = []
    before = row[at - 1].kind if at else "."
    if before == "C":
        joined = verb_before(row, at - 1)
        if joined is not None:
            found += range(row[joined].head - 1, row[joined].start - 1, -1)
            found += around_subject(row, joined) if joined < at else []
        return found
    subjects = subject(row, at)
    for index in reversed(subjects[:1]):
        found += words(row[index])
        if index and row[index - 1].kind == "U":
            found += words(row[index - 1])
    return found


def governing(row: Row, at: int, facts: Collection[int]) -> list[int]:
    """Give the words to the left of a noun phrase, infinitive or gerund up to its finite verb.

    `facts` are the places of prepositions that take an act for a fact: "a probe into the killing".
    """
    found: list[int] = []
    place = at - 1
    while place >= max(0, at - STEPS):
        chunk = row[place]
        if chunk.kind in {"W", ".", ";", ":", "-", ")"} or (
            chunk.kind == "," and not listed(row, place, at)
        ):
            break
        found += words(chunk)
        factive = chunk.kind == "P" and chunk.start in facts
        if factive or chunk.kind == "U" or (chunk.kind == "VG" and finite(chunk)):
            break
        place -= 1
    return found


def listed(row: Row, comma: int, at: int) -> bool:
    """Tell whether a comma parts items of a list: "the arrest, torture and killing of"."""
    kinds = {row[at].kind, "C", ",", "P"}
    return (
        comma > 0
        and row[comma - 1].kind == row[at].kind
        and all(c.kind in kinds for c in row[comma:at])
    )


def governing_clause(row: Row, at: int, *, with_subject: bool = True) -> list[int]:
    """Give the words of the verb whose content the clause is: "denied (that) police beat him"."""
    first = at
    if at and row[at - 1].kind == "W":
        return []
    if with_subject:
        subjects = subject(row, at)
        first = min([*subjects, at]) if subjects and min(subjects) < at else at
    place = first - 1
    found: list[int] = []
    while place >= max(0, first - STEPS) and row[place].kind in {
        "R",
        "Z",
        "P",
        "NP",
        "U",
        "'",
        ",",
    }:
        if row[place].kind == "," and not (place and row[place - 1].kind in {"Z", "NP"}):
            break
        if row[place].kind == "U":
            found += words(row[place])
        place -= 1
    if place >= 0 and row[place].kind == "VG":
        found += words(row[place])
    return found


def said_of(row: Row, at: int) -> list[int]:
    """Give the words that follow a noun phrase as its verb: "his trial will begin"."""
    place = at + 1
    while place + 1 < len(row) and row[place].kind in {"P", "NP", "Z", "'"}:
        place += 1
    if place >= len(row) or row[place].kind != "VG":
        return []
    return [i for chunk in row[place : place + AFTER] for i in range(chunk.start, chunk.end)]
