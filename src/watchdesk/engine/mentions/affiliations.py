"""Bring people to the bodies they belong to: "a member of the union", "Belsat's reporter"."""

from collections.abc import Mapping, Sequence

from watchdesk.engine.mentions.clusters import Cluster
from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Words

LINKS = frozenset({"of", "for", "with", "at", "from", "the", "in", "its", "'s", "независимого"})
REACH = 4
"""Small words between somebody's office and the body."""


def join(clusters: Sequence[Cluster], tokens: Sequence[Token], words: Words) -> None:
    """Note, for each person, the bodies that stand beside a noun or name of theirs."""
    bodies = [c for c in clusters if c.kind == "organisation"]
    by_start = {f.start: c for c in bodies for f in c.found}
    by_end = {f.end: c for c in bodies for f in c.found}
    for person in clusters:
        if person.kind not in {"person", "group"}:
            continue
        for found in (*person.found, *person.appositions):
            if found.noun is None or found.noun.relation:
                body = _works_for(found.end, by_start, tokens, words)
                if body and body not in person.bodies:
                    person.bodies.append(body)
                continue
            body = _after(found, by_start, tokens) or _before(found, by_end, tokens)
            if body and body not in person.bodies:
                person.bodies.append(body)


def _works_for(
    end: int, by_start: Mapping[int, Cluster], tokens: Sequence[Token], words: Words
) -> Cluster | None:
    """Find the body in "Lee, who writes for the newspaper", "Lee worked at Reuters"."""
    at = end
    while at < len(tokens) and tokens[at].low in words.cues.get("who", ()):
        at += 1
    if at >= len(tokens) or tokens[at].low not in words.cues.get("works", ()):
        return None
    for step in range(at + 1, min(len(tokens), at + 1 + 2 * REACH)):
        if step in by_start:
            return by_start[step]
        if tokens[step].low not in LINKS | words.modifiers:
            return None
    return None


def _after(
    found: Found, by_start: Mapping[int, Cluster], tokens: Sequence[Token]
) -> Cluster | None:
    """Find the body in "head of the Belarusian Association of Journalists", «глава «Вясны»»."""
    last = found.described[1] if found.described else found.end
    for at in range(found.end, last):
        if at in by_start:
            return by_start[at]
    at = found.end
    while at < min(len(tokens), found.end + REACH) and tokens[at].low in LINKS:
        at += 1
        if at in by_start:
            return by_start[at]
    return None


def _before(found: Found, by_end: Mapping[int, Cluster], tokens: Sequence[Token]) -> Cluster | None:
    """Find the body in "a Reuters journalist", "the party's leader"."""
    for at in (found.start, found.start - 1):
        if at in by_end and (at == found.start or tokens[at].low == "'s"):
            return by_end[at]
    inside = (by_end[at] for at in range(found.start + 1, found.end) if at in by_end)
    return next(inside, None)
