"""Names that are taken for one person, with pairs that must never be."""

from collections import defaultdict
from collections.abc import Mapping

from watchdesk.engine.identities.align import align
from watchdesk.engine.identities.compare import ASK_FROM
from watchdesk.engine.identities.gather import merged
from watchdesk.engine.identities.names import parse
from watchdesk.engine.identities.records import KnownPeople, Person
from watchdesk.engine.identities.sounds import romanise

FOREMOST = 6
ALIKE = 0.5
"""Of so many names of each group, this share of pairs must be such that they may be one."""


class Groups:
    """Disjoint sets of people; two known people, or two an editor parted, never join."""

    def __init__(
        self, nodes: dict[str, Person], known: KnownPeople, node_of: Mapping[str, str]
    ) -> None:
        self.nodes = nodes
        self.node_of = node_of
        self._parent = {id: id for id in nodes}
        self._members = {id: [id] for id in nodes}
        self._known = {p.id for p in known.people}
        self._apart = {(node_of.get(a, a), node_of.get(b, b)) for a, b in known.different}
        for pair in sorted(known.same):
            a, b = (node_of.get(id, id) for id in pair)
            if a in nodes and b in nodes:
                self.join(a, b, decided=True)

    def root(self, id: str) -> str:
        """Give the one that stands for a set."""
        while self._parent[id] != id:
            self._parent[id] = self._parent[self._parent[id]]
            id = self._parent[id]
        return id

    def join(self, a: str, b: str, *, decided: bool = False, unlike: bool = False) -> bool:
        """Join the sets of two; False where something stands between them.

        `decided`: an editor says so.  `unlike`: their names need not be alike as a whole.
        """
        a, b = self.root(a), self.root(b)
        if a == b:
            return True
        if not decided and not self._may_join(self._members[a], self._members[b], unlike):
            return False
        self._parent[b] = a
        self._members[a] += self._members.pop(b)
        return True

    def _may_join(self, one: list[str], other: list[str], unlike: bool) -> bool:
        if self._known.intersection(one) and self._known.intersection(other):
            return False
        if any((x, y) in self._apart or (y, x) in self._apart for x in one for y in other):
            return False
        return unlike or self._alike(one, other)

    def _alike(self, one: list[str], other: list[str]) -> bool:
        """Tell whether most names of the two may be one, so that no chain joins strangers."""
        pairs = [(x, y) for x in self._foremost(one) for y in self._foremost(other)]
        akin = sum(self._akin(x, y) for x, y in pairs)
        return akin >= ALIKE * len(pairs)

    def _foremost(self, members: list[str]) -> list[str]:
        """Give the members with the fullest names; a few stand for all."""
        full = [m for m in members if any(len(parse(n)) > 1 for n in self.nodes[m].names)]
        return sorted(full or members)[:FOREMOST]

    def _akin(self, x: str, y: str) -> bool:
        one, other = self.nodes[x], self.nodes[y]
        return any(
            align(parse(a, one.language), parse(b, other.language)).score >= ASK_FROM
            for a in one.names
            for b in other.names
        )

    def person(self, id: str) -> Person:
        """Give all that is told of the set of `id`."""
        root = self.root(id)
        return merged(root, (self.nodes[m] for m in sorted(self._members[root])))

    def people(self) -> dict[str, Person]:
        """Give one person a set, by root."""
        return {root: self.person(root) for root in self._members}

    def names(self) -> dict[str, str]:
        """Give an id for each set by root: the known person's, else one made of a name."""
        found: dict[str, str] = {}
        taken: dict[str, int] = defaultdict(int)
        for root in sorted(self._members, key=lambda r: sorted(self._members[r])):
            known = sorted(self._known.intersection(self._members[root]))
            id = known[0] if known else slug(self.person(root))
            taken[id] += 1
            found[root] = id if taken[id] == 1 else f"{id}-{taken[id]}"
        return found


def slug(person: Person) -> str:
    """Give a readable id of the person's fullest name."""
    name = min(person.names, key=lambda n: (-len(parse(n)), n))
    return "-".join(romanise(t.text).lower() for t in parse(name))
