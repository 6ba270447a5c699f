"""The words by which a language says that somebody said something: `data/<language>.yaml`.

The format of these files: docs/reference/quotes-format.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from watchdesk.engine.errors import CodebookError
from watchdesk.engine.quotes.patterns import Cue, Patterns, first_words, patterns
from watchdesk.engine.quotes.phrases import Phrases, folded, phrases
from watchdesk.engine.quotes.stances import Stance, stance
from watchdesk.engine.quotes.word_classes import with_silent, word_classes
from watchdesk.engine.text import lexicon, plain_yaml, tagging
from watchdesk.engine.text.inflection import Inflect, all_forms, inflector
from watchdesk.engine.text.lexicon import Lexicon
from watchdesk.engine.text.words import fold

SECTIONS = frozenset(
    {
        "language", "strategy", "verbs", "unsourced", "nouns", "states", "according", "trailers",
        "hearers", "also_nouns", "catenatives", "light", "silent", "unless", "contractions",
        "words", "positions",
    }
)  # fmt: skip
STRATEGIES = frozenset({"positional", "cased"})
UNLESS_REACH = 4
"""Words behind a cue in which another meaning of it shows."""


@dataclass(frozen=True, eq=False)
class Cues:
    """The cue words of one language, ready to be looked up; every word is folded."""

    language: str
    strategy: str
    """`positional` or `cased`: whether place or case tells who says it."""
    verbs: Patterns
    seeming: Patterns
    """Verbs that tell a view of nobody in particular ("seems")."""
    nouns: Patterns
    states: Patterns
    openers: Phrases
    according: Phrases
    trailers: Phrases
    positions: tuple[Stance, ...]
    unless: Mapping[str, frozenset[str]]
    """Base form to words behind it with which it says nothing ("denied bail")."""
    passive: frozenset[str]
    """Base forms of verbs whose passive tells of a view that is nobody's ("is expected to")."""
    hearers: frozenset[str]
    also_nouns: frozenset[str]
    """Forms that are as often a noun."""
    light: frozenset[str]
    """Forms of verbs that lend their subject to a noun of saying ("expressed concern")."""
    catenatives: frozenset[str]
    """Forms that make one cue with an infinitive behind them ("continued to deny")."""
    contractions: tuple[str, ...]
    """Endings that make a pronoun and its auxiliary one word."""
    words: Mapping[str, frozenset[str]]
    """Function words, by what they do."""
    classes: tagging.Classes | None
    """Word classes, of languages that are read by position."""

    @cached_property
    def nominal(self) -> frozenset[str]:
        """First words of all that tells of views without a verb of its own."""
        return frozenset({*self.nouns, *self.states, *self.openers})

    @cached_property
    def of_positions(self) -> frozenset[str]:
        """First words of the phrases that tell a position by themselves."""
        return frozenset(word for stance in self.positions for word in stance.phrases)


@cache
def load(language: str) -> Cues | None:
    """Load the cues of a language, once; None where we have none.

    Raises:
        CodebookError: the file lacks a section, or has something that nobody reads.
    """
    file = files(__package__) / "data" / f"{language}.yaml"
    return read(language, plain_yaml.read(file)) if file.is_file() else None


def read(language: str, raw: Mapping[str, Any]) -> Cues:
    """Make cues of the content of a file.

    Raises:
        CodebookError: a section is missing, or nobody reads it.
    """
    if raw.keys() != SECTIONS:
        raise CodebookError(f"quotes/{language}.yaml", f"differ: {sorted(raw.keys() ^ SECTIONS)}")
    if raw["strategy"] not in STRATEGIES:
        raise CodebookError(f"quotes/{language}.yaml", f"no strategy {raw['strategy']!r}")
    known = lexicon.load(language) or Lexicon(language)
    inflect = inflector(known)
    verbs = patterns(raw["verbs"], inflect)
    unsourced = raw["unsourced"]
    seeming = patterns([{"kind": "thought", "takes": ["clause"], **unsourced}], inflect)
    return Cues(
        language=language,
        strategy=raw["strategy"],
        verbs=verbs,
        seeming=seeming,
        nouns=patterns(raw["nouns"], inflect, "noun"),
        states=patterns(raw["states"], None),
        openers=phrases(unsourced["openers"]),
        according=phrases(raw["according"]),
        trailers=phrases(raw["trailers"]),
        positions=tuple(stance(rule, inflect) for rule in raw["positions"]),
        unless=unless(raw["unless"], inflect),
        passive=folded(unsourced["passive"]),
        hearers=folded(raw["hearers"]),
        also_nouns=folded(raw["also_nouns"]),
        catenatives=all_forms(inflect, folded(raw["catenatives"])),
        light=all_forms(inflect, folded(raw["light"])),
        contractions=tuple(raw["contractions"]),
        words={name: folded(said) for name, said in raw["words"].items()},
        classes=classes(known, inflect, raw, first_words(verbs, seeming)),
    )


def unless(raw: Mapping[str, Any], inflect: Inflect) -> Mapping[str, frozenset[str]]:
    return {fold(str(word)): all_forms(inflect, folded(some)) for word, some in raw.items()}


def classes(
    known: Lexicon, inflect: Inflect, raw: Mapping[str, Any], verbs: frozenset[str]
) -> tagging.Classes | None:
    """Give the word classes of a language read by position, its cues among them."""
    if raw["strategy"] != "positional":
        return None
    made = word_classes(known, inflect, verbs, folded(raw["also_nouns"]))
    return with_silent(made, tagging.classes(known, inflect, folded(raw["silent"])))


def says_nothing(cues: Cues, cue: Cue, behind: Sequence[str]) -> bool:
    """Tell whether the words behind a cue give it another meaning: "denied bail", "found dead"."""
    never = cues.unless.get(cue.lemma)
    return never is not None and not never.isdisjoint(behind)
