"""Every sentence that a wording gives as an example must read as it says."""

import pytest

from watchdesk.engine import codebook
from watchdesk.engine.codebook.schema import Example, Wording
from watchdesk.engine.events.find import find as find_events
from watchdesk.engine.mentions.find import find as find_mentions
from watchdesk.engine.quotes.find import find as find_quotes
from watchdesk.engine.records import Article, Event
from watchdesk.engine.text.sentences import sentences

BOOK = codebook.load()
EXAMPLES = [(w, e) for w in BOOK.wordings.values() for e in w.examples]


def events_of(text: str, language: str) -> list[Event]:
    article = Article(text=text, language=language)
    found = sentences(text, language)
    mentions = find_mentions(article, found)
    quotes, _ = find_quotes(article, found, mentions)
    return list(find_events(article, found, mentions, quotes, BOOK))


def reads_as(event: Event, example: Example, text: str) -> bool:
    def said(role: str) -> str:
        return " | ".join(f.span.of(text) for f in event.roles.get(role, ()))

    wanted = {"target": example.target, "actor": example.actor}
    return (
        all(words is None or shares(words, said(role)) for role, words in wanted.items())
        and example.modality in (None, event.modality)
        and example.background in (None, event.background)
        and example.concern in (None, event.concern)
    )


def shares(wanted: str, said: str) -> bool:
    return any(wanted in part or part in wanted for part in said.split(" | ") if part)


@pytest.mark.parametrize(
    ("wording", "example"),
    EXAMPLES,
    ids=[f"{w.language}-{w.type}-{e.text[:40]}" for w, e in EXAMPLES],
)
def test_an_example_reads_as_it_says(wording: Wording, example: Example) -> None:
    found = [e for e in events_of(example.text, wording.language) if e.type == wording.type]
    if example.match:
        assert any(reads_as(e, example, example.text) for e in found), found
    else:
        assert not found


def test_every_type_has_words_in_english() -> None:
    assert {w.type for w in BOOK.wordings_in("en")} == set(BOOK.types)


def test_every_wording_says_what_must_and_what_must_not_match() -> None:
    lacking = [
        f"{w.language}/{w.type}"
        for w in BOOK.wordings.values()
        if {e.match for e in w.examples} != {True, False}
    ]
    assert lacking == []
