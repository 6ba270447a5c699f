"""Hold the quality that was reached: measure on the golden sets, and fail below a floor.

    PYTHONPATH=. python bench/gate.py            # exit 1 below a floor of bench/floors.yaml
    PYTHONPATH=. python bench/gate.py --print    # what is measured now, in the form of that file

Floors are raised in the commit that raises a figure, never lowered without a page in
docs/decisions/.  Everything measured here lies in this repository.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

import cases
import demo
import golden
import yaml

ROOT = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("floors.yaml")
LEAST = frozenset({"wrong target", "wrong merges"})
"""Measures of which less is better: their floor is a ceiling."""

Figures = dict[str, float]


def golden_articles(language: str) -> Figures:
    """Measure events of golden articles at exact type, target and modality, in percent."""
    files = sorted((ROOT / "tests" / "golden" / language).glob("*.yaml"))
    found = golden.run(files, show=False)
    return {
        "articles": len(files),
        "precision": 100 * found.right / max(1, found.found),
        "recall": 100 * found.right / max(1, found.asked),
        "wrong target": 100 * found.wrong_target / max(1, found.grave),
    }


def demo_press() -> Figures:
    """Measure the pages of the demo press against their intended reading, in percent."""
    scores = demo.scores()
    figures = {}
    for name, one in scores.items():
        figures[f"{name} precision"] = 100 * one.precision
        figures[f"{name} recall"] = 100 * one.recall
    return figures


SETS: dict[str, Callable[[], Figures]] = {
    "golden English": lambda: golden_articles("en"),
    "golden Russian": lambda: golden_articles("ru"),
    "demo press": demo_press,
    "golden streams": cases.figures,
}


def measure() -> dict[str, Figures]:
    """Measure every set, rounded to a tenth."""
    return {name: {k: round(v, 1) for k, v in run().items()} for name, run in SETS.items()}


def fallen(measured: dict[str, Figures], floors: dict[str, Figures]) -> list[str]:
    """Name each measure that is worse than its floor, or is not measured any more."""
    bad = []
    for name, wanted in floors.items():
        for key, floor in wanted.items():
            now = measured.get(name, {}).get(key)
            if now is None or (now > floor if key in LEAST else now < floor):
                bad.append(f"{name}, {key}: {now} (floor {floor})")
    return bad


def main() -> int:
    """Compare or print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--print", action="store_true", help="print what is measured now")
    options = parser.parse_args()
    measured = measure()
    if options.print:
        print(yaml.safe_dump(measured, sort_keys=False, allow_unicode=True), end="")
        return 0
    floors = yaml.safe_load(FLOORS.read_text("utf-8"))
    for name, figures in measured.items():
        print(f"{name}: " + ", ".join(f"{k} {v}" for k, v in figures.items()))
    bad = fallen(measured, floors)
    for line in bad:
        print(f"fell: {line}", file=sys.stderr)
    print("every floor holds" if not bad else f"{len(bad)} floors broken")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
