"""Read how many are meant: "three activists", "at least 39 people", "dozens of protesters"."""

from collections.abc import Sequence

from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Words

Range = tuple[int | None, int | None]
NOT_A_COUNT = 1900
"""A bare number from here to 2100 before a noun is a year as a rule, never a count of people."""


def read(phrase: Sequence[Token], number: str, words: Words) -> Range:
    """Give the least and the most that a noun phrase stands for; None where it does not say."""
    least, most = _number(phrase, words)
    if least is None:
        return (1, 1) if number == "sing" else (None, None)
    kind = next((k for p, k in words.bounds if _begins(phrase, p)), None)
    if kind == "at_least":
        return least, None
    if kind == "at_most":
        return None, most
    return least, most


def is_number(token: Token, words: Words) -> bool:
    """Tell whether a word counts: "three", "30", «двое», "dozens"."""
    return token.text[0].isdigit() or token.low in words.number_forms


def with_bound(tokens: Sequence[Token], start: int, floor: int, words: Words) -> int:
    """Step back over "at least", "about" before a number; `start` where there is none."""
    if start >= len(tokens) or _number(tokens[start : start + 2], words)[0] is None:
        return start
    for phrase, _ in words.bounds:
        begin = start - len(phrase)
        if begin >= floor and _begins(tokens[begin:start], phrase):
            return begin
    return start


def _begins(tokens: Sequence[Token], phrase: tuple[str, ...]) -> bool:
    return len(tokens) >= len(phrase) and all(
        t.low == word for t, word in zip(tokens, phrase, strict=False)
    )


def _number(phrase: Sequence[Token], words: Words) -> Range:
    """Read the first number of a phrase; "two dozen", "15 thousand" multiply."""
    total: int | None = None
    for token in phrase:
        value = _value(token, words)
        if value is not None:
            total = value if total is None else total * value if value >= 100 else total + value  # noqa: PLR2004
        elif words.number_forms.get(token.low) in words.vague_numbers:
            least, most = words.vague_numbers[words.number_forms[token.low]]
            return (least if total is None else least * total), (most and most * (total or 1))
        elif total is not None:
            break
    return total, total


def _value(token: Token, words: Words) -> int | None:
    digits = token.text.replace(",", "")
    if digits.isdigit():
        value = int(digits)
        return None if NOT_A_COUNT <= value <= 2100 and "," not in token.text else value  # noqa: PLR2004
    first, _, second = token.low.partition("-")
    if first in words.numbers and second in words.numbers:
        return words.numbers[first] + words.numbers[second]
    return words.numbers.get(words.number_forms.get(token.low, token.low))
