"""Find who, where and when: all people, groups, bodies, places and dates of an article."""

from collections.abc import Sequence

from watchdesk.engine.mentions import (
    affiliations,
    beside,
    calling,
    legal,
    names,
    naming,
    natasha_names,
    nouns,
    predicates,
    pronouns,
)
from watchdesk.engine.mentions.calling import Told
from watchdesk.engine.mentions.clusters import Cluster
from watchdesk.engine.mentions.dates import find as find_dates
from watchdesk.engine.mentions.describe import entities
from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.tokens import Token, tokens
from watchdesk.engine.mentions.words import Words, load
from watchdesk.engine.records import Article, DateMention, Mentions, Span


def find(article: Article, sentences: Sequence[Span]) -> Mentions:
    """Read an article.  A language without `data/<language>.yaml` gives dates at most.

    Entities are numbered n1, n2, ... in the order of their first mention; mentions and dates
    stand in text order.
    """
    dates = find_dates.find(article, sentences)
    words = load(article.language)
    if words is None:
        return Mentions(dates=dates)
    read = tokens(article.text, sentences)
    clusters = _clusters(article.text, read, dates, words)
    return entities(article, read, clusters, words, dates)


def _clusters(
    text: str, read: Sequence[Token], dates: Sequence[DateMention], words: Words
) -> list[Cluster]:
    tagged = words.names == "natasha"
    every = natasha_names.find(text, read, words) if tagged else names.find(read, words)
    laws = legal.find(text, read, words)
    taken = [False] * len(read)
    _take(taken, laws)
    named = [f for f in every if not any(taken[f.start : f.end]) and not _is_date(f, read, dates)]
    named = sorted((*laws, *named), key=lambda f: f.start)
    _take(taken, named)
    called = nouns.find(read, taken, words, named)
    clusters = naming.link(named, read)
    told = Told(clusters, read, words)
    calling.nouns(beside.appositions(called, clusters, read, words), told)
    _take(taken, called)
    calling.pronouns(pronouns.find(read, taken, words), told)
    predicates.join(clusters, read, words)
    affiliations.join(clusters, read, words)
    return clusters


def _take(taken: list[bool], found: Sequence[Found]) -> None:
    for f in found:
        taken[f.start : f.end] = [True] * (f.end - f.start)


def _is_date(found: Found, read: Sequence[Token], dates: Sequence[DateMention]) -> bool:
    span = Span(read[found.start].start, read[found.end - 1].end)
    return any(span.overlaps(date.span) for date in dates)
