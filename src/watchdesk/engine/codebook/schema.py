"""The shape of the codebook: what can be said (EventType), and in which words (Wording).

`data/events/<type>.yaml` holds one EventType each: what it means, its roles, its codes in other
schemes, what it does to a person's state.  `data/words/<language>/<type>.yaml` holds one Wording
each: the words that tell of that type in that language, with sentences that must and must not
match.  `data/{charges,methods,relations}/<code>.yaml` hold one Term each; `data/statuses` is read
by `statuses`.  A language is added with files alone; docs/reference/codebook-format.md says how.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

Kind = Literal["verb", "noun", "phrase"]
Voice = Literal["active", "passive"]
KINDS: frozenset[str] = frozenset(get_args(Kind))
VOICES: frozenset[str] = frozenset(get_args(Voice))


@dataclass(frozen=True, slots=True)
class Role:
    """One role of an event type; `kinds` are the entity kinds that can fill it (empty: words)."""

    name: str
    required: bool = False
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventType:
    """One thing that can be said to have happened.  `code` is `group.type`."""

    code: str
    label: Mapping[str, str]
    """Label by language, at least `en` and `ru`."""
    definition: str
    core: bool
    roles: Mapping[str, Role]
    mappings: Mapping[str, str] = field(default_factory=dict)
    """Codes in other schemes: plover, cameo, uspft, huridocs, cpj_rsf, mapmf, sdg16101."""
    themes: tuple[str, ...] = ()
    """human-rights, civil-society, press-freedom."""
    state: str | None = None
    """The state of VOCABULARY that the act puts its target in, if any."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One charge, method or relation, and the words it goes by in each language.

    `ordinary` marks a charge that by itself says nothing of politics (theft, drunk driving);
    `articles` are the articles of the criminal code by country where they are known.
    """

    code: str
    label: Mapping[str, str]
    definition: str = ""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    articles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ordinary: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that the type must match, or must not.  Examples run as tests.

    Where `target`, `actor`, `modality`, `background` or `concern` are given, the event found must
    have them too; the words of a role must be among the words read for it.
    """

    text: str
    match: bool
    target: str | None = None
    actor: str | None = None
    modality: str | None = None
    background: bool | None = None
    concern: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that tell of an event, and what stands where around them.

    `words` are alternative expressions, each read by `phrases.read`.  `kind` says how they behave:
    `verb` (subject acts on object, and the passive of it), `noun` ("the arrest of X by Y"),
    `phrase` (words without a grammar of their own).  `frame` maps a place in the clause (subject,
    object, agent, genitive, compound, or an adposition such as `for`) to the role that stands
    there.  `only` and `never` say what may and may not fill a role, `must` which roles have to be
    found.  `needs` are expressions of which one must stand in the sentence, `near` within a few
    words; of `blocks` none may stand that near.
    """

    id: str
    kind: Kind
    words: tuple[str, ...]
    frame: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    never: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    must: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    voice: Voice | None = None
    """The only voice in which the words tell of the type; None: both."""
    gives: Mapping[str, str] = field(default_factory=dict)
    """Roles that the words themselves fill: role to code ("stage": "adopted")."""
    modality: str | None = None
    """The modality that the words carry by themselves ("whereabouts unknown": none)."""
    weight: float = 1.0
    """How sure the words alone make us, 0..1."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one event type in one language."""

    type: str
    language: str
    patterns: tuple[Pattern, ...]
    examples: tuple[Example, ...]
    needs_checking: bool = False
    """True until a speaker of the language has read the file."""


@dataclass(frozen=True, slots=True, eq=False)
class Codebook:
    """Everything that can be said: types by code, wordings by (language, code), terms by code."""

    types: Mapping[str, EventType]
    wordings: Mapping[tuple[str, str], Wording]
    charges: Mapping[str, Term] = field(default_factory=dict)
    methods: Mapping[str, Term] = field(default_factory=dict)
    relations: Mapping[str, Term] = field(default_factory=dict)

    def languages(self) -> tuple[str, ...]:
        """Give the languages that have words, in alphabetical order."""
        return tuple(sorted({language for language, _ in self.wordings}))

    def wordings_in(self, language: str) -> tuple[Wording, ...]:
        """Give the wordings of one language, by type; none where the language has no words."""
        found = [w for (lang, _), w in self.wordings.items() if lang == language]
        return tuple(sorted(found, key=lambda w: w.type))
