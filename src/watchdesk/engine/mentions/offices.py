"""Find the extent of what somebody is: «министр внутренних дел», "defence minister"."""

from collections.abc import Mapping, Sequence

from watchdesk.engine.mentions import counts
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Words
from watchdesk.engine.text.morphology import Reading, nominals, readings

LONGEST = 10
"""Words that an office drags behind it, at most."""
LIKELY = 0.05
"""Score from which a reading counts."""
QUOTES = {"«": "»", '"': '"', "“": "”", "„": "“"}


def extent(
    tokens: Sequence[Token],
    at: tuple[int, int, int],
    words: Words,
    names: Mapping[int, tuple[int, str]],
) -> tuple[int, int]:
    """Give the words of an office: its adjectives, its noun, and what it drags behind it.

    `at` is (start of the phrase, first word of the noun, its end); `names` maps the first word of
    each name found to its end and kind.
    """
    start, first, end = at
    left = first
    while left > start and _titled(tokens[left - 1], words):
        left -= 1
    if words.complements != "genitive":
        return left, end
    return left, _dragged(tokens, first, end, words, names)


def _titled(token: Token, words: Words) -> bool:
    if counts.is_number(token, words) and token.low not in words.titles.adjectives:
        return False
    return any(base in words.titles.adjectives for base in nominals(token.low, words.language))


def _dragged(
    tokens: Sequence[Token],
    first: int,
    end: int,
    words: Words,
    names: Mapping[int, tuple[int, str]],
) -> int:
    """Step over nouns in the genitive and their adjectives: «внутренних дел», «партии «Яблоко»»."""
    cases = _governed(tokens[first], words)
    at, best = end, end
    while at < min(len(tokens), end + LONGEST) and tokens[at].sentence == tokens[first].sentence:
        if at in names and names[at][1] == "person":
            break
        if at in names:
            whole = names[at][0]
            at = best = next((n for n in range(at, whole) if tokens[n].text == "("), whole)
            if best < whole:
                break
            continue
        if tokens[at].text in QUOTES and best == at:
            best = _quoted(tokens, at)
            break
        if at == best and _joins(tokens, at, cases, words, nested=best > end):
            cases = {words.titles.prepositions.get(tokens[at].low, ""), *cases} - {""}
            at += 1
            continue
        fitting = _fitting(tokens[at], cases, words)
        if not fitting:
            break
        at += 1
        if any(r.part == "NOUN" or r.case == "ablt" for r in fitting):
            best, cases = at, _governed(tokens[at - 1], words)
    return _without_generic(tokens, end, best, words)


def _joins(
    tokens: Sequence[Token], at: int, cases: set[str], words: Words, *, nested: bool
) -> bool:
    """Tell whether a small word goes on with the office: «по правам ребёнка», «театра и кино»."""
    if tokens[at].low in words.titles.prepositions:
        return True
    joined = nested and tokens[at].low in words.conjunctions
    return joined and _continues(tokens, at + 1, cases, words)


def _governed(token: Token, words: Words) -> set[str]:
    """Give the cases a noun drags behind it: the genitive, or too the instrumental."""
    bases = nominals(token.low, words.language)
    return {"gent", "ablt"} if any(b in words.titles.instrumental for b in bases) else {"gent"}


def _fitting(token: Token, cases: set[str], words: Words) -> list[Reading]:
    found = readings(token.low, words.language)
    if token.capital and any(r.name in {"Name", "Patr"} for r in found):
        return []
    return [r for r in found if r.case in cases and r.score > LIKELY and r.part != "APRO"]


def _continues(tokens: Sequence[Token], at: int, cases: set[str], words: Words) -> bool:
    """Tell whether "and" joins two things of one office: «театра и кино», not two people."""
    if at >= len(tokens) or tokens[at].capital:
        return False
    bases = nominals(tokens[at].low, words.language)
    people = any(n.of.kind in {"person", "group"} for b in bases for _, n in words.nouns.get(b, ()))
    return not people and bool(_fitting(tokens[at], cases, words))


def _without_generic(tokens: Sequence[Token], end: int, best: int, words: Words) -> int:
    """Drop a complement that names nothing: «генсек организации»."""
    bases = nominals(tokens[best - 1].low, words.language) if best > end else ()
    plain = best > end and not any(t.capital for t in tokens[end:best])
    if plain and any(base in words.titles.generic for base in bases):
        return end
    return best


def _quoted(tokens: Sequence[Token], at: int) -> int:
    close = QUOTES[tokens[at].text]
    for end in range(at + 1, min(len(tokens), at + LONGEST)):
        if tokens[end].text == close:
            return end + 1
    return at
