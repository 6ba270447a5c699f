"""Measure speed as ratios: ours and a well-known peer over the same input, in turn, in one run.

    python bench/speed.py [--rounds 5]

CPU seconds of one core, the median of the rounds.  The input is the demo press, so that anybody can
run it; ratios move little with the machine, seconds do.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import feedparser
import trafilatura
from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter
from rapidfuzz import fuzz, process

from watchdesk.engine import pipeline
from watchdesk.engine.articles.extract import extract
from watchdesk.engine.feeds.parse import parse
from watchdesk.engine.identities.match import Index
from watchdesk.engine.records import Article, Capture
from watchdesk.harvest.demo import intended, render
from watchdesk.harvest.demo.press import load

ROOT = "http://demo.invalid"
PRESS = load()
READ_DEEPLY = ("en", "ru")
FEEDS = ("rss", "atom")
TOKEN_SORT = fuzz.token_sort_ratio


@dataclass(frozen=True, slots=True)
class Duel:
    """One thing to do, done by us and by a peer; `number` items a round."""

    name: str
    number: int
    ours: Callable[[], object]
    peer_name: str
    peer: Callable[[], object]
    peer_items: int = 0
    """Items of the peer, where it has others than we; 0: the same."""

    @property
    def peer_number(self) -> int:
        """Give how many items the peer works on."""
        return self.peer_items or self.number


def duels() -> list[Duel]:
    """Prepare every input first, so that only the work itself is timed."""
    pages = [
        (Capture(ROOT + a.path, render.page(PRESS, a, a.versions[-1], ROOT)), a)
        for a in PRESS.articles
        if a.language in READ_DEEPLY and a.outlet.encoding.lower() == "utf-8"
    ]
    texts = {
        language: [
            Article("\n\n".join(a.versions[-1].paragraphs), a.versions[-1].title, language=language)
            for a in PRESS.articles
            if a.language == language
        ]
        for language in READ_DEEPLY
    }
    outlets = PRESS.outlets.values()
    feeds = [render.feed(PRESS, outlet, ROOT) for outlet in outlets if outlet.feed in FEEDS]
    names = sorted({s for who in intended.read().who.values() for s in who.spellings})
    index = Index({"id": str(i), "names": [n]} for i, n in enumerate(names))
    html = [capture.body.decode() for capture, _ in pages]
    return [
        Duel(
            "text and metadata of a page", len(pages),
            lambda: [extract(capture) for capture, _ in pages],
            "trafilatura with metadata",
            lambda: [trafilatura.bare_extraction(h, with_metadata=True) for h in html],
        ),
        Duel(
            "a feed", len(feeds),
            lambda: [parse(body, ROOT) for body in feeds],
            "feedparser", lambda: [feedparser.parse(body) for body in feeds],
        ),
        Duel(
            "whole reading, Russian", len(texts["ru"]),
            lambda: [pipeline.read(a) for a in texts["ru"]],
            "natasha names alone", natasha_names(texts["ru"]),
        ),
        Duel(
            "whole reading, English", len(texts["en"]),
            lambda: [pipeline.read(a) for a in texts["en"]],
            "whole reading, Russian",
            lambda: [pipeline.read(a) for a in texts["ru"]],
            len(texts["ru"]),
        ),
        Duel(
            f"a name among {len(names)}", len(names),
            lambda: [index.search(n) for n in names],
            "rapidfuzz token sort",
            lambda: [process.extract(n, names, scorer=TOKEN_SORT, limit=5) for n in names],
        ),
    ]  # fmt: skip


def natasha_names(articles: Sequence[Article]) -> Callable[[], object]:
    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def run() -> None:
        for article in articles:
            doc = Doc(article.text)
            doc.segment(segmenter)
            doc.tag_ner(tagger)

    return run


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Run every duel and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    print(f"{'what':34}{'ours /s':>10}{'peer /s':>10}{'ratio':>8}  peer")
    for duel in duels():
        duel.ours(), duel.peer()  # warm up
        times = [(seconds(duel.ours), seconds(duel.peer)) for _ in range(rounds)]
        ours, peer = (statistics.median(t) for t in zip(*times, strict=True))
        ratio = statistics.median(b / a for a, b in times) * duel.number / duel.peer_number
        print(
            f"{duel.name:34}{duel.number / ours:10.1f}{duel.peer_number / peer:10.1f}"
            f"{ratio:8.2f}  {duel.peer_name}"
        )


if __name__ == "__main__":
    main()
