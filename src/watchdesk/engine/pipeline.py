"""The order of the rooms, and nothing else."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from hashlib import sha256

from watchdesk.engine import codebook
from watchdesk.engine.articles.extract import extract
from watchdesk.engine.cases.link import link as link_cases
from watchdesk.engine.cases.records import Cases, Snapshot
from watchdesk.engine.codebook.schema import Codebook
from watchdesk.engine.events.find import find as find_events
from watchdesk.engine.identities.names import fold
from watchdesk.engine.identities.people import resolve
from watchdesk.engine.identities.records import KnownPeople
from watchdesk.engine.mentions.find import find as find_mentions
from watchdesk.engine.quotes.find import find as find_quotes
from watchdesk.engine.records import Article, Capture, Entity, Mentions, Report
from watchdesk.engine.relevance.judge import judge
from watchdesk.engine.text.language import identify
from watchdesk.engine.text.sentences import sentences
from watchdesk.engine.text.signs import known_code

ID_LENGTH = 16


def read(article: Article, book: Codebook | None = None) -> Report:
    """Code what an article tells: same article, same report.

    The report's article has its text in NFC and its language named; a language without words files
    gives a report without events, which is the honest answer.
    """
    book = book or codebook.load()
    article = _prepared(article)
    spans = sentences(article.text, article.language or "und")
    mentions = find_mentions(article, spans) if spans else Mentions()
    quotes, positions = find_quotes(article, spans, mentions)
    events = find_events(article, spans, mentions, quotes, book)
    judgement = judge(article, mentions, events, book)
    return Report(
        id=article.id or article.url or _hash(article),
        article=article,
        relevance=judgement.relevance,
        main_event=judgement.main_event,
        entities=tuple(map(_with_key, mentions.entities)),
        events=judgement.events,
        dates=mentions.dates,
        quotes=quotes,
        official_positions=positions,
    )


def read_capture(capture: Capture, book: Codebook | None = None) -> Report:
    """Find the article in a page, then read it.

    Raises:
        UnreadableArticle: the page holds none.
    """
    return read(extract(capture), book)


def link(
    reports: Iterable[Report],
    known: Snapshot | None = None,
    people: KnownPeople | None = None,
    *,
    as_of: date | None = None,
) -> Cases:
    """Give one person one key across reports, then join the reports into acts and cases."""
    return link_cases(resolve(reports, people).reports, known, as_of=as_of)


def _prepared(article: Article) -> Article:
    text = unicodedata.normalize("NFC", article.text)
    title = unicodedata.normalize("NFC", article.title)
    language = known_code(article.language)
    language = language or identify(f"{title}\n{text}", article.language)
    return replace(article, text=text, title=title, language=language)


def _with_key(entity: Entity) -> Entity:
    """Give a person the key under which spellings of the name meet; `link` finds better ones."""
    if entity.key or entity.kind != "person" or not entity.name:
        return entity
    return replace(entity, key=fold(entity.name) or None)


def _hash(article: Article) -> str:
    return sha256(f"{article.title}\n{article.text}".encode()).hexdigest()[:ID_LENGTH]
