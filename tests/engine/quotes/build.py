"""Reads sentences for the tests of this room."""

from typing import NamedTuple

from watchdesk.engine.mentions.find import find as find_mentions
from watchdesk.engine.quotes.find import find
from watchdesk.engine.records import Article, Mentions, OfficialPosition, Quote
from watchdesk.engine.text.sentences import sentences


class Said(NamedTuple):
    """The words of a quote's three parts; empty where it has none."""

    content: str
    speaker: str
    cue: str


class Read(NamedTuple):
    """What was found in a text."""

    text: str
    quotes: tuple[Quote, ...]
    positions: tuple[OfficialPosition, ...]
    mentions: Mentions

    @property
    def said(self) -> list[Said]:
        return [
            Said(
                quote.span.of(self.text),
                quote.speaker_span.of(self.text) if quote.speaker_span else "",
                quote.cue.of(self.text) if quote.cue else "",
            )
            for quote in self.quotes
        ]

    def name(self, entity: str | None) -> str:
        """Give what an entity is called first in the text."""
        found = [m.span.of(self.text) for m in self.mentions.mentions if m.entity == entity]
        return found[0] if found else ""

    @property
    def stands(self) -> list[tuple[str, str]]:
        """Give the authorities with their positions."""
        return [(self.name(p.entity), p.position) for p in self.positions]


def read(text: str, language: str = "en") -> Read:
    article = Article(text=text, language=language)
    found = sentences(text, language)
    mentions = find_mentions(article, found)
    return Read(text, *find(article, found, mentions), mentions)
