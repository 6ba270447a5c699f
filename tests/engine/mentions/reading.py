"""Read a text as the engine does, and show what the tests ask about."""

from datetime import date

from watchdesk.engine.mentions.find import find
from watchdesk.engine.records import Article, Entity, Mention, Mentions
from watchdesk.engine.text.sentences import sentences


class Reading:
    def __init__(self, text: str, language: str = "en", published: date | None = None) -> None:
        self.text = text
        self.found: Mentions = find(
            Article(text, language=language, published=published), sentences(text, language)
        )

    def entity(self, name: str) -> Entity:
        return next(e for e in self.found.entities if e.name == name)

    def names(self, kind: str) -> list[str]:
        return [e.name for e in self.found.entities if e.kind == kind and e.name]

    def words(self, form: str) -> list[str]:
        return [m.span.of(self.text) for m in self.found.mentions if m.form == form]

    def mention(self, words: str) -> Mention:
        return next(m for m in self.found.mentions if m.span.of(self.text) == words)

    def bearer(self, words: str) -> str:
        """Name the entity that some words of the text speak of."""
        id = self.mention(words).entity
        return next(e.name for e in self.found.entities if e.id == id)
