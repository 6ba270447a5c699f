"""Base forms and grammemes of Russian and Ukrainian words, by pymorphy3.

Other languages have no analyser here: their words are their own base forms.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from pymorphy3 import MorphAnalyzer
from pymorphy3.analyzer import Parse

ANALYSED = frozenset({"ru", "uk"})
CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
NOMINAL = frozenset({"NOUN", "ADJF", "PRTF", "NUMR", "NPRO"})
GENDERS = {"masc": ("masc",), "femn": ("femn",), "neut": ("neut",), "ms-f": ("masc", "femn")}
OTHER_CASES = {"gen2": "gent", "acc2": "accs", "loc2": "loct", "gen1": "gent", "voct": "nomn"}
UNWEIGHED = frozenset({"uk"})
"""Languages whose dictionary does not say which reading is the likelier."""
RARE = 0.15
"""Score below which a reading is left out of the base forms («после» as a form of «посол»)."""
NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"})
FOLDED = str.maketrans("ё", "е")


class Reading(NamedTuple):
    """One way to read a word as a noun or its like.

    `base` is the folded nominative singular, in the feminine where only that is meant ("петрова");
    `part` is a part of speech of OpenCorpora, APRO for a pronoun that behaves as an adjective
    («этот»); `name` is Name, Patr or Surn for what is known as part of a person's name; `score`
    is 0 to 1.
    """

    base: str
    part: str
    gender: str | None
    number: str
    case: str
    animate: bool
    name: str | None
    score: float


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


@lru_cache(maxsize=100_000)
def readings(word: str, language: str) -> tuple[Reading, ...]:
    """Give the readings of a word as noun, adjective, participle, numeral or pronoun.

    >>> [r.case for r in readings("активистку", "ru")]
    ['accs']
    """
    found = [r for p in parses(word, language) for r in _readings(p)]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=100_000)
def nominals(word: str, language: str) -> tuple[str, ...]:
    """Give the distinct base forms under which a word is a noun or its like; itself if unknown.

    >>> nominals("задержанных", "ru"), nominals("задержали", "ru"), nominals("police", "en")
    (('задержанный',), (), ('police',))
    """
    if language not in ANALYSED:
        return (word.lower(),)
    scores: dict[str, float] = {}
    for parse in parses(word, language):
        if _nominal(parse):
            base = _masculine(parse)
            scores[base] = scores.get(base, 0.0) + parse.score
    return tuple(base for base, score in scores.items() if score > RARE)


def _nominal(parse: Parse) -> bool:
    return parse.tag.POS in NOMINAL or parse.tag.POS is None


def _masculine(parse: Parse) -> str:
    """Give the dictionary's form of a noun; of a participle its own, not the verb's."""
    if parse.tag.POS == "PRTF":
        made = parse.inflect({"masc", "sing", "nomn"}) or parse.inflect({"masc", "nomn"})
        return str(made.word if made else parse.word).translate(FOLDED)
    return str(parse.normal_form).translate(FOLDED)


def _readings(parse: Parse) -> list[Reading]:
    tag = parse.tag
    case = OTHER_CASES.get(tag.case, tag.case)
    if not _nominal(parse) or case not in CASES:
        return []
    name = next((kind for kind in ("Patr", "Name", "Surn") if kind in tag.grammemes), None)
    return [
        Reading(
            _base(parse, gender, name),
            "APRO" if "Apro" in tag.grammemes else str(tag.POS),
            gender,
            str(tag.number or "sing"),
            case,
            tag.animacy == "anim" or tag.POS in {"ADJF", "PRTF"},
            name,
            float(parse.score),
        )
        for gender in GENDERS.get(tag.gender, (None,))
    ]


def _base(parse: Parse, gender: str | None, name: str | None) -> str:
    if name == "Surn" or parse.tag.POS in {"ADJF", "PRTF"}:
        wanted = {"nomn", *({gender} if gender else ())}
        made = parse.inflect(wanted | {"sing"}) or parse.inflect(wanted)
        return str(made.word if made else parse.word).translate(FOLDED)
    return str(parse.normal_form).translate(FOLDED)


@lru_cache(maxsize=100_000)
def is_common(word: str, language: str) -> bool:
    """Tell whether the dictionary knows a word and does not take it for a name first.

    >>> is_common("суд", "uk"), is_common("Марія", "uk"), is_common("court", "en")
    (True, False, False)
    """
    found = parses(word, language)
    if not found or not found[0].is_known:
        return False
    told = found if language in UNWEIGHED else found[:1]
    return not any(NAMES & parse.tag.grammemes for parse in told)
