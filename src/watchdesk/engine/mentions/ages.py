"""Read the age that an article gives beside a person's name or noun."""

from collections.abc import Sequence

from watchdesk.engine.mentions.clusters import Cluster
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Words

BEFORE, AFTER = 30, 12
"""Characters around a mention in which its age can stand."""
OLDEST = 115
WORDS_BETWEEN = 3


def of(cluster: Cluster, text: str, tokens: Sequence[Token], words: Words) -> int | None:
    """Give the first age told beside a name or noun of the person."""
    for found in (*cluster.found, *cluster.appositions):
        if found.pronoun:
            continue
        start, end = tokens[found.start].start, tokens[found.end - 1].end
        for shape in words.ages:
            for match in shape.finditer(text, max(0, start - BEFORE), end + AFTER):
                likely = 0 < int(match["age"]) <= OLDEST
                if likely and _belongs(match.span(), (start, end), text):
                    return int(match["age"])
    return None


def _belongs(age: tuple[int, int], mention: tuple[int, int], text: str) -> bool:
    """Tell whether the age stands in the mention, right after it, or before it in its phrase."""
    if age[0] >= mention[1]:
        return not text[mention[1] : age[0]].strip()
    if text[age[0]] in ",(":
        return False
    between = text[age[1] : mention[0]]
    return len(between.split()) <= WORDS_BETWEEN and not set(between) & set(".,;:!?()")
