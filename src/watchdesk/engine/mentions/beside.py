"""Bring nouns that stand beside a name to its bearer: "activist Ann Lee", "Lee, 34, a reporter"."""

from collections.abc import Mapping, Sequence

from watchdesk.engine.mentions.clusters import Cluster
from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.tokens import Token

REACH = 10
"""Words between a noun and the comma before its bearer's name."""
SMALL = frozenset({"of", "for", "the", "at", "in", "'s", "from", "with"})
QUOTES = frozenset('«"“„')
GAP = 7
"""Words between a name and the noun after its comma ("Lee, 34, a reporter")."""


def appositions(
    nouns: Sequence[Found], clusters: Sequence[Cluster], tokens: Sequence[Token]
) -> list[Found]:
    """Give nouns that stand beside a name to its bearer; return those that do not."""
    by_start = {f.start: (c, f) for c in clusters for f in c.found}
    by_end = {f.end: (c, f) for c in clusters for f in c.found}
    left: list[Found] = []
    for noun in nouns:
        right = [by_start.get(at) for at in _ends(noun, by_start, tokens)]
        beside = next((c for c, _ in filter(None, right) if _agree(noun, c)), None)
        if beside:
            beside.appositions.append(noun)
            continue
        far = by_start.get(_past_comma(tokens, noun, by_start))
        home = far[0] if far else _before(noun, by_end, tokens)
        if home and _agree(noun, home):
            home.found.append(noun)
            continue
        left.append(noun)
    return left


def _ends(
    noun: Found, by_start: Mapping[int, tuple[Cluster, Found]], tokens: Sequence[Token]
) -> list[int]:
    """Give the words at which the bearer's name can begin, the likeliest first.

    «Адвокат Светловой Ольга Рудая»: a name in the genitive belongs to the noun, the next bears it.
    """
    dragged = noun.described[1] if noun.described else noun.end
    ends = [dragged, noun.end]
    if noun.end < len(tokens) and tokens[noun.end].text in QUOTES:
        ends.append(noun.end + 1)
    owner = by_start.get(dragged)
    if owner and owner[1].oblique and noun.case in {None, "nomn"} and owner[1].end in by_start:
        ends.insert(0, owner[1].end)
    return ends


def _past_comma(
    tokens: Sequence[Token], noun: Found, by_start: Mapping[int, tuple[Cluster, Found]]
) -> int:
    """Find the name in "the editor, Ann Lee" or "a spokeswoman for the ministry, Ann Lee,"."""
    at = noun.end
    while at < min(len(tokens) - 1, noun.end + REACH) and tokens[at].text != ",":
        if at in by_start:
            if by_start[at][0].kind == "person":
                return -1
            at = by_start[at][1].end
        elif tokens[at].low in SMALL:
            at += 1
        else:
            return -1
    if at + 1 not in by_start or tokens[at].text != ",":
        return -1
    closed = by_start[at + 1][1].end
    sure = closed < len(tokens) and tokens[closed].text in {",", "."}
    return at + 1 if sure or noun.determiner in {"definite", "possessive"} else -1


def _before(
    noun: Found, by_end: dict[int, tuple[Cluster, Found]], tokens: Sequence[Token]
) -> Cluster | None:
    """Find the name before "Lee, a reporter" or "Lee, 34, a reporter"."""
    at = noun.start - 1
    if at < 1 or tokens[at].text != ",":
        return None
    for back in range(at, max(0, at - GAP), -1):
        if back in by_end and all(t.text in ",()" or t.text[0].isdigit() for t in tokens[back:at]):
            return by_end[back][0]
    return None


def _agree(noun: Found, cluster: Cluster) -> bool:
    if noun.number == "plur" or not noun.noun:
        return False
    body = noun.kind == "organisation"
    return (cluster.kind == "organisation") if body else (cluster.kind == "person")
