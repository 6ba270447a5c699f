"""Noun phrases of languages with cases, whose nouns are looked up by their base forms."""

from collections.abc import Sequence

from watchdesk.engine.mentions import counts
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Noun, Words
from watchdesk.engine.text.morphology import Reading, nominals, readings

DETERMINER: str | None = "definite"
"""A noun without determiner can be a known one where the language has no articles."""
ATTRIBUTES = frozenset({"ADJF", "PRTF"})
LONGEST = 8
"""Words in the genitive that a noun drags behind it, at most."""
LIKELY = 0.05
"""Score from which a reading counts."""
SEXES = {"masc": "male", "femn": "female"}


def bases(token: Token, words: Words) -> tuple[str, ...]:
    """Give the base forms a word is looked up by."""
    if not token.text[0].isalpha():
        return (token.low,)
    found = nominals(token.low, words.language) or (token.low,)
    return found if "-" not in token.low else (*found, *_halves(token.low, words))


def _halves(word: str, words: Words) -> tuple[str, ...]:
    """Look "экс-глава" and «боксёр-тяжеловес» up by the half that says what somebody is."""
    first, _, second = word.partition("-")
    former = f"{first}-" in words.titles.prefixes
    return nominals(second if former else first, words.language)


def head(start: int, end: int) -> int:
    """Give the word that bears number and case: the first, or the noun after its adjectives."""
    return start


def is_head(tokens: Sequence[Token], start: int, end: int, words: Words) -> bool:
    """Tell a noun from an adjective before one: «пострадавшие», not «пострадавшие жители»."""
    first = [r for r in readings(tokens[start].low, words.language) if r.part in ATTRIBUTES]
    if not first or end - start > 1 or end >= len(tokens) or tokens[end].capital:
        return True
    following = readings(tokens[end].low, words.language)
    return not any(
        (a.case, a.number) == (b.case, b.number) and a.gender in {None, b.gender}
        for a in first
        for b in following
        if b.score > LIKELY and b.part == "NOUN"
    )


def modifies(token: Token, head: Token, words: Words) -> bool:
    """Tell whether a word before a noun is an adjective that agrees with it."""
    if not token.text[0].isalpha():
        return False
    attribute = [r for r in readings(token.low, words.language) if r.part in ATTRIBUTES]
    nouns = readings(head.low, words.language)
    return any((a.case, a.number) == (b.case, b.number) for a in attribute for b in nouns)


def surely_modifies(token: Token, words: Words) -> bool:
    """Tell whether an adjective belongs to the noun by itself: it does, it agrees."""
    return True


def number_and_case(
    head: Token, noun: Noun, phrase: Sequence[Token], words: Words
) -> tuple[str | None, str | None]:
    """Give number and case where all readings of the head that fit its phrase agree."""
    fitting = _agreeing(head, phrase, words)
    numbers = {r.number for r in fitting}
    number = numbers.pop() if len(numbers) == 1 else noun.number
    if len(numbers) > 1 or number is None:
        number = max(fitting, key=lambda r: r.score).number if fitting else None
    cases = {r.case for r in fitting if number in {None, r.number}}
    if any(counts.is_number(t, words) for t in phrase):
        return number, None
    return number, next(iter(cases)) if len(cases) == 1 else None


def _agreeing(head: Token, phrase: Sequence[Token], words: Words) -> list[Reading]:
    """Give the readings of the head that its adjectives allow."""
    own = [r for r in readings(head.low, words.language) if r.score > LIKELY]
    for token in phrase:
        if token.start >= head.start or not token.text[0].isalpha():
            continue
        others = [r for r in readings(token.low, words.language) if r.part in ATTRIBUTES]
        allowed = {(r.case, r.number) for r in others}
        own = [r for r in own if (r.case, r.number) in allowed] or own
    return own


def sex(head: Token, noun: Noun, words: Words) -> str | None:
    """Give the sex where the form shows it is a woman; a masculine noun can be either."""
    if noun.of.kind != "person":
        return None
    found = [r for r in readings(head.low, words.language) if r.score > LIKELY]
    if found and all(r.gender == "femn" and r.animate for r in found):
        return "female"
    return None
