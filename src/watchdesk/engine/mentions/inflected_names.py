"""Make names of languages with cases: their base form, the other forms it can have, sex, case."""

from collections.abc import Sequence
from dataclasses import replace

from watchdesk.engine.gazetteer import admin1, countries
from watchdesk.engine.gazetteer.folding import fold
from watchdesk.engine.gazetteer.settlements import table
from watchdesk.engine.mentions import bodies, inflected
from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.lists import given_names
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Words
from watchdesk.engine.records import EntityKind
from watchdesk.engine.text.morphology import readings

BASES = 3
"""How many of the likeliest base forms of a name are looked up."""
NAME = 0.1
"""Score from which a reading as a name counts."""
TOWN = 15_000
"""People; a smaller place is not told from a person by its name alone."""


def made(start: int, end: int, parts: tuple[str, ...], kind: EntityKind, words: Words) -> Found:
    """Make the name of the words [start, end) of an article, which read `parts`."""
    if kind == "person":
        return _person(start, end, parts, words)
    return _other(start, end, parts, kind, words)


def in_case_of(name: Found, noun: Found, tokens: Sequence[Token], words: Words) -> Found:
    """Read a name again in the case of the noun beside it: «активиста Насима Шарипова»."""
    head = readings(tokens[noun.head].low, words.language)
    told = {r.case for r in head if r.number == "sing"}
    cases = tuple(c for c in inflected.CASES if c in told)
    if not cases or name.end - name.start < 2:  # noqa: PLR2004
        return name
    parts = tuple(t.text for t in tokens[name.start : name.end])
    base = inflected.person(parts, words.language, cases)
    also = tuple(sorted({name.lemma, *name.also, *map(fold, base.others)} - {fold(base.text)}))
    return replace(
        name,
        name=base.text,
        lemma=fold(base.text),
        sex=base.sex or name.sex,
        oblique="nomn" not in cases,
        also=also,
    )


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
        actor=actor or bodies.actor(low, words),
    )


def is_place(run: Sequence[Token], words: Words) -> bool:
    """Tell whether one of the base forms of a name is that of a country, a region or a town."""
    if all(t.low in given_names() for t in run):
        return False
    bases = inflected.place(tuple(t.text for t in run), words.language)[:BASES]
    known = countries.names(words.language)
    return any(
        known.code(base)
        or fold(base) in known.metonyms
        or fold(base) in admin1.by_name()
        or any(table().rows[n].population >= TOWN for n in table().by_name.get(fold(base), ()))
        for base in bases
    )


def has_name(run: Sequence[Token], words: Words) -> bool:
    """Tell whether the dictionary or our lists take a word of a run for part of a person's name."""
    return any(
        t.low in given_names()
        or any(r.name and r.score > NAME for r in readings(t.low, words.language))
        for t in run
    )
