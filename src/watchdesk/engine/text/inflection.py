"""Give the forms of a word, each with what it says about the grammar around it.

Tags: `base` (infinitive), `present`, `past`, `passive` (past participle), `gerund`, `active`
(active participle), `noun`.  A form may have several: English "arrested" is `past` and `passive`.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from watchdesk.engine.text import english, slavic
from watchdesk.engine.text.lexicon import Lexicon

Forms = Mapping[str, frozenset[str]]
Inflect = Callable[[str], Forms]

EVERY_TAG = frozenset({"base", "present", "past", "passive", "gerund", "noun"})
"""What a form may be in a language whose inflection we do not know."""


def inflector(lexicon: Lexicon) -> Inflect:
    """Give the function that inflects words of a language, after its `grammar: inflection:`."""
    kind = lexicon.table("grammar").get("inflection")
    if kind == "english":
        return english.inflector(lexicon)
    if kind == "pymorphy":
        return cache(slavic.inflector(lexicon.language))
    return unchanged


def unchanged(lemma: str) -> Forms:
    """Give the word itself as its only form."""
    return {lemma: EVERY_TAG}


def all_forms(inflect: Inflect, lemmas: Iterable[str]) -> frozenset[str]:
    """Give every form of every word."""
    return frozenset(form for lemma in lemmas for form in inflect(lemma))
