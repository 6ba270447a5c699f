"""A sentence that is read by the order of its words."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from watchdesk.engine.events.positional.chunks import Chunk, chunks
from watchdesk.engine.events.reading import Phrase

Slots = dict[str, tuple[Phrase, ...]]
END = Chunk(".", 0, 0, 0)


@dataclass(frozen=True)
class Sentence:
    """A tagged sentence; `offset` is the place of its first word in the article."""

    words: Sequence[str]
    letters: Sequence[str]
    offset: int
    agents: Collection[str]
    """Prepositions that bring in who did it ("by")."""
    owners: Collection[str]
    """Prepositions of a genitive ("of")."""
    light: Collection[str] = ()
    """Words that may follow an act in its phrase: "assault **allegations**"."""
    ends: Collection[int] = ()
    """Places of the last words of people's names, from the first word of the sentence on."""
    factive: Collection[str] = ()
    """Prepositions that take what follows for a fact ("a probe into")."""

    @cached_property
    def row(self) -> tuple[Chunk, ...]:
        return tuple(self.nominal(chunks(self.letters, self.ends)))

    def nominal(self, row: Sequence[Chunk]) -> Iterator[Chunk]:
        """Make a noun of a gerund that owns something: "killing of"."""
        for chunk, after in pairwise((*row, END)):
            owns = after.kind == "P" and self.words[after.start] in self.owners
            gerund = chunk.kind == "VG" and chunk.letter == "J" and not chunk.aux
            yield replace(chunk, kind="NP", letter="N") if owns and gerund else chunk

    @cached_property
    def facts(self) -> frozenset[int]:
        """Places of factive prepositions in the sentence."""
        return frozenset(i for i, word in enumerate(self.words) if word in self.factive)

    @cached_property
    def chunk_starts(self) -> list[int]:
        return [chunk.start for chunk in self.row]

    def chunk_at(self, place: int) -> int:
        """Give the chunk that holds a word of the article."""
        return max(0, bisect_right(self.chunk_starts, place - self.offset) - 1)

    def phrase(self, index: int) -> Phrase:
        chunk = self.row[index]
        start, end, head = chunk.start, chunk.end, chunk.head
        return Phrase(start + self.offset, end + self.offset, head + self.offset)

    def phrases(self, indices: Sequence[int]) -> tuple[Phrase, ...]:
        return tuple(self.phrase(i) for i in indices)
