from datetime import date

import pytest

from tests.newsroom import make
from watchdesk.newsroom.cases import models, services
from watchdesk.newsroom.cases.services import NEW
from watchdesk.newsroom.desk import services as desk
from watchdesk.newsroom.desk.amend import DecisionError
from watchdesk.newsroom.monitor.models import ReportRow

pytestmark = pytest.mark.django_db


def accepted(made=None, source: str = "herald", into: str = "") -> ReportRow:
    row = make.kept(made or make.report(), source)
    desk.accept_report(row, make.hand())
    services.place(row, into, make.hand())
    return row


def cases() -> list[models.CaseRow]:
    return list(models.CaseRow.objects.filter(merged_into=None).order_by("pk"))


def reports_of(case: models.CaseRow) -> set[int]:
    return set(case.told_by.values_list("report", flat=True))


def test_an_accepted_report_opens_a_case_about_the_person() -> None:
    row = accepted()
    (case,) = cases()
    assert (case.title, case.public) == ("Aida Sarova", False)
    assert reports_of(case) == {row.pk}
    assert (case.first_day, case.last_day) == (date(2020, 2, 21), date(2020, 2, 21))
    (standing,) = case.standings.all()
    assert (standing.person.name, standing.state) == ("Aida Sarova", "detained")
    assert standing.person.kinds == ["journalist"]


def test_a_second_source_joins_the_same_act() -> None:
    first, second = accepted(), accepted(make.report(title="Held"), "courier")
    (case,) = cases()
    assert reports_of(case) == {first.pk, second.pk}
    assert case.acts.count() == 1


def test_placing_a_report_twice_changes_nothing() -> None:
    row = accepted()
    before = models.CaseRow.objects.values().get()
    services.place(row, "", make.hand())
    assert models.CaseRow.objects.values().get() == before
    assert models.PersonMention.objects.count() == 1


def test_a_name_in_another_script_is_the_same_person() -> None:
    accepted()
    text = make.TEXT.replace("Aida Sarova", "Аида Сарова")
    accepted(make.report(text, name="Аида Сарова"), "courier")
    (person,) = models.Person.objects.all()
    assert {m.text for m in person.mentions.all()} == {"Aida Sarova", "Аида Сарова"}
    assert len(cases()) == 1


def test_an_editor_can_open_a_case_of_its_own() -> None:
    first, second = accepted(), accepted(make.report(title="Held"), "courier", into=NEW)
    assert [reports_of(case) for case in cases()] == [{first.pk}, {second.pk}]


def test_what_an_editor_parted_stays_apart_when_linked_again() -> None:
    first, second = accepted(), accepted(make.report(title="Held"), "courier", into=NEW)
    services.place(first, "", make.hand())
    services.place(second, "", make.hand())
    assert [reports_of(case) for case in cases()] == [{first.pk}, {second.pk}]


def test_an_editor_can_put_a_report_into_any_case() -> None:
    first = accepted()
    second = accepted(make.other(), "courier")
    assert len(cases()) == 2
    services.place(second, cases()[0].key, make.hand())
    (case,) = cases()
    assert reports_of(case) == {first.pk, second.pk}


def test_a_case_that_does_not_exist_is_refused() -> None:
    row = accepted()
    with pytest.raises(DecisionError, match="no case 'c-x'"):
        services.place(row, "c-x", make.hand())


def test_merged_cases_are_one_and_the_old_address_leads_on() -> None:
    first = accepted()
    second = accepted(make.other(), "courier")
    one, other = cases()
    services.set_public(other, make.hand(), public=True)
    kept = services.merge_cases(one, other, make.hand("one raid"))
    assert cases() == [kept]
    assert reports_of(kept) == {first.pk, second.pk}
    gone = models.CaseRow.objects.exclude(pk=kept.pk).get()
    assert gone.merged_into == kept
    assert kept.public


def test_a_report_that_is_reopened_leaves_its_case() -> None:
    first, second = accepted(), accepted(make.report(title="Held"), "courier")
    desk.reopen_report(second, make.hand())
    services.place(second, "", make.hand())
    (case,) = cases()
    assert reports_of(case) == {first.pk}


def test_a_case_without_reports_is_emptied_and_leaves_the_site() -> None:
    row = accepted()
    services.set_public(cases()[0], make.hand(), public=True)
    desk.reopen_report(row, make.hand())
    services.place(row, "", make.hand())
    (case,) = cases()
    assert (case.acts.count(), case.public) == (0, False)


def test_two_people_can_be_merged_and_parted_again() -> None:
    accepted()
    accepted(make.other(), "courier")
    aida, marat = models.Person.objects.order_by("pk")
    services.merge_people(aida, marat, make.hand("a pen name"))
    assert len(cases()) == 1
    aida.refresh_from_db()
    assert set(aida.facts["names"]) == {"Aida Sarova", "Marat Ospan"}
    services.part_people(aida, marat, make.hand("no, it is not"))
    assert {case.title for case in cases() if case.acts.exists()} == {"Aida Sarova", "Marat Ospan"}


def test_mentions_of_a_namesake_can_be_moved_to_a_new_person() -> None:
    accepted()
    second = accepted(make.report(title="Held"), "courier")
    (person,) = models.Person.objects.all()
    other = services.move_mentions(person, second.people.all(), make.hand("a namesake"))
    assert [list(p.mentions.values_list("report", flat=True)) for p in (other,)] == [[second.pk]]
    assert len([case for case in cases() if case.acts.exists()]) == 2
    services.place(second, "", make.hand())
    assert second.people.get().person == other


def test_an_override_needs_a_reason_a_state_and_a_day_to_come(settings) -> None:
    settings.NOW = make.NOW
    accepted()
    (case,) = cases()
    person = models.Person.objects.get()
    day = date(2020, 3, 1)
    for state, until, reason in [
        ("detained", day, ""),
        ("floating", day, "x"),
        ("detained", date(2020, 1, 1), "x"),
    ]:
        with pytest.raises(DecisionError):
            services.override_state(case, person, state, until, make.hand(reason))
    services.override_state(case, person, "released_other", day, make.hand("seen at home"))
    assert models.StateOverride.objects.get().until == day
