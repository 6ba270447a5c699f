"""Read a clause by word order and prepositions: English and languages built like it."""

from collections import defaultdict
from collections.abc import Sequence

from watchdesk.engine.events.positional.chunks import Chunk
from watchdesk.engine.events.positional.clauses import (
    clause_end,
    finite,
    objects,
    phrase_at,
    shared_objects,
)
from watchdesk.engine.events.positional.nouns import adpositions, owners
from watchdesk.engine.events.positional.sentence import Sentence, Slots
from watchdesk.engine.events.positional.subjects import bare, farther, subject
from watchdesk.engine.events.positional.voices import in_voice, voice_of
from watchdesk.engine.events.positional.windows import window
from watchdesk.engine.events.reading import Phrase, Reading
from watchdesk.engine.events.triggers import Match


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
    slots["owner"], slots["thing"] = slots["genitive"], (sentence.phrase(noun),)
    return made(sentence, match, "inverted", slots, (at, end))


def verb_reading(sentence: Sentence, match: Match, at: int, voice: str) -> Reading:
    row, slots = sentence.row, defaultdict[str, tuple[Phrase, ...]](tuple)
    end = clause_end(row, at)
    slots.update(adpositions(sentence, at + 1, end))
    doers = sentence.phrases(subject(row, at))
    if voice == "active":
        found = objects(row, at) or objects_beyond(sentence, match, at) or shared_objects(row, at)
        slots["subject"], slots["object"] = doers, sentence.phrases(found)
        slots["thing"], slots["owner"] = slots["object"], owned(sentence, found)
    else:
        slots["object"], slots["subject"] = doers, slots["agent"]
    found = subject(row, at)
    if voice != "active" or row[at - 1].kind == "W" or bare(row, at):
        place = "object" if voice != "active" else "subject"
        slots[f"{place} else"] = sentence.phrases(farther(row, found[0])) if found else ()
    return made(sentence, match, voice, slots, (at, end))


def owned(sentence: Sentence, found: Sequence[int]) -> tuple[Phrase, ...]:
    """Give whose each of these things is: "searched **her** flat"."""
    return tuple(owner for at in found for owner in owners(sentence, at))


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
