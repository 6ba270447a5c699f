"""Find people and bodies that are spoken of by a noun: "three activists", "a Kazakh court"."""

from collections.abc import Sequence

from watchdesk.engine.gazetteer import countries
from watchdesk.engine.mentions import counts
from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Noun, Words
from watchdesk.engine.records import EntityKind

REACH = 8
"""Words looked at before a head noun for its determiner, number and adjectives."""
ADJECTIVES = tuple("al ic ous ive ent ant ed ing ian ese ish est ary less ful".split())


def find(tokens: Sequence[Token], taken: Sequence[bool], words: Words) -> list[Found]:
    """Give the noun mentions in text order; `taken` tells of each word whether a name has it."""
    found: list[Found] = []
    at, floor = 0, 0
    while at < len(tokens):
        hit = None if taken[at] else _noun(tokens, taken, at, words)
        if hit is None:
            at += 1
            continue
        length, noun = hit
        start = _start(tokens, taken, at, floor, words)
        found.append(_made(tokens, start, at + length, noun, words))
        at = floor = at + length
    return found


def _noun(
    tokens: Sequence[Token], taken: Sequence[bool], at: int, words: Words
) -> tuple[int, Noun] | None:
    for form, noun in words.nouns.get(tokens[at].low, ()):
        end = at + len(form)
        if end > len(tokens) or any(taken[at:end]):
            continue
        if all(tokens[at + i].low == form[i] for i in range(1, len(form))):
            return len(form), noun
    return None


def _start(
    tokens: Sequence[Token], taken: Sequence[bool], head: int, floor: int, words: Words
) -> int:
    """Give the first word of the noun phrase: determiner, number, adjectives."""
    start = head
    sentence = tokens[head].sentence
    for at in range(head - 1, max(floor, head - REACH) - 1, -1):
        token = tokens[at]
        if taken[at] or token.sentence != sentence:
            break
        if token.low in words.determiners or _is_number(token, words):
            start = at
        elif start == at + 1 and _modifies(token, words):
            start = at
        elif not (token.low == "of" and at > floor and tokens[at - 1].low in words.vague_numbers):
            break
        if words.determiners.get(token.low) in {"definite", "possessive"}:
            break
    return counts.with_bound(tokens, start, floor, words)


def _is_number(token: Token, words: Words) -> bool:
    return token.low in words.numbers or token.low in words.vague_numbers or token.text[0].isdigit()


def _modifies(token: Token, words: Words) -> bool:
    low = token.low
    if not low[0].isalnum():
        return False
    return (
        low in words.modifiers
        or low.endswith(ADJECTIVES)
        or "-" in low
        or low in countries.names(words.language).people
    )


def _made(tokens: Sequence[Token], start: int, end: int, noun: Noun, words: Words) -> Found:
    phrase = tokens[start:end]
    number = noun.number or "sing"
    people = countries.names(words.language)
    named = (people.people.get(t.low) for t in phrase)
    least, most = counts.read(phrase, number, words)
    plural_person = noun.of.kind == "person" and number == "plur"
    kind: EntityKind = "group" if plural_person else noun.of.kind  # type: ignore[assignment]
    return Found(
        start,
        end,
        kind,
        end - 1,
        noun.lemma,
        noun=noun.of,
        number=number,
        actor=noun.of.actor,
        determiner=next(
            (words.determiners[t.low] for t in phrase if t.low in words.determiners), None
        ),
        at_least=least,
        at_most=most,
        sex=noun.of.sex,
        countries=tuple(dict.fromkeys(c for c in named if c)),
    )
