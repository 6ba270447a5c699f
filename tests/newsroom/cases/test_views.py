import pytest
from django.test import Client
from django.urls import reverse

from tests.newsroom import make
from watchdesk.newsroom.cases import models
from watchdesk.newsroom.monitor.models import ReportRow, ReportState

pytestmark = pytest.mark.django_db


def accept(desk: Client, row: ReportRow) -> models.CaseRow:
    answer = desk.post(reverse("cases:accept", args=[row.pk]))
    assert answer["Location"] == reverse("cases:place", args=[row.pk])
    return models.CaseRow.objects.filter(told_by__report=row).get()


def change(desk: Client, case: models.CaseRow, **given: object) -> models.CaseRow:
    desk.post(reverse("cases:change", args=[case.slug]), given)
    case.refresh_from_db()
    return case


def test_accepting_a_report_opens_its_case_and_says_why(desk: Client) -> None:
    accept(desk, make.kept(make.report()))
    second = make.kept(make.report(title="Held"), "courier")
    accept(desk, second)
    page = desk.get(reverse("cases:place", args=[second.pk])).content.decode()
    assert "It stands in" in page
    assert "tells the same act: Detained or arrested, 2020-02-21" in page


def test_an_event_can_be_changed_and_the_case_follows(desk: Client) -> None:
    row = make.kept(make.report())
    accept(desk, row)
    given = {
        "verdict": "change",
        "type": "violence.threat",
        "modality": "alleged",
        "target": "n1",
        "target_was": "n1",
        "date": "2020-02",
        "date_was": "2020-02-21",
    }
    answer = desk.post(reverse("cases:judge", args=[row.pk, "e1"]), given)
    assert answer["Location"].endswith(f"/desk/reports/{row.pk}/#e1")
    (act,) = models.ActRow.objects.all()
    assert (act.type, act.modality, act.edtf) == ("violence.threat", "alleged", "2020-02")


def test_a_change_that_makes_no_sense_is_told_and_changes_nothing(desk: Client) -> None:
    row = make.kept(make.report())
    given = {"verdict": "change", "type": "custody.detain", "date": "soon", "date_was": ""}
    answer = desk.post(reverse("cases:judge", args=[row.pk, "e1"]), given, follow=True)
    assert b"is no EDTF date" in answer.content
    assert not row.decisions.exists()


def test_an_event_that_was_missed_can_be_added(desk: Client) -> None:
    row = make.kept(make.report())
    given = {"type": "violence.threat", "words": "Aida Sarova", "modality": "alleged"}
    desk.post(reverse("cases:add", args=[row.pk]), given)
    accept(desk, row)
    assert set(models.ActRow.objects.values_list("type", flat=True)) == {
        "custody.detain",
        "violence.threat",
    }
    missing = given | {"words": "Nobody Here"}
    answer = desk.post(reverse("cases:add", args=[row.pk]), missing, follow=True)
    assert b"does not stand in the text" in answer.content


def test_reopening_takes_the_report_out_of_its_case(desk: Client) -> None:
    row = make.kept(make.report())
    case = accept(desk, row)
    desk.post(reverse("cases:reopen", args=[row.pk]))
    row.refresh_from_db()
    assert row.state == ReportState.WAITING
    assert not case.told_by.exists()


def test_a_case_shows_who_stands_where_and_why(desk: Client) -> None:
    case = accept(desk, make.kept(make.report()))
    page = desk.get(reverse("cases:case", args=[case.slug])).content.decode()
    assert "Detained or arrested, 2020-02-21 (herald)" in page
    assert "A reporter is held" in page
    before = desk.get(reverse("cases:case", args=[case.slug]) + "?on=2020-02-01").content.decode()
    assert "Nothing known" in before


def test_an_editor_names_shows_and_overrides(desk: Client, settings) -> None:
    settings.NOW = make.NOW
    case = accept(desk, make.kept(make.report()))
    person = models.Person.objects.get()
    change(desk, case, describe="1", title="The arrest", summary="In short.")
    change(desk, case, public="1")
    assert (str(case), case.summary, case.public) == ("The arrest", "In short.", True)
    given = {"person": person.pk, "state": "released_other", "until": "2020-04-01"}
    change(desk, case, override="1", **given)
    assert not models.StateOverride.objects.exists()
    change(desk, case, override="1", reason="seen at home", **given)
    page = desk.get(reverse("cases:case", args=[case.slug])).content.decode()
    assert "seen at home" in page
    assert "Released otherwise" in page


def test_cases_can_be_found_merged_and_parted(desk: Client) -> None:
    one = accept(desk, make.kept(make.report()))
    two = accept(desk, make.kept(make.other(), "courier"))
    found = desk.get(reverse("cases:case", args=[one.slug]) + "?merge=Marat")
    assert [other.pk for other in found.context["others"]] == [two.pk]
    change(desk, one, merge=two.key, reason="one raid")
    answer = desk.get(reverse("cases:case", args=[two.slug]))
    assert answer["Location"] == reverse("cases:case", args=[one.slug])
    report = ReportRow.objects.get(article__source="courier")
    change(desk, one, apart="1", report=report.pk, reason="two raids")
    assert one.told_by.count() == 1


def test_people_are_found_in_any_script(desk: Client) -> None:
    accept(desk, make.kept(make.report()))
    accept(desk, make.kept(make.other(), "courier"))
    page = desk.get(reverse("cases:people") + "?q=Аида Сарова")
    assert [person.name for person in page.context["page"]] == ["Aida Sarova"]
    assert (
        desk.get(reverse("cases:people") + "?q=Xyzzy Plugh").context["page"].object_list.count()
        == 0
    )


def test_a_person_can_be_merged_parted_described_and_withheld(desk: Client) -> None:
    accept(desk, make.kept(make.report()))
    accept(desk, make.kept(make.other(), "courier"))
    aida, marat = models.Person.objects.order_by("pk")
    url = reverse("cases:change_person", args=[aida.pk])
    desk.post(url, {"merge": marat.pk, "reason": "a pen name"})
    assert desk.get(reverse("cases:person", args=[marat.pk])).status_code == 302
    desk.post(url, {"part": marat.pk, "reason": "no"})
    desk.post(url, {"kinds": "1", "kind": ["lawyer", "wizard"]})
    desk.post(url, {"withheld": "1"})
    aida.refresh_from_db()
    assert (aida.own_kinds, aida.withheld) == (["lawyer"], True)
    page = desk.get(reverse("cases:person", args=[aida.pk])).content.decode()
    assert "journalist, lawyer" in page


def test_a_question_about_two_people_is_answered(desk: Client) -> None:
    accept(desk, make.kept(make.report()))
    accept(desk, make.kept(make.other(), "courier"))
    aida, marat = models.Person.objects.order_by("pk")
    models.PersonQuestion.objects.create(one=aida, other=marat, score=0.8, reasons=["alike"])
    page = desk.get(reverse("cases:person", args=[marat.pk])).content.decode()
    assert "One person or two?" in page
    desk.post(reverse("cases:change_person", args=[marat.pk]), {"apart": aida.pk})
    assert models.PersonQuestion.objects.filter(answered_at=None).count() == 0


def test_an_alarm_rings_until_somebody_has_seen_it(desk: Client, settings) -> None:
    settings.NOW = make.NOW
    case = accept(desk, make.kept(make.report()))
    alarm = models.AlarmRow.objects.create(
        case=case,
        person=models.Person.objects.get(),
        kind="silence",
        due_on="2020-03-22",
        text="No news for 30 days",
    )
    assert b"No news for 30 days" in desk.get(reverse("cases:alarms")).content
    desk.post(reverse("cases:see", args=[alarm.pk]))
    assert b"No alarm" in desk.get(reverse("cases:alarms")).content


def test_the_list_of_cases_is_filtered(desk: Client) -> None:
    accept(desk, make.kept(make.report()))
    assert len(desk.get(reverse("cases:list")).context["page"].object_list) == 1
    assert len(desk.get(reverse("cases:list") + "?q=Marat").context["page"].object_list) == 0
