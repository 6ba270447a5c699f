"""The words of a sentence, and the noun groups that they make."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from watchdesk.engine.events.cased.forms import Form, Word


@dataclass(frozen=True, slots=True)
class Group:
    """words[start:end] that stand together in one case; `head` bears the meaning.

    `preposition` is the place of the preposition that governs it, `owner` the index of the group
    whose genitive it is, `list_of` the index of the first group of the list it stands in.
    """

    start: int
    end: int
    head: int
    forms: frozenset[Form]
    preposition: int | None = None
    owner: int | None = None
    list_of: int | None = None
    counted: bool = False
    """Whether it is a number of things, with which a verb need not agree."""
    named: bool = False
    pronoun: bool = False
    title: str = ""
    """Lemma of the first noun."""
    told: int | None = None
    """Where the words begin that call it by name, if not at `start`."""

    @property
    def cases(self) -> frozenset[str]:
        return frozenset(form.case for form in self.forms)

    @property
    def animate(self) -> bool:
        return any(form.animate == "anim" for form in self.forms)


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one sentence and what is known of them, all by place in the sentence."""

    texts: Sequence[str]
    words: Sequence[Word]
    names: Mapping[int, int]
    """Place of a word in a name to the number of the name."""
    people: frozenset[int]
    """Places of words in names of people."""
    towns: frozenset[int]
    """Places of words in names of places."""
    lists: Mapping[str, frozenset[str]]
    """The lists of the section `grammar`: owned, quantities, predicatives and others."""

    def kind(self, place: int) -> str:
        """Give the kind of a word; "" beyond the ends."""
        return self.words[place].kind if 0 <= place < len(self.words) else ""
