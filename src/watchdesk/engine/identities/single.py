"""Join names of one word ("Mamai") to the person whose full name they are short for.

A full name in the same report counts most.  Where no report of the word has one, it goes to the
person told of far more often than any other of that name, if they are told of in one company.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from watchdesk.engine.identities.align import align
from watchdesk.engine.identities.compare import compare
from watchdesk.engine.identities.gather import Mentioned
from watchdesk.engine.identities.groups import Groups
from watchdesk.engine.identities.match import Index
from watchdesk.engine.identities.names import parse
from watchdesk.engine.identities.records import Join

BEARERS = 30
"""How many bearers of one surname are looked at."""
FITS = 0.8
"""Agreement of the word with one word of the full name."""
DOMINANCE = 3
"""How many times more often than the next bearer a person must be told of."""


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told of where: reports by node, and by the root of a group."""

    of_node: Mapping[str, frozenset[str]]
    of_root: Mapping[str, frozenset[str]]


def join_single(groups: Groups, found: Sequence[Mentioned]) -> list[Join]:
    """Join the words that surely are short for somebody, in a fixed order."""
    full = {id: p for id, p in groups.nodes.items() if any(len(parse(n)) > 1 for n in p.names)}
    index = Index(
        {"id": id, "names": p.names, "language": p.language} for id, p in sorted(full.items())
    )
    told = where_told(groups, found)
    chosen = [
        (node, root)
        for node in sorted(groups.nodes.keys() - full.keys())
        if (root := choose(node, bearers(node, groups, index), told))
    ]
    joins = []
    for node, root in chosen:
        decision = compare(groups.nodes[node], groups.person(root))
        if groups.join(root, node, unlike=True):
            joins.append(Join(root, node, decision))
    return joins


def where_told(groups: Groups, found: Sequence[Mentioned]) -> Told:
    """Give the reports of each node and group; a group counts where a full name of it stands."""
    of_node: dict[str, set[str]] = defaultdict(set)
    of_root: dict[str, set[str]] = defaultdict(set)
    for m in found:
        report = m.ref.rpartition("#")[0]
        of_node[m.node].add(report)
        if len(parse(m.name)) > 1:
            of_root[groups.root(m.node)].add(report)
    return Told(
        {k: frozenset(v) for k, v in of_node.items()}, {k: frozenset(v) for k, v in of_root.items()}
    )


def bearers(node: str, groups: Groups, index: Index) -> set[str]:
    """Give the groups with a full name that has the word in it."""
    person = groups.nodes[node]
    found: set[str] = set()
    for name in person.names:
        word = parse(name, person.language)
        for match in index.search(name, person.language, BEARERS):
            entry = groups.nodes[match.id]
            best = align(word, parse(match.name, entry.language))
            if best.pairs and best.pairs[0][2] >= FITS:
                found.add(groups.root(match.id))
    return found


def choose(node: str, roots: set[str], told: Told) -> str | None:
    """Give the one group the word is short for, or None where it may be several."""
    mine = told.of_node.get(node, frozenset())
    beside = Counter({r: n for r in roots if (n := len(told.of_root.get(r, frozenset()) & mine))})
    return dominant(beside) or dominant(
        Counter({r: len(told.of_root.get(r, ())) for r in roots}), DOMINANCE
    )


def dominant(counts: Counter[str], times: int = 2) -> str | None:
    """Give the key that counts so many times more than the next one."""
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    if not ranked or ranked[0][1] == 0:
        return None
    if len(ranked) > 1 and ranked[0][1] < times * ranked[1][1]:
        return None
    return ranked[0][0]
