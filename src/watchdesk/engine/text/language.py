"""Say which language a text is written in."""

import math
import re
from collections.abc import Iterator
from functools import cache
from itertools import repeat

import pycld2
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from watchdesk.engine.text.signs import Language, Rivals, load

UNKNOWN = "und"
SAMPLE = 1200
"""Characters looked at; more do not change the answer (bench/languages.py)."""
SHORT = 400
"""Characters given to the slower model."""
FEWEST_LETTERS = 3
SURE_PERCENT = 90
FLOOR = 1e-4
UNSEEN = -3.5
"""What stands for the chance of a language that the slower model does not know."""
BEYOND = 1.0
"""Languages beyond the region must be that much more likely."""
NOT_LANGUAGES = frozenset({"un", "zxx"})
MODEL_WEIGHT = 2.0
WORD_WEIGHT = 0.8
MOST_FOREIGN = 5
"""Weights: best of a coarse grid on headlines of 50 characters (bench/languages.py), flat."""
LEAST_SCORE = -4.0
OPINION = 0.4
HINT = 0.8
"""What a model's choice between rivals and what a hint is worth, in words of theirs."""
SHORTEST_START, LONGEST_START = 3, 12
NOISE = frozenset("@/#_")
"""Marks of addresses, handles and tags, which are in no language."""
WORD = re.compile(r"[^\W\d_]+(?:[‘’'ʻʼ\u200c][^\W\d_]+)*")
LETTER = re.compile(r"[^\W\d_]")


def identify(text: str, hint: str | None = None) -> str:
    """Give the code of the language, "und" where it is no language we can tell.

    `hint` is what the source is said to be written in; it decides only between languages that the
    text leaves open (Persian and Dari, Bosnian and Croatian and Serbian).  Languages beyond the
    region come with their ISO 639 code.

    >>> identify("Полиция задержала троих активистов"), identify("12 + 30")
    ('ru', 'und')
    """
    sample = " ".join(word for word in text[:SAMPLE].split() if not NOISE & set(word))
    counts = _letters(sample)
    script = _script(sample, counts)
    if not script:
        return UNKNOWN
    if sum(map(bool, counts.values())) > 1 and script in counts:
        sample = _only(script, sample)
    known = load().languages_by_script.get(script, ())
    if len(known) == 1:
        return known[0].code
    code = _surely(sample, known) or _combined(sample, known)
    rivals = load().rivals_by_language.get(code)
    return _among(rivals, sample, code, hint) if rivals else code


def _letters(sample: str) -> dict[str, int]:
    """Count the letters of each script at the beginning."""
    head = sample[:SHORT]
    return {name: len(letters.findall(head)) for name, letters in load().scripts.items()}


def _script(sample: str, counts: dict[str, int]) -> str:
    """Name the script of most letters; "" where there are too few letters to tell.

    Latin counts by half: Latin names stand in texts of any script, others seldom in Latin ones.
    """
    script = max(counts, key=lambda name: counts[name] / (2 if name == "Latn" else 1))
    if counts[script] < FEWEST_LETTERS:
        return "" if len(LETTER.findall(sample[:SHORT])) < FEWEST_LETTERS else "other"
    return script


def _only(script: str, sample: str) -> str:
    """Leave out the words of other scripts: names of firms and towns mislead both models."""
    letter = load().scripts[script]
    return " ".join(word for word in sample.split() if letter.search(word))


def _surely(sample: str, known: tuple[Language, ...]) -> str | None:
    """Ask the fast model alone, where the text is long and the model has no doubt."""
    if len(sample) < SHORT:
        return None
    reliable, _, details = pycld2.detect(sample, isPlainText=True)
    _, name, percent, _ = details[0]
    if not reliable or percent < SURE_PERCENT:
        return None
    return next((language.code for language in known if language.cld2 == name), None)


def _combined(sample: str, known: tuple[Language, ...]) -> str:
    """Weigh both models, small words and foreign letters; "und" where nothing speaks up."""
    short = sample[:SHORT]
    chances = dict(_model().rank(short))
    shares = {
        row[1]: row[2] / 100 for row in pycld2.detect(short, isPlainText=True, bestEffort=True)[2]
    }
    words = [word.lower() for word in WORD.findall(short)]
    beyond = {max(chances, key=lambda name: chances[name]), *shares} - _names(known) - NOT_LANGUAGES
    scores = {
        name: _log(chances, name) + MODEL_WEIGHT * shares.get(name, 0.0) - BEYOND for name in beyond
    }
    scores[UNKNOWN] = _log(chances, "zxx")
    for language in known:
        score = _log(chances, language.langid) + language.prior
        score += MODEL_WEIGHT * language.cld2_trust * shares.get(language.cld2, 0.0)
        score += WORD_WEIGHT * sum(word in language.words for word in words)
        score -= min(len(language.foreign.findall(short)), MOST_FOREIGN)
        scores[language.code] = max(score, scores.get(language.code, score))
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > LEAST_SCORE else UNKNOWN


def _log(chances: dict[str, float], name: str) -> float:
    return math.log(chances.get(name, 0.0) + FLOOR) if name else UNSEEN


def _names(known: tuple[Language, ...]) -> set[str]:
    return {language.langid for language in known} | {language.cld2 for language in known}


@cache
def _model() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _among(rivals: Rivals, sample: str, code: str, hint: str | None) -> str:
    """Choose between languages that the models cannot part, by what only some of them use."""
    scores = dict.fromkeys(rivals.languages, 0.0)
    for place in _signs_met(rivals, sample.lower()):
        for language in rivals.speak[place]:
            scores[language] += 1 / len(rivals.speak[place])
    scores[code] += OPINION
    if hint in scores:
        scores[hint] += HINT
    return max(scores, key=lambda language: scores[language])


def _signs_met(rivals: Rivals, text: str) -> Iterator[int]:
    """Yield the place of a sign for each time that the text shows it."""
    for word in WORD.findall(text):
        yield from rivals.words.get(word, ())
        for end in range(SHORTEST_START, min(len(word), LONGEST_START) + 1):
            yield from rivals.starts.get(word[:end], ())
    for piece, places in rivals.pieces.items():
        for place in places:
            yield from repeat(place, text.count(piece))
