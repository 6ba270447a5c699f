"""Tell what kind of actor a named body is by the nouns in its name."""

from watchdesk.engine.mentions.words import Words


def actor(low: tuple[str, ...], words: Words) -> str | None:
    """Tell what kind of actor a body is by the noun that its name ends in: "Basmanny Court"."""
    for start in range(max(0, len(low) - 4), len(low)):
        for form, noun in words.nouns.get(low[start], ()):
            if form == low[start:] and noun.of.kind in {"organisation", "group"}:
                return noun.of.actor or noun.of.body
    return _by_first_word(low, words)


def _by_first_word(low: tuple[str, ...], words: Words) -> str | None:
    """Tell it by the noun that the name begins with: "Ministry of Justice", «Суд города»."""
    for form, noun in words.nouns.get(low[0] if low else "", ()):
        if form == low[: len(form)] and noun.of.kind in {"organisation", "group"}:
            return noun.of.actor or noun.of.body
    return None
