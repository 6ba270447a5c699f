"""Find nouns and adjectives of saying and thinking: "his claim that", "is confident that".

For languages read by position.
"""

from collections.abc import Iterator
from dataclasses import replace

from watchdesk.engine.quotes import noun_phrases, subjects
from watchdesk.engine.quotes.patterns import Cue, Pattern, pattern_at
from watchdesk.engine.quotes.phrases import phrase_end
from watchdesk.engine.quotes.subjects import Phrase
from watchdesk.engine.quotes.units import Unit
from watchdesk.engine.quotes.verbal import Saying

FARTHEST_VERB = 4
"""Words between a light verb and its noun ("expressed deep concern")."""
THAT = "that"
"""What a noun `takes` where a clause follows it."""
OPENER = Cue("", "thought", frozenset({"clause"}))


def sayings(unit: Unit) -> Iterator[Saying]:
    """Give the nouns, adjectives and fixed openings that tell of views, in text order."""
    for at, word in enumerate(unit.words):
        if word not in unit.cues.nominal:
            continue
        if word in unit.cues.openers and (end := phrase_end(unit.cues.openers, unit.words, at)):
            yield Saying(OPENER, at, at, end, "nominal", None, end)
        if word in unit.cues.states and (said := state(unit, at)):
            yield said
        if word in unit.cues.nouns and (said := noun(unit, at)):
            yield said


def state(unit: Unit, at: int) -> Saying | None:
    """Read "is (very) confident that": an adjective after a form of "be"."""
    pattern = pattern_at(unit.cues.states, unit.words, at)
    be = at
    while be > 0 and unit.letter(be - 1) in "RG":
        be -= 1
    if pattern is None or unit.letter(be - 1) != "X":
        return None
    start = subjects.group_start(unit, be - 1)
    speaker = subjects.subject(unit, start)
    end = at + 1 + len(pattern.rest)
    return Saying(pattern.cue, start, be - 1, end, "finite", speaker, end) if speaker else None


def noun(unit: Unit, at: int) -> Saying | None:
    """Read "his (repeated) claim that", "X's call for", "expressed concern that"."""
    pattern = pattern_at(unit.cues.nouns, unit.words, at)
    if pattern is None or unit.letter(at) != "N":
        return None
    opening = content_opening(unit, pattern, at + 1 + len(pattern.rest))
    if opening is None:
        return None
    start = at
    while start > 0 and unit.letter(start - 1) in "Na":
        start -= 1
    clause = unit.known(opening, "that")
    content = "clause" if clause else "infinitive" if unit.letter(opening) == "T" else "object"
    end = opening + 1 if content == "object" else opening
    cue = replace(pattern.cue, takes=frozenset({content}))
    bare = Saying(cue, start, at, end, "nominal", None, end)
    return owned(unit, bare) or by_light_verb(unit, bare) or (bare if clause else None)


def content_opening(unit: Unit, pattern: Pattern, end: int) -> int | None:
    """Give where "that" or a preposition stands behind a noun: "fear of", "hope was that"."""
    takes = pattern.cue.takes
    if unit.known(end, "that"):
        return end if THAT in takes and unit.letter(end) == "U" else None
    if unit.letter(end) == "X" and unit.known(end + 1, "that"):
        return end + 1 if THAT in takes else None
    return end if unit.word(end) in takes else None


def owned(unit: Unit, bare: Saying) -> Saying | None:
    """Give a noun its owner: "his claim", "the ministry's claim"."""
    letter = unit.letter(bare.start - 1)
    if letter == "S":
        return replace(bare, speaker=Phrase(bare.start - 1, bare.start, bare.start))
    if letter != "'":
        return None
    first = noun_phrases.core_left(unit, bare.start - 1, 0)
    speaker = Phrase(first, bare.start, bare.start)
    return replace(bare, speaker=speaker) if first < bare.start - 1 else None


def by_light_verb(unit: Unit, bare: Saying) -> Saying | None:
    """Give a noun the subject of the verb it completes: "X expressed concern"."""
    verb = bare.start - 1
    while verb > bare.start - FARTHEST_VERB and unit.letter(verb) in "DR":
        verb -= 1
    if unit.letter(verb) not in "VFBJE" or unit.word(verb) not in unit.cues.light:
        return None
    start = subjects.group_start(unit, verb)
    speaker = subjects.subject(unit, start) or subjects.shared(unit, start)
    if speaker is None or "T" in unit.letters[start:verb]:
        return None
    return replace(bare, start=start, speaker=speaker)
