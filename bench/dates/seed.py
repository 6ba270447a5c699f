"""Measure the dates of a hand-made seed: `python bench/dates/seed.py SEED.tsv [LANGUAGE ...]`.

Each row: language, day of publication, sentence, expression, value, note.  Values that are no EDTF
are brought to it first: weeks to intervals, seasons to 21-24, decades to 197X; durations stay.
"""

import csv
import re
import sys
from collections import Counter
from datetime import date, timedelta

from watchdesk.engine.mentions.dates.find import find
from watchdesk.engine.records import Article, Span

SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def main(path: str, languages: list[str]) -> None:
    right, total = Counter(), Counter()
    with open(path, encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if languages and row["lang"] not in languages:
                continue
            total[row["lang"]] += 1
            if check(row):
                right[row["lang"]] += 1
    print(" ".join(f"{language} {right[language]}/{total[language]}" for language in total))


def check(row: dict[str, str]) -> bool:
    language = {"sr": "sr-Latn"}.get(row["lang"], row["lang"])
    text, wanted = row["text"], edtf(row["value"])
    article = Article(text=text, language=language, published=date.fromisoformat(row["pub"]))
    found = find(article, [Span(0, len(text))])
    at = text.index(row["expr"])
    expression = Span(at, at + len(row["expr"]))
    near = [d for d in found if d.span.overlaps(expression)]
    if any(wanted in {d.edtf, d.length} for d in near):
        return True
    print(
        row["lang"],
        row["text"],
        "| wanted",
        wanted,
        "| found",
        [(d.text, d.edtf, d.length) for d in found],
    )
    return False


def edtf(value: str) -> str:
    if match := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return f"{monday}/{monday + timedelta(days=6)}"
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{match[1]}-{SEASONS[match[2]]}"
    return f"{value}X" if re.fullmatch(r"\d{3}", value) else value


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
