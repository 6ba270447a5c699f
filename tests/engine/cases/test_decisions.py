"""What editors decided binds the machine."""

from tests.engine.cases.build import event, report
from watchdesk.engine.cases.link import link
from watchdesk.engine.cases.records import Case, Cases, Snapshot

ONE = report("r1", "2020-02-22", {"n1": "mamai"}, event("custody.detain", "n1", on="2020-02-21"))
TWO = report("r2", "2020-02-23", {"n1": "bilash"}, event("custody.detain", "n1", on="2020-02-22"))
LATER = report("r3", "2020-03-23", {"n1": "mamai"}, event("legal.charge", "n1", on="2020-03-22"))


def reports(cases: Cases) -> list[tuple[str, ...]]:
    return sorted(c.reports for c in cases.cases)


def of(cases: Cases, report_id: str) -> Case:
    return next(c for c in cases.cases if report_id in c.reports)


def test_merged_cases_stay_one() -> None:
    before = link([ONE, TWO])
    pair = (of(before, "r1").id, of(before, "r2").id)
    after = link([LATER], Snapshot(before.cases, merged=frozenset({pair})))
    assert reports(after) == [("r1", "r2", "r3")]
    assert set(after.cases[0].formerly) | {after.cases[0].id} == set(pair)
    again = link([], Snapshot(after.cases, merged=frozenset({pair})))
    assert reports(again) == [("r1", "r2", "r3")]


def test_a_report_attached_to_a_case_stands_in_it() -> None:
    before = link([ONE])
    attached = {("r2", "*"): before.cases[0].id}
    assert reports(link([TWO], Snapshot(before.cases, attached=attached))) == [("r1", "r2")]


def test_a_telling_detached_from_a_case_leaves_it() -> None:
    before = link([ONE, LATER])
    detached = frozenset({(("r3", "e1"), before.cases[0].id)})
    after = link([], Snapshot(before.cases, detached=detached))
    assert reports(after) == [("r1",), ("r3",)]


def test_cases_held_apart_never_join() -> None:
    before = link([ONE, TWO])
    pair = (of(before, "r1").id, of(before, "r2").id)
    both = report(
        "r4",
        "2020-03-01",
        {"n1": "mamai", "n2": "bilash"},
        event("legal.charge", "n1", "n2", on="2020-02-28"),
    )
    assert len(link([both], before_snapshot(before)).cases) == 1
    held = link([both], Snapshot(before.cases, apart=frozenset({pair})))
    assert of(held, "r1").id != of(held, "r2").id


def before_snapshot(before: Cases) -> Snapshot:
    return Snapshot(before.cases)


def test_two_tellings_an_editor_parted_are_two_acts() -> None:
    again = report(
        "r2", "2020-02-23", {"n1": "mamai"}, event("custody.detain", "n1", on="2020-02-21")
    )
    parted = Snapshot(two_acts=frozenset({(("r1", "e1"), ("r2", "e1"))}))
    assert len(link([ONE, again]).cases[0].acts) == 1
    assert len(link([ONE, again], parted).cases[0].acts) == 2


def test_a_known_case_keeps_its_id_when_an_earlier_report_comes_late() -> None:
    before = link([LATER])
    after = link([ONE], Snapshot(before.cases))
    assert [c.id for c in after.cases] == [before.cases[0].id]
