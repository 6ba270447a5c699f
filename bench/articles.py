"""Measure the page reader: python bench/articles.py AEB_FOLDER TRAFILATURA_FOLDER [PAGES_FOLDER].

AEB_FOLDER: article-extraction-benchmark (ground-truth.json, html/*.html.gz); its F1 over shingles
of four words.  TRAFILATURA_FOLDER: evaldata.json and pages.tar.xz (or PAGES_FOLDER, unpacked); F1
over segments that must and must not be there, and exact title, date and authors.
"""

import gzip
import json
import re
import statistics
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from watchdesk.engine.articles.extract import extract
from watchdesk.engine.errors import UnreadableArticle
from watchdesk.engine.records import Article, Capture
from watchdesk.engine.text.normalise import line

WORD = re.compile(r"\w+")
NAMES = re.compile(r"[;,]| und | and ")


def read(pages: Iterable[tuple[str, str, bytes]]) -> dict[str, Article]:
    """Read pages (key, url, bytes), and say how fast."""
    found, failed, seconds = {}, Counter(), 0.0
    for key, url, body in pages:
        started = time.process_time()
        try:
            found[key] = extract(Capture(url, body))
        except UnreadableArticle as error:
            found[key] = Article("")
            failed[error.why] += 1
        seconds += time.process_time() - started
    speed = len(found) / seconds
    print(f"  {len(found)} pages, {speed:.0f} a second and core, failed: {dict(failed)}")
    return found


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


def benchmark(folder: Path) -> None:
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    pages = (
        (key, truth[key]["url"], gzip.decompress((folder / f"html/{key}.html.gz").read_bytes()))
        for key in truth
    )
    found = read(pages)
    precisions, recalls = [], []
    for key, gold in truth.items():
        ours, theirs = shingles(found[key].text), shingles(gold["articleBody"])
        both = (ours & theirs).total()
        if ours:
            precisions.append(both / ours.total())
        if theirs:
            recalls.append(both / theirs.total())
    p, r = statistics.mean(precisions), statistics.mean(recalls)
    print(f"benchmark: F1 {2 * p * r / (p + r):.4f}, precision {p:.4f}, recall {r:.4f}")


def segments(gold: Mapping[str, dict], found: Mapping[str, Article]) -> None:
    """As published: a segment counts where it stands literally; white space is single-spaced."""
    counts = Counter()
    for url, told in gold.items():
        text = line(found[url].text)
        for kind in ("with", "without"):
            counts.update((kind, line(segment) in text) for segment in told[kind])
    p = counts["with", True] / (counts["with", True] + counts["without", True])
    r = counts["with", True] / (counts["with", True] + counts["with", False])
    print(f"trafilatura's pages: F1 {2 * p * r / (p + r):.4f}, precision {p:.4f}, recall {r:.4f}")


def folded(text: str) -> str:
    return re.sub(r"\W+", " ", line(text).lower()).strip()


def names(text: str) -> set[str]:
    return {folded(name) for name in NAMES.split(text)} - {""}


def metadata(gold: Mapping[str, dict], found: Mapping[str, Article]) -> None:
    """Exact but for case and punctuation; pages without the field in gold count apart."""
    right, all_ = Counter(), Counter()
    for url, told in gold.items():
        if "title" not in told:
            continue
        ours = found[url]
        authors = told["author"] if isinstance(told["author"], str) else "; ".join(told["author"])
        day = ours.published.date() if isinstance(ours.published, datetime) else ours.published
        for field, wanted, good in (
            ("title", told["title"], folded(told["title"]) == folded(ours.title)),
            ("date", told["date"], told["date"] == (day.isoformat() if day else "")),
            ("authors", authors, names(authors) == names(ours.byline or "")),
        ):
            for where in ("all", "told" if wanted else "untold"):
                all_[field, where] += 1
                right[field, where] += good
    for field in ("title", "date", "authors"):
        told = {
            where: f"{right[field, where] / all_[field, where]:.3f}"
            for where in ("all", "told", "untold")
        }
        print(f"{field}: {told} of {all_[field, 'all']}")


def evaluation(folder: Path, pages: Path) -> None:
    gold = json.loads((folder / "evaldata.json").read_text("utf-8"))
    files = {path.name: path for path in pages.rglob("*.html")}
    found = read((url, url, files[told["file"]].read_bytes()) for url, told in gold.items())
    segments(gold, found)
    metadata(gold, found)


def main() -> None:
    benchmark(Path(sys.argv[1]))
    folder = Path(sys.argv[2])
    if len(sys.argv) > 3:
        evaluation(folder, Path(sys.argv[3]))
        return
    with tempfile.TemporaryDirectory() as unpacked, tarfile.open(folder / "pages.tar.xz") as tar:
        tar.extractall(unpacked, filter="data")
        evaluation(folder, Path(unpacked))


if __name__ == "__main__":
    main()
