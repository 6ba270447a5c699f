"""All that is known of one language, made ready once: its rules, word classes and cues."""

from dataclasses import dataclass
from functools import cache

from watchdesk.engine.codebook.schema import Codebook, Term
from watchdesk.engine.events import modality, rules, terms
from watchdesk.engine.events.modality import Cue
from watchdesk.engine.events.penalties import Penalties
from watchdesk.engine.events.rules import Rule
from watchdesk.engine.events.terms import Terms
from watchdesk.engine.text import tagging
from watchdesk.engine.text.index import Index
from watchdesk.engine.text.inflection import inflector
from watchdesk.engine.text.lexicon import Lexicon
from watchdesk.engine.text.phrases import Reader
from watchdesk.engine.text.tagging import Classes
from watchdesk.engine.text.words import fold


@dataclass(frozen=True, eq=False)
class Grammar:
    """A language ready to be read."""

    lexicon: Lexicon
    rules: Index[Rule]
    cues: Index[Cue]
    terms: Terms
    penalties: Penalties
    relations: Index[Term]
    background: Index[str]
    classes: Classes
    agents: frozenset[str]
    owners: frozenset[str]
    factive: frozenset[str]
    light: frozenset[str]


@cache
def prepare(book: Codebook, lexicon: Lexicon) -> Grammar:
    """Make a language ready; takes a moment, once for each codebook and language."""
    inflect = inflector(lexicon)
    reader = Reader(inflect, lexicon.table("lists"), lexicon.table("numbers"))
    verbs = {
        fold(word)
        for wording in book.wordings_in(lexicon.language)
        for pattern in wording.patterns
        if pattern.kind == "verb"
        for expression in pattern.words
        for word in reader.spread(expression.split()[0].split("|"))
        if word[-1] != "*" and word[0] != "="
    }
    said = lexicon.table("grammar")
    return Grammar(
        lexicon=lexicon,
        rules=rules.build(book, lexicon, reader),
        cues=modality.cues(lexicon, reader),
        terms=Terms(book, lexicon, reader),
        penalties=Penalties(lexicon, reader),
        relations=terms.index(book.relations, lexicon.language, reader),
        background=terms.cue_index(lexicon, "background", reader),
        classes=tagging.classes(lexicon, inflect, verbs),
        agents=frozenset(said.get("agent", ())),
        owners=frozenset(said.get("genitive", ())),
        factive=frozenset(said.get("factive", ())),
        light=lexicon.words("light_heads"),
    )
