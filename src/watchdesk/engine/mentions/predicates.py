"""Bring what somebody is said to be to that person: "Lee is a lawyer", "he was a reporter"."""

from collections.abc import Sequence

from watchdesk.engine.mentions.clusters import Cluster
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Words

REACH = 5
"""Words that a copula can have: ", who has been working as"."""


def join(clusters: list[Cluster], tokens: Sequence[Token], words: Words) -> None:
    """Give each noun after a copula to the person before it, and drop the thing it stood for."""
    copulas = words.cues.get("copula")
    if not copulas:
        return
    by_end = {f.end: c for c in clusters if c.kind == "person" for f in c.found}
    for cluster in [c for c in clusters if c.kind == "person" and len(c.found) == 1]:
        noun = cluster.found[0]
        if noun.noun is None or noun.determiner != "indefinite" or cluster.appositions:
            continue
        at = noun.start
        while at > noun.start - REACH and at - 1 >= 0 and tokens[at - 1].low in copulas:
            at -= 1
        home = by_end.get(at) if at < noun.start else None
        if home and home is not cluster:
            home.found.append(noun)
            clusters.remove(cluster)
