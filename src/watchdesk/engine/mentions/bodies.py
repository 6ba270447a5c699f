"""Tell what kind of actor a body is by the words of its name."""

from collections.abc import Iterator

from watchdesk.engine.mentions.words import Words

VAGUE = frozenset({None, "commission"})
"""What says too little: "department", "office"; other words of the name may say more."""


def actor(low: tuple[str, ...], words: Words) -> str | None:
    """Tell what kind of actor a body is by the words of its name, in lower case.

    The noun that it ends in or begins with tells most ("Basmanny Court", "Ministry of Justice"),
    unless it is vague: then "Justice" in "Justice Department" does.
    """
    told = list(_by_noun(low, words))
    sure = next((kind for kind in told if kind not in VAGUE), None)
    return sure or by_heads(low, words) or next(iter(told), None)


def _by_noun(low: tuple[str, ...], words: Words) -> Iterator[str | None]:
    """Give the kinds of the nouns that end the name and that begin it, the longest first."""
    for start in range(max(0, len(low) - 4), len(low)):
        for form, noun in words.nouns.get(low[start], ()):
            if form == low[start:] and noun.of.kind in {"organisation", "group"}:
                yield noun.of.actor or noun.of.body
    for form, noun in words.nouns.get(low[0] if low else "", ()):
        if form == low[: len(form)] and noun.of.kind in {"organisation", "group"}:
            yield noun.of.actor or noun.of.body


def by_heads(low: tuple[str, ...], words: Words) -> str | None:
    """Tell it by the first telling word of the language's list that the name holds anywhere."""
    for phrase, kind in words.body_heads:
        size = len(phrase)
        if phrase[0] in low and any(
            low[at : at + size] == phrase for at in range(len(low) - size + 1)
        ):
            return kind
    return None
