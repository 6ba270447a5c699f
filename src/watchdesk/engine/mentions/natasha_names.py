"""Find Russian names with slovnet's tagger, which natasha ships (MIT, trained on news).

Its people and places are good (F1 .87 to .92, .82 to .88), its organisations weak (.46 to .66):
those are kept only where our lists and the shape of the name agree.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from navec import Navec
from slovnet import NER

from watchdesk.engine.mentions import inflected_names
from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.inflected_nouns import bases
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Words
from watchdesk.engine.records import EntityKind

KINDS: dict[str, EntityKind] = {"PER": "person", "LOC": "place", "ORG": "organisation"}


@cache
def tagger() -> NER:
    """Load the tagger and its vectors, once."""
    data = files("natasha") / "data"
    ner = NER.load(str(data / "model" / "slovnet_ner_news_v1.tar"))
    ner.navec(Navec.load(str(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")))
    return ner


def find(text: str, tokens: Sequence[Token], words: Words) -> list[Found]:
    """Give all names in text order, without overlap."""
    if not any(t.text[0].isalnum() for t in tokens):
        return []  # the tagger fails on a text without words
    starts = {t.start: n for n, t in enumerate(tokens)}
    ends = {t.end: n + 1 for n, t in enumerate(tokens)}
    return list(_found(tagger()(text).spans, starts, ends, (tokens, words)))


def _found(
    spans: Sequence[Any],
    starts: dict[int, int],
    ends: dict[int, int],
    reading: tuple[Sequence[Token], Words],
) -> Iterator[Found]:
    tokens, words = reading
    for span in spans:
        start, end = starts.get(span.start), ends.get(span.stop)
        if start is None or end is None or start >= end:
            continue
        kind = KINDS[span.type]
        if end - start == 1 and _is_noun(tokens[start], words):
            continue
        bracket = next((n for n in range(start + 1, end) if tokens[n].text == "("), end)
        if bracket < end - 1 and kind == "organisation":  # "Союз журналистов (СЖ)"
            parts = tuple(t.text for t in tokens[bracket + 1 : end - 1])
            whole = tuple(t.text for t in tokens[start:bracket])
            yield inflected_names.made(start, bracket, whole, kind, words)
            yield inflected_names.made(bracket + 1, end - 1, parts, kind, words)
            continue
        parts = tuple(t.text for t in tokens[start:end])
        yield inflected_names.made(start, end, parts, kind, words)


def _is_noun(token: Token, words: Words) -> bool:
    """Tell a noun at the head of a sentence, «Художницу задержали», from somebody's name."""
    return any(
        form == (base,) and noun.of.kind == "person" and noun.of.occupation
        for base in bases(token, words)
        for form, noun in words.nouns.get(base, ())
    )
