"""Reads sentences for the tests of this room."""

from collections.abc import Sequence
from datetime import date

from watchdesk.engine import codebook
from watchdesk.engine.events.find import find as find_events
from watchdesk.engine.mentions.find import find as find_mentions
from watchdesk.engine.quotes.find import find as find_quotes
from watchdesk.engine.records import Article, Event
from watchdesk.engine.text.sentences import sentences

BOOK = codebook.load()


def events_of(text: str, *, published: date | None = None, language: str = "en") -> list[Event]:
    """Read a text as the pipeline does."""
    article = Article(text=text, language=language, published=published)
    found = sentences(text, language)
    mentions = find_mentions(article, found)
    quotes, _ = find_quotes(article, found, mentions)
    return list(find_events(article, found, mentions, quotes, BOOK))


def only(text: str, type: str, **said: date) -> Event:
    """Give the one event of a type that a text tells of."""
    found = [e for e in events_of(text, **said) if e.type == type]
    assert len(found) == 1, found
    return found[0]


def words_of(event: Event, role: str, text: str) -> list[str]:
    return [f.span.of(text) for f in event.roles.get(role, ())]


def types_of(events: Sequence[Event]) -> set[str]:
    return {e.type for e in events}
