"""How Russian and Ukrainian words inflect, after the dictionaries of pymorphy3."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache

import pymorphy3
from pymorphy3.analyzer import Parse

from watchdesk.engine.text.words import fold

Forms = Mapping[str, frozenset[str]]
TAG_OF = {
    "INFN": "base",
    "VERB": "past",
    "PRTS": "passive",
    "GRND": "gerund",
    "NOUN": "noun",
    "ADJF": "noun",
    "ADJS": "noun",
}
"""Part of speech to tag; a full participle is told apart by its voice."""


@cache
def analyser(language: str) -> pymorphy3.MorphAnalyzer:
    """Load the dictionary of `ru` or `uk`, once."""
    return pymorphy3.MorphAnalyzer(lang=language)


def inflector(language: str) -> Callable[[str], Forms]:
    """Give the function that lists the forms of a word, whatever parts of speech it may be."""

    def forms(lemma: str) -> Forms:
        found: dict[str, set[str]] = defaultdict(set)
        found[lemma].add("noun")
        for parse in analyser(language).parse(lemma):
            for form in meant(parse, lemma):
                found[fold(form.word)].add(tag(form.tag))
        return {form: frozenset(tags) for form, tags in found.items()}

    return forms


def meant(parse: Parse, lemma: str) -> list[Parse]:
    """Give the forms that a word in a wording stands for.

    A base form stands for all its forms, an adjective in the nominative for those of all genders
    («уголовное дело»), a noun in the plural for its plural («массовые беспорядки»).
    """
    if fold(parse.normal_form) == lemma:
        return list(parse.lexeme)
    if {"ADJF", "nomn"} in parse.tag:
        return list(parse.lexeme)
    if {"NOUN", "nomn", "plur"} in parse.tag:
        return [form for form in parse.lexeme if "plur" in form.tag]
    return []


def tag(grammemes: "pymorphy3.tagset.OpencorporaTag") -> str:
    """Give our tag for a form."""
    if grammemes.POS == "PRTF":
        return "passive" if "pssv" in grammemes else "active"
    if grammemes.POS == "VERB" and grammemes.tense != "past":
        return "present"
    return TAG_OF.get(grammemes.POS, "noun")
