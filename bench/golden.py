"""Score the reader on golden articles: is every event an analyst would code found, and no other?

    python bench/golden.py tests/golden/ru [--show]

A found event is right if an expected one has its type, its modality and who it is about (the
target; the actor, perpetrator or intervening party of types that have none); each expected event
counts once.  Events marked `optional` are neither asked for nor punished.  A wrong target is an
asserted event of custody, legal, violence or illtreat for which no expected event of its type is
about that person.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from watchdesk.engine.pipeline import read
from watchdesk.engine.records import Article, Event, Report

WHO = (
    "target",
    "perpetrator",
    "intervening_party",
    "actor",
    "claimant",
    "legal_instrument",
    "item",
    "content",
)
GRAVE = ("custody.", "legal.", "violence.", "illtreat.")
ENDING = 3
"""Letters by which two forms of one name may differ at the end."""


@dataclass
class Score:
    """What was found, asked for and right, over any number of articles."""

    found: int = 0
    asked: int = 0
    right: int = 0
    grave: int = 0
    wrong_target: int = 0
    seconds: float = 0.0
    missed: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)


def alike(one: str, other: str) -> bool:
    """Tell whether two names share a word, whatever its ending."""
    return any(same_word(a, b) for a in words(one) for b in words(other))


def words(name: str) -> list[str]:
    return [w.strip("«»\"'.,()").casefold().replace("ё", "е") for w in name.split()]


def same_word(one: str, other: str) -> bool:
    if min(len(one), len(other)) < ENDING:
        return one == other
    pairs = enumerate(zip(one, other, strict=False))
    shared = next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
    return shared >= max(ENDING, max(len(one), len(other)) - ENDING)


def names(report: Report, event: Event) -> list[str]:
    """Give what the one an event is about is called, in the text and as an entity."""
    role = next((role for role in WHO if event.roles.get(role)), None)
    fillers = event.roles.get(role, ()) if role else ()
    found = [f.text or f.span.of(report.article.text) for f in fillers]
    entities = [report.entity(f.entity) for f in fillers]
    return [*found, *(e.name for e in entities if e)]


def is_about(expected: dict[str, Any], report: Report, event: Event) -> bool:
    wanted = expected.get("target") or expected.get("actor")
    if not wanted:
        return True
    every = [wanted] if isinstance(wanted, str) else wanted
    called = names(report, event)
    if expected.get("actor") and not expected.get("target"):
        called += [
            f.text or f.span.of(report.article.text)
            for role in WHO
            for f in event.roles.get(role, ())
        ]
    return all(any(alike(w, name) for w in one.split("|") for name in called) for one in every)


def fits(expected: dict[str, Any], report: Report, event: Event) -> bool:
    return (
        expected["type"] == event.type
        and expected.get("modality", "asserted") == event.modality
        and is_about(expected, report, event)
    )


def score(gold: dict[str, Any], report: Report, total: Score) -> Iterator[str]:
    """Add one article to the score; give a line for each event missed or invented."""
    left = list(gold["events"])
    total.asked += sum(not e.get("optional") for e in left)
    for event in report.events:
        hits = [e for e in left if fits(e, report, event)]
        hit = min(hits, key=lambda e: bool(e.get("optional")), default=None)
        if hit:
            left.remove(hit)
        if hit and hit.get("optional"):
            continue
        total.found += 1
        total.right += hit is not None
        grave = event.type.startswith(GRAVE) and event.modality == "asserted"
        total.grave += grave
        about = [
            e for e in gold["events"] if e["type"] == event.type and is_about(e, report, event)
        ]
        total.wrong_target += grave and not about
        if not hit:
            total.invented[event.type] += 1
            yield f"  invented {line(report, event)}"
    for expected in left:
        if not expected.get("optional"):
            total.missed[expected["type"]] += 1
            yield f"  missed   {expected}"


def line(report: Report, event: Event) -> str:
    trigger = event.trigger.of(report.article.text)
    return f"{event.type} {event.modality} {names(report, event)} «{trigger}» {event.rule}"


def article(file: Path, gold: dict[str, Any]) -> Article:
    return Article(
        text=gold["text"],
        title=gold["title"],
        id=file.stem,
        published=gold["published"],
        language=file.parent.name,
        dateline_place=gold.get("dateline_place"),
    )


def run(files: Sequence[Path], *, show: bool) -> Score:
    total = Score()
    read(Article(text="warm up", language=files[0].parent.name))
    for file in files:
        gold = yaml.safe_load(file.read_text("utf-8"))
        started = time.perf_counter()
        report = read(article(file, gold))
        total.seconds += time.perf_counter() - started
        lines = list(score(gold, report, total))
        if show and lines:
            print(file.stem, *lines, sep="\n")
    return total


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, help="folder of golden articles, named by language")
    parser.add_argument("--show", action="store_true", help="list what was missed and invented")
    options = parser.parse_args(arguments)
    files = sorted(options.folder.glob("*.yaml"))
    total = run(files, show=options.show)
    print(f"articles {len(files)}  asked {total.asked}  found {total.found}  right {total.right}")
    print(f"precision {100 * total.right / max(1, total.found):.1f}")
    print(f"recall {100 * total.right / max(1, total.asked):.1f}")
    print(f"wrong target {100 * total.wrong_target / max(1, total.grave):.1f} % of {total.grave}")
    print(f"articles a second {len(files) / total.seconds:.1f}")


if __name__ == "__main__":
    main()
