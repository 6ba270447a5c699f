"""Give one organisation one key across reports, scripts and translations of its common words.

Two names are one body when every word that is a name agrees and no idea contradicts: "Tau Media"
and «Тау Медиа».  Names of common words only ("Ministry of Internal Affairs") need a shared country.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from watchdesk.engine.identities.align import align
from watchdesk.engine.identities.names import Token, body
from watchdesk.engine.identities.sounds import romanise, skeleton
from watchdesk.engine.records import Report

SAME_FROM = 0.86
"""Score from which two names may be one body.  Among the first five matches of 300 Cyrillic company
names in the development pool, `is_one` took 132 that are the entry meant and 20 others; 16 of the
20 are the same body entered twice, read by eye."""
NAME_AGREES = 0.8


@dataclass(frozen=True, slots=True)
class Body:
    """One organisation of one report; `ref` is "report#entity"."""

    ref: str
    name: str
    tokens: tuple[Token, ...]
    countries: frozenset[str]

    @property
    def names(self) -> tuple[Token, ...]:
        """Give the words that are names, not ideas."""
        return tuple(t for t in self.tokens if t.kind != "idea")


def resolve_bodies(reports: Iterable[Report]) -> dict[str, str]:
    """Give the key of each organisation that has a name, by "report#entity"."""
    found = sorted(bodies(reports), key=lambda b: b.ref)
    parent = {b.ref: b.ref for b in found}
    for one, other in sorted(pairs(found)):
        parent[root(parent, other)] = root(parent, one)
    members: dict[str, list[Body]] = defaultdict(list)
    for b in found:
        members[root(parent, b.ref)].append(b)
    keys = {id: key(group) for id, group in members.items()}
    return {b.ref: keys[root(parent, b.ref)] for b in found}


def bodies(reports: Iterable[Report]) -> Iterator[Body]:
    """Give the organisations that reports call by a name."""
    for report in reports:
        countries = frozenset(report.relevance.countries if report.relevance else ())
        for e in report.entities:
            tokens = body(e.name) if e.kind == "organisation" else ()
            if is_proper(e.name, tokens):
                yield Body(f"{report.id}#{e.id}", e.name, tokens, countries)


def is_proper(name: str, tokens: Sequence[Token]) -> bool:
    """Tell whether words are the name of one body, and not a common noun ("Police").

    >>> [is_proper(n, body(n)) for n in ("Tau Media", "Police", "the police", "«берег»")]
    [True, False, False, True]
    """
    written = any(c.isupper() or c in '«“„"' for c in name)
    several = len(tokens) > 1 or any(t.kind != "idea" for t in tokens)
    return written and several


def pairs(found: Sequence[Body]) -> Iterator[tuple[str, str]]:
    """Give pairs that are one body, in a fixed order; only those that share a word are compared."""
    blocks: dict[str, list[Body]] = defaultdict(list)
    for b in found:
        words = b.names or b.tokens
        for bones in {skeleton(c) or c for t in words for c in t.codes}:
            blocks[bones].append(b)
    for members in blocks.values():
        distinct: dict[tuple[str, frozenset[str]], Body] = {}
        for b in members:
            first = distinct.setdefault((b.name, b.countries), b)
            if first is not b:
                yield first.ref, b.ref
        listed = list(distinct.values())
        for i, one in enumerate(listed):
            yield from ((one.ref, o.ref) for o in listed[i + 1 :] if is_one(one, o))


def is_one(a: Body, b: Body) -> bool:
    """Tell whether two names are one body."""
    if not (a.names and b.names) and not a.countries & b.countries and a.countries | b.countries:
        return False
    if numbers(a) and numbers(b) and numbers(a) != numbers(b):
        return False
    found = align(a.tokens, b.tokens)
    left = {i for i, t in enumerate(a.tokens) if t.kind != "idea"}
    right = {j for j, t in enumerate(b.tokens) if t.kind != "idea"}
    sure = [(i, j) for i, j, s in found.pairs if s >= NAME_AGREES]
    named = left <= {i for i, _ in sure} and right <= {j for _, j in sure}
    return found.score >= SAME_FROM and (named or bool(found.joined))


def numbers(b: Body) -> frozenset[str]:
    """Give the numbers in a name: the 32nd and the 170th plant are two."""
    return frozenset(t.text for t in b.tokens if any(c.isdigit() for c in t.text))


def root(parent: dict[str, str], id: str) -> str:
    while parent[id] != id:
        parent[id] = parent[parent[id]]
        id = parent[id]
    return id


def key(group: Sequence[Body]) -> str:
    """Give a readable key of the first name in order of the alphabet."""
    name = min(b.name for b in group)
    words = [romanise(t.text).lower() for t in body(name)]
    return "org:" + "-".join(w for w in words if w)
