"""Reports become acts and cases, whatever order they come in."""

from tests.engine.cases.build import event, report
from watchdesk.engine.cases.link import link

DETAINED = report(
    "r1", "2020-02-22", {"n1": "mamai"}, event("custody.detain", "n1", on="2020-02-21")
)
ALSO = report("r2", "2020-02-23", {"n1": "mamai"}, event("custody.detain", "n1", on="2020-02-22"))
OTHER = report("r3", "2020-02-23", {"n1": "bilash"}, event("custody.detain", "n1", on="2020-02-22"))


def test_two_tellings_of_one_detention_are_one_act_with_both_dates() -> None:
    (case,) = link([DETAINED, ALSO]).cases
    (act,) = case.acts
    assert [c.field for c in act.conflicts] == ["date"]
    assert [v.value for v in act.conflicts[0].values] == ["2020-02-21", "2020-02-22"]


def test_two_people_are_two_cases() -> None:
    assert [len(c.reports) for c in link([DETAINED, ALSO, OTHER]).cases] in ([1, 2], [2, 1])


def test_the_order_of_arrival_does_not_matter() -> None:
    assert link([OTHER, ALSO, DETAINED]) == link([DETAINED, ALSO, OTHER])
