"""Tellings are one act when type, person and date agree; what differs is kept with its source."""

from tests.engine.cases.build import AT, coded, event, place, report
from watchdesk.engine.cases.link import link
from watchdesk.engine.cases.records import Act
from watchdesk.engine.records import Count, Filler, Report

WHO = {"n1": "mamai"}


def acts(*reports: Report) -> list[Act]:
    return [a for c in link(reports).cases for a in c.acts]


def detained(id: str, published: str, on: str | None, **more) -> Report:
    return report(id, published, WHO, event("custody.detain", "n1", on=on, **more))


def test_detentions_weeks_apart_are_two_acts() -> None:
    found = acts(
        detained("r1", "2020-02-22", "2020-02-21"), detained("r2", "2020-03-22", "2020-03-21")
    )
    assert [a.date for a in found] == ["2020-02-21", "2020-03-21"]


def test_a_month_joins_the_act_of_that_month() -> None:
    found = acts(
        detained("r1", "2020-02-22", "2020-02-21"),
        detained("r2", "2020-05-01", "2020-02", background=True),
    )
    assert [(a.date, len(a.tellings), a.conflicts) for a in found] == [("2020-02-21", 2, ())]


def test_an_act_without_a_date_lies_on_the_day_of_its_report_and_says_so() -> None:
    (found,) = acts(detained("r1", "2020-02-22", None))
    assert (found.date, found.dated_by) == ("2020-02-22~", "published")


def test_an_undated_act_told_in_passing_lies_before_its_report() -> None:
    (found,) = acts(detained("r1", "2020-02-22", None, background=True))
    assert (found.date, found.dated_by) == ("../2020-02-22", "published")


def test_the_date_told_by_more_outlets_stands_first() -> None:
    (found,) = acts(
        detained("r1", "2020-02-22", "2020-02-20"),
        detained("r2", "2020-02-22", "2020-02-21"),
        detained("r3", "2020-02-22", "2020-02-21"),
    )
    assert found.date == "2020-02-21"
    assert [(v.value, len(v.told_by)) for v in found.conflicts[0].values] == [
        ("2020-02-21", 2),
        ("2020-02-20", 1),
    ]


def test_a_denial_stands_beside_the_act() -> None:
    (found,) = acts(
        detained("r1", "2020-02-22", "2020-02-21"),
        detained("r2", "2020-02-22", "2020-02-21", modality="denied"),
    )
    assert found.modality == "asserted"
    assert [c.field for c in found.conflicts] == ["modality"]


def test_two_counts_of_one_dispersal_are_both_kept() -> None:
    def dispersed(id: str, low: int, high: int | None) -> Report:
        where = place("p1", "Almaty")
        told = event(
            "assembly.disperse",
            on="2020-06-06",
            roles={"place": (Filler(AT, entity="p1"),)},
            counts=(Count("injured", low, high, AT),),
        )
        plain = report(id, "2020-06-07", {}, told)
        return Report(id, plain.article, main_event="e1", entities=(where,), events=plain.events)

    (found,) = acts(dispersed("r1", 20, 20), dispersed("r2", 57, None))
    assert [v.value for v in found.conflicts[0].values] == ["20", "57.."]


def test_stages_of_one_law_are_acts_of_their_own() -> None:
    def law(id: str, stage: str, on: str) -> Report:
        roles = {"legal_instrument": (Filler(AT, entity="l1"),), "stage": (coded(stage),)}
        told = report(id, on, {"l1": "law on rallies"}, event("law.change", on=on, roles=roles))
        return told

    found = acts(law("r1", "proposed", "2020-02-01"), law("r2", "adopted", "2020-02-05"))
    assert [a.roles["stage"][0].code for a in found] == ["proposed", "adopted"]


def test_the_reason_names_whom_the_tellings_share() -> None:
    (found,) = acts(
        detained("r1", "2020-02-22", "2020-02-21"), detained("r2", "2020-02-23", "2020-02-21")
    )
    assert found.because == ("2 tellings of custody.detain about Mamai, dated 2020-02-21",)
