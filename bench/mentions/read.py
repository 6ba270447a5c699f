"""Read the mentions and dates of articles, and nothing else, into reports that a scorer can read.

    python bench/mentions/read.py INPUT.jsonl.gz > REPORTS.jsonl

Prints the processor time an article takes, sentences not counted, on standard error.
"""

import gzip
import json
import sys
import time
from datetime import date

from watchdesk.engine.mentions.find import find
from watchdesk.engine.records import Article, Report
from watchdesk.engine.reports.convert import to_json
from watchdesk.engine.text.sentences import sentences


def main(path: str) -> None:
    spent, count, letters = 0.0, 0, 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            raw = json.loads(line)
            published = raw.get("published")
            article = Article(
                raw["text"],
                title=raw.get("title") or "",
                language=raw["language"],
                published=date.fromisoformat(published[:10]) if published else None,
            )
            cut = sentences(article.text, str(article.language))
            started = time.process_time()
            found = find(article, cut)
            if count:  # the first one loads the lists
                spent, letters = spent + time.process_time() - started, letters + len(article.text)
            count += 1
            report = Report(raw["id"], article, entities=found.entities, dates=found.dates)
            print(json.dumps(to_json(report), ensure_ascii=False))
    print(
        f"{count} articles, {1000 * spent / max(1, count - 1):.2f} ms and"
        f" {letters / max(1, count - 1):.0f} characters each",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main(sys.argv[1])
