"""The word classes by which units of languages that are read by position are tagged."""

from collections.abc import Collection
from dataclasses import replace

from watchdesk.engine.text import tagging
from watchdesk.engine.text.inflection import Inflect
from watchdesk.engine.text.lexicon import Lexicon

OPEN = frozenset("VBFEJN")
"""Letters of words that can be a verb or a noun."""


def word_classes(
    known: Lexicon, inflect: Inflect, verbs: Collection[str], also_nouns: Collection[str]
) -> tagging.Classes:
    """Give the word classes with `verbs` among them, as verbs alone but for `also_nouns`."""
    made = tagging.classes(known, inflect, verbs)
    letters = dict(made.letters)
    for lemma in verbs:
        for form, tags in inflect(lemma).items():
            if form not in also_nouns and set(letters[form]) <= OPEN:
                own = letters[form].replace("N", "")
                letters[form] = own or tagging.verb_letters(tags).replace("N", "")
    return replace(made, letters=letters)


def with_silent(made: tagging.Classes, silent: tagging.Classes) -> tagging.Classes:
    """Add the words that only the second knows."""
    return replace(made, letters={**silent.letters, **made.letters})
