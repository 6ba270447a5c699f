"""Find attributions in languages whose cases tell the subject: who says what, by which words."""

from collections.abc import Iterator, Sequence

from watchdesk.engine.quotes import case_phrases
from watchdesk.engine.quotes.case_contents import Told, clause_end, contents, trimmed
from watchdesk.engine.quotes.case_phrases import Teller, segment
from watchdesk.engine.quotes.cues import UNLESS_REACH, says_nothing
from watchdesk.engine.quotes.found import Found
from watchdesk.engine.quotes.patterns import Cue, Pattern, pattern_at
from watchdesk.engine.quotes.phrases import phrase_end
from watchdesk.engine.quotes.units import QUOTED, Unit
from watchdesk.engine.records import Quote, QuoteKind, Span

FARTHEST_CLAUSE = 6
"""Words between a noun of saying and what is said."""
FINITE = frozenset({"past", "present"})
NEGATION_REACH = 2
UNSOURCED = "unsourced"
"""What a cue takes that needs nobody who says it («сообщается, что»)."""


def find(unit: Unit, before: Span | None) -> list[Found]:
    """Give the quotes of a unit; `before` is the sentence before it.

    A cue within what an earlier one says is left out.
    """
    found: list[Found] = []
    floor, last = 0, None
    for told in cue_places(unit):
        teller = told.teller or last
        if teller is None and UNSOURCED not in told.cue.takes:
            continue
        parts = contents(unit, told, floor)
        spans = [unit.span(*part) for part in parts]
        if not parts and before and refers_back(unit, told):
            spans = [before]
        found += made(unit, told, teller, without_nested(unit, told, spans, found))
        last = teller if parts else last
        floor = max([floor, *(end for start, end in parts if start < told.start)])
    return [*found, *nouns(unit), *according(unit, found)]


def without_nested(
    unit: Unit, told: Told, spans: Sequence[Span], found: Sequence[Found]
) -> Sequence[Span]:
    cue = unit.span(told.start, told.end)
    return [] if any(cue in other.quote.span for other in found) else spans


def made(unit: Unit, told: Told, teller: Teller | None, spans: Sequence[Span]) -> Iterator[Found]:
    cue = cue_span(unit, told)
    lead = range(max(0, told.start - NEGATION_REACH), told.start)
    negated = any(unit.known(i, "negations") for i in lead)
    for span in spans:
        one = quote(unit, span, teller, cue, told.cue.kind)
        yield Found(one, told.cue.lemma, negated, everybody(unit, teller))


def cue_span(unit: Unit, told: Told) -> Span:
    """Give the cue with the adverbs before it and what trails it («в интервью»)."""
    start = told.start
    while start > 0 and unit.known(start - 1, "adverbs"):
        start -= 1
    return unit.span(start, phrase_end(unit.cues.trailers, unit.words, told.end) or told.end)


def quote(
    unit: Unit, span: Span, teller: Teller | None, cue: Span, kind: QuoteKind = "speech"
) -> Quote:
    spoken = sum(s.end - s.start for s in unit.speeches if s in span)
    direct = spoken > (span.end - span.start) / 2
    if teller is None:
        return Quote(span, None, None, cue, direct, kind)
    return Quote(span, teller.entity, unit.span(teller.start, teller.end), cue, direct, kind)


def everybody(unit: Unit, teller: Teller | None) -> tuple[str, ...]:
    """Give everybody that a speaker's words name, the speaker first."""
    if teller is None:
        return ()
    some = [unit.headed[i].entity for i in range(teller.start, teller.end) if i in unit.headed]
    return tuple(dict.fromkeys(e for e in (teller.entity, *some) if e))


# --- Cues


def cue_places(unit: Unit) -> Iterator[Told]:
    at = 0
    while at < len(unit):
        found = told_at(unit, at) if unit.letter(at) != QUOTED else None
        at = found.end if found else at + 1
        if found:
            yield found


def told_at(unit: Unit, at: int) -> Told | None:
    cues, words = unit.cues, unit.words
    seeming = pattern_at(cues.seeming, words, at)
    if seeming and seeming.tags & FINITE:
        cue = Cue(seeming.cue.lemma, seeming.cue.kind, frozenset({"clause", UNSOURCED}))
        return Told(cue, at, at + 1, None)
    if state := pattern_at(cues.states, words, at):
        return finite(unit, at, state)
    pattern = pattern_at(cues.verbs, words, at)
    if pattern is None:
        return None
    end = at + 1 + len(pattern.rest)
    if says_nothing(cues, pattern.cue, words[at + 1 : at + 1 + UNLESS_REACH]):
        return None
    if "gerund" in pattern.tags:
        return Told(pattern.cue, at, end, None, gerund=True)
    return finite(unit, at, pattern) if pattern.tags & FINITE else None


def finite(unit: Unit, at: int, pattern: Pattern) -> Told:
    end = at + 1 + len(pattern.rest)
    return Told(pattern.cue, at, end, case_phrases.subject(unit, (at, end)))


def refers_back(unit: Unit, told: Told) -> bool:
    """Tell whether the cue is of what the sentence before told: «Об этом сообщил адвокат»."""
    start, _ = segment(unit, told.start)
    lead = " ".join(unit.words[start : told.start])
    return start == 0 and any(lead.startswith(said) for said in unit.cues.words["back"])


# --- Without a verb


def nouns(unit: Unit) -> Iterator[Found]:
    """Read «заявление адвоката о том, что ...»."""
    for at, word in enumerate(unit.words):
        pattern = pattern_at(unit.cues.nouns, unit.words, at) if word in unit.cues.nouns else None
        end = at + 1 + len(pattern.rest) if pattern else len(unit)
        for place in range(end, min(end + FARTHEST_CLAUSE, len(unit))):
            if unit.known(place, "complementizers") and unit.word(place - 1) == ",":
                span = unit.span(place, clause_end(unit, place))
                teller = case_phrases.owner(unit, end)
                one = quote(unit, span, teller, unit.span(at, end))
                yield Found(one, entities=everybody(unit, teller))
                break


def according(unit: Unit, found: Sequence[Found]) -> Iterator[Found]:
    """Read «по словам адвоката, ...» and «..., со ссылкой на адвоката»."""
    for at, word in enumerate(unit.words):
        if word not in unit.cues.according:
            continue
        end = phrase_end(unit.cues.according, unit.words, at)
        teller = case_phrases.governed(unit, end) if end else None
        span = beside_according(unit, at, teller, found) if teller else None
        if end and span:
            one = quote(unit, span, teller, unit.span(at, end))
            yield Found(one, entities=everybody(unit, teller))


def beside_according(unit: Unit, at: int, teller: Teller, found: Sequence[Found]) -> Span | None:
    """Give what is told according to somebody: what a cue before says, else the words around."""
    every = (f.quote for f in found)
    told = next((q.span for q in every if q.cue and q.cue.end <= unit.starts[at]), None)
    if told:
        return told
    left, right = trimmed(unit, 0, at), trimmed(unit, teller.end, len(unit))
    part = right if at <= 1 or left is None else left
    return unit.span(*part) if part else None
