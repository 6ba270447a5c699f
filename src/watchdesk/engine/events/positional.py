"""Read a clause by word order and prepositions: English and languages built like it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from watchdesk.engine.events.chunks import Chunk, chunks
from watchdesk.engine.events.clauses import (
    clause_end,
    farther,
    finite,
    governed,
    objects,
    past_adverbs,
    phrase_at,
    shared_objects,
    subject,
    verb_before,
)
from watchdesk.engine.events.reading import Phrase, Reading
from watchdesk.engine.events.triggers import Match
from watchdesk.engine.events.windows import window

Slots = dict[str, tuple[Phrase, ...]]
END = Chunk(".", 0, 0, 0)
PASSIVE_FORMS = frozenset({"passive", "participle", "attributive"})


@dataclass(frozen=True)
class Sentence:
    """A tagged sentence; `offset` is the place of its first word in the article."""

    words: Sequence[str]
    letters: Sequence[str]
    offset: int
    agents: Collection[str]
    """Prepositions that bring in who did it ("by")."""
    owners: Collection[str]
    """Prepositions of a genitive ("of")."""
    light: Collection[str] = ()
    """Words that may follow an act in its phrase: "assault **allegations**"."""
    ends: Collection[int] = ()
    """Places of the last words of people's names, from the first word of the sentence on."""
    factive: Collection[str] = ()
    """Prepositions that take what follows for a fact ("a probe into")."""

    @cached_property
    def row(self) -> tuple[Chunk, ...]:
        return tuple(self.nominal(chunks(self.letters, self.ends)))

    def nominal(self, row: Sequence[Chunk]) -> Iterator[Chunk]:
        """Make a noun of a gerund that owns something: "killing of"."""
        for chunk, after in pairwise((*row, END)):
            owns = after.kind == "P" and self.words[after.start] in self.owners
            gerund = chunk.kind == "VG" and chunk.letter == "J" and not chunk.aux
            yield replace(chunk, kind="NP", letter="N") if owns and gerund else chunk

    @cached_property
    def facts(self) -> frozenset[int]:
        """Places of factive prepositions in the sentence."""
        return frozenset(i for i, word in enumerate(self.words) if word in self.factive)

    @cached_property
    def chunk_starts(self) -> list[int]:
        return [chunk.start for chunk in self.row]

    def chunk_at(self, place: int) -> int:
        """Give the chunk that holds a word of the article."""
        return max(0, bisect_right(self.chunk_starts, place - self.offset) - 1)

    def phrase(self, index: int) -> Phrase:
        chunk = self.row[index]
        start, end, head = chunk.start, chunk.end, chunk.head
        return Phrase(start + self.offset, end + self.offset, head + self.offset)

    def phrases(self, indices: Sequence[int]) -> tuple[Phrase, ...]:
        return tuple(self.phrase(i) for i in indices)


def read(sentence: Sentence, match: Match) -> Reading | None:
    """Give the reading of a match; None where its words do not stand as its kind asks."""
    if match.rule.inverted:
        return read_inverted(sentence, match)
    if match.rule.pattern.kind == "verb":
        found = read_verb(sentence, match)
        return found if found and in_voice(found.form, match.rule.pattern.voice) else None
    if match.rule.pattern.kind == "noun":
        return read_noun(sentence, match, match.last)
    return read_phrase(sentence, match)


def in_voice(form: str, voice: str | None) -> bool:
    """Tell whether a form is of the voice a pattern asks for."""
    return voice is None or (form in PASSIVE_FORMS) == (voice == "passive")


def read_verb(sentence: Sentence, match: Match) -> Reading | None:
    at = sentence.chunk_at(match.first)
    chunk, letter = sentence.row[at], sentence.letters[match.first - sentence.offset]
    if chunk.kind == "VG" and chunk.head + sentence.offset == match.first:
        last = max(at, sentence.chunk_at(unbroken_end(match)))
        voice = voice_of(sentence.row, at, last, match)
        return verb_reading(sentence, match, at, voice)
    if chunk.kind != "NP":
        return None
    if letter == "a" and "passive" in match.tags:
        return made(sentence, match, "attributive", {"object": (sentence.phrase(at),)})
    if "gerund" in match.tags and letter in "NJ":
        return read_noun(sentence, match, match.first)
    return None


def read_inverted(sentence: Sentence, match: Match) -> Reading | None:
    """Read "a case against X was opened" as the passive of "open a case against X"."""
    at, noun = sentence.chunk_at(match.last), sentence.chunk_at(match.first)
    chunk = sentence.row[at]
    if chunk.kind != "VG" or chunk.head + sentence.offset != match.last or chunk.letter not in "FE":
        return None
    if not set(chunk.aux) & set("XYL") and noun + 1 != at:
        return None
    end = clause_end(sentence.row, at)
    slots = defaultdict[str, tuple[Phrase, ...]](tuple, adpositions(sentence, noun + 1, at))
    for place, phrases in adpositions(sentence, at + 1, end).items():
        slots[place] += phrases
    slots["genitive"], slots["subject"] = owners(sentence, noun), slots["agent"]
    return made(sentence, match, "inverted", slots, (at, end))


def voice_of(row: Sequence[Chunk], at: int, last: int, match: Match) -> str:
    """Tell active, passive and participle ("a journalist detained on Monday") apart.

    `last` is the chunk in which the words end that follow each other without a gap.
    """
    chunk = row[at]
    if "passive" not in match.tags or chunk.letter not in "FEV":
        return "active"
    if set(chunk.aux) & set("XYL"):
        return "passive"
    if "H" in chunk.aux or match.rule.pattern.voice == "active" or not takes_object(match):
        return "active"
    before = next((c for c in reversed(row[:at]) if c.kind not in {"R", "K"}), None)
    following = past_adverbs(row, last + 1)
    follows = row[following].kind if following < len(row) else "."
    inside = last > at and row[last].kind == "NP" and row[last - 1].kind == "VG"
    if (follows == "NP" or inside) and chunk.letter != "E":
        return "active"
    if before is None or before.kind in {"C", ","}:
        return joined_voice(row, at)
    if before.kind == "W" or before.letter == "I":
        return "active"
    return "participle" if "passive" in match.tags else "active"


def takes_object(match: Match) -> bool:
    return bool(match.rule.pattern.frame.get("object"))


def joined_voice(row: Sequence[Chunk], at: int) -> str:
    """Give the voice of a verb joined to one before: "was beaten and jailed"."""
    before = verb_before(row, at - 1)
    if before is None:
        return "participle"
    passive = bool(set(row[before].aux) & set("XYL")) and row[before].letter in "FE"
    if passive or not finite(row[before]):
        return "passive"
    return "active" if shared_objects(row, at) else "participle"


def verb_reading(sentence: Sentence, match: Match, at: int, voice: str) -> Reading:
    row, slots = sentence.row, defaultdict[str, tuple[Phrase, ...]](tuple)
    end = clause_end(row, at)
    slots.update(adpositions(sentence, at + 1, end))
    doers = sentence.phrases(subject(row, at))
    if voice == "active":
        found = objects(row, at) or objects_beyond(sentence, match, at) or shared_objects(row, at)
        slots["subject"], slots["object"] = doers, sentence.phrases(found)
    else:
        slots["object"], slots["subject"] = doers, slots["agent"]
    if voice != "active" or row[at - 1].kind == "W":
        found = subject(row, at)
        place = "object" if voice != "active" else "subject"
        slots[f"{place} else"] = sentence.phrases(farther(row, found[0])) if found else ()
    return made(sentence, match, voice, slots, (at, end))


def objects_beyond(sentence: Sentence, match: Match, at: int) -> list[int]:
    """Give the objects after the last word of an expression: "refused to register candidate X"."""
    row, last = sentence.row, sentence.chunk_at(match.last)
    if last <= at:
        return []
    if row[last].kind == "NP" and row[last].head + sentence.offset > match.last:
        return phrase_at(row, last)
    return objects(row, last)


def unbroken_end(match: Match) -> int:
    """Give the last place of a match that follows its first without a gap."""
    last = match.first
    for place in match.places[1:]:
        if place != last + 1:
            break
        last = place
    return last


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


def read_noun(sentence: Sentence, match: Match, head: int) -> Reading | None:
    """Read "the arrest of X by Y", "X's arrest", "their detention", "the police raid"."""
    at = sentence.chunk_at(head)
    chunk, offset = sentence.row[at], sentence.offset
    beyond = range(head - offset + 1, chunk.head + 1)
    if chunk.kind != "NP" or any(sentence.words[i] not in sentence.light for i in beyond):
        return None
    end = clause_end(sentence.row, at)
    slots = defaultdict[str, tuple[Phrase, ...]](tuple, adpositions(sentence, at + 1, end))
    slots["genitive"] = owners(sentence, at)
    slots["subject"] = slots["agent"]
    start = match.first - offset
    if inner := [i for i in range(chunk.start, start) if sentence.letters[i] in "NM#"]:
        phrase = Phrase(chunk.start + offset, match.first, inner[-1] + offset)
        slots["compound"] = (phrase,)
    slots["object"] = slots["genitive"]
    return made(sentence, match, "noun", slots, (at, end))


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


def read_phrase(sentence: Sentence, match: Match) -> Reading:
    """Give the phrases to the left and right of the words, nearest first."""
    at, last = sentence.chunk_at(match.first), sentence.chunk_at(match.last)
    left = [i for i in range(at, -1, -1) if sentence.row[i].kind == "NP"]
    right = [i for i in range(last, len(sentence.row)) if sentence.row[i].kind == "NP"]
    slots = dict(adpositions(sentence, at, clause_end(sentence.row, last)))
    slots["left"] = sentence.phrases([i for i in left if sentence.row[i].end <= match.first])
    slots["right"] = sentence.phrases([i for i in right if sentence.row[i].start > match.last])
    slots["subject"] = sentence.phrases(subject(sentence.row, at))
    slots["genitive"] = owners(sentence, at) if sentence.row[at].kind == "NP" else ()
    return made(sentence, match, "phrase", slots, (at, clause_end(sentence.row, last)))


def made(
    sentence: Sentence,
    match: Match,
    form: str,
    slots: Slots,
    clause: tuple[int, int] | None = None,
) -> Reading:
    at = sentence.chunk_at(match.first)
    first, end = clause or (at, clause_end(sentence.row, at))
    start = clause_start(sentence.row, first)
    past = sentence.row[end - 1].end if end > 0 else len(sentence.words)
    return Reading(
        form,
        {place: phrases for place, phrases in slots.items() if phrases},
        sentence.row[start].start + sentence.offset,
        max(past + sentence.offset, match.last + 1),
        window(sentence.row, first, sentence.offset, sentence.facts),
    )


def clause_start(row: Sequence[Chunk], at: int) -> int:
    """Give where the clause of row[at] begins."""
    place = at
    while place > 0:
        kind = row[place - 1].kind
        if kind in {".", ";", ":", "W", "U"} or (kind == "VG" and finite(row[place - 1])):
            break
        place -= 1
    return place
