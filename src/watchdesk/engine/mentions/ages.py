"""Read the age that an article gives beside a person's name or noun."""

from collections.abc import Sequence

from watchdesk.engine.mentions.clusters import Cluster
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Words

BEFORE, AFTER = 30, 12
"""Characters around a mention in which its age can stand."""
OLDEST = 115


def of(cluster: Cluster, text: str, tokens: Sequence[Token], words: Words) -> int | None:
    """Give the first age told beside a name or noun of the person."""
    for found in (*cluster.found, *cluster.appositions):
        if found.pronoun:
            continue
        start, end = tokens[found.start].start, tokens[found.end - 1].end
        around = text[max(0, start - BEFORE) : end + AFTER]
        for shape in words.ages:
            match = shape.search(around)
            if (
                match
                and 0 < int(match["age"]) <= OLDEST
                and _beside(match.span(), start, end, text)
            ):
                return int(match["age"])
    return None


def _beside(at: tuple[int, int], start: int, end: int, text: str) -> bool:
    """Tell whether only words of the phrase lie between the age and the mention."""
    offset = max(0, start - BEFORE)
    first, last = at[0] + offset, at[1] + offset
    between = text[last:start] if last <= start else text[end:first] if first >= end else ""
    return len(between.split()) <= 3 and not set(between) & set(".;:!?")  # noqa: PLR2004
