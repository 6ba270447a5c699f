"""What linking one more report costs as known cases grow: `python -m bench.cases_scale [N ...]`.

Invented reports, two to five an affair. For each size the reports are linked at once; then fresh
ones come singly, each with the cases it can touch, looked up by what they hang on.
"""

import random
import sys
import time
from collections import defaultdict
from datetime import date, timedelta

from watchdesk.engine.cases.link import link
from watchdesk.engine.cases.records import Case, Snapshot
from watchdesk.engine.cases.tellings import tellings
from watchdesk.engine.cases.touched import anchors, case_anchors
from watchdesk.engine.records import Article, DateMention, Entity, Event, Filler, Report, Span

AT = Span(0, 1)
TYPES = ("custody.detain", "legal.charge", "custody.remand", "legal.convict", "release.free")
SINGLE = 300


def report(n: int, affair: int, dice: random.Random) -> Report:
    day = date(2020, 1, 1) + timedelta(days=affair % 1500 + dice.randrange(60))
    told = DateMention(day.isoformat(), AT, day.isoformat())
    target = (Filler(AT, entity="n1"),)
    type = dice.choice(TYPES)
    events = (
        Event("e1", type, AT, AT, "scale", roles={"target": target}, date=told),
        Event("e2", "custody.detain", AT, AT, "scale", roles={"target": target}, background=True),
    )
    person = Entity("n1", "person", f"Person {affair}", f"person-{affair}")
    article = Article("", published=day + timedelta(days=1), outlet=f"o{n % 40}")
    return Report(f"r{n}", article, main_event="e1", entities=(person,), events=events)


def main(sizes: list[int]) -> None:
    for size in sizes:
        dice = random.Random(size)
        affairs = max(1, size // 4)
        found = [report(n, dice.randrange(affairs), dice) for n in range(size)]
        start = time.perf_counter()
        cases = link(found).cases
        batch = time.perf_counter() - start
        held: dict[tuple[str, str], list[Case]] = defaultdict(list)
        for case in cases:
            for anchor in case_anchors(case):
                held[anchor].append(case)
        fresh = [report(size + n, dice.randrange(affairs), dice) for n in range(SINGLE)]
        start = time.perf_counter()
        for one in fresh:
            near = {c.id: c for a in anchors(tellings([one])) for c in held[a]}
            link([one], Snapshot(tuple(near.values())))
        each = (time.perf_counter() - start) * 1000 / SINGLE
        print(
            f"{size:>9,} reports: {batch * 1000 / size:.3f} ms a report at once,"
            f" {each:.3f} ms for one more, {len(cases):,} cases",
            flush=True,
        )


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:]] or [1_000, 10_000, 100_000])
