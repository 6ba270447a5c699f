"""Cues in all their forms, looked up by their first word."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from watchdesk.engine.errors import CodebookError
from watchdesk.engine.records import QuoteKind
from watchdesk.engine.text.inflection import Forms, Inflect
from watchdesk.engine.text.words import fold

KINDS = frozenset(get_args(QuoteKind))


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue is: its base form, what it tells of, and what may be its content."""

    lemma: str
    kind: QuoteKind
    takes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A cue by one of its forms: the words that follow its first, and what that form is."""

    rest: tuple[str, ...]
    cue: Cue
    tags: frozenset[str] = frozenset()


Patterns = Mapping[str, tuple[Pattern, ...]]
"""First word to the cues that begin with it, the longest first."""


def patterns(
    groups: Iterable[Mapping[str, Any]], inflect: Inflect | None, only: str | None = None
) -> Patterns:
    """List every form of the words of groups; `only` keeps the forms that can be that.

    A word of several groups takes what any of them takes; its kind is that of the first.

    Raises:
        CodebookError: a group is of no kind we know.
    """
    found: dict[str, list[Pattern]] = defaultdict(list)
    for parts, cue in merged(groups).items():
        for form, tags in forms_of(parts[0], inflect).items():
            if only is None or only in tags:
                found[form].append(Pattern(parts[1:], cue, tags))
    return {form: tuple(sorted(some, key=longest_first)) for form, some in found.items()}


def merged(groups: Iterable[Mapping[str, Any]]) -> Mapping[tuple[str, ...], Cue]:
    found: dict[tuple[str, ...], Cue] = {}
    for group in groups:
        if group["kind"] not in KINDS:
            raise CodebookError("quotes", f"no kind {group['kind']!r}")
        for word in group["words"]:
            parts = tuple(fold(str(word)).split())
            old = found.get(parts)
            takes = frozenset(map(str, group["takes"])) | (old.takes if old else frozenset())
            found[parts] = Cue(" ".join(parts), old.kind if old else group["kind"], takes)
    return found


def forms_of(word: str, inflect: Inflect | None) -> Forms:
    return inflect(word) if inflect else {word: frozenset()}


def longest_first(pattern: Pattern) -> int:
    return -len(pattern.rest)


def pattern_at(known: Patterns, words: Sequence[str], at: int) -> Pattern | None:
    """Give the longest cue that begins at words[at]."""
    for pattern in known.get(words[at], ()):
        rest = pattern.rest
        if not rest or tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
            return pattern
    return None


def first_words(*known: Patterns) -> frozenset[str]:
    """Give the base forms of the first words of cues."""
    some = (pattern for table in known for all_of in table.values() for pattern in all_of)
    return frozenset(pattern.cue.lemma.split()[0] for pattern in some)
