"""Measure who is said to have said what.

    python bench/quotes.py corpus INPUT.jsonl.gz GOLD.jsonl.gz [--articles N]
    python bench/quotes.py golden tests/golden/en tests/golden/ru [--show]

`corpus`: token F1 of source, cue and content, F1 of whole attributions (right where content and
source both overlap), and milliseconds of the room for one article.  An input line holds `id` and
`text`; a line of gold `id` and `attributions` [{source, cue, content}], each {spans} or null.
`golden`: of the events for which golden articles name the relation of who tells of it to the
victim, how many are attributed so.
"""

import argparse
import gzip
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parent))

import golden

from watchdesk.engine.mentions.find import find as find_mentions
from watchdesk.engine.pipeline import read
from watchdesk.engine.quotes.find import find as find_quotes
from watchdesk.engine.records import Article, Quote, Report, Span
from watchdesk.engine.text.sentences import sentences

TOKEN = re.compile(r"\w+(?:[’'][a-z]+)?|[^\w\s]")
PARTS: dict[str, Callable[[Quote], Span | None]] = {
    "content": lambda quote: quote.span,
    "source": lambda quote: quote.speaker_span,
    "cue": lambda quote: quote.cue,
}


@dataclass
class Tally:
    """How many were given and right, wanted and found."""

    right: int = 0
    given: int = 0
    found: int = 0
    wanted: int = 0

    def __str__(self) -> str:
        precision = 100 * self.right / max(1, self.given)
        recall = 100 * self.found / max(1, self.wanted)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"F1 {f1:.1f}  P {precision:.1f}  R {recall:.1f}"


def lines(file: Path, most: int | None) -> list[dict[str, Any]]:
    with gzip.open(file, "rt", encoding="utf-8") as opened:
        return [json.loads(line) for line in opened][:most]


def corpus(options: argparse.Namespace) -> None:
    tallies = {part: Tally() for part in PARTS}
    whole, seconds = Tally(), 0.0
    inputs = lines(options.input, options.articles)
    wanted = {gold["id"]: gold["attributions"] for gold in lines(options.gold, None)}
    for line in inputs:
        quotes, spent = timed(Article(text=line["text"], language="en"))
        seconds += spent
        starts = [m.start() for m in TOKEN.finditer(line["text"])]
        for part, span_of in PARTS.items():
            given = tokens(starts, (span_of(q) for q in quotes))
            asked = tokens(starts, (s for a in wanted[line["id"]] for s in spans(a, part)))
            add(tallies[part], given, asked)
        add_whole(whole, quotes, wanted[line["id"]])
    for part, tally in tallies.items():
        print(f"{part:10}{tally}")
    print(f"{'whole':10}{whole}")
    print(f"{1000 * seconds / len(inputs):.2f} ms an article, {len(inputs)} articles")


def timed(article: Article) -> tuple[Sequence[Quote], float]:
    found = sentences(article.text, "en")
    mentions = find_mentions(article, found)
    started = time.process_time()
    quotes, _ = find_quotes(article, found, mentions)
    return quotes, time.process_time() - started


def spans(attribution: dict[str, Any], part: str) -> list[Span]:
    return [Span(*span) for span in (attribution[part] or {"spans": []})["spans"]]


def tokens(starts: Sequence[int], covered: Iterable[Span | None]) -> set[int]:
    places = {i for span in covered if span for i in range(span.start, span.end)}
    return places.intersection(starts)


def add(tally: Tally, given: set[int], wanted: set[int]) -> None:
    right = len(given & wanted)
    tally.right, tally.found = tally.right + right, tally.found + right
    tally.given, tally.wanted = tally.given + len(given), tally.wanted + len(wanted)


def add_whole(tally: Tally, quotes: Sequence[Quote], wanted: Sequence[dict[str, Any]]) -> None:
    asked = [a for a in wanted if a["content"]]
    tally.right += sum(any(meets(q, a) for a in asked) for q in quotes)
    tally.found += sum(any(meets(q, a) for q in quotes) for a in asked)
    tally.given, tally.wanted = tally.given + len(quotes), tally.wanted + len(asked)


def meets(quote: Quote, attribution: dict[str, Any]) -> bool:
    source = spans(attribution, "source")
    speaker = quote.speaker_span
    same = not source or (speaker is not None and any(speaker.overlaps(s) for s in source))
    return same and any(quote.span.overlaps(s) for s in spans(attribution, "content"))


def golden_relations(options: argparse.Namespace) -> None:
    asked = right = 0
    for file in (file for folder in options.folders for file in sorted(folder.glob("*.yaml"))):
        gold = yaml.safe_load(file.read_text("utf-8"))
        report = read(golden.article(file, gold))
        for expected in gold["events"]:
            if "attribution" not in expected or expected.get("optional"):
                continue
            told = list(relations(expected, report))
            asked, right = asked + 1, right + (expected["attribution"] in told)
            if options.show and expected["attribution"] not in told:
                print(f"{file.stem}: {expected['type']} by {expected['attribution']}, read {told}")
    print(f"attributed as asked: {right} of {asked}")


def relations(expected: dict[str, Any], report: Report) -> Iterator[str]:
    """Give the relations of those who tell of the events that an expectation may mean."""
    for event in report.events:
        if event.type == expected["type"] and golden.is_about(expected, report, event):
            yield from (told.relation for told in event.attribution)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("corpus")
    one.add_argument("input", type=Path)
    one.add_argument("gold", type=Path)
    one.add_argument("--articles", type=int)
    one.set_defaults(run=corpus)
    other = commands.add_parser("golden")
    other.add_argument("folders", type=Path, nargs="+")
    other.add_argument("--show", action="store_true")
    other.set_defaults(run=golden_relations)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
