"""Bring a Russian or Ukrainian name to its base form: «Жанболата Мамая» to «Жанболат Мамай».

All words of a name stand in one case and are of one sex.  Each word's readings come from the
dictionary, or from its ending where it is unknown; the case and sex that explain all words best
decide.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import product
from math import log
from typing import Any

from pymorphy3.analyzer import Parse

from watchdesk.engine.identities.sounds import codes
from watchdesk.engine.identities.tables import given_lines
from watchdesk.engine.identities.tables import read as read_table
from watchdesk.engine.text.morphology import ANALYSED, parses

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct", "voct")
SEXES = ("masc", "femn")
NAME_TAGS = frozenset({"Name", "Surn", "Patr"})
SHORTEST = 2
UNSURE = 0.02
"""Share that an unlikely reading is taken for, so that none is ruled out."""
COMMON_NOUN = 0.5
"""How much less a reading as a common noun counts than one as a name."""
AS_IT_STANDS = 2.0
"""How much likelier than that it is that a word is not inflected at all (names in -о, -и)."""
GIVEN_NAME = 4.0
"""How much likelier a given name is than a surname of the same form (Марина, Марин)."""
COMMON_NAME = 4.0
"""How much likelier a given name of our list is than one that only the dictionary has."""
NOMINATIVE = 1.5
"""How much likelier the base form itself is than any other one case."""
MEN = 0.75
"""Share of men among people in the news; settles «Блохина» alone: of Blokhin, or a woman."""
LONG_ENOUGH = 4
SEEN = 20.0
"""How much likelier a base form is that stands elsewhere in the article."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to read a word: its base, the case and sex it would then have (None: any)."""

    base: str
    case: str | None
    sex: str | None
    score: float


def base_form(
    name: str, language: str | None, sex: str | None = None, seen: frozenset[str] = frozenset()
) -> str:
    """Give the base form of a name; the name as it is where the language has no analyser.

    `sex` ("female", "male") settles forms that could be either.  `seen` are words of other names
    of the article in lower case: a base form that stands there is the likelier one.

    >>> base_form("Сергея Петрова", "ru"), base_form("Ольгой Короткевич", "ru")
    ('Сергей Петров', 'Ольга Короткевич')
    """
    words = WORD.findall(name)
    if language not in ANALYSED or not words:
        return name
    wanted = {"female": ("femn",), "male": ("masc",)}.get(sex or "", SEXES)
    found = [weighed(forms(w, language), seen) for w in words]
    case, gender = max(product(CASES, wanted), key=lambda key: fit(found, *key))
    bases = iter([shown(w, best(f, case, gender)) for w, f in zip(words, found, strict=True)])
    return WORD.sub(lambda _: next(bases), name)


def weighed(found: tuple[Form, ...], seen: frozenset[str]) -> tuple[Form, ...]:
    """Make the readings likelier whose base form was seen."""
    if not seen:
        return found
    return tuple(replace(f, score=f.score * SEEN) if f.base in seen else f for f in found)


def fit(words: Sequence[tuple[Form, ...]], case: str, sex: str) -> float:
    """Give how well one case and sex explain all words (log of likelihood)."""
    prior = log(NOMINATIVE) if case == "nomn" else 0.0
    prior += log(MEN) if sex == "masc" else log(1 - MEN)
    return prior + sum(log(max(likelihood(f, case, sex) for f in forms)) for forms in words)


def likelihood(form: Form, case: str, sex: str) -> float:
    fits = form.case in (None, case) and form.sex in (None, sex)
    return form.score if fits else form.score * UNSURE * UNSURE


def best(forms: Sequence[Form], case: str, sex: str) -> str:
    """Give the base under the case and sex that were chosen."""
    return max(forms, key=lambda f: likelihood(f, case, sex)).base


@lru_cache(maxsize=1 << 15)
def forms(word: str, language: str) -> tuple[Form, ...]:
    """Give every reading of a word as part of a name: the dictionary's, else by its ending."""
    lower = word.lower()
    if len(lower) < SHORTEST:
        return (Form(lower, None, None, 1.0),)
    known = [p for p in parses(lower, language) if p.is_known]
    found = [f for p in known for f in read(p)]
    if not any(not NAME_TAGS.isdisjoint(p.tag.grammemes) for p in known):
        found += by_ending(lower, language)
    return (*found, Form(lower, None, None, AS_IT_STANDS * UNSURE))


def read(parse: Parse) -> Iterator[Form]:
    """Give the readings of one parse; a plural or a verb is none, a common noun hardly one."""
    tag = parse.tag
    if tag.number == "plur" or tag.case is None or tag.POS not in ("NOUN", "ADJF"):
        return
    named = not NAME_TAGS.isdisjoint(tag.grammemes)
    score = max(float(parse.score), UNSURE) * (1.0 if named else COMMON_NOUN)
    score *= GIVEN_NAME if "Name" in tag.grammemes else 1.0
    case = {"gen2": "gent", "acc2": "accs", "loc2": "loct"}.get(tag.case, tag.case)
    for sex in (tag.gender,) if tag.gender in SEXES else SEXES:
        base = base_of(parse, sex)
        yield Form(base, case, sex, score * (COMMON_NAME if is_common(base) else 1.0))


def is_common(base: str) -> bool:
    """Tell whether a word is one of the given names we list."""
    return not common_names().isdisjoint(codes(base)[:1])


@cache
def common_names() -> frozenset[str]:
    """Give the likeliest sound code of every form of a given name that we list."""
    return frozenset(codes(form)[0] for _, full, _ in given_lines() for form in full)


def by_ending(word: str, language: str) -> Iterator[Form]:
    """Give the readings of an unknown name, by the table of endings."""
    doubtful = len(word) > LONG_ENOUGH and word.endswith(tuple(table()["like_an_ending"]))
    for ending, instead, cases, sex, score in endings(language):
        tail = ending.lstrip("CV")
        stem = word[: len(word) - len(tail)]
        if word.endswith(tail) and len(stem) >= SHORTEST and stem_fits(stem, ending[0]):
            share = score * (UNSURE if doubtful and not tail else 1.0)
            for case in cases:
                base = stem + instead.lstrip("CV")
                yield Form(base, case, None if sex == "any" else sex, share)


def stem_fits(stem: str, marker: str) -> bool:
    """Tell whether a stem ends in what an ending asks for: C a consonant, V a vowel."""
    vowel = stem[-1] in table()["vowels"]
    return {"C": not vowel, "V": vowel}.get(marker, True)


@cache
def table() -> Mapping[str, Any]:
    """Give the table of endings of all languages."""
    found: Mapping[str, Any] = read_table("name_cases.yaml")
    return found


@cache
def endings(language: str) -> tuple[tuple[str, str, tuple[str, ...], str, float], ...]:
    """Give the table of endings of a language."""
    rows = table()[language]
    return tuple((e, i, tuple(cases), sex, float(score)) for e, i, cases, sex, score in rows)


def base_of(parse: Parse, sex: str) -> str:
    made = parse.inflect({"nomn", "sing"} | ({sex} if parse.tag.POS == "ADJF" else set()))
    return str(made.word if made else parse.normal_form)


def shown(word: str, base: str) -> str:
    """Give the base in the capitals of the word."""
    if word.isupper() and len(word) > 1:
        return base.upper()
    return base[:1].upper() + base[1:] if word[:1].isupper() else base
