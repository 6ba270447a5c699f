"""Look many expressions up at once, by their first word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from watchdesk.engine.errors import CodebookError
from watchdesk.engine.text.phrases import Element, Reader

Value = TypeVar("Value")
Entry = tuple[tuple[Element, ...], frozenset[str], Value]
"""An expression, the forms of the word that best tells whether it can stand in a sentence at all
(empty: none does), and its value."""


class Found(NamedTuple, Generic[Value]):
    """A value and the places of the words of its expression."""

    places: tuple[int, ...]
    value: Value


class Index(Generic[Value]):
    """Expressions with a value each; what a word can begin is remembered once asked."""

    def __init__(self, reader: Reader, entries: Iterable[tuple[str, Value]]) -> None:
        self.reader = reader
        self.by_form: dict[str, list[Entry[Value]]] = defaultdict(list)
        self.by_beginning: dict[str, list[Entry[Value]]] = defaultdict(list)
        self.asked: dict[str, tuple[Entry[Value], ...]] = {}
        for expression, value in entries:
            elements = reader.read(expression)
            if elements[0].number:
                raise CodebookError(expression, "an expression looked up must begin with a word")
            for form in elements[0].forms:
                self.by_form[form].append((elements, telling(elements), value))
            for beginning in elements[0].beginnings:
                self.by_beginning[beginning].append((elements, telling(elements), value))

    def at(self, word: str) -> tuple[Entry[Value], ...]:
        """Give the expressions that may begin with this folded word."""
        found = self.asked.get(word)
        if found is None:
            found = (*self.by_form.get(word, ()), *self.beginning(word))
            self.asked[word] = found
        return found

    def beginning(self, word: str) -> Iterator[Entry[Value]]:
        if self.by_beginning:
            for length in range(1, len(word) + 1):
                yield from self.by_beginning.get(word[:length], ())

    def find(self, words: Sequence[str], start: int, end: int) -> Iterator[Found[Value]]:
        """Give all that stands in words[start:end], in text order; a gap stays inside."""
        present = set(words[start:end])
        known = self.asked
        for place in range(start, end):
            entries = known.get(words[place])
            for elements, wanted, value in self.at(words[place]) if entries is None else entries:
                if wanted and wanted.isdisjoint(present):
                    continue
                places = self.reader.match(elements, words, place, end)
                if places is not None:
                    yield Found(places, value)


def telling(elements: Sequence[Element]) -> frozenset[str]:
    """Give the forms of the longest word an expression cannot do without, its first left out."""
    needed = [e.forms for e in elements[1:] if e.forms and not e.optional and not e.beginnings]
    return max(needed, key=lambda forms: min(map(len, forms)), default=frozenset())
