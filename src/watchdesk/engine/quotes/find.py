"""Find what is said or thought, by whom, with the words that say so; direct and indirect speech.

Source: S. Pareti, "PARC 3.0: A Corpus of Attribution Relations" (LREC 2016) for the three parts of
an attribution: source, cue, content.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from watchdesk.engine.quotes import speakers
from watchdesk.engine.quotes.cues import LONGEST_CUE, Cue, Cues, load
from watchdesk.engine.quotes.marks import quotations
from watchdesk.engine.quotes.positions import positions
from watchdesk.engine.quotes.speakers import Clause, Speaker, Token
from watchdesk.engine.records import Article, Mention, Mentions, OfficialPosition, Quote, Span

SHORTEST_CONTENT = 2
"""Words below which what stands beside a cue is no content."""
SPEECH_WORDS = 4
"""Words from which quoted words are a speech of their own and not a single borrowed term."""

_TOKEN = re.compile(r"\w+(?:[’'\-]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Found:
    """A cue found in a clause: tokens [start, end)."""

    cue: Cue
    start: int
    end: int


def find(
    article: Article, sentences: Sequence[Span], mentions: Mentions
) -> tuple[tuple[Quote, ...], tuple[OfficialPosition, ...]]:
    """Give the quotes and the official positions of an article, in text order.

    A language without a cue file gives direct speech without speakers, and no positions.
    """
    cues = load(_family(article.language))
    marked = quotations(article.text)
    if cues is None:
        return tuple(Quote(m, direct=True) for m in marked if _long(article.text, m)), ()
    quotes: list[Quote] = []
    stands: list[OfficialPosition] = []
    for span in _speech_units(sentences, marked):
        clause = _clause(article.text, span, mentions.mentions, cues)
        quotes += _quotes_of(clause, [m for m in marked if m.overlaps(span)])
        stands += positions(clause, mentions.entities)
    quotes = _with_unclaimed(article.text, quotes, marked)
    return tuple(sorted(quotes, key=lambda q: (q.span, q.cue or q.span))), tuple(stands)


def _family(language: str | None) -> str:
    return (language or "und").split("-", maxsplit=1)[0]


def _speech_units(sentences: Sequence[Span], marked: Sequence[Span]) -> Iterator[Span]:
    """Join sentences that one quotation runs through, so that its cue stands beside it."""
    current: Span | None = None
    for sentence in sentences:
        if current and any(
            m.start < current.end and m.end > sentence.start and m.start >= current.start
            for m in marked
        ):
            current = Span(current.start, sentence.end)
            continue
        if current:
            yield current
        current = sentence
    if current:
        yield current


def _clause(text: str, span: Span, mentions: Sequence[Mention], cues: Cues) -> Clause:
    tokens = [
        Token(span.start + m.start(), span.start + m.end(), m.group().lower())
        for m in _TOKEN.finditer(span.of(text))
    ]
    inside = [m for m in mentions if m.span in span]
    return Clause(text, tokens, inside, cues)


def _quotes_of(clause: Clause, marked: Sequence[Span]) -> list[Quote]:
    """Take the cues of a clause in order; each claims its content once."""
    quotes: list[Quote] = []
    floor = 0
    for found in _cues(clause, marked):
        new = _attribute(clause, found, marked, floor)
        new = [q for q in new if not any(q.span.overlaps(old.span) for old in quotes)]
        quotes += new
        if new and new[0].span.start > clause.tokens[found.start].start:
            floor = found.end
    return quotes


def _cues(clause: Clause, marked: Sequence[Span]) -> Iterator[Found]:
    """Yield cues outside quotation marks, the longest at each place."""
    at = 0
    while at < len(clause.tokens):
        found = _cue_at(clause, at)
        if found and not any(m.start <= clause.tokens[at].start < m.end for m in marked):
            yield found
            at = found.end
        else:
            at += 1


def _cue_at(clause: Clause, at: int) -> Found | None:
    words = tuple(t.lower for t in clause.tokens[at : at + LONGEST_CUE])
    for length in range(len(words), 0, -1):
        if cue := clause.cues.phrases.get(words[:length]):
            is_verb = length > 1 or cue.kind == "according" or _is_verb(clause, at)
            return Found(cue, at, at + length) if is_verb else None
    return None


def _is_verb(clause: Clause, at: int) -> bool:
    """Tell whether a single cue word is a verb where it stands: no name, noun or title."""
    token = clause.tokens[at]
    if at == 0:
        return False
    before = clause.tokens[at - 1]
    if clause.text[token.start].isupper() or before.lower in clause.cues.nouns_after:
        return False
    if token.lower.endswith("ing"):
        return before.lower in {",", "—", "–"} or before.lower in clause.cues.auxiliaries
    if token.lower in clause.cues.also_nouns:
        at -= 1
        while at and clause.tokens[at].lower in clause.cues.auxiliaries:
            at -= 1
        ends = {m.span.end for m in clause.mentions if not _possessive(clause, m)}
        return clause.tokens[at].end in ends or not clause.tokens[at].is_word
    return True


def _possessive(clause: Clause, mention: Mention) -> bool:
    after = clause.text[mention.span.end - 2 : mention.span.end + 2]
    return any(mark in after for mark in ("’s", "'s", "s’", "s'"))


def _attribute(clause: Clause, found: Found, marked: Sequence[Span], floor: int) -> list[Quote]:
    if found.cue.kind == "according":
        return _according(clause, found, marked)
    speaker = speakers.before(clause, found.start, floor)
    left = _left(clause, found, speaker, floor)
    right = _right(clause, found)
    inverted = speakers.after(clause, found.end) if _inverted(clause, found, marked) else None
    if inverted:
        speaker = inverted
        right = _right_of(clause, speakers.index_at(clause.tokens, inverted.span.end))
        left = _span(clause, floor, found.start)
    if speaker is None:
        return []
    contents = _contents(
        clause, (left, right), marked, before_first=bool(inverted) or _closes(clause, found)
    )
    cue = _cue_span(clause, found)
    return [_quote(content, speaker, cue, marked) for content in contents]


def _cue_span(clause: Clause, found: Found) -> Span:
    """Give the cue with its auxiliaries ("has also said") and what trails it ("in a statement")."""
    start = found.start
    while start and clause.tokens[start - 1].lower in clause.cues.auxiliaries:
        start -= 1
    end = _past_trailers(clause, found.end)
    return Span(clause.tokens[start].start, clause.tokens[end - 1].end)


def _past_trailers(clause: Clause, at: int) -> int:
    for length in range(LONGEST_CUE, 0, -1):
        words = tuple(t.lower for t in clause.tokens[at : at + length])
        if words in clause.cues.trailers:
            return at + length
    return at


def _according(clause: Clause, found: Found, marked: Sequence[Span]) -> list[Quote]:
    speaker = speakers.after(clause, found.end)
    if speaker is None:
        return []
    cue = Span(clause.tokens[found.start].start, clause.tokens[found.end - 1].end)
    after_speaker = speakers.index_at(clause.tokens, speaker.span.end)
    at_start = found.start <= 1
    content = (
        _span(clause, after_speaker, len(clause.tokens))
        if at_start
        else _span(clause, 0, found.start)
    )
    return [_quote(content, speaker, cue, marked)] if content else []


def _inverted(clause: Clause, found: Found, marked: Sequence[Span]) -> bool:
    """Tell whether the cue stands right after a quotation or a comma, before its speaker."""
    if found.start == 0 or found.cue.lemma in clause.cues.addressed:
        return False
    previous = clause.tokens[found.start - 1]
    closed = any(0 <= previous.start - m.end <= 1 or m.end == previous.end for m in marked)
    return closed or previous.lower in {",", "—", "–", "-"}


def _closes(clause: Clause, found: Found) -> bool:
    """Tell whether nothing but an addressee or a full stop follows the cue."""
    words = [t for t in clause.tokens[found.end :] if t.is_word]
    return len(words) < SHORTEST_CONTENT or all(
        t.lower in clause.cues.addressees or t.lower in clause.cues.prepositions for t in words
    )


def _left(clause: Clause, found: Found, speaker: Speaker | None, floor: int) -> Span | None:
    if speaker is None:
        return None
    return _span(clause, floor, speakers.index_at(clause.tokens, speaker.span.start))


def _right(clause: Clause, found: Found) -> Span | None:
    at = _past_trailers(clause, found.end)
    while at < len(clause.tokens) and clause.tokens[at].lower in clause.cues.addressees:
        at += 1
    return _right_of(clause, at)


def _right_of(clause: Clause, at: int) -> Span | None:
    return _span(clause, at, len(clause.tokens))


def _span(clause: Clause, start: int, end: int) -> Span | None:
    """Give the words from token `start` to `end` without the marks around them."""
    tokens = list(clause.tokens[start:end])
    while tokens and not tokens[0].is_word and tokens[0].lower not in '“«„"(':
        tokens.pop(0)
    while tokens and not tokens[-1].is_word and tokens[-1].lower not in '”»“")%':
        tokens.pop()
    if sum(t.is_word for t in tokens) < SHORTEST_CONTENT:
        return None
    return Span(tokens[0].start, tokens[-1].end)


def _contents(
    clause: Clause,
    sides: tuple[Span | None, Span | None],
    marked: Sequence[Span],
    *,
    before_first: bool,
) -> list[Span]:
    """Choose where the content stands: before the cue, after it, or on both sides of it."""
    left, right = sides
    if before_first and left:
        follows = [m for m in marked if right and m.overlaps(right) and _long(clause.text, m)]
        return [left, *follows]
    quoted_left = [m for m in marked if left and m in left and _long(clause.text, m)]
    if right:
        return [*quoted_left, right]
    return [left] if left else []


def _quote(content: Span, speaker: Speaker, cue: Span, marked: Sequence[Span]) -> Quote:
    direct = any(
        m in content and m.end - m.start > (content.end - content.start) / 2 for m in marked
    )
    return Quote(content, speaker.entity, speaker.span, cue, direct)


def _with_unclaimed(text: str, quotes: list[Quote], marked: Sequence[Span]) -> list[Quote]:
    """Give quotations that no cue claims to the speaker just before in the same paragraph."""
    claimed = list(quotes)
    for mark in marked:
        if not _long(text, mark) or any(q.span.overlaps(mark) for q in claimed):
            continue
        earlier = [q for q in claimed if q.span.end <= mark.start and q.direct]
        last = max(earlier, key=lambda q: q.span.end, default=None)
        same = last is not None and text.count("\n\n", last.span.end, mark.start) <= 1
        if last and same:
            claimed.append(replace(last, span=mark))
        else:
            claimed.append(Quote(mark, direct=True))
    return claimed


def _long(text: str, mark: Span) -> bool:
    return len(mark.of(text).split()) >= SPEECH_WORDS
