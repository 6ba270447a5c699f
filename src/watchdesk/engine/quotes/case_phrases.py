"""Who says it, in languages whose cases tell the subject: a mention with the words around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from watchdesk.engine.quotes.units import QUOTED, Unit
from watchdesk.engine.records import Mention
from watchdesk.engine.text.morphology import parses, readings

SPEAKING = frozenset({"person", "group", "organisation"})
BORDERS = frozenset(",;:.—–-()!?") | {QUOTED}
INNER_MARKS = frozenset('«»"“”')
FUNCTION_WORDS = ("prepositions", "adverbs", "complementizers", "joints")
LONGEST_INSERTION = 14
OBLIQUE = frozenset({"gent", "datv", "accs", "ablt", "loct"})


@dataclass(frozen=True, slots=True)
class Teller:
    """Who says it: words[start:end] of a unit, and the entity they mean."""

    start: int
    end: int
    entity: str | None


def border(unit: Unit, at: int) -> bool:
    """Tell whether a clause may end at a word: a sign, or a whole quotation."""
    return not 0 <= at < len(unit) or unit.words[at] in BORDERS or unit.letter(at) == QUOTED


def segment(unit: Unit, at: int) -> tuple[int, int]:
    """Give the stretch between two signs in which a word stands."""
    start, end = at, at + 1
    while not border(unit, start - 1):
        start -= 1
    while not border(unit, end):
        end += 1
    return start, end


def subject(unit: Unit, verb: tuple[int, int]) -> Teller | None:
    """Give who does what the verb words[verb[0]:verb[1]] says.

    He stands to its left, to its right, or is a body at which it is done («сообщили в полиции»).
    """
    plural = is_plural(unit.words[verb[0]], unit.cues.language)
    start, end = segment(unit, verb[0])
    found = nominative(unit, start, verb[0], plural=plural)
    found = found or over_insertion(unit, start, verb[0], plural=plural)
    found = found or nominative(unit, verb[1], end, plural=plural)
    if found is None and plural:
        found = at_body(unit, verb[1], end) or at_body(unit, start, verb[0])
    return found or unmentioned(unit, start, verb[0])


def unmentioned(unit: Unit, start: int, verb: int) -> Teller | None:
    """Take the nominatives before a verb for a speaker that is no mention: «Источник сообщил»."""
    end = verb
    while end > start and unit.known(end - 1, "adverbs"):
        end -= 1
    plain = all(nominal(unit, at, "nomn") for at in range(start, end))
    return Teller(start, end, None) if start < end and plain else None


def is_plural(verb: str, language: str) -> bool:
    return any(parse.tag.number == "plur" for parse in parses(verb, language)[:1])


def is_infinitive(word: str, language: str) -> bool:
    return any(parse.tag.POS == "INFN" for parse in parses(word, language)[:1])


def nominative(unit: Unit, start: int, end: int, *, plural: bool) -> Teller | None:
    """Give the first mention of a stretch that can be a subject."""
    for mention in unit.mentions:
        first = unit.place(mention.span.start)
        if not start <= first < end or not can_speak(unit, mention, first, plural=plural):
            continue
        return widened(unit, mention, (start, end))
    return None


def can_speak(unit: Unit, mention: Mention, first: int, *, plural: bool) -> bool:
    if mention.kind not in SPEAKING or mention.case in OBLIQUE:
        return False
    if plural and mention.form != "name" and mention.number == "sing":
        return False
    if not plural and mention.number == "plur":
        return False
    if mention.case is None and not may_be_nominative(
        unit.words[first : unit.place(mention.span.end)], unit.cues.language
    ):
        return False
    return not after_preposition(unit, first) and unit.words[first] not in unit.cues.words["nobody"]


def may_be_nominative(words: Sequence[str], language: str) -> bool:
    """Tell whether one of the words of a name can be a nominative, or has no cases at all."""
    every = [readings(word, language) for word in words]
    return any(not found or any(r.case == "nomn" for r in found) for found in every)


def after_preposition(unit: Unit, at: int) -> bool:
    """Tell whether a preposition governs the phrase that holds the word `at`."""
    for place in range(at - 1, max(-1, at - 4), -1):
        if border(unit, place):
            return False
        if unit.known(place, "prepositions"):
            return True
        if unit.words[place] in INNER_MARKS:
            continue
        if not adjectival(unit.words[place], unit.cues.language):
            return False
    return False


def adjectival(word: str, language: str) -> bool:
    return any(r.part in {"ADJF", "PRTF", "APRO", "NUMR"} for r in readings(word, language))


def widened(unit: Unit, mention: Mention, bounds: tuple[int, int]) -> Teller:
    """Give a mention with what belongs to it: titles before it, genitives and names behind."""
    start = unit.place(mention.span.start)
    end = unit.place(mention.span.end)
    entity = mention.entity
    while start > bounds[0] and titled(unit, start):
        start -= 1
    if unit.words[start - 1] in INNER_MARKS:
        start -= 1
    while end < bounds[1]:
        if unit.words[end] in INNER_MARKS or nominal(unit, end, "gent"):
            end += 1
        elif (named := name_at(unit, end)) is not None:
            entity = named.entity if named.kind == "person" else entity
            end = max(end + 1, unit.place(named.span.end))
        else:
            break
    return Teller(start, end, entity)


def titled(unit: Unit, start: int) -> bool:
    """Tell whether the word before words[start] goes with it: «пресс-секретарь МВД Иван Громов»."""
    if unit.known(start - 2, "prepositions"):
        return False
    if nominal(unit, start - 1, "nomn"):
        return True
    return nominal(unit, start - 1, "gent") and nominal(unit, start - 2, "nomn")


def nominal(unit: Unit, at: int, case: str) -> bool:
    """Tell whether a word is a noun or adjective that can stand in a case, and no verb."""
    if not 0 <= at < len(unit) or border(unit, at):
        return False
    if any(unit.known(at, kind) for kind in FUNCTION_WORDS):
        return False
    found = readings(unit.words[at], unit.cues.language)
    return any(r.case == case and r.part != "NPRO" for r in found)


def name_at(unit: Unit, at: int) -> Mention | None:
    found = unit.headed.get(at)
    return (
        found if found and found.form == "name" and found.case not in OBLIQUE - {"gent"} else None
    )


def over_insertion(unit: Unit, start: int, verb: int, *, plural: bool) -> Teller | None:
    """Give the subject before an insertion: «X, адвокат Y, заявил»."""
    if start == 0 or unit.words[start - 1] != "," or not only_adverbs(unit, start, verb):
        return None
    opening = start - 2
    while opening > 0 and not border(unit, opening):
        opening -= 1
    if unit.words[opening] != "," or start - opening > LONGEST_INSERTION:
        return None
    begin, _ = segment(unit, opening - 1)
    return nominative(unit, begin, opening, plural=plural)


def only_adverbs(unit: Unit, start: int, end: int) -> bool:
    return all(unit.known(at, "adverbs") for at in range(start, end))


def at_body(unit: Unit, start: int, end: int) -> Teller | None:
    """Give the body in which nobody is named: «сообщили в полиции»."""
    for place in range(start, end):
        if not unit.known(place, "at"):
            continue
        for mention in unit.mentions:
            first = unit.place(mention.span.start)
            near = place < first <= place + 2
            if near and mention.kind in {"organisation", "group"}:
                whole = widened(unit, mention, (place + 1, end))
                return Teller(place, whole.end, mention.entity)
    return None


def governed(unit: Unit, start: int) -> Teller | None:
    """Give who stands behind a preposition: «по словам адвоката Марии Лапиной»."""
    end = start
    while not border(unit, end) and end < start + LONGEST_INSERTION:
        oblique = any(r.case in OBLIQUE for r in readings(unit.words[end], unit.cues.language))
        named = unit.headed.get(end)
        if not (oblique or named or unit.words[end] in INNER_MARKS):
            break
        end += 1
    some = [unit.headed[i] for i in range(start, end) if i in unit.headed]
    some = [m for m in some if m.kind in SPEAKING]
    if not some:
        return None
    first = next((m for m in some if m.kind == "person" and m.form == "name"), some[0])
    return Teller(start, end, first.entity)


def owner(unit: Unit, start: int) -> Teller | None:
    """Give whose claim it is: the genitive behind the noun."""
    for mention in unit.mentions:
        first = unit.place(mention.span.start)
        if first == start and mention.kind in SPEAKING:
            return Teller(first, unit.place(mention.span.end), mention.entity)
    return None
