from collections.abc import Callable, Mapping

import pytest

from watchdesk.engine import codebook
from watchdesk.engine.events.find import find
from watchdesk.engine.records import (
    Article,
    Attributes,
    Entity,
    EntityKind,
    Event,
    Mention,
    Mentions,
    Span,
)
from watchdesk.engine.text.sentences import sentences

Find = Callable[..., tuple[Event, ...]]


def mentions(text: str, names: Mapping[str, str]) -> Mentions:
    """Mark the first standing of each of these words; a kind of actor makes a noun of a body."""
    entities, found = [], []
    for number, (words, kind) in enumerate(names.items(), start=1):
        start = text.index(words)
        span = Span(start, start + len(words))
        is_name = kind in {"person", "organisation", "place"}
        of: EntityKind = kind if is_name else "organisation"  # type: ignore[assignment]
        traits = Attributes(actor_kind=None if is_name else kind)
        entities.append(Entity(f"n{number}", of, words, attributes=traits))
        form = "name" if is_name else "noun"
        found.append(Mention(span, of, form, f"n{number}", span, words.lower()))
    return Mentions(tuple(entities), tuple(sorted(found, key=lambda m: m.span)))


@pytest.fixture(scope="session")
def events() -> Find:
    """Give the function that reads Russian words in which these names stand."""
    book = codebook.load()

    def read(text: str, **names: str) -> tuple[Event, ...]:
        article = Article(text=text, language="ru")
        known = mentions(text, {k.replace("_", " "): v for k, v in names.items()})
        return find(article, sentences(text, "ru"), known, (), book)

    return read
