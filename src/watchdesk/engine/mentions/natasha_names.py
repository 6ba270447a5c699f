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

from watchdesk.engine.gazetteer import countries
from watchdesk.engine.gazetteer.folding import fold
from watchdesk.engine.gazetteer.settlements import table
from watchdesk.engine.mentions import inflected, kinds
from watchdesk.engine.mentions.found import Found
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
        bracket = next((n for n in range(start + 1, end) if tokens[n].text == "("), end)
        if bracket < end - 1 and kind == "organisation":  # "Союз журналистов (СЖ)"
            parts = tuple(t.text for t in tokens[bracket + 1 : end - 1])
            yield _other(start, bracket, tuple(t.text for t in tokens[start:bracket]), kind, words)
            yield _other(bracket + 1, end - 1, parts, kind, words)
            continue
        parts = tuple(t.text for t in tokens[start:end])
        if kind == "person":
            yield _person(start, end, parts, words)
        else:
            yield _other(start, end, parts, kind, words)


def _person(start: int, end: int, parts: tuple[str, ...], words: Words) -> Found:
    base = inflected.person(parts, words.language)
    return Found(
        start,
        end,
        "person",
        end - 1,
        fold(base.text),
        name=base.text,
        number="sing",
        case=base.case,
        oblique=base.oblique,
        sex=base.sex,
        also=tuple(fold(o) for o in base.others),
    )


def _other(start: int, end: int, parts: tuple[str, ...], kind: EntityKind, words: Words) -> Found:
    if kind == "place":
        bases = inflected.place(parts, words.language)
        known = countries.names(words.language)
        name = next((b for b in bases if known.code(b) or table().by_name.get(fold(b))), bases[0])
        also = tuple(fold(b) for b in bases if b != name)
        return Found(start, end, kind, end - 1, fold(name), name=name, number="sing", also=also)
    name = inflected.body(parts, words.language)
    low = tuple(fold(name).split())
    actor = words.bodies.get(low) or words.bodies.get(tuple(p.lower() for p in parts))
    return Found(
        start,
        end,
        kind,
        end - 1,
        fold(name),
        name=name,
        number="sing",
        actor=actor or kinds.body_actor(low, words),
    )
