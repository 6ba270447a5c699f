"""Measure how often the country that mentions alone speak loudest for is the right one.

    python bench/mentions/country.py SET.input.jsonl.gz SET.gold.jsonl.gz

Gold lines have `country_codes`; records without a country are left out.  A territory counts as its
state.
"""

import gzip
import json
import sys

from watchdesk.engine.gazetteer.about import countries
from watchdesk.engine.mentions.find import find
from watchdesk.engine.records import Article
from watchdesk.engine.text.sentences import sentences

STATES = {"HK": "CN", "MO": "CN", "PR": "US", "GU": "US"}


def main(inputs: str, golds: str) -> None:
    right = total = 0
    with gzip.open(inputs, "rt") as texts, gzip.open(golds, "rt") as lines:
        for line, gold in zip(texts, lines, strict=True):
            raw, wanted = json.loads(line), json.loads(gold)["country_codes"]
            wanted = {STATES.get(code, code) for code in wanted}
            if not wanted:
                continue
            text, language = raw["text"], raw["language"]
            article = Article(text, title=raw.get("title") or "", language=language)
            order = [
                STATES.get(code, code)
                for code in countries(find(article, sentences(text, language)))
            ]
            total += 1
            right += bool(order) and order[0] in wanted
            if not order or order[0] not in wanted:
                print(raw["id"], wanted, order[:4], article.title[:70])
    print(f"{right} of {total}: {100 * right / total:.1f} %")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
