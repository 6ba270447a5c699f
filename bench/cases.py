"""How well reports are joined into cases: `python -m bench.cases`.

All golden streams are thrown together, joined in one call, and compared with what they should give:
extended B-cubed of reports in cases, people split or wrongly merged, states on their day.
"""

import argparse
import time
from collections import Counter, defaultdict

from tests.engine.cases.streams import Stream, mentions, streams
from watchdesk.engine.cases.link import link
from watchdesk.engine.cases.records import Cases, Snapshot
from watchdesk.engine.cases.states import state
from watchdesk.engine.codebook.statuses import load_statuses
from watchdesk.engine.identities.people import resolve


def b_cubed(given: dict[str, set[str]], wanted: dict[str, set[str]]) -> tuple[float, float, float]:
    """Give extended B-cubed precision, recall and F1 of overlapping clusters of reports.

    Source: Amigó, Gonzalo, Artiles, Verdejo (2009).
    """
    p, r = side(given, wanted), side(wanted, given)
    return p, r, 2 * p * r / (p + r)


def side(given: dict[str, set[str]], wanted: dict[str, set[str]]) -> float:
    total = 0.0
    for i, mine in given.items():
        truth = wanted.get(i, set())
        shares = [
            min(len(mine & theirs), len(truth & wanted.get(j, set()))) / len(mine & theirs)
            for j, theirs in given.items()
            if mine & theirs
        ]
        total += sum(shares) / len(shares)
    return total / len(given)


def clusters(cases: Cases) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for case in cases.cases:
        for report in case.reports:
            found[report].add(case.id)
    return found


def wanted_clusters(all_streams: tuple[Stream, ...]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for stream in all_streams:
        for case, reports in stream.cases.items():
            for report in reports:
                found[report].add(f"{stream.name}/{case}")
    return found


Figures = dict[str, float]


def figures(*, show: bool = False) -> Figures:
    """Measure all streams at once: percentages, and the number of people wrongly merged."""
    everything = streams()
    reports = [r for s in everything for r in s.reports]
    resolution = resolve(reports)
    owners = {k: v for s in everything for k, v in s.outlets.items()}
    cases = link(resolution.reports, Snapshot(owners=owners))
    given, wanted = clusters(cases), wanted_clusters(everything)
    given |= {r: {f"none:{r}"} for r in wanted if r not in given}
    p, r, f = b_cubed(given, wanted)
    if show:
        show_cases(everything, given)
    key_of = {f"{r.id}#{e.id}": e.key or "" for r in resolution.reports for e in r.entities}
    found = {"cases precision": 100 * p, "cases recall": 100 * r, "cases F1": 100 * f}
    return found | people(everything, key_of, show) | states(everything, cases, key_of, show)


def show_cases(everything: tuple[Stream, ...], given: dict[str, set[str]]) -> None:
    for stream in everything:
        for case, ids in stream.cases.items():
            got = {c for r in ids for c in given[r]}
            if len(got) != 1:
                members = {c: sorted(r for r in given if c in given[r]) for c in sorted(got)}
                print("  ", stream.name, case, members)


def people(everything: tuple[Stream, ...], key_of: dict[str, str], show: bool) -> Figures:
    by_key: dict[str, set[str]] = defaultdict(set)
    by_person: dict[str, set[str]] = defaultdict(set)
    for stream in everything:
        for ref, person in mentions(stream):
            by_key[key_of[ref]].add(f"{stream.name}/{person}")
            by_person[f"{stream.name}/{person}"].add(key_of[ref])
    wrong = {k: v for k, v in by_key.items() if len(v) > 1}
    split = {k: v for k, v in by_person.items() if len(v) > 1}
    if show:
        print("   wrong merges", wrong, "split", split)
    whole = 100 * (1 - len(split) / len(by_person))
    return {"people": len(by_person), "people whole": whole, "wrong merges": len(wrong)}


def states(
    everything: tuple[Stream, ...], cases: Cases, key_of: dict[str, str], show: bool
) -> Figures:
    acts = {a.id: a for c in cases.cases for a in c.acts}
    right = total = 0
    for stream in everything:
        keys: dict[str, Counter[str]] = defaultdict(Counter)
        for ref, person in mentions(stream):
            keys[person][key_of[ref]] += 1
        for person, wanted in stream.states.items():
            key = keys[person].most_common(1)[0][0]
            found = state(key, acts.values(), load_statuses(), stream.as_of)
            total += 1
            right += found.state == wanted
            if show and found.state != wanted:
                print("  ", stream.name, person, found.state, "not", wanted)
                print("      ", *(reason.text for reason in found.because), sep="\n       ")
    return {"states asked": total, "states right": 100 * right / total}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true")
    start = time.perf_counter()
    for name, value in figures(show=parser.parse_args().show).items():
        print(f"{name:16} {value:.1f}")
    print(f"{time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
