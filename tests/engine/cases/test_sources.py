"""Outlets of one owner are one source, and so are copies of one text."""

from tests.engine.cases.build import event, report
from tests.engine.cases.streams import FOLDER, read
from watchdesk.engine.cases.link import link
from watchdesk.engine.cases.records import Snapshot
from watchdesk.engine.identities.people import resolve


def detained(id: str):
    return report(id, "2020-02-22", {"n1": "mamai"}, event("custody.detain", "n1", on="2020-02-21"))


def sources(*ids: str, **known) -> int:
    (case,) = link([detained(i) for i in ids], Snapshot(**known)).cases
    return case.independent_sources


def test_outlets_of_which_nothing_is_known_stand_for_themselves() -> None:
    assert sources("r1", "r2", "r3") == 3


def test_a_copied_text_is_one_source_whoever_owns_the_outlets() -> None:
    assert sources("r1", "r2", "r3", copies={"r2": "r1", "r3": "r1"}) == 1


def test_copies_within_an_owner_group_count_once() -> None:
    stream = read(FOLDER / "retold.yaml")
    (case,) = link(resolve(stream.reports).reports, Snapshot(owners=stream.outlets)).cases
    assert (len(case.reports), case.independent_sources) == (5, 2)
