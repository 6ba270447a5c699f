"""Gives the readers of the watch what is made to kill them: `python -m bench.hostile [--seed N]`.

Each page and feed is read in a worker within the fences of `harvest/readers.py`, as the watch does;
printed are the outcome, CPU seconds, and megabytes beyond those of the idle process.  The models of
the engine are loaded first, so the numbers are those of the reading alone.
"""
# ruff: noqa: E501  one hostile thing a line

import argparse
import random
import resource
import time
from collections.abc import Callable
from datetime import UTC, datetime

from watchdesk.engine.errors import WatchdeskError
from watchdesk.engine.records import Article, Capture, Feed, FeedItem
from watchdesk.harvest.lists import read_list
from watchdesk.harvest.readers import ARTICLE_FENCE, FEED_FENCE, PAGE_FENCE, Read
from watchdesk.harvest.reading import prepare, read_article, read_feed, read_page
from watchdesk.harvest.store import Page
from watchdesk.harvest.workers import MEGABYTE, Fence, Worker

URL = "https://herald.example/1"
ITEM = Page("herald", URL, FeedItem(URL, "Title"))
NOW = datetime(2020, 2, 21, tzinfo=UTC)
SENTENCE = "Police detained the activist Ana Petrova in Almaty on Friday, her lawyer said. "


def pages(dice: random.Random) -> dict[str, str]:
    many = dice.randint(90_000, 110_000)
    deep = "".join(
        dice.choice(("<div>", "<b>", "<table><tr><td>", "<ul><li>")) for _ in range(many)
    )
    return {
        "100,000 nested elements": deep + "<p>Hello world, this is text.</p>",
        "a million nested elements": "<div>" * (10 * many) + "<p>Hello",
        "200,000 paragraphs": "<p>Hello world, some text here for you.</p>" * (2 * many),
        "300,000 links": '<a href="/x">link</a> ' * (3 * many),
        "five million spaces": "<p>" + " " * (50 * many) + "x",
        "100,000 attributes": "<div " + " ".join(f'a{n}="{n}"' for n in range(many)) + ">x</div>",
        "300,000 dates": "<p>" + "2020-01-0 " * (3 * many),
        "5,000 tables in tables": "<table><tr><td>" * 5000 + "x",
        "80,000 unclosed formats": "<b><i><u><a>" * 20_000 + "<p>text</p>",
        "one word of 5 MB": "<p>" + "a" * (50 * many),
        "one tag of 5 MB": "<p " + "a" * (50 * many) + "<p>text",
        "a million entities": "<p>" + "&amp;&nbsp;&#x41;" * (3 * many),
        "comments without end": "<!--" * many + "text",
        "JSON-LD of 4 MB": '<script type="application/ld+json">' + "[" * (40 * many) + "</script><p>x",
        "random bytes": "".join(chr(dice.randrange(1, 0x3000)) for _ in range(5 * many)),
        "article of 100,000 words": "<article><p>" + SENTENCE * 7500 + "</p></article>",
        "article of 20,000 names": "<article><p>" + "".join(f"Ivan Petrov{n} met. " for n in range(20_000)),
        "sentence without end": "<article><p>" + "detained and arrested the activist who " * 15_000,
    }  # fmt: skip


def feeds(dice: random.Random) -> dict[str, str]:
    many = dice.randint(280_000, 320_000)
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return {
        "a billion laughs": _feed("&l9;", f'<!DOCTYPE rss [<!ENTITY l0 "lollollollol">{laughs}]>'),
        "quadratic blow-up": _feed("&a;" * 20_000, f'<!DOCTYPE rss [<!ENTITY a "{"A" * 100_000}">]>'),
        "an entity from a file": _feed("[&a;]", '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>'),
        "300,000 nested elements": _feed("x", "", "<a>" * many),
        "300,000 nested, escaped": _feed("x", "", "&lt;a&gt;" * many),
        "100,000 items": _feed("x", "", "</description></item><item><title>t</title><description>" * 100_000),
        "100,000 attributes": _feed("x").replace("<item>", "<item " + " ".join(f'a{n}="1"' for n in range(100_000)) + ">"),
        "a date of 1 MB": _feed("x").replace("<description>", "<pubDate>" + "1" * (3 * many) + "</pubDate><description>"),
        "random bytes": "".join(chr(dice.randrange(1, 0x3000)) for _ in range(2 * many)),
        "JSON, a million lists deep": '{"version":"https://jsonfeed.org/version/1","items":' + "[" * (3 * many),
        "a sitemap of 100,000": "<urlset>" + "<url><loc>https://herald.example/x</loc></url>" * 100_000,
    }  # fmt: skip


def _feed(title: str, dtd: str = "", description: str = "x") -> str:
    return (
        f"<?xml version='1.0'?>{dtd}<rss version='2.0'><channel><title>{title}</title>"
        f"<link>http://herald.example/</link><item><title>{title}</title><link>{URL}</link>"
        f"<description>{description}</description></item></channel></rss>"
    )


def measured(function: Callable[..., object], *arguments: object) -> tuple[object, float, float]:
    """Run in the worker: give the answer, or its error as words, CPU seconds and megabytes."""
    before = _peak_megabytes()
    began = time.process_time()
    try:
        answer: object = function(*arguments)
    except WatchdeskError as error:
        answer = f"told: {type(error).__name__}: {str(error).rpartition(': ')[2]}"
    return answer, time.process_time() - began, _peak_megabytes() - before


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def outcome(answer: object) -> str:
    if isinstance(answer, Feed):
        return f"{len(answer.items)} items, title of {len(answer.title)}"
    if isinstance(answer, Article):
        return f"article of {len(answer.text):,} characters"
    if isinstance(answer, Read):
        return f"{len(answer.report.events)} events, {len(answer.report.entities)} entities"
    return str(answer)


def give(name: str, fence: Fence, function: Callable[..., object], *arguments: object) -> object:
    """Read one thing in a fresh worker, print how it went, give the answer."""
    worker = Worker(prepare)
    worker.call(Fence(wall_seconds=60), measured, str)
    try:
        answer, cpu, megabytes = worker.call(fence, measured, function, *arguments)
        print(
            f"{name:34} {function.__name__:13} {cpu:6.2f} s {megabytes:6.0f} MB  {outcome(answer)}"
        )
    except WatchdeskError as error:
        answer = None
        print(f"{name:34} {function.__name__:13} {'-':>6} s {'-':>6} MB  KILLED: {error}")
    worker.kill()
    return answer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    dice = random.Random(parser.parse_args().seed)
    print(f"fences: {PAGE_FENCE.cpu_seconds} s, {PAGE_FENCE.memory_bytes // MEGABYTE} MB")
    for name, html in pages(dice).items():
        body = f"<html><head><title>t</title></head><body>{html}".encode("utf-8", "replace")
        capture = Capture(URL, body, NOW, "text/html; charset=utf-8")
        article = give(name, PAGE_FENCE, read_page, ITEM, capture)
        give(name, FEED_FENCE, read_list, body, URL)
        if isinstance(article, Article):
            give(name, ARTICLE_FENCE, read_article, article)
    for name, xml in feeds(dice).items():
        give(name, FEED_FENCE, read_feed, xml.encode("utf-8", "replace"), URL, "application/xml")


if __name__ == "__main__":
    main()
