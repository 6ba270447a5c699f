"""Find what an article says has happened: event by event, with the words that say so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from watchdesk.engine.codebook.schema import Codebook
from watchdesk.engine.events import grammar, modality, strategies, triggers
from watchdesk.engine.events.grammar import Grammar
from watchdesk.engine.events.linking import Linker
from watchdesk.engine.events.reading import Reading
from watchdesk.engine.events.scene import Scene
from watchdesk.engine.events.triggers import Match
from watchdesk.engine.records import Article, Event, Mentions, Quote, Span
from watchdesk.engine.text import lexicon


def find(
    article: Article,
    sentences: Sequence[Span],
    mentions: Mentions,
    quotes: Sequence[Quote],
    book: Codebook,
) -> tuple[Event, ...]:
    """Give the events of an article in text order, one for each act.

    A language without words gives none: what we cannot read we leave open.
    """
    words = lexicon.load(article.language or "und")
    if words is None:
        return ()
    scene = Scene(article, sentences, mentions, quotes, book, words)
    found = list(drafts(scene, grammar.prepare(book, words)))
    found.sort(key=lambda e: e.trigger)
    return tuple(replace(event, id=f"e{n}") for n, event in enumerate(found, start=1))


def drafts(scene: Scene, known: Grammar) -> Iterator[Event]:
    for span in scene.sentences:
        start, end = scene.places(span)
        found = triggers.matches(known.rules, scene.words.folded, start, end)
        if found:
            yield from read_sentence(scene, known, span, found)


def read_sentence(
    scene: Scene, known: Grammar, span: Span, found: Sequence[Match]
) -> Iterator[Event]:
    start, end = scene.places(span)
    read = strategies.reader(scene, known, span)
    cues = list(known.cues.find(scene.words.folded, start, end))
    linker = Linker(scene)
    taken: set[int] = set()
    for match in found:
        if taken & set(match.places):
            continue
        reading = read(match)
        roles = linker.link(match.rule, reading) if reading else None
        if reading is None or roles is None:
            continue
        taken |= set(match.places)
        how, _ = modality.modality(match.rule.type.code, match.places, reading.window, cues)
        yield Event(
            id="",
            type=match.rule.type.code,
            trigger=trigger(scene, match, reading),
            sentence=span,
            rule=f"{match.rule.id}-{reading.form}",
            roles=roles,
            modality=how,
        )


def trigger(scene: Scene, match: Match, reading: Reading) -> Span:
    last = match.first if match.rule.pattern.kind == "verb" else match.last
    return scene.span(match.first, last + 1)
