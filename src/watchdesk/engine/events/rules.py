"""The wordings of one language, made ready for look-up by the first word of each expression."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from watchdesk.engine.codebook.schema import Codebook, EventType, Pattern
from watchdesk.engine.events.fitting import Fit, fit, fits
from watchdesk.engine.text.index import Index
from watchdesk.engine.text.inflection import EVERY_TAG
from watchdesk.engine.text.lexicon import Lexicon
from watchdesk.engine.text.phrases import Element, Reader
from watchdesk.engine.text.words import fold

VERBAL = frozenset({"base", "present", "past", "passive", "gerund", "active"})
TAGS_OF_KIND = {"verb": VERBAL, "noun": frozenset({"noun"}), "phrase": EVERY_TAG | VERBAL}
Expression = tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One expression of one pattern, with what its first word says in each of its forms."""

    type: EventType
    pattern: Pattern
    id: str
    """type/language/pattern"""
    tags: Mapping[str, frozenset[str]]
    """Form of the first word to tags; a beginning ("задерж") stands for all that begin so."""
    fits: Mapping[str, Fit]
    """What may fill each role; a role that is not here takes any words."""
    never: Mapping[str, Fit]
    needs: tuple[Expression, ...] = ()
    near: tuple[Expression, ...] = ()
    blocks: tuple[Expression, ...] = ()
    block_words: frozenset[str] = frozenset()
    """Forms of the first words of `blocks`; none: not known."""
    need_words: frozenset[str] = frozenset()
    """Forms of the first words of `needs`; none: not known."""
    inverted: bool = False
    """Whether the object comes first: "a case was opened" for "open a case"."""


def tags_at(rule: Rule, word: str) -> frozenset[str]:
    """Give the tags of a word as the first of a rule's expression."""
    exact = rule.tags.get(word)
    if exact is not None:
        return exact
    return next((t for form, t in rule.tags.items() if word.startswith(form)), frozenset())


def build(book: Codebook, lexicon: Lexicon, reader: Reader) -> Index[Rule]:
    """Make the rules of a language ready; empty where the codebook has no words for it."""
    return Index(reader, all_rules(book, lexicon, reader))


def all_rules(book: Codebook, lexicon: Lexicon, reader: Reader) -> Iterator[tuple[str, Rule]]:
    """Give each expression with its rule."""
    positional = lexicon.table("grammar").get("strategy") == "positional"
    prepositions = frozenset(lexicon.table("classes").get("preposition", ()))
    for wording in book.wordings_in(lexicon.language):
        for pattern in wording.patterns:
            made = rule(book.types[wording.type], pattern, lexicon.language, reader)
            for expression in pattern.words:
                yield expression, replace(made, tags=first_tags(expression, pattern.kind, reader))
                turned = inverted(expression, pattern, prepositions) if positional else None
                if turned:
                    tags = first_tags(turned, "phrase", reader)
                    yield turned, replace(made, tags=tags, inverted=True)


def rule(kind: EventType, pattern: Pattern, language: str, reader: Reader) -> Rule:
    """Make what all expressions of a pattern share."""
    blocks = tuple(map(reader.read, pattern.blocks))
    needs = tuple(map(reader.read, pattern.needs))
    return Rule(
        type=kind,
        pattern=pattern,
        id=f"{kind.code}/{language}/{pattern.id}",
        tags={},
        fits=fits(kind, pattern, reader),
        never={role: fit(said, reader) for role, said in pattern.never.items()},
        needs=needs,
        need_words=first_words(needs),
        near=tuple(map(reader.read, pattern.near)),
        blocks=blocks,
        block_words=first_words(blocks),
    )


def first_words(expressions: Iterable[Expression]) -> frozenset[str]:
    """Give the forms of the first words; none where one is a number or a beginning of words."""
    firsts = [expression[0] for expression in expressions]
    if any(first.beginnings or first.number for first in firsts):
        return frozenset()
    return frozenset().union(*(first.forms for first in firsts))


def inverted(expression: str, pattern: Pattern, prepositions: frozenset[str]) -> str | None:
    """Turn "open ... case against" to "case ... open", where the object is part of the words.

    It is so where the frame gives the place of the object to nobody.
    """
    verb, *rest = [part for part in expression.split() if part != "..."]
    if pattern.kind != "verb" or pattern.voice or pattern.frame.get("object") != ():
        return None
    while rest and prepositions & set(rest[-1].removesuffix("?").split("|")):
        rest.pop()
    unfit = not rest or rest[0].endswith("?") or prepositions & set(rest[0].split("|"))
    return None if unfit or rest[0] == "#" else f"{' '.join(rest)} ... {verb}"


def first_tags(expression: str, kind: str, reader: Reader) -> Mapping[str, frozenset[str]]:
    """Give the forms of the first word that a pattern of this kind can begin with."""
    wanted = TAGS_OF_KIND[kind]
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for word in reader.spread(expression.split(maxsplit=1)[0].split("|")):
        if word.endswith("*") or word.startswith("="):
            found[fold(word.strip("*="))] |= EVERY_TAG & wanted
            continue
        for form, tags in reader.inflect(fold(word)).items():
            if tags & wanted:
                found[form] |= tags & wanted
    return found
