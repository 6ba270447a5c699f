"""How well reports are joined into cases: `python -m bench.cases`.

All golden streams are thrown together, joined in one call, and compared with what they should give:
extended B-cubed of reports in cases, people split or wrongly merged, states on their day.
"""

import argparse
import time
from collections import Counter, defaultdict

from tests.engine.cases.streams import Stream, mentions, streams
from watchdesk.engine import pipeline
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true")
    show = parser.parse_args().show
    everything = streams()
    reports = [r for s in everything for r in s.reports]
    owners = {k: v for s in everything for k, v in s.outlets.items()}
    start = time.perf_counter()
    cases = pipeline.link(reports, Snapshot(owners=owners))
    took = time.perf_counter() - start
    languages = {r.article.language for r in reports}
    print(
        f"{len(reports)} reports, {len(languages)} languages, {len(cases.cases)} cases, {took:.2f} s"
    )
    given, wanted = clusters(cases), wanted_clusters(everything)
    missing = {r for r in wanted if r not in given}
    given |= {r: {f"none:{r}"} for r in missing}
    print("cases: B-cubed P {:.3f} R {:.3f} F1 {:.3f}".format(*b_cubed(given, wanted)))
    people(everything, show)
    states(everything, cases, show)
    if show:
        for stream in everything:
            for case, ids in stream.cases.items():
                got = Counter(c for r in ids for c in given[r])
                if len(got) > 1 or len(got) == 0:
                    print(
                        "  ",
                        stream.name,
                        case,
                        {c: sorted(r for r in given if c in given[r]) for c in got},
                    )


def people(everything: tuple[Stream, ...], show: bool) -> None:
    resolution = resolve([r for s in everything for r in s.reports])
    key_of = {f"{r.id}#{e.id}": e.key for r in resolution.reports for e in r.entities}
    by_key: dict[str, set[str]] = defaultdict(set)
    by_person: dict[str, set[str]] = defaultdict(set)
    for stream in everything:
        for ref, person in mentions(stream):
            by_key[key_of[ref]].add(f"{stream.name}/{person}")
            by_person[f"{stream.name}/{person}"].add(key_of[ref])
    wrong = {k: v for k, v in by_key.items() if len(v) > 1}
    split = {k: v for k, v in by_person.items() if len(v) > 1}
    print(f"people: {len(by_person)}; wrong merges {len(wrong)}, split {len(split)}")
    if show:
        print("  ", wrong, split)


def states(everything: tuple[Stream, ...], cases: Cases, show: bool) -> None:
    resolution = resolve([r for s in everything for r in s.reports])
    key_of = {f"{r.id}#{e.id}": e.key for r in resolution.reports for e in r.entities}
    right = total = 0
    for stream in everything:
        keys: dict[str, Counter] = defaultdict(Counter)
        for ref, person in mentions(stream):
            keys[person][key_of[ref]] += 1
        for person, wanted in stream.states.items():
            key = keys[person].most_common(1)[0][0]
            acts = {a.id: a for c in cases.cases for a in c.acts}.values()
            found = state(key, acts, load_statuses(), stream.as_of)
            total += 1
            right += found.state == wanted
            if show and found.state != wanted:
                print("  ", stream.name, person, found.state, "not", wanted)
                for reason in found.because:
                    print("      ", reason.text)
                print(
                    "       strays",
                    [t.id for a in acts if a.id in found.strays for t in a.tellings],
                )
    print(f"states: {right} of {total} right ({right / total:.3f})")


if __name__ == "__main__":
    main()
