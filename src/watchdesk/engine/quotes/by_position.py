"""Find attributions in languages that are read by position: who says what, by which words."""

from collections.abc import Iterator, Sequence

from watchdesk.engine.quotes import contents, nominal, subjects, verbal
from watchdesk.engine.quotes.complements import clause_end, trimmed
from watchdesk.engine.quotes.found import Found
from watchdesk.engine.quotes.phrases import phrase_end
from watchdesk.engine.quotes.subjects import Phrase
from watchdesk.engine.quotes.units import Unit
from watchdesk.engine.quotes.verbal import Saying
from watchdesk.engine.records import Mention, Quote, QuoteKind, Span
from watchdesk.engine.text.words import fold

SPEAKING = frozenset({"person", "group", "organisation"})
Range = tuple[int, int]
LONGEST_LABEL = 8
LABEL = frozenset("MN#'DSPaR,")
"""Letters of the words that may name a speaker before a colon."""


def find(unit: Unit) -> list[Found]:
    """Give the quotes of a unit, those of its verbs first.

    A cue within what an earlier one says is left out: "said he believes" is one quote.
    """
    if label := labelled(unit):
        return [label]
    found: list[Found] = []
    told: list[Range] = []
    floor = 0
    said = verbal.sayings(unit)
    for i, saying in enumerate(said):
        if within(saying, told):
            continue
        parts = contents.contents(unit, saying, said[i + 1 :], floor)
        if saying.form != "passive" or "hearer" in saying.cue.takes:
            told += [part for part in parts if saying.cue.takes & {"clause", "infinitive"}]
        if parts and parts[0][0] < saying.start and saying.form in verbal.WITH_SUBJECT:
            floor = saying.resume
        found += made(unit, saying, parts)
    found += according(unit)
    cues = [f.quote.cue for f in found if f.quote.cue]
    for saying in nominal.sayings(unit):
        cue = unit.span(saying.start, saying.end)
        if not within(saying, told) and not any(cue.overlaps(other) for other in cues):
            found += made(unit, saying, contents.behind(unit, saying))
    return found


def within(saying: Saying, told: Sequence[Range]) -> bool:
    return any(start <= saying.verb < end for start, end in told)


def made(unit: Unit, said: Saying, parts: Sequence[Range]) -> Iterator[Found]:
    cue = cue_span(unit, said)
    negated = "G" in unit.letters[said.start : said.verb]
    for part in parts:
        one = quote(unit, part, said.speaker, cue, said.cue.kind)
        yield Found(one, said.cue.lemma, negated, everybody(unit, said.speaker))


def cue_span(unit: Unit, said: Saying) -> Span:
    """Give the cue with its auxiliaries ("has also said") and what trails it ("in a statement")."""
    start, end = said.start, said.end
    while start < said.verb and unit.letter(start) == "T":
        start += 1
    end = phrase_end(unit.cues.trailers, unit.words, end) or end
    return unit.span(start, end + 1 if unit.known(end, "trailing") else end)


def quote(unit: Unit, part: Range, speaker: Phrase | None, cue: Span, kind: QuoteKind) -> Quote:
    span = unit.span(*part)
    spoken = sum(s.end - s.start for s in unit.speeches if s in span)
    direct = spoken > (span.end - span.start) / 2
    if speaker is None:
        return Quote(span, None, None, cue, direct, kind)
    whole = unit.span(speaker.start, speaker.end)
    return Quote(span, entity(unit, speaker), whole, cue, direct, kind)


# --- Whom a speaker's words mean


def entity(unit: Unit, speaker: Phrase) -> str | None:
    """Give whom a speaker's words mean: of its first plain phrase a person's name first of all."""
    start = speaker.start
    if unit.letter(start) != "W":
        return named(unit, start, speaker.head_end) or named(unit, start, speaker.end)
    start -= 1
    while start > 0 and unit.letter(start) == ",":
        start -= 1
    return named(unit, start, start + 1)


def named(unit: Unit, start: int, end: int) -> str | None:
    some = (unit.headed[i] for i in range(start, end) if i in unit.headed)
    best = max((m for m in some if m.kind in SPEAKING), key=rank, default=None)
    return best.entity if best else None


def rank(mention: Mention) -> tuple[bool, bool, int]:
    return (mention.kind == "person", mention.form == "name", mention.span.start)


def everybody(unit: Unit, speaker: Phrase | None) -> tuple[str, ...]:
    """Give everybody that a speaker's words name, the speaker first."""
    if speaker is None:
        return ()
    some = [unit.headed[i].entity for i in range(speaker.start, speaker.end) if i in unit.headed]
    return tuple(dict.fromkeys(e for e in (entity(unit, speaker), *some) if e))


# --- Without a verb


def labelled(unit: Unit) -> Found | None:
    """Read "Ada Lind: The trial is a farce", a paragraph that opens with its speaker."""
    start = unit.starts[0] if unit.starts else 0
    if start and unit.text[max(0, start - 2) : start] != "\n\n":
        return None
    colons = (i for i in range(min(len(unit), LONGEST_LABEL)) if unit.letter(i) == ":")
    end = next(colons, 0)
    if not end or end + 2 >= len(unit) or any(unit.letter(i) not in LABEL for i in range(end)):
        return None
    after = unit.text[unit.ends[end] : unit.ends[end] + 1]
    if (
        not after.isspace()
        or fold(unit.span(0, end).of(unit.text)) in unit.cues.words["never_labels"]
    ):
        return None
    part = (end + 1, trimmed(unit, end + 1, len(unit)))
    speaker = Phrase(0, end, end)
    return Found(
        quote(unit, part, speaker, unit.span(end, end + 1), "speech"),
        entities=everybody(unit, speaker),
    )


def according(unit: Unit) -> Iterator[Found]:
    """Read "according to X, A" and "A, according to X"."""
    for at, word in enumerate(unit.words):
        if word not in unit.cues.according:
            continue
        end = phrase_end(unit.cues.according, unit.words, at)
        speaker = subjects.teller(unit, end, len(unit)) if end else None
        part = beside_according(unit, at, speaker) if speaker else None
        if end and part:
            one = quote(unit, part, speaker, unit.span(at, end), "speech")
            yield Found(one, entities=everybody(unit, speaker))


def beside_according(unit: Unit, at: int, speaker: Phrase) -> Range | None:
    start = at
    while start > 0 and unit.letter(start - 1) not in ".;":
        start -= 1
    end = trimmed(unit, start, at)
    if end > start and contents.has_words(unit, (start, at)):
        return start, end
    begin = speaker.end
    while begin < len(unit) and unit.letter(begin) in ",:-":
        begin += 1
    return (begin, clause_end(unit, begin, len(unit))) if begin < len(unit) else None
