"""Turn a word of any script into codes of its sound, under which spellings meet.

A code has one character a sound (`data/spelling.yaml`).  Latin spelling is ambiguous, so a word may
have several codes, the likeliest first.
"""

import re
import unicodedata
from functools import lru_cache

from watchdesk.engine.identities.tables import Rule, letters, lookalikes, sequences, spelling

SCRIPTS = (
    ("cyrillic", "Ѐ", "ԯ"),
    ("arabic", "؀", "ۿ"),
    ("arabic", "ݐ", "ݿ"),
    ("georgian", "Ⴀ", "ჿ"),
    ("armenian", "԰", "֏"),
    ("greek", "Ͱ", "Ͽ"),
)
MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u2060ـ]")
NO_SOUND = re.compile(r"[^a-zъьA-Z]")
ABJAD = "~"
"""Begins a code whose short vowels were never written."""


def script_of(word: str) -> str:
    """Give the script of the first letter that is not Latin; "latin" if there is none.

    >>> script_of("Мамай"), script_of("Mamai")
    ('cyrillic', 'latin')
    """
    for char in word:
        if char > "\u036f":
            for script, first, last in SCRIPTS:
                if first <= char <= last:
                    return script
    return "latin"


@lru_cache(maxsize=1 << 17)
def romanise(word: str) -> str:
    """Give a word in Latin letters of a neutral spelling; capitals stand for unsure letters.

    >>> romanise("Жанболат"), romanise("Šešelj")
    ('zhanbolat', 'sheshelj')
    """
    word = unicodedata.normalize("NFKC", word).lower()
    script = script_of(word)
    table = letters()
    if script == "cyrillic":
        word = word.translate(lookalikes())
    if script != "latin":
        for together, sound in sequences():
            word = word.replace(together, sound)
        word = word.translate(table[script])
    word = word.translate(table["latin"])
    bare = MARKS.sub("", unicodedata.normalize("NFD", word))
    return NO_SOUND.sub("", bare)


@lru_cache(maxsize=1 << 18)
def codes(word: str) -> tuple[str, ...]:
    """Give the sound codes of a word, the likeliest first; none where it has no letter we know.

    >>> codes("Жанболат") == codes("Zhanbolat") == codes("Janbolat")[:1]
    True
    """
    roman = romanise(word)
    if not roman:
        return ()
    rules, script = spelling(), script_of(word)
    if script == "arabic":
        return (ABJAD + apply(rules.arabic, roman),)
    if script == "latin":
        return readings(roman, rules.latin_ways, rules.latin_first)
    return readings(roman, rules.cyrillic_ways if script == "cyrillic" else (), ())


def readings(
    roman: str, ways: tuple[tuple[Rule, ...], ...], before: tuple[Rule, ...]
) -> tuple[str, ...]:
    """Give the code of a romanised word, and one for each way that reads it otherwise."""
    spelt = (roman, *(apply(way, roman) for way in ways))
    return tuple(dict.fromkeys(code(s, before) for s in dict.fromkeys(spelt)))


def code(roman: str, before: tuple[Rule, ...]) -> str:
    """Give the code of one reading; the rules `before` go first."""
    rules = spelling()
    spelt = apply(rules.first, apply(before, roman))
    return apply(rules.last, rules.any_sound.sub(lambda m: rules.sounds[m.group()], spelt))


def apply(rules: tuple[Rule, ...], text: str) -> str:
    for pattern, instead in rules:
        text = pattern.sub(instead, text)
    return text


@lru_cache(maxsize=1 << 18)
def skeleton(code: str) -> str:
    """Give the firm consonants of a code: what short vowels and weak letters cannot change.

    >>> skeleton("mamai"), skeleton(codes("محمد")[0]) == skeleton(codes("Mohammed")[0])
    ('mm', True)
    """
    return code.rstrip("HQ").translate(WEAK)


WEAK = str.maketrans(
    dict.fromkeys("~aeiouyvAWYEQ", "") | {"H": "K", "k": "K", "q": "K", "D": "z", "X": "s"}
)
