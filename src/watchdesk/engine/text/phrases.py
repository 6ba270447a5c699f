"""Expressions of the codebook: `take|bring ... into custody`, found in a row of words.

The syntax is described in docs/reference/codebook-format.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from watchdesk.engine.errors import CodebookError
from watchdesk.engine.text.inflection import Inflect
from watchdesk.engine.text.words import fold

GAP = 6
"""Words that `...` may stand for, at most."""
STOPS = frozenset(".!?;…؟۔։।")


@dataclass(frozen=True, slots=True)
class Element:
    """One word of an expression: its forms or beginnings; `gap` stands for any few words."""

    forms: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    optional: bool = False
    gap: bool = False
    number: bool = False

    def fits(self, word: str, numbers: Mapping[str, object]) -> bool:
        """Tell whether a folded word is one the element allows."""
        if self.number:
            return word in numbers or word[0].isdigit()
        return word in self.forms or bool(self.beginnings and word.startswith(self.beginnings))


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads expressions of one language."""

    inflect: Inflect
    lists: Mapping[str, Sequence[str]]
    numbers: Mapping[str, object]

    def read(self, expression: str) -> tuple[Element, ...]:
        """Read one expression.

        Raises:
            CodebookError: it is empty, names an unknown list or begins with no word.
        """
        elements = tuple(self.element(part) for part in expression.split())
        if not elements or elements[0].optional or elements[0].gap:
            raise CodebookError(expression, "an expression must begin with a word")
        return elements

    def element(self, part: str) -> Element:
        if part == "...":
            return Element(gap=True)
        if part == "#":
            return Element(number=True)
        optional = part.endswith("?") and len(part) > 1
        words = part.removesuffix("?").split("|") if optional else part.split("|")
        forms: set[str] = set()
        beginnings: list[str] = []
        for word in self.spread(words):
            if word.endswith("*"):
                beginnings.append(fold(word[:-1]))
            elif word.startswith("="):
                forms.add(fold(word[1:]))
            else:
                forms.update(self.inflect(fold(word)))
        return Element(frozenset(forms), tuple(beginnings), optional=optional)

    def spread(self, words: Sequence[str]) -> list[str]:
        """Put the words of a list in the place of its name."""
        out: list[str] = []
        for word in words:
            if not word.startswith("@"):
                out.append(word)
            elif word[1:] in self.lists:
                out += self.lists[word[1:]]
            else:
                raise CodebookError(word, "no such list in the language file")
        return out

    def match(
        self, elements: Sequence[Element], words: Sequence[str], start: int, end: int
    ) -> tuple[int, ...] | None:
        """Give the places of words[start:end] that the expression takes, from `start` on.

        A gap takes as few words as it can; None where the expression does not stand here.
        """
        if not elements:
            return ()
        first, rest = elements[0], elements[1:]
        if first.gap:
            return self.match_gap(rest, words, start, end)
        if start < end and first.fits(words[start], self.numbers):
            found = self.match(rest, words, start + 1, end)
            if found is not None:
                return (start, *found)
        return self.match(rest, words, start, end) if first.optional else None

    def match_gap(
        self, rest: Sequence[Element], words: Sequence[str], start: int, end: int
    ) -> tuple[int, ...] | None:
        for skipped in range(min(GAP + 1, end - start + 1)):
            found = self.match(rest, words, start + skipped, end)
            if found is not None:
                return found
            if start + skipped < end and words[start + skipped] in STOPS:
                return None
        return None
