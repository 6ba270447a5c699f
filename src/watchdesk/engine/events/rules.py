"""The wordings of one language, made ready for look-up by the first word of each expression."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from watchdesk.engine.codebook.schema import Codebook, EventType, Pattern
from watchdesk.engine.events.fitting import Fit, fit, fits
from watchdesk.engine.text.index import Index
from watchdesk.engine.text.inflection import EVERY_TAG
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
    blocks: tuple[Expression, ...] = ()


def tags_at(rule: Rule, word: str) -> frozenset[str]:
    """Give the tags of a word as the first of a rule's expression."""
    exact = rule.tags.get(word)
    if exact is not None:
        return exact
    return next((t for form, t in rule.tags.items() if word.startswith(form)), frozenset())


def build(book: Codebook, language: str, reader: Reader) -> Index[Rule]:
    """Make the rules of a language ready; empty where the codebook has no words for it."""
    return Index(reader, all_rules(book, language, reader))


def all_rules(book: Codebook, language: str, reader: Reader) -> Iterator[tuple[str, Rule]]:
    """Give each expression with its rule."""
    for wording in book.wordings_in(language):
        for pattern in wording.patterns:
            kind = book.types[wording.type]
            for expression in pattern.words:
                yield (
                    expression,
                    Rule(
                        type=kind,
                        pattern=pattern,
                        id=f"{wording.type}/{language}/{pattern.id}",
                        tags=first_tags(expression, pattern.kind, reader),
                        fits=fits(kind, pattern, reader),
                        never={role: fit(said, reader) for role, said in pattern.never.items()},
                        needs=tuple(map(reader.read, pattern.needs)),
                        blocks=tuple(map(reader.read, pattern.blocks)),
                    ),
                )


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
