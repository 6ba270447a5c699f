"""Any order of arrival gives the same cases; linking again changes nothing; nothing is lost."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.cases.build import event, report
from tests.engine.cases.streams import streams
from watchdesk.engine.cases.link import link
from watchdesk.engine.cases.records import Case, Cases, Snapshot
from watchdesk.engine.cases.touched import touched
from watchdesk.engine.identities.people import resolve
from watchdesk.engine.records import Report

PEOPLE = ("mamai", "bilash", "asanova")
TYPES = ("custody.detain", "legal.charge", "release.free", "violence.assault")
DAYS = ("2020-02-01", "2020-02-03", "2020-02-06", "2020-02", "2020", None)


@st.composite
def reports(draw: st.DrawFn) -> list[Report]:
    found = []
    for n in range(draw(st.integers(1, 8))):
        who = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=2, unique=True))
        people = {f"n{i}": key for i, key in enumerate(who)}
        events = [
            event(
                draw(st.sampled_from(TYPES)),
                *draw(st.lists(st.sampled_from(list(people)), max_size=2, unique=True)),
                id=f"e{i}",
                on=draw(st.sampled_from(DAYS)),
                background=draw(st.booleans()),
            )
            for i in range(draw(st.integers(1, 3)))
        ]
        day = draw(st.integers(1, 28))
        found.append(report(f"r{n}", f"2020-02-{day:02}", people, *events))
    return found


def told(cases: Cases) -> set[frozenset[tuple[str, str]]]:
    return {frozenset(t.id for a in c.acts for t in a.tellings) for c in cases.cases}


@given(reports(), st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_arrival_does_not_matter(found, random) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    assert link(shuffled) == link(found)


@given(reports())
@settings(max_examples=40, deadline=None)
def test_linking_what_is_known_again_changes_nothing(found) -> None:
    once = link(found)
    again = link(
        [], Snapshot(once.cases), as_of=max(c.as_of for c in once.cases) if once.cases else None
    )
    assert [replace(c, because=()) for c in again.cases] == [
        replace(c, because=()) for c in once.cases
    ]


@given(reports())
@settings(max_examples=60, deadline=None)
def test_every_event_stands_in_a_case_or_is_shown_as_unplaced(found) -> None:
    result = link(found)
    placed = {t for ids in told(result) for t in ids} | {t.id for t in result.unplaced}
    assert placed == {(r.id, e.id) for r in found for e in r.events}


@given(reports(), st.randoms())
@settings(max_examples=60, deadline=None)
def test_reports_that_come_one_by_one_give_the_cases_of_all_at_once(found, random) -> None:
    random.shuffle(found)
    assert told(one_by_one(found)) == told(link(found))


def one_by_one(found: list[Report]) -> Cases:
    """Link each report with the cases that it can touch only, as a newsroom does."""
    known: dict[str, Case] = {}
    for each in found:
        near = touched([each], known.values())
        fresh = link([each], Snapshot(tuple(near)))
        for case in near:
            del known[case.id]
        known |= {c.id: c for c in fresh.cases}
    return Cases(tuple(known.values()))


def test_golden_streams_give_the_same_cases_in_any_order() -> None:
    found = resolve([r for s in streams() for r in s.reports]).reports
    assert link(reversed(found)) == link(found)
