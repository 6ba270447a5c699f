"""Noun phrases of languages whose nouns are looked up by their forms, as in English."""

from collections.abc import Sequence

from watchdesk.engine.gazetteer import countries
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Noun, Words

ADJECTIVES = tuple("al ic ous ive ent ant ed ing ian ese ish est ary less ful".split())
VERBAL = ("ed", "ing")
DETERMINER: str | None = None
"""What a noun without determiner counts as."""


def bases(token: Token, words: Words) -> tuple[str, ...]:
    """Give what a word is looked up by."""
    return (token.low,)


def is_head(tokens: Sequence[Token], start: int, end: int, words: Words) -> bool:
    """Tell a head from a noun before one: "newspaper editor" is no newspaper."""
    if end >= len(tokens) or tokens[end].capital:
        return True
    following = words.nouns.get(tokens[end].low, ())
    return not any(len(form) == 1 for form, _ in following)


def head(start: int, end: int) -> int:
    """Give the word that bears the number: the last."""
    return end - 1


def modifies(token: Token, head: Token, words: Words) -> bool:
    """Tell whether a word before a noun belongs to it as an adjective does."""
    low = token.low
    if not low[0].isalnum():
        return False
    return (
        low in words.modifiers
        or low.endswith(ADJECTIVES)
        or "-" in low
        or low in countries.names(words.language).people
        or any(len(form) == 1 for form, _ in words.nouns.get(low, ()))
    )


def surely_modifies(token: Token, words: Words) -> bool:
    """Tell an adjective from what can be a verb: "masked men", "attracted men"."""
    return token.low in words.modifiers or not token.low.endswith(VERBAL)


def number_and_case(
    head: Token, noun: Noun, phrase: Sequence[Token], words: Words
) -> tuple[str | None, str | None]:
    """Give the number that the form shows; there are no cases."""
    return noun.number or "sing", None


def sex(head: Token, noun: Noun, words: Words) -> str | None:
    """Give the sex that the form of a noun shows: none does."""
    return None
