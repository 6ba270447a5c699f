"""Find the verbs of saying and thinking in a unit, each with the one who says or thinks.

For languages read by position.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from watchdesk.engine.quotes import noun_phrases, subjects
from watchdesk.engine.quotes.cues import UNLESS_REACH, says_nothing
from watchdesk.engine.quotes.patterns import Cue, Pattern, pattern_at
from watchdesk.engine.quotes.subjects import Phrase
from watchdesk.engine.quotes.units import Unit

VERB = frozenset("VBFEJX")
WITH_SUBJECT = frozenset({"finite", "inverted"})
MARKUP = frozenset("/<@#_")
"""Signs before a word that is no word of a sentence."""
FARTHEST_AGENT = 6
"""Words between a passive cue and the "by" that names who says it."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue in a unit: words[start:end], its main verb, and who says it.

    `form`: `finite`, `passive`, `gerund`, `nominal` or `inverted` (the speaker follows).
    `joined` tells that it shares the speaker of a cue before it; `resume` is where the words go
    on behind cue and speaker.
    """

    cue: Cue
    start: int
    verb: int
    end: int
    form: str
    speaker: Phrase | None
    resume: int
    joined: bool = False


def sayings(unit: Unit) -> list[Saying]:
    """Give the verbal cues of a unit in text order; only those that somebody can be behind."""
    found: list[Saying] = []
    verbs, seeming = unit.cues.verbs, unit.cues.seeming
    floor = 0
    for at, word in enumerate(unit.words):
        if at < floor or (word not in verbs and word not in seeming):
            continue
        said = saying_at(unit, at, found)
        if said and not nobody(unit, said.speaker):
            found.append(said)
        floor = said.end if said else at
    return found


def nobody(unit: Unit, speaker: Phrase | None) -> bool:
    """Tell whether a speaker is the writer, the reader or nobody ("I", "you", "it")."""
    return (
        speaker is not None
        and speaker.end == speaker.start + 1
        and unit.known(speaker.start, "nobody")
    )


def saying_at(unit: Unit, at: int, before: Sequence[Saying]) -> Saying | None:
    for pattern, seeming in candidates(unit, at):
        end = at + 1 + len(pattern.rest)
        if not is_verb(unit, at, pattern):
            continue
        bare = Saying(pattern.cue, subjects.group_start(unit, at), at, end, "finite", None, end)
        return replace(bare, form="passive") if seeming else completed(unit, bare, before)
    return None


def candidates(unit: Unit, at: int) -> Iterator[tuple[Pattern, bool]]:
    """Give the cues that may begin at a word, and whether they seem ("appears to")."""
    word, cues = unit.words[at], unit.cues
    if word in cues.seeming and (pattern := pattern_at(cues.seeming, unit.words, at)):
        yield pattern, True
    if word in cues.verbs and (pattern := pattern_at(cues.verbs, unit.words, at)):
        if not says_nothing(cues, pattern.cue, unit.words[at + 1 : at + 1 + UNLESS_REACH]):
            yield pattern, False


# --- Verb or not


def is_verb(unit: Unit, at: int, pattern: Pattern) -> bool:
    letter = unit.letter(at)
    if unit.text[unit.starts[at] - 1 : unit.starts[at]] in MARKUP:
        return False
    if unit.words[at] in unit.cues.also_nouns:
        return is_verb_by_neighbours(unit, at, pattern)
    if letter == "a":  # an -ing form after a comma is no adjective, nor is "…, said X"
        plain = unit.known(at, "plain_verbs") and unit.letter(at + 1) == "M"
        return unit.letter(at - 1) == "," and ("gerund" in pattern.tags or plain)
    return letter in VERB or (letter == "Q" and bool(pattern.rest))


def is_verb_by_neighbours(unit: Unit, at: int, pattern: Pattern) -> bool:
    """Settle "claims", "reports", "plans": verb or noun?"""
    end = at + 1 + len(pattern.rest)
    before, after = unit.letter(at - 1), unit.letter(end)
    if unit.letter(at) in VERB:
        return not (before in "NM" and unit.known(at + 1, "plain_verbs"))
    if unit.letter(at) != "N" or before in "DS'PaXVBT":
        return False
    if (before in ",q" and after in "NMDS") or (before in "NMIK)" and unit.known(end, "that")):
        return True
    if before in "NMI" and after in "MDSI,.":
        return takes_place_of_verb(unit, at, after)
    opens = after in 'q"TU:' or bool(pattern.rest)
    return before in "NMIK)WR," and opens and not other_verb(unit, at)


def takes_place_of_verb(unit: Unit, at: int, after: str) -> bool:
    """Tell "polls show a lead" and "…, records show." from nouns, by the verbs of the clause."""
    if after not in ",.":
        return not other_verb(unit, at, (-1,))
    start = noun_phrases.core_left(unit, at, 0)
    parted = unit.letter(start - 1) in ",q" or unit.known(at, "plain_verbs")
    return parted and not other_verb(unit, at)


def other_verb(unit: Unit, at: int, sides: Sequence[int] = (-1, 1)) -> bool:
    """Tell whether the clause of a word has a finite verb besides it, on the sides asked for."""
    for step in sides:
        place = at + step
        while unit.letter(place) not in ".,;:-qUWT":
            if unit.letter(place) in "VXHQOF":
                return True
            place += step
    return False


# --- Forms, and who says it


def completed(unit: Unit, bare: Saying, before: Sequence[Saying]) -> Saying | None:
    """Settle the form of a cue and find who says it; an infinitive says nothing yet."""
    letter, lead = unit.letter(bare.verb), unit.letters[bare.start : bare.verb]
    if "T" in lead:
        return chained(unit, bare, before)
    if letter in "EF" and set(lead) & set("XYL") and lead[-1] != "H":
        return passive(unit, bare)
    if letter in "EF" and not lead and is_participle(unit, bare):
        return passive(unit, bare)
    if letter in "Ja" and not set(lead) & set("XQH"):
        return gerund(unit, bare, before)
    return finite(unit, bare, before)


def chained(unit: Unit, bare: Saying, before: Sequence[Saying]) -> Saying | None:
    """Read "went on to say", "continued to deny": the verb before makes one cue with it."""
    to = bare.start + unit.letters[bare.start : bare.verb].index("T")
    verb = to - 1
    if unit.letter(verb) not in "VFBJEN" or unit.word(verb) not in unit.cues.catenatives:
        return None
    start = subjects.group_start(unit, verb)
    if "T" in unit.letters[start:verb]:
        return None
    return finite(unit, replace(bare, start=start), before)


def finite(unit: Unit, bare: Saying, before: Sequence[Saying]) -> Saying | None:
    turned = inverted(unit, bare)
    if turned:
        return turned
    own = subjects.subject(unit, bare.start)
    if own and is_circumstance(unit, own):
        return None
    opener = unit.letter(bare.start - 1)
    joins = opener == "C" or (opener == "," and unit.letter(bare.start - 2) != "q")
    if own is None and joins:
        return joined(unit, bare, before)
    return replace(bare, speaker=own) if own else None


def is_circumstance(unit: Unit, phrase: Phrase) -> bool:
    """Tell whether a phrase hangs on a preposition that opens its clause: "In other states"."""
    before = phrase.start - 1
    return unit.letter(before) == "P" and unit.letter(before - 1) in ".,;:UC-"


def joined(unit: Unit, bare: Saying, before: Sequence[Saying]) -> Saying | None:
    """Give a cue the speaker of the one it is joined to: "said A and added B"."""
    matrix = matrix_of(unit, before)
    speaker = matrix.speaker if matrix else subjects.shared(unit, bare.start)
    return replace(bare, speaker=speaker, joined=True) if speaker else None


def matrix_of(unit: Unit, before: Sequence[Saying]) -> Saying | None:
    """Give the last cue that is not itself what an earlier one says."""
    for i in range(len(before) - 1, -1, -1):
        said = before[i]
        if said.speaker is None or said.form not in WITH_SUBJECT:
            continue
        if not any(governs(unit, earlier, said) for earlier in before[:i]):
            return said
    return None


def governs(unit: Unit, earlier: Saying, later: Saying) -> bool:
    """Tell whether a cue's clause opens right behind an earlier cue: "said he believes"."""
    if "clause" not in earlier.cue.takes or later.speaker is None:
        return False
    between = unit.letters[earlier.resume : later.speaker.start]
    return later.speaker.start >= earlier.resume and not set(between) & set(",C;:-q")


def inverted(unit: Unit, bare: Saying) -> Saying | None:
    """Read "…, said X", where the speaker follows the cue."""
    if bare.start != bare.verb or not bare.cue.takes & {"clause", "quotation"}:
        return None
    opener = unit.letter(bare.start - 1)
    if (opener not in 'q,"' and bare.start > 0) or "hearer" in bare.cue.takes:
        return None
    speaker = subjects.after(unit, bare.end, len(unit))
    if speaker is None or unit.letter(speaker.end) not in ".,:;-UPZRq(":
        return None
    if not any(unit.letter(i) in "MNIK#" for i in range(speaker.start, speaker.end)):
        return None
    name = any(
        unit.letter(i) == "M" or i in unit.headed for i in range(speaker.start, speaker.head_end)
    )
    if opener == "," and not name and subjects.subject(unit, bare.start):
        return None
    return replace(bare, form="inverted", speaker=speaker, resume=speaker.end)


def passive(unit: Unit, bare: Saying) -> Saying | None:
    """Read "was accused by X"; without an agent only where a view is told so."""
    speaker = agent(unit, bare)
    if speaker:
        return replace(bare, form="passive", speaker=speaker, resume=speaker.end)
    whole = bare.start < bare.verb and bare.cue.kind == "speech"
    if whole or bare.cue.lemma.split()[0] in unit.cues.passive:
        return replace(bare, form="passive")
    return None


def agent(unit: Unit, bare: Saying) -> Phrase | None:
    for place in range(bare.end, min(bare.end + FARTHEST_AGENT, len(unit))):
        if unit.letter(place) in ",.;:-U":
            return None
        if unit.known(place, "agent"):
            speaker = subjects.after(unit, place + 1, len(unit))
            return speaker if unit.letter(place + 1) != "J" else None
    return None


def is_participle(unit: Unit, bare: Saying) -> bool:
    """Tell "a ruling expected today" and "Asked about it" from a past tense."""
    before, after = unit.letter(bare.start - 1), unit.letter(bare.end)
    if bare.start == 0 or before == "U":
        return after in "PUTZRDWQ.,"
    if unit.known(bare.end, "agent") or unit.letter(bare.verb) == "E":
        return True
    if before not in "NM":
        return False
    if after in "PZ" and later_verb(unit, bare.end):
        return True
    return bare.cue.takes == {"object"} and after in "PZT.,"


def later_verb(unit: Unit, at: int) -> bool:
    """Tell whether a finite verb follows in the same clause: "people briefed on it said"."""
    while unit.letter(at) not in ",;:.-UWCqVXHQOFTJ":
        at += 1
    return unit.letter(at) in "VXHQOF"


def gerund(unit: Unit, bare: Saying, before: Sequence[Saying]) -> Saying | None:
    """Read "X left, saying ...", "by saying ...", "with X saying ..."."""
    opener = unit.letter(bare.start - 1)
    form = replace(bare, form="gerund")
    if opener in "NMK)I" and not (opener == "N" and unit.letter(bare.start - 2) == "P"):
        speaker = subjects.phrase_before(unit, bare.start)
        return replace(form, speaker=speaker) if speaker else None
    matrix = matrix_of(unit, before) if opener in ",C" else None
    if matrix and not subjects.subordinate(unit, bare.start):
        return replace(form, speaker=matrix.speaker, joined=True)
    speaker = subjects.shared(unit, bare.start)
    return replace(form, speaker=speaker, joined=True) if speaker else None
