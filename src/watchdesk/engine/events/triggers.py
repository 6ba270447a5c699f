"""Find the words that may tell of an event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchdesk.engine.events.rules import Expression, Rule, tags_at
from watchdesk.engine.text.index import Index
from watchdesk.engine.text.phrases import Reader

BLOCKING = 5
"""Words on either side of a match within which a blocking expression blocks it."""
KINDS = ("verb", "noun", "phrase")
"""Kinds of pattern, those that tell the most first."""


@dataclass(frozen=True, slots=True)
class Match:
    """A rule whose words stand in a sentence, at these places; `tags` are those of the first."""

    rule: Rule
    places: tuple[int, ...]
    tags: frozenset[str]
    needed: tuple[tuple[int, int], ...] = ()
    """Where in the sentence what the rule needs stands; empty where it needs nothing."""

    @property
    def first(self) -> int:
        return self.places[0]

    @property
    def last(self) -> int:
        return self.places[-1]

    @property
    def size(self) -> int:
        """How much the rule asks for: words it takes, and words it wants beside them."""
        return len(self.places) + bool(self.rule.near) + bool(self.rule.needs)


def matches(rules: Index[Rule], words: Sequence[str], start: int, end: int) -> list[Match]:
    """Give the matches in words[start:end], those of more words first, then in text order."""
    found = list(all_matches(rules, words, start, end))
    found.sort(key=order)
    return found


def all_matches(rules: Index[Rule], words: Sequence[str], start: int, end: int) -> Iterator[Match]:
    standing = Standing(rules.reader, words, start, end)
    for places, rule in rules.find(words, start, end):
        tags = tags_at(rule, words[places[0]])
        if tags and fits(rule, places, standing):
            needed = (place for e in rule.needs for place in standing.at(e))
            yield Match(rule, places, tags, tuple(needed))


def order(match: Match) -> tuple[int, int, int, int, str]:
    """Sort matches: those that ask for more, those of verbs, those whose needs stand nearest."""
    kind = KINDS.index(match.rule.pattern.kind)
    nearest = min((abs(start - match.first) for start, _ in match.needed), default=0)
    return -match.size, kind, match.first, nearest, match.rule.id


def fits(rule: Rule, places: tuple[int, ...], found: "Standing") -> bool:
    """Tell whether the sentence has what the rule needs, and nothing near that blocks it."""
    if rule.blocks and not (rule.block_words and rule.block_words.isdisjoint(found.present)):
        if any(is_near(places, found.at(expression)) for expression in rule.blocks):
            return False
    if rule.need_words and rule.need_words.isdisjoint(found.present):
        return False
    if rule.needs and not any(found.at(expression) for expression in rule.needs):
        return False
    return not rule.near or any(is_near(places, found.at(e)) for e in rule.near)


def is_near(places: tuple[int, ...], standing: Sequence[tuple[int, int]]) -> bool:
    """Tell whether one of these stretches stands near a match or in it."""
    return any(
        places[0] - BLOCKING < end and start <= places[-1] + BLOCKING for start, end in standing
    )


class Standing:
    """Where expressions stand in one sentence; each is looked for once."""

    def __init__(self, reader: Reader, words: Sequence[str], start: int, end: int) -> None:
        self.reader, self.words, self.start, self.end = reader, words, start, end
        self.present = set(words[start:end])
        self.known: dict[Expression, tuple[tuple[int, int], ...]] = {}

    def at(self, expression: Expression) -> tuple[tuple[int, int], ...]:
        """Give first and past-the-last place of each match."""
        if expression not in self.known:
            first = expression[0]
            open_ended = first.beginnings or first.number
            if not open_ended and self.present.isdisjoint(first.forms):
                self.known[expression] = ()
                return ()
            tried = (
                self.reader.match(expression, self.words, place, self.end)
                for place in range(self.start, self.end)
            )
            self.known[expression] = tuple((t[0], t[-1] + 1) for t in tried if t)
        return self.known[expression]
