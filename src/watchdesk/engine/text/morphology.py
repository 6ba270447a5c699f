"""Base forms and grammemes of Russian and Ukrainian words, by pymorphy3.

Other languages have no analyser here: their words are their own base forms.
"""

from functools import cache, lru_cache

from pymorphy3 import MorphAnalyzer
from pymorphy3.analyzer import Parse

ANALYSED = frozenset({"ru", "uk"})
CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
FOLDED = str.maketrans("ё", "е")


@cache
def _analyzer(language: str) -> MorphAnalyzer:
    return MorphAnalyzer(lang=language)


@lru_cache(maxsize=100_000)
def parses(word: str, language: str) -> tuple[Parse, ...]:
    """Give every reading of a word, the likeliest first; none where the language has no analyser.

    Readings have `normal_form`, `tag` (grammemes of OpenCorpora) and `inflect(grammemes)`.
    """
    if language not in ANALYSED:
        return ()
    return tuple(_analyzer(language).parse(word))


@lru_cache(maxsize=100_000)
def lemma(word: str, language: str) -> str:
    """Give the folded base form of a word (lower case, е for ё).

    >>> lemma("активистов", "ru"), lemma("activists", "en")
    ('активист', 'activists')
    """
    found = parses(word, language)
    return (str(found[0].normal_form) if found else word.lower()).translate(FOLDED)


@lru_cache(maxsize=5_000)
def forms(word: str, language: str) -> frozenset[str]:
    """Give all forms of a base form; the word alone where the language has no analyser.

    >>> "годами" in forms("год", "ru"), sorted(forms("year", "en"))
    (True, ['year'])
    """
    found = [p for p in parses(word, language) if p.normal_form == word]
    return frozenset(str(f.word) for p in found[:1] for f in p.lexeme) | {word}
