"""Find the entry of a pool that a name in another script or spelling means.

    Index([{"id": "p1", "names": ["Жанболат Мамай"]}]).search("Jambolat Mamai")

Rare words of the query lead to candidates; these are then compared word by word.  The cost of a
search depends on how common the query's words are, not on the size of the pool.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from watchdesk.engine.identities.align import Alignment, align, weight_by_kind
from watchdesk.engine.identities.names import Token, often_joined, parse
from watchdesk.engine.identities.vocabulary import Vocabulary

Rows = NDArray[np.uint32]

BUDGET = 20_000
ENOUGH_ROWS = 200
"""How many rows of the pool are looked at for one query: at most, and at least where there are so
many that have a word near one of the query's."""
EXTRA_WORD = 0.02
"""What a word costs that only the entry has, so that among namesakes the barest comes first."""
COMPARED = 24
"""Candidates compared word by word.  Recall at 1 of Arabic names is .924 with 12, .935 with 24 and
.941 with 48, of Russian and Bulgarian ones the same; 24 keeps a search within its time."""
AT_LEAST = 2


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that a name may mean.  `score` in 0..1; `why` says in words what agrees."""

    id: str
    score: float
    why: str
    name: str


class Index:
    """A pool of entries {"id", "names"}, to be searched by name.

    An entry with a "language" has names that may be inflected in it.
    """

    def __init__(self, entries: Iterable[Mapping[str, Any]]) -> None:
        self._ids: list[str] = []
        self._names: list[str] = []
        self._vocabulary = Vocabulary()
        self._lengths = array("B")
        self._postings: dict[int, array[int]] = defaultdict(lambda: array("I"))
        self._rarities: dict[str, float] = {}
        self._languages: dict[int, str] = {}
        for entry in entries:
            for name in entry["names"]:
                self._add(str(entry["id"]), name, entry.get("language"))

    def __len__(self) -> int:
        return len(self._ids)

    def _add(self, id: str, name: str, language: str | None) -> None:
        row = len(self._ids)
        self._ids.append(id)
        self._names.append(name)
        if language:
            self._languages[row] = language
        tokens = self._tokens(row)
        numbers = {self._vocabulary.add(t, c) for t in tokens for c in t.codes}
        numbers |= {self._vocabulary.add(t, t.codes[0]) for t in often_joined(tokens)}
        self._lengths.append(min(len(tokens), 255))
        for number in numbers:
            self._postings[number].append(row)

    def search(self, name: str, language: str | None = None, k: int = 5) -> list[Match]:
        """Give the best entries, best first: `k` of them, and never less than two if there are two.

        With a `language` the name may be inflected in it.
        """
        query = parse(name, language)
        best: dict[str, tuple[float, int, Alignment]] = {}
        for row in self._candidates(query):
            found = align(query, self._tokens(row), self.weigh)
            id = self._ids[row]
            if id not in best or found.score > best[id][0]:
                best[id] = (found.score, row, found)
        ranked = nlargest(max(k, AT_LEAST), best.items(), key=lambda item: (item[1][0], item[0]))
        matches = [
            Match(id, round(score, 6), why(query, self._tokens(row), found), self._names[row])
            for id, (score, row, found) in ranked
        ]
        return matches + self._fillers(matches)

    def _tokens(self, row: int) -> tuple[Token, ...]:
        return parse(self._names[row], self._languages.get(row))

    def _fillers(self, matches: Sequence[Match]) -> list[Match]:
        """Give entries that share nothing, where fewer than two were found."""
        missing = AT_LEAST - len(matches)
        if missing <= 0:
            return []
        have = {m.id for m in matches}
        others = dict.fromkeys(id for id in self._ids[: AT_LEAST * 64] if id not in have)
        return [Match(id, 0.0, "nothing in common", "") for id in list(others)[:missing]]

    def _candidates(self, query: Sequence[Token]) -> list[int]:
        """Give the rows that share the most weight with the query, judged by whole words.

        Rows come from the rarest word of the query; where that leads nowhere, from the next.
        """
        words = (*query, *often_joined(query))
        near = [(self.weigh(t), self._vocabulary.near(t)) for t in words]
        near.sort(key=lambda item: self._how_many(item[1]))
        rows = self._rows_of_rarest([numbers for _, numbers in near])
        shared = np.zeros(len(rows), dtype=np.float32)
        for weight, numbers in near:
            shared += weight * self._nearness_of(rows, numbers)
        shared -= EXTRA_WORD * np.frombuffer(self._lengths, dtype=np.uint8)[rows]
        if len(rows) > COMPARED:
            rows = rows[np.argpartition(-shared, COMPARED)[:COMPARED]]
        return [int(r) for r in rows]

    def _rows_of_rarest(self, near: Sequence[Mapping[int, float]]) -> Rows:
        """Give up to about `BUDGET` rows that have a rare word of the query, the nearest first."""
        found: list[Rows] = []
        total = 0
        for numbers in near:
            for number in sorted(numbers, key=lambda n: (-numbers[n], n)):
                if total >= BUDGET:
                    break
                rows = self._rows(number)[: 4 * BUDGET]
                found.append(rows)
                total += len(rows)
            if total >= ENOUGH_ROWS:
                break
        return np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.uint32)

    def _nearness_of(self, rows: Rows, numbers: Mapping[int, float]) -> NDArray[np.float32]:
        """Give for each row how near its nearest word comes to one word of the query."""
        nearest = np.zeros(len(self._ids), dtype=np.float32)
        for number in sorted(numbers, key=lambda n: numbers[n]):
            nearest[self._rows(number)] = numbers[number]
        found: NDArray[np.float32] = nearest[rows]
        return found

    def _rows(self, number: int) -> Rows:
        return np.frombuffer(self._postings[number], dtype=np.uint32)

    def _how_many(self, numbers: Mapping[int, float]) -> int:
        return sum(len(self._postings[n]) for n in numbers)

    def weigh(self, token: Token) -> float:
        """Give a token's weight: what its kind is worth, and how rare it is in the pool."""
        return weight_by_kind(token) * self._rarity(token.codes[0])

    def _rarity(self, code: str) -> float:
        found = self._rarities.get(code)
        if found is None:
            number = self._vocabulary.number.get(code)
            rows = len(self._postings[number]) if number is not None else 1
            total = max(len(self._ids), 2)
            found = self._rarities[code] = 0.5 + log(total / max(rows, 1)) / log(total)
        return found


def why(query: Sequence[Token], entry: Sequence[Token], found: Alignment) -> str:
    """Say which words agree and how well, the most important first."""
    if found.joined:
        return f"{found.joined} read as one word"
    said = [f"{query[i].text} ~ {entry[j].text} {s:.2f}" for i, j, s in found.pairs]
    kinds = Counter(t.kind for t in query)
    left_out = len(query) - len(found.pairs)
    if left_out and kinds["patronymic"]:
        said.append("patronymic left out")
    return "; ".join(said) or "nothing in common"
