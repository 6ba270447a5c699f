"""Outlets of one owner are one source."""

from tests.engine.cases.streams import FOLDER, read
from watchdesk.engine.cases.link import link
from watchdesk.engine.cases.records import Snapshot
from watchdesk.engine.identities.people import resolve


def test_copies_within_an_owner_group_count_once() -> None:
    stream = read(FOLDER / "retold.yaml")
    (case,) = link(resolve(stream.reports).reports, Snapshot(owners=stream.outlets)).cases
    assert (len(case.reports), case.independent_sources) == (5, 2)
