"""How often a name's base form is found: `python -m bench.base_forms MENTIONS.tsv.gz`.

The file has columns topic, lang, type, id, surface, lemma, count; people of ru and uk are measured,
each distinct form once and by how often it occurs, without regard to capitals and the dots of ё.
"""

import argparse
import csv
import gzip
from collections import Counter
from pathlib import Path

from watchdesk.engine.identities.baseform import base_form


def plain(name: str) -> str:
    return name.casefold().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--seen", action="store_true", help="know the other names of the topic")
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    with gzip.open(asked.file, "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    seen: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        words = seen.setdefault((row["topic"], row["lang"]), set())
        words.update(w for w in row["surface"].lower().split() if asked.seen)
    for row in rows:
        if row["lang"] not in ("ru", "uk") or not row["id"].startswith("PER-"):
            continue
        others = seen[row["topic"], row["lang"]] - set(row["surface"].lower().split())
        found = base_form(row["surface"], row["lang"], seen=frozenset(others))
        ok = plain(found) == plain(row["lemma"])
        inflected = plain(row["surface"]) != plain(row["lemma"])
        for key, n in ((row["lang"], 1), (f"{row['lang']} by count", int(row["count"]))):
            total[key] += n
            right[key] += n * ok
        if inflected:
            total[f"{row['lang']} inflected"] += 1
            right[f"{row['lang']} inflected"] += ok
        if asked.show and not ok:
            print(row["lang"], row["surface"], "->", found, "not", row["lemma"])
    for key in sorted(total):
        print(f"{key:14} {right[key] / total[key]:.3f} of {total[key]}")


if __name__ == "__main__":
    main()
