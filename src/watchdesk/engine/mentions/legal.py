"""Find laws, codes and their articles, by the patterns of a language's word file."""

from collections.abc import Iterator, Mapping, Sequence

from watchdesk.engine.gazetteer.folding import fold
from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Words


def find(text: str, tokens: Sequence[Token], words: Words) -> list[Found]:
    """Give all legal instruments in text order; of two that overlap the longer."""
    starts = {t.start: n for n, t in enumerate(tokens)}
    ends = {t.end: n + 1 for n, t in enumerate(tokens)}
    spans = [
        match.span()
        for start, end in _sentences(tokens, words)
        for pattern in words.laws
        for match in pattern.finditer(text, start, end)
    ]
    spans.sort(key=lambda s: (s[0] - s[1], s[0]))
    kept: list[tuple[int, int]] = []
    for span in spans:
        if not any(a < span[1] and span[0] < b for a, b in kept):
            kept.append(span)
    found = (_found(text, span, starts, ends) for span in sorted(kept))
    return [f for f in found if f]


def _sentences(tokens: Sequence[Token], words: Words) -> Iterator[tuple[int, int]]:
    """Yield the first and last character of each sentence that has a word of the law."""
    speaking = {t.sentence for t in tokens if t.low.startswith(words.law_words)}
    bounds: dict[int, tuple[int, int]] = {}
    for token in tokens:
        if token.sentence in speaking:
            start, _ = bounds.get(token.sentence, (token.start, 0))
            bounds[token.sentence] = start, token.end
    yield from bounds.values()


def _found(
    text: str, span: tuple[int, int], starts: Mapping[int, int], ends: Mapping[int, int]
) -> Found | None:
    start, end = starts.get(span[0]), ends.get(span[1])
    if start is None or end is None:
        return None
    name = " ".join(text[slice(*span)].split())
    return Found(start, end, "legal_instrument", start, fold(name), name=name, number="sing")
