"""Read articles with the rooms that events need, and time each room.

Usage: python bench/events/read.py INPUT.jsonl.gz OUT.jsonl [--limit N]
"""

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from datetime import date, datetime
from pathlib import Path

from watchdesk.engine import codebook
from watchdesk.engine.events.find import find as find_events
from watchdesk.engine.mentions.find import find as find_mentions
from watchdesk.engine.quotes.find import find as find_quotes
from watchdesk.engine.records import Article, Report
from watchdesk.engine.relevance.judge import judge
from watchdesk.engine.reports.convert import to_json
from watchdesk.engine.text.sentences import sentences


def article(raw: dict[str, str]) -> Article:
    said = raw.get("published")
    day = date.fromisoformat if said and "T" not in said else datetime.fromisoformat
    published = day(said) if said else None
    return Article(
        text=raw["text"], title=raw.get("title", ""), id=raw["id"], url=raw.get("url"),
        published=published, language=raw.get("language", "en"),
    )  # fmt: skip


def read(raw: dict[str, str], spent: Counter[str]) -> Report:
    book = codebook.load()
    made = article(raw)
    clock = [time.perf_counter()]

    def lap(room: str) -> None:
        clock.append(time.perf_counter())
        spent[room] += clock[-1] - clock[-2]

    found = sentences(made.text, made.language or "en")
    lap("sentences")
    mentions = find_mentions(made, found)
    lap("mentions")
    quotes, positions = find_quotes(made, found, mentions)
    lap("quotes")
    events = find_events(made, found, mentions, quotes, book)
    lap("events")
    judged = judge(made, mentions, events, book)
    lap("relevance")
    return Report(
        id=raw["id"], article=made, relevance=judged.relevance, main_event=judged.main_event,
        entities=mentions.entities, events=judged.events, dates=mentions.dates, quotes=quotes,
        official_positions=positions,
    )  # fmt: skip


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("input", type=Path)
    given.add_argument("out", type=Path)
    given.add_argument("--limit", type=int)
    args = given.parse_args()
    lines = gzip.decompress(args.input.read_bytes()).decode("utf-8").splitlines()[: args.limit]
    spent: Counter[str] = Counter()
    read(json.loads(lines[0]), Counter())  # load everything before the clock starts
    with args.out.open("w", encoding="utf-8") as out:
        for line in lines:
            out.write(json.dumps(to_json(read(json.loads(line), spent)), ensure_ascii=False) + "\n")
    for room, seconds in spent.items():
        print(f"{room:10} {1000 * seconds / len(lines):7.2f} ms an article", file=sys.stderr)
    print(f"{len(lines) / spent.total():7.1f} articles a second", file=sys.stderr)


if __name__ == "__main__":
    main()
