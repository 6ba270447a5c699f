"""How well and how fast names are found: `python -m bench.names FOLDER [--task NAME]`.

FOLDER holds `<task>.queries.jsonl.gz`, `<task>.pool.jsonl.gz` (the id of a query is the id of the
entry it means) and `pairs_dev.tsv`.  A row a task: recall at 1 and 5, open-set F1, ms a name.
"""

import argparse
import csv
import gzip
import json
import time
from pathlib import Path

from watchdesk.engine.identities.align import align
from watchdesk.engine.identities.match import Index
from watchdesk.engine.identities.names import parse

PRECISION = 0.95


def read(path: Path) -> list[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def best_f1(answers: list[tuple[bool, float, float]]) -> tuple[float, float]:
    """Give the best open-set F1 and its threshold; answers are (right, score, best other score)."""
    seen = sorted({s for _, a, b in answers for s in (a, b)})
    best = (0.0, 0.0)
    for t in seen:
        given = [(right, a) for right, a, _ in answers if a >= t]
        wrongly = sum(b >= t for _, _, b in answers)
        right = sum(r for r, _ in given)
        total = len(given) + wrongly
        p, r = right / total if total else 0, right / len(answers)
        f = 2 * p * r / (p + r) if p + r else 0
        best = max(best, (f, t))
    return best


def task(folder: Path, name: str, show: int = 0) -> None:
    pool = read(folder / f"{name}.pool.jsonl.gz")
    queries = read(folder / f"{name}.queries.jsonl.gz")
    start = time.perf_counter()
    index = Index(pool)
    built = time.perf_counter() - start
    start = time.perf_counter()
    found = [index.search(q["name"], q.get("language")) for q in queries]
    ms = (time.perf_counter() - start) * 1000 / len(queries)
    names = {e["id"]: e["names"] for e in pool}
    answers, at5 = [], 0
    for q, matches in zip(queries, found, strict=True):
        others = [m.score for m in matches if m.id != q["id"]]
        answers.append((matches[0].id == q["id"], matches[0].score, max(others, default=0.0)))
        at5 += any(m.id == q["id"] for m in matches[:5])
        if show and matches[0].id != q["id"]:
            print(
                "   ",
                q["name"],
                "->",
                names.get(q["id"]),
                "| got",
                matches[0].name,
                matches[0].score,
            )
    f, t = best_f1(answers)
    n = len(queries)
    at1 = sum(a[0] for a in answers) / n
    print(f"{name:20} n={n:4} R@1 {at1:.3f} R@5 {at5 / n:.3f} F1 {f:.3f} at {t:.3f}", end="")
    print(f"  {ms:.2f} ms (built {built:.1f} s)")


def pairs(file: Path) -> None:
    """Judge pairs of names: F1 at its best threshold, recall at precision .95, speed."""
    with file.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    parse("Иван")
    start = time.perf_counter()
    scores = [align(parse(r["form1"]), parse(r["form2"])).score for r in rows]
    first = len(rows) / (time.perf_counter() - start)
    start = time.perf_counter()
    for r in rows:
        align(parse(r["form1"]), parse(r["form2"]))
    again = len(rows) / (time.perf_counter() - start)
    judged = sorted(zip(scores, (r["label"] == "1" for r in rows), strict=True), reverse=True)
    total, right, best, recall = sum(t for _, t in judged), 0, (0.0, 0.0), 0.0
    for n, (score, truth) in enumerate(judged, start=1):
        right += truth
        if n < len(judged) and judged[n][0] == score:
            continue
        best = max(best, (2 * right / (n + total), score))
        recall = right / total if right >= PRECISION * n else recall
    print(f"pairs n={len(rows)} F1 {best[0]:.3f} at {best[1]:.3f} R {recall:.3f} at P .95", end="")
    print(f"  {first:.0f} a second, seen before {again:.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--task")
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    names = sorted(p.name.split(".")[0] for p in asked.folder.glob("*.pool.jsonl.gz"))
    for name in names:
        if asked.task in (None, name):
            task(asked.folder, name, asked.show)
    if asked.task in (None, "pairs"):
        pairs(asked.folder / "pairs_dev.tsv")


if __name__ == "__main__":
    main()
