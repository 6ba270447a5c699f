"""Make rows for tests: a report of an article, with events found by their words."""

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import count

from django.contrib.auth import get_user_model

from watchdesk.engine.duplicates.near import keys
from watchdesk.engine.records import (
    Article,
    Attributes,
    DateMention,
    Entity,
    Event,
    FeedItem,
    Filler,
    Relevance,
    Report,
    Span,
)
from watchdesk.harvest.store import Channel, Kept, Page, Poll, Reading
from watchdesk.newsroom.desk.services import Hand
from watchdesk.newsroom.monitor.models import PageTask, ReportRow
from watchdesk.newsroom.monitor.store import OrmStore

NOW = datetime(2020, 2, 22, 12, tzinfo=UTC)
TEXT = "Police detained the reporter Aida Sarova in Almaty on February 21. She was not beaten."
_numbers = count(1)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def event(text: str, name: str, type: str, trigger: str, **fields: object) -> Event:
    """Make an event that befell the reporter (entity n1), told in the sentence of its trigger."""
    at = span(text, trigger)
    roles = {"target": (Filler(span(text, str(fields.pop("who"))), entity="n1"),)}
    made = Event(name, type, at, Span(0, len(text)), f"{type}/en/test", roles, salience=0.9)
    return replace(made, **fields)


def report(
    text: str = TEXT,
    title: str = "A reporter is held",
    name: str = "Aida Sarova",
    language: str = "en",
) -> Report:
    sarova = Entity(
        "n1",
        "person",
        name,
        mentions=(span(text, name),),
        attributes=Attributes(person_kinds=("journalist",), citizenship=("KZ",)),
    )
    police = Entity("n2", "organisation", "police", mentions=(span(text, "Police"),))
    day = DateMention("February 21", span(text, "February 21"), "2020-02-21")
    events = (
        event(text, "e1", "custody.detain", "detained", date=day, who=name),
        event(text, "e2", "violence.assault", "beaten", modality="negated", who=name),
    )
    made = Article(text, title, published=date(2020, 2, 22), language=language)
    relevance = Relevance(0.9, relevant=True, themes=("press-freedom",), countries=("KZ",))
    return Report("r", made, relevance, "e1", (sarova, police), events)


def other() -> Report:
    """Make a report on somebody else."""
    more = " The activist had called for a picket against the price of water in his village."
    text = TEXT.replace("Aida Sarova", "Marat Ospan") + more
    return report(text, "An activist is held", "Marat Ospan")


def calm(made: Report) -> Report:
    """Make a report in which nothing grave happened."""
    return replace(made, events=tuple(replace(e, salience=0.1) for e in made.events))


def where(url: str, sha256: str, at: datetime = NOW) -> Kept:
    return Kept(url, url, at, 200, "text/html", sha256, "20200222.warc.gz", 0)


def reading(page: PageTask, kept: Kept, made: Report) -> Reading:
    announced = Page(page.source_id, page.url, FeedItem(page.url, made.article.title))
    return Reading(announced, kept, made.article, made, keys(made.article.text))


def kept(made: Report, source: str = "herald") -> ReportRow:
    """Keep a report as the watch does; give its row."""
    store, url = OrmStore(), f"https://{source}.example/{next(_numbers)}"
    channel = Channel(source, f"https://{source}.example/feed", "feed")
    store.register([channel])
    store.record_poll(Poll(channel, NOW, items=(FeedItem(url, made.article.title),)))
    page = PageTask.objects.get(url=url)
    digest = sha256(url.encode()).hexdigest()
    store.keep_reading(reading(page, where(url, digest), made))
    return ReportRow.objects.get(capture__page=page)


def hand(reason: str = "") -> Hand:
    editor, _ = get_user_model().objects.get_or_create(username="ann")
    return Hand(editor, NOW, reason)


def editor() -> Hand:
    """Give the hand of somebody who may publish."""
    boss, _ = get_user_model().objects.get_or_create(
        username="boss", defaults={"is_superuser": True, "is_staff": True}
    )
    return Hand(boss, NOW)
