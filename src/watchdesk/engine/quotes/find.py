"""Find what is said or thought, by whom, with the words that say so; direct and indirect speech.

Source: S. Pareti, "PARC 3.0: A Corpus of Attribution Relations" (LREC 2016) for the three parts of
an attribution: source, cue, content.
"""

from collections.abc import Sequence
from dataclasses import replace

from watchdesk.engine import records
from watchdesk.engine.quotes import by_case, by_position
from watchdesk.engine.quotes.cues import load
from watchdesk.engine.quotes.marks import speeches
from watchdesk.engine.quotes.positions import positions
from watchdesk.engine.quotes.units import Article, stretches, unit
from watchdesk.engine.records import Mentions, OfficialPosition, Quote, Span
from watchdesk.engine.text.words import split


def find(
    article: records.Article, sentences: Sequence[Span], mentions: Mentions
) -> tuple[tuple[Quote, ...], tuple[OfficialPosition, ...]]:
    """Give the quotes and the official positions of an article, in text order.

    A language without a cue file gives direct speech without speakers, and no positions.
    """
    cues = load(family(article.language))
    spoken = speeches(article.text)
    if cues is None:
        return tuple(Quote(speech, direct=True) for speech in spoken), ()
    read = Article(article.text, split(article.text), mentions.mentions, spoken, cues)
    quotes: list[Quote] = []
    stands: list[OfficialPosition] = []
    entities = {e.id: e for e in mentions.entities}
    before: Span | None = None
    for span in stretches(read, sentences):
        one = unit(read, span)
        found = by_case.find(one, before) if cues.classes is None else by_position.find(one)
        quotes += [f.quote for f in found]
        stands += positions(one, found, entities)
        before = span
    quotes = with_unclaimed(article.text, quotes, spoken)
    return tuple(sorted(quotes, key=lambda q: (q.span, q.cue or q.span))), tuple(stands)


def family(language: str | None) -> str:
    """Give the language whose cues hold for all its scripts: "sr" for "sr-Latn"."""
    return (language or "und").split("-", maxsplit=1)[0]


def with_unclaimed(text: str, quotes: Sequence[Quote], spoken: Sequence[Span]) -> list[Quote]:
    """Give quotations that no cue claims to the speaker before, in this or the last paragraph."""
    claimed = list(quotes)
    for speech in spoken:
        if any(q.span.overlaps(speech) for q in claimed):
            continue
        earlier = (q for q in claimed if q.direct and q.span.end <= speech.start)
        last = max(earlier, key=lambda q: q.span.end, default=None)
        near = last is not None and text.count("\n\n", last.span.end, speech.start) <= 1
        claimed.append(replace(last, span=speech) if last and near else Quote(speech, direct=True))
    return claimed
