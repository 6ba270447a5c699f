"""What the rooms of the event grammar look at: an article's words, mentions and sentences."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from watchdesk.engine.codebook.schema import Codebook
from watchdesk.engine.records import Article, Entity, Mention, Mentions, Quote, Span
from watchdesk.engine.text.index import Found, Index
from watchdesk.engine.text.lexicon import Lexicon
from watchdesk.engine.text.morphology import parses
from watchdesk.engine.text.words import Words, split

Value = TypeVar("Value")


@dataclass(frozen=True)
class Scene:
    """One article with all that was found in it before events are looked for."""

    article: Article
    sentences: Sequence[Span]
    mentions: Mentions
    quotes: Sequence[Quote]
    book: Codebook
    lexicon: Lexicon

    @cached_property
    def sightings(self) -> dict[tuple[int, int, int], list[Any]]:
        """What `sighted` found before."""
        return {}

    def sighted(self, index: Index[Value], start: int, end: int) -> list[Found[Value]]:
        """Give what expressions of an index stand in words[start:end]; looked for once."""
        key = (id(index), start, end)
        if key not in self.sightings:
            self.sightings[key] = list(index.find(self.words.folded, start, end))
        return self.sightings[key]

    @cached_property
    def words(self) -> Words:
        return split(self.article.text)

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        return {e.id: e for e in self.mentions.entities}

    @cached_property
    def dated(self) -> frozenset[int]:
        """Words that are part of a date; "In May 2023" holds no "may"."""
        ranges = (range(*self.places(date.span)) for date in self.mentions.dates)
        return frozenset(place for places in ranges for place in places)

    @cached_property
    def mention_starts(self) -> list[int]:
        return [m.span.start for m in self.mentions.mentions]

    @cached_property
    def place_words(self) -> frozenset[str]:
        """Words that bring in where something happened ("in", "near")."""
        return self.lexicon.words("place_words")

    def is_somebody(self, word: str) -> bool:
        """Tell whether a folded word names a living being, where the language's forms say so."""
        found = parses(word, self.lexicon.language)
        return bool(found) and {"NOUN", "anim"} in found[0].tag and word not in self.beasts

    @cached_property
    def beasts(self) -> frozenset[str]:
        """Words for living beings that are no people."""
        return self.lexicon.words("beasts")

    @cached_property
    def until_words(self) -> frozenset[str]:
        """Words that bring in how long something lasts ("until")."""
        return self.lexicon.words("until_words")

    @cached_property
    def wrongdoers(self) -> frozenset[str]:
        """Words for those whose arrest wrongs nobody ("robber")."""
        return self.lexicon.words("wrongdoers")

    @cached_property
    def disasters(self) -> frozenset[str]:
        return self.lexicon.words("disasters")

    @cached_property
    def definite(self) -> frozenset[str]:
        """Words that point to one thing ("the", "his"), where the language has them."""
        return self.lexicon.words("definite")

    @cached_property
    def plural_endings(self) -> frozenset[str]:
        """Endings of nouns for more than one, where a language tells them so."""
        return self.lexicon.words("plural_endings")

    @cached_property
    def causes(self) -> frozenset[str]:
        """Words that bring in the clause of a cause ("when")."""
        return self.lexicon.words("causes")

    @cached_property
    def without_will(self) -> frozenset[str]:
        """Words for what can harm but wrongs nobody ("storm")."""
        return self.lexicon.words("without_will")

    @cached_property
    def mentions_by_entity(self) -> Mapping[str, Sequence[Mention]]:
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions.mentions:
            found[mention.entity].append(mention)
        return found

    def mentions_of(self, entity: str) -> Sequence[Mention]:
        """Give the mentions of an entity, in text order."""
        return self.mentions_by_entity.get(entity, ())

    @cached_property
    def closed(self) -> frozenset[str]:
        """Words of all closed classes."""
        classes = self.lexicon.table("classes").values()
        return frozenset(str(word) for words in classes for word in words)

    def places(self, span: Span) -> tuple[int, int]:
        """Give first and past-the-last place, in `words`, of the words that begin in the span."""
        starts = self.words.starts
        return bisect_left(starts, span.start), bisect_left(starts, span.end)

    def sentence_at(self, place: int) -> Span:
        """Give the sentence in which a word stands."""
        start = self.words.starts[place]
        return next(s for s in self.sentences if s.start <= start < s.end)

    def span(self, first: int, end: int) -> Span:
        """Give the characters of words[first:end]."""
        return Span(self.words.starts[first], self.words.ends[end - 1])

    @cached_property
    def heads(self) -> Mapping[int, Sequence[Mention]]:
        """Mentions by the place of their head word; a name stands under each of its words."""
        found: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions.mentions:
            first, end = self.places(mention.span if mention.form == "name" else mention.head)
            for place in range(first, max(end, first + 1)):
                found[place].append(mention)
        return found

    def mentions_in(self, span: Span) -> Sequence[Mention]:
        """Give the mentions that begin in the span, in text order."""
        first = bisect_left(self.mention_starts, span.start)
        return self.mentions.mentions[first : bisect_right(self.mention_starts, span.end - 1)]

    def text(self, span: Span) -> str:
        return span.of(self.article.text)
