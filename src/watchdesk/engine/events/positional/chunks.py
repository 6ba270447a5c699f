"""Join the words of a sentence to phrases: noun phrases, verb groups and what stands between."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from watchdesk.engine.text.tagging import AUXILIARY

MAIN = frozenset("VBFEJ")
LEADING = frozenset("QXYHLOTG")


@dataclass(frozen=True, slots=True)
class Chunk:
    """words[start:end] of one kind; `head` is the place of its last noun or its main verb.

    Kinds: `NP`; `VG` a verb group; `Z` a phrase of time; `'` a possessive sign; else the letter of
    a single word (P, C, W, U, R, K) or sign.  `aux` are the letters of the words before the verb.
    """

    kind: str
    start: int
    end: int
    head: int
    aux: str = ""
    letter: str = ""
    """The letter of the head."""


def chunks(letters: Sequence[str], ends: Collection[int] = ()) -> tuple[Chunk, ...]:
    """Cut a tagged sentence into chunks; quotation marks are left out.

    `ends` are the places of words after which a noun phrase does not go on: the last of a person's
    name ("denied Timur Osh | medical care").
    """
    tagged = [(i, letter) for i, letter in enumerate(letters) if letter != '"']
    return tuple(cut(tagged, ends))


def cut(tagged: Sequence[tuple[int, str]], ends: Collection[int]) -> Iterator[Chunk]:
    at = 0
    while at < len(tagged):
        chunk, at = read_one(tagged, at, ends)
        yield chunk


def read_one(
    tagged: Sequence[tuple[int, str]], at: int, ends: Collection[int]
) -> tuple[Chunk, int]:
    place, letter = tagged[at]
    if letter in "DS#NMaZ":
        return noun_phrase(tagged, at, ends)
    if letter in "IK":
        return Chunk("NP", place, place + 1, place, letter=letter), at + 1
    if letter in MAIN or letter in LEADING:
        return verb_group(tagged, at)
    return Chunk(letter, place, place + 1, place, letter=letter), at + 1


def noun_phrase(
    tagged: Sequence[tuple[int, str]], at: int, ends: Collection[int]
) -> tuple[Chunk, int]:
    """Read a noun phrase: determiners, numbers and adjectives, then nouns."""
    start, head, head_letter = at, at, ""
    while at < len(tagged):
        letter = tagged[at][1]
        if letter in "NM#aZ":
            if letter != "a" and not (letter == "Z" and head_letter):
                head, head_letter = at, letter
        elif letter in "DS":
            if head_letter or any(inner in "S" for _, inner in tagged[start:at]):
                break
        elif not (
            letter == "R"
            and at + 1 < len(tagged)
            and tagged[at + 1][1] in "NMa#"
            and not head_letter
        ):
            break
        at += 1
        if tagged[at - 1][0] in ends:
            break
    end = tagged[at - 1][0] + 1
    kind = "Z" if head_letter == "Z" else "NP"
    return Chunk(kind, tagged[start][0], end, tagged[head][0], letter=head_letter or "D"), at


def verb_group(tagged: Sequence[tuple[int, str]], at: int) -> tuple[Chunk, int]:
    """Read a verb group: auxiliaries, adverbs and a main verb; "is" may be the main verb itself."""
    start, aux, last = at, "", at
    while at < len(tagged):
        letter = tagged[at][1]
        if letter in MAIN and fits_after(aux, letter):
            return group(tagged, start, at, aux), at + 1
        if letter in LEADING and (letter != "T" or not aux or aux[-1] in "HG"):
            aux, last = aux + letter, at
        elif letter != "R" or not aux:
            break
        at += 1
    return group(tagged, start, last, aux[:-1]), last + 1


def fits_after(aux: str, letter: str) -> bool:
    """Tell whether a main verb goes on an auxiliary: "was" takes no bare verb."""
    last = aux.rstrip("G")[-1:]
    if last in AUXILIARY and last:
        return letter in "FEJV" if last == "H" else letter in "FEJ"
    return True


def group(tagged: Sequence[tuple[int, str]], start: int, main: int, aux: str) -> Chunk:
    place, letter = tagged[main]
    return Chunk("VG", tagged[start][0], place + 1, place, aux, letter)
