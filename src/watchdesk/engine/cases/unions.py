"""Join things pair by pair, with pairs that must never meet."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Unions(Generic[T]):
    """Disjoint sets.  A union that would bring a forbidden pair together is refused.

    Which union is refused depends on the order of the calls, so callers sort them first.
    """

    def __init__(self, things: Iterable[T], apart: Iterable[tuple[T, T]] = ()) -> None:
        self._parent: dict[T, T] = {thing: thing for thing in things}
        self._enemies: dict[T, set[T]] = defaultdict(set)
        for a, b in apart:
            if a in self._parent and b in self._parent:
                self._enemies[a].add(b)
                self._enemies[b].add(a)

    def root(self, thing: T) -> T:
        """Give the one that stands for the set of `thing`."""
        parent = self._parent
        while parent[thing] != thing:
            parent[thing] = parent[parent[thing]]
            thing = parent[thing]
        return thing

    def join(self, a: T, b: T) -> bool:
        """Join the sets of two; False where a forbidden pair stands between them."""
        a, b = self.root(a), self.root(b)
        if a == b:
            return True
        if any(self.root(enemy) == b for enemy in self._enemies.get(a, ())):
            return False
        self._parent[b] = a
        if b in self._enemies:
            self._enemies[a] |= self._enemies.pop(b)
        return True

    def groups(self) -> list[list[T]]:
        """Give the sets, each in the order its things came in."""
        found: dict[T, list[T]] = defaultdict(list)
        for thing in self._parent:
            found[self.root(thing)].append(thing)
        return list(found.values())
