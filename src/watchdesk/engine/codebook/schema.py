"""The shape of the codebook: what can be said (EventType), and in which words (Wording).

`data/events/<type>.yaml` holds one EventType each: what it means, its roles, its codes in other
schemes, what it does to a person's state.  `data/words/<language>/<type>.yaml` holds one Wording
each: the words that tell of that type in that language, with sentences that must and must not
match.  A language is added with files alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


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
class Example:
    """A sentence that the type must match, or must not.  Examples run as tests.

    Where `target`, `actor` or `modality` are given, the event found must have them too.
    """

    text: str
    match: bool
    target: str | None = None
    actor: str | None = None
    modality: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that tell of an event, and what stands where around them.

    `words` is one lemma or several in order ("take into custody"); `kind` says how they behave:
    `verb` (active: subject acts on object; passive: target is the subject), `noun` ("the arrest of
    X by Y"), `phrase` (exact words, no roles but those found beside it).  `frame` maps a place in
    the clause (subject, object, of, by, to, for, with, from, genitive, instrumental ...) to a role.
    `needs` and `blocks` are lemmas that must, or must not, stand in the clause.
    """

    id: str
    kind: str
    words: tuple[tuple[str, ...], ...]
    frame: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    target_kinds: tuple[str, ...] = ()
    actor_kinds: tuple[str, ...] = ()
    modality: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one event type in one language."""

    type: str
    language: str
    patterns: tuple[Pattern, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Everything that can be said: types by code, wordings by (language, code)."""

    types: Mapping[str, EventType]
    wordings: Mapping[tuple[str, str], Wording]
