import pytest
from django.db import DatabaseError, connection

from tests.newsroom import make
from watchdesk.newsroom.desk import convert, selectors, services
from watchdesk.newsroom.desk.amend import Change, DecisionError
from watchdesk.newsroom.desk.models import Decision
from watchdesk.newsroom.monitor.models import ArticleRow, ReportRow, ReportState

pytestmark = pytest.mark.django_db


@pytest.fixture
def row() -> ReportRow:
    return make.kept(make.report())


def accepted(row: ReportRow) -> list[tuple[str, str]]:
    (report,) = selectors.accepted_reports([row.pk])
    return [(event.id, event.type) for event in report.events]


def test_accepting_a_report_accepts_what_it_claims_and_not_what_it_denies(row: ReportRow) -> None:
    services.accept_report(row, make.hand())
    assert accepted(row) == [("e1", "custody.detain")]


def test_nothing_is_accepted_before_the_report_is(row: ReportRow) -> None:
    services.accept_event(row, "e1", make.hand())
    assert list(selectors.accepted_reports([row.pk])) == []


def test_a_rejected_event_stays_out_when_the_report_is_accepted(row: ReportRow) -> None:
    services.reject_event(row, "e1", make.hand("a drill"))
    services.accept_report(row, make.hand())
    assert accepted(row) == []


def test_an_event_that_was_denied_can_be_accepted_by_name(row: ReportRow) -> None:
    services.accept_event(row, "e2", make.hand())
    services.accept_report(row, make.hand())
    assert [name for name, _ in accepted(row)] == ["e1", "e2"]


def test_a_change_keeps_what_the_machine_said_beside_it(row: ReportRow) -> None:
    change = Change("custody.summon", "alleged", "n2", "2020-02")
    services.change_event(row, "e1", change, make.hand("she came by herself"))
    services.accept_report(row, make.hand())
    (report,) = selectors.accepted_reports([row.pk])
    (event,) = report.events
    assert (event.type, event.modality) == ("custody.summon", "alleged")
    assert [filler.entity for filler in event.roles["target"]] == ["n2"]
    assert event.date is not None
    assert (event.date.edtf, event.date.text) == ("2020-02", "February 21")
    first = Decision.objects.get(event="e1")
    assert first.before == convert.event_json(make.report().events[0], make.report())
    assert (first.editor.username, first.reason) == ("ann", "she came by herself")


def test_an_editor_can_say_that_nobody_and_no_day_is_named(row: ReportRow) -> None:
    services.change_event(row, "e1", Change(target="", date=""), make.hand())
    services.accept_report(row, make.hand())
    (event,) = next(iter(selectors.accepted_reports([row.pk]))).events
    assert (event.roles, event.date) == ({}, None)


@pytest.mark.parametrize(
    "change",
    [
        Change(type="custody.tickle"),
        Change(modality="perhaps"),
        Change(target="n9"),
        Change(date="x"),
    ],
)
def test_a_value_that_does_not_exist_is_refused(row: ReportRow, change: Change) -> None:
    with pytest.raises(DecisionError):
        services.change_event(row, "e1", change, make.hand())


def test_an_event_that_does_not_exist_is_refused(row: ReportRow) -> None:
    with pytest.raises(DecisionError, match="no event 'e7'"):
        services.reject_event(row, "e7", make.hand())


@pytest.mark.parametrize(
    "spoil", ["UPDATE desk_decision SET reason = ''", "DELETE FROM desk_decision"]
)
def test_the_database_refuses_to_change_a_decision(row: ReportRow, spoil: str) -> None:
    services.reject_event(row, "e1", make.hand())
    with pytest.raises(DatabaseError, match="never changed"), connection.cursor() as cursor:
        cursor.execute(spoil)


def test_copies_are_decided_with_the_article_they_copy(row: ReportRow) -> None:
    copy = make.kept(make.report(), "courier")
    ArticleRow.objects.filter(pk=copy.article_id).update(copy_of=row.article)
    services.reject_report(row, make.hand())
    copy.refresh_from_db()
    assert (row.state, copy.state) == (ReportState.REJECTED, ReportState.FOLDED)
    services.reopen_report(row, make.hand())
    copy.refresh_from_db()
    assert copy.state == ReportState.WAITING
