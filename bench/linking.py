"""How well people are linked across articles and languages: `python -m bench.linking FOLDER`.

FOLDER holds `<topic>.input.jsonl.gz` and `<topic>.gold.jsonl.gz`; gold mentions of people go in by
their surface forms.  Prints B-cubed precision, recall and F1 over distinct names, topic by topic.
"""

import argparse
import gzip
import json
import time
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

from watchdesk.engine.identities.people import resolve
from watchdesk.engine.records import Article, Entity, Report

Name = tuple[str, str, str, str]


def read(path: Path) -> list[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def reports(folder: Path, topic: str, *, lemmas: bool) -> tuple[list[Report], dict]:
    found, names = [], {}
    for gold in read(folder / f"{topic}.gold.jsonl.gz"):
        entities: dict[str, Entity] = {}
        for e in gold["entities"]:
            if e["type"] != "PER":
                continue
            shown = e["lemma"] if lemmas else e["text"]
            entity = entities.setdefault(shown, Entity(f"n{len(entities)}", "person", shown))
            name = (gold["language"], e["text"], e["lemma"], e["entity"])
            names.setdefault((gold["id"], entity.id), []).append(name)
        article = Article("", language=gold["language"], published=date(2019, 1, 1))
        found.append(Report(gold["id"], article, entities=tuple(entities.values())))
    return found, names


def b_cubed(given: list, wanted: list) -> tuple[float, float, float]:
    def share(by: list, other: list) -> float:
        groups = defaultdict(list)
        for i, g in enumerate(by):
            groups[g].append(other[i])
        total = sum(
            n * n for members in groups.values() for n in Counter(members).values() for _ in [0]
        )
        size = sum(
            n * n / len(members) for members in groups.values() for n in Counter(members).values()
        )
        del total
        return size / len(by)

    p, r = share(given, wanted), share(wanted, given)
    return p, r, 2 * p * r / (p + r)


def topic(folder: Path, name: str, asked: argparse.Namespace) -> None:
    read_reports, names = reports(folder, name, lemmas=asked.lemmas)
    start = time.perf_counter()
    resolution = resolve(read_reports, surface_forms=not asked.lemmas)
    took = time.perf_counter() - start
    keys: dict[Name, Counter] = defaultdict(Counter)
    for report in resolution.reports:
        for entity in report.entities:
            for n in names.get((report.id, entity.id), ()):
                keys[n][entity.key] += 1
    listed = list(keys)
    given = [keys[n].most_common(1)[0][0] for n in listed]
    wanted = [n[3] for n in listed]
    p, r, f = b_cubed(given, wanted)
    print(f"{name:18} P {p:.3f} R {r:.3f} F1 {f:.3f}  {len(listed)} names, {took:.1f} s")
    if asked.show:
        show(listed, given, wanted)


def show(listed: list[Name], given: list[str], wanted: list[str]) -> None:
    by_given, by_wanted = defaultdict(list), defaultdict(list)
    for n, g, w in zip(listed, given, wanted, strict=True):
        by_given[g].append((w, n[1]))
        by_wanted[w].append((g, n[1]))
    for label, table in (("mixed", by_given), ("split", by_wanted)):
        ranked = sorted(table.items(), key=lambda i: -len(i[1]) * len({x for x, _ in i[1]}))
        for key, members in ranked[:25]:
            if len({x for x, _ in members}) > 1:
                groups = defaultdict(list)
                for x, text in members:
                    groups[x].append(text)
                print("  ", label, key, {k: v[:6] for k, v in list(groups.items())[:12]})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--topic")
    parser.add_argument("--lemmas", action="store_true", help="give base forms, not surface forms")
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    for path in sorted(asked.folder.glob("*.gold.jsonl.gz")):
        name = path.name.split(".")[0]
        if asked.topic in (None, name):
            topic(asked.folder, name, asked)


if __name__ == "__main__":
    main()
