"""The golden streams come out as they should; bench/cases.py tells where they do not."""

import pytest

from tests.engine.cases.streams import Stream, mentions, streams
from watchdesk.engine.cases.link import link
from watchdesk.engine.cases.records import Cases
from watchdesk.engine.cases.states import state
from watchdesk.engine.codebook.statuses import load_statuses
from watchdesk.engine.identities.people import resolve

EVERYTHING = streams()


@pytest.fixture(scope="module")
def resolved():
    return resolve([r for s in EVERYTHING for r in s.reports])


@pytest.fixture(scope="module")
def cases(resolved) -> Cases:
    return link(resolved.reports)


@pytest.fixture(scope="module")
def keys(resolved) -> dict[str, str]:
    return {f"{r.id}#{e.id}": e.key for r in resolved.reports for e in r.entities}


def test_they_are_as_many_and_as_varied_as_they_claim() -> None:
    found = [r for s in EVERYTHING for r in s.reports]
    assert sum(len(s.cases) for s in EVERYTHING) >= 30
    assert len(found) >= 150
    assert len({r.article.language for r in found}) >= 6
    assert len({r.id for r in found}) == len(found)


def test_no_two_people_are_taken_for_one(keys) -> None:
    people: dict[str, str] = {}
    for stream in EVERYTHING:
        for ref, person in mentions(stream):
            assert (
                people.setdefault(keys[ref], f"{stream.name}/{person}") == f"{stream.name}/{person}"
            )


@pytest.mark.parametrize("stream", EVERYTHING, ids=lambda s: s.name)
def test_people_stand_where_the_acts_put_them(stream: Stream, cases: Cases, keys) -> None:
    acts = {a.id: a for c in cases.cases for a in c.acts}.values()
    first = {person: ref for ref, person in reversed(list(mentions(stream)))}
    found = {
        person: state(keys[first[person]], acts, load_statuses(), stream.as_of).state
        for person in stream.states
    }
    assert found == stream.states
