"""Read what stands around a noun: "the arrest of X by Y", "X's arrest", "the police raid"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from watchdesk.engine.events.positional.chunks import Chunk
from watchdesk.engine.events.positional.clauses import governed, phrase_at
from watchdesk.engine.events.positional.sentence import Sentence, Slots
from watchdesk.engine.events.reading import Phrase


def adpositions(sentence: Sentence, start: int, end: int) -> Slots:
    """Give what each preposition between two chunks governs, by its word; "by" also as `agent`."""
    slots: Slots = defaultdict(tuple)
    for place, phrases in governed(sentence.row, start, end):
        word = sentence.words[sentence.row[place].start]
        slots[word] += sentence.phrases(phrases)
        slots[f"{word} compound"] += tuple(before_head(sentence, phrases))
        if word in sentence.agents:
            slots["agent"] += sentence.phrases(phrases)
    return slots


def before_head(sentence: Sentence, indices: Sequence[int]) -> Iterator[Phrase]:
    """Give the nouns before the last of each phrase: "in **police** firing"."""
    for index in indices:
        chunk, offset = sentence.row[index], sentence.offset
        inner = [i for i in range(chunk.start, chunk.head) if sentence.letters[i] in "NM"]
        if inner:
            yield Phrase(chunk.start + offset, inner[-1] + offset + 1, inner[-1] + offset)


def owners(sentence: Sentence, at: int) -> tuple[Phrase, ...]:
    """Give whose the noun is: what follows "of", what stands before "'s", a possessive pronoun."""
    row, chunk = sentence.row, sentence.row[at]
    last = past_joined(row, at)
    if last + 2 < len(row) and row[last + 1].kind == "P" and row[last + 2].kind == "NP":
        if sentence.words[row[last + 1].start] in sentence.owners:
            return sentence.phrases(phrase_at(row, last + 2))
    if at >= 2 and row[at - 1].kind == "'":  # noqa: PLR2004
        return (sentence.phrase(at - 2),)
    if sentence.letters[chunk.start] == "S":
        place = chunk.start + sentence.offset
        return (Phrase(place, place + 1, place),)
    return ()


def past_joined(row: Sequence[Chunk], at: int) -> int:
    """Give the last of nouns that share what follows: "the arrest, beating and torture of X"."""
    last = at
    while last + 3 < len(row) and row[last + 1].kind in {",", "C"}:
        following = last + 2
        if row[last + 1].kind == "," and row[following].kind == "C":
            following += 1
        if following >= len(row) or row[following].kind != "NP" or row[following].letter in "MIK":
            break
        last = following
    shares = last > at and last + 1 < len(row) and row[last + 1].kind == "P"
    return last if shares else at
