"""Look up fixed phrases by their first word; every word is folded."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from watchdesk.engine.text.words import fold

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""First word to the phrases that begin with it, as the words that follow, the longest first."""


def phrases(said: Iterable[str]) -> Phrases:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in said:
        first, *rest = fold(str(phrase)).split()
        found[first].append(tuple(rest))
    return {first: tuple(sorted(some, key=len, reverse=True)) for first, some in found.items()}


def phrase_end(known: Phrases, words: Sequence[str], at: int) -> int | None:
    """Give where the longest of some phrases ends that begins at words[at]; None if none does."""
    for rest in known.get(words[at], ()) if at < len(words) else ():
        end = at + 1 + len(rest)
        if tuple(words[at + 1 : end]) == rest:
            return end
    return None


def folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(str(word)) for word in words)
