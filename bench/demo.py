"""Read the demo press and print how the reading compares with the intended one.

    python bench/demo.py [--text] [--mistakes]

Every page is rendered as the demo server would serve it and read by the engine's pipeline, from
bytes to report; then all relevant reports are linked.  No socket is opened.
"""

import argparse
import time
from collections.abc import Callable
from datetime import date

from watchdesk.engine import codebook, pipeline
from watchdesk.engine.codebook.schema import Codebook
from watchdesk.engine.errors import WatchdeskError
from watchdesk.engine.records import Article, Capture, Report
from watchdesk.harvest.demo import compare, intended, render
from watchdesk.harvest.demo.press import DemoArticle, Press, load

ROOT = "http://demo.invalid"
LAST_DAY = date(2026, 2, 20)
Reader = Callable[[Press, DemoArticle, Codebook], Report]


def read_page(press: Press, article: DemoArticle, book: Codebook) -> Report:
    """Read an article from its page."""
    body = render.page(press, article, article.versions[-1], ROOT)
    kind = f"text/html; charset={article.outlet.encoding}"
    return pipeline.read_capture(Capture(ROOT + article.path, body, None, kind), book)


def read_text(_: Press, article: DemoArticle, book: Codebook) -> Report:
    """Read an article from its bare text, as if extraction were perfect."""
    version = article.versions[-1]
    return pipeline.read(
        Article(
            text="\n\n".join(version.paragraphs),
            title=version.title,
            url=ROOT + article.path,
            byline=article.byline,
            published=article.published,
            outlet=article.outlet.id,
        ),
        book,
    )


def read_all(press: Press, read: Reader) -> dict[str, Report]:
    """Read every article; one that cannot be read is named and left out."""
    book = codebook.load()
    reports = {}
    for article in press.articles:
        try:
            reports[article.id] = read(press, article, book)
        except WatchdeskError as error:
            print(f"not read: {error}")
    return reports


def table(scores: dict[str, compare.Score]) -> None:
    """Print scores, one a line."""
    print(f"{'':34} {'P':>6} {'R':>6} {'F1':>6}   there")
    for name, score in scores.items():
        line = f"{score.precision:6.3f} {score.recall:6.3f} {score.f1:6.3f}"
        print(f"{name:34} {line}   {score.there:.0f}")


def scores(read: Reader = read_page) -> dict[str, compare.Score]:
    """Read the whole press, link what is relevant, and compare with the intended reading."""
    reports = read_all(load(), read)
    relevant = [r for r in reports.values() if r.relevance and r.relevance.relevant]
    cases = pipeline.link(relevant, as_of=LAST_DAY)
    return dict(compare.compare(reports, cases, intended.read()).scores)


def main() -> None:
    """Read, link, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mistakes", action="store_true", help="list what was read wrongly")
    parser.add_argument("--text", action="store_true", help="read bare texts instead of pages")
    options = parser.parse_args()
    press, gold = load(), intended.read()
    start = time.perf_counter()
    reports = read_all(press, read_text if options.text else read_page)
    seconds = time.perf_counter() - start
    relevant = [r for r in reports.values() if r.relevance and r.relevance.relevant]
    cases = pipeline.link(relevant, as_of=LAST_DAY)
    result = compare.compare(reports, cases, gold)
    print(f"{len(reports)} of {len(press.articles)} articles read in {seconds:.1f} s\n")
    table(dict(result.scores))
    for language in sorted({a.language for a in press.articles}):
        ids = {a.id for a in press.articles if a.language == language}
        some = {id: gold.articles[id] for id in gold.articles if id in ids}
        scores = compare.events(reports, some, gold.who).scores
        relevance = compare.relevance({i: r for i, r in reports.items() if i in ids}, some)
        print(f"\n{language}: {len(ids)} articles")
        table({"relevance": relevance, **scores})
    if options.mistakes:
        for mistake in result.mistakes:
            print(f"{mistake.where}: {mistake.kind}: {mistake.what}")


if __name__ == "__main__":
    main()
