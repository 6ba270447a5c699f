"""Where a person stands follows from dated acts, and from sure ones only."""

from datetime import date

from tests.engine.cases.build import coded, event, report
from watchdesk.engine.cases.link import link
from watchdesk.engine.cases.records import Case, PersonState

WHO = {"n1": "mamai"}
DETAINED = report("r1", "2020-02-22", WHO, event("custody.detain", "n1", on="2020-02-21"))
REMANDED = report("r2", "2020-02-25", WHO, event("custody.remand", "n1", on="2020-02-24"))
PRISON = {"sentence": (coded(kind="prison", length="P2Y"),)}


def case(*reports, as_of: str | None = None) -> Case:
    (found,) = link(reports, as_of=date.fromisoformat(as_of) if as_of else None).cases
    return found


def state(*reports, as_of: str | None = None) -> PersonState:
    return next(s for s in case(*reports, as_of=as_of).states if s.proceeding is None)


def test_custody_lasts_until_a_release_is_told() -> None:
    found = state(DETAINED, REMANDED, as_of="2021-02-24")
    assert (found.state, found.held_since, found.days_in_custody) == (
        "pretrial_custody",
        "2020-02-21",
        370,
    )


def test_an_arrest_long_after_another_begins_a_custody_of_its_own() -> None:
    again = report("r9", "2023-06-02", WHO, event("custody.detain", "n1", on="2023-06-01"))
    found = state(DETAINED, REMANDED, again, as_of="2023-06-10")
    assert (found.held_since, found.days_in_custody) == ("2023-06-01", 4 + 10)


def test_an_arrest_retold_with_another_date_is_the_same_custody() -> None:
    retold = report("r9", "2020-03-02", WHO, event("custody.detain", "n1", on="2020-03-01"))
    assert state(DETAINED, retold, as_of="2020-03-05").held_since == "2020-02-21"


def test_the_reasons_name_acts_and_reports() -> None:
    found = state(DETAINED, REMANDED)
    assert [r.text for r in found.because] == [
        "Detained: custody.detain 2020-02-21 [r1]",
        "In pre-trial custody: custody.remand 2020-02-24 [r2]",
    ]


def test_the_state_can_be_asked_for_any_past_day() -> None:
    assert state(DETAINED, REMANDED, as_of="2020-02-22").state == "detained"
    assert case(DETAINED, REMANDED, as_of="2020-02-20").states == ()


def test_what_is_planned_demanded_or_negated_moves_nobody() -> None:
    for modality in ("planned", "demanded", "hypothetical", "negated"):
        told = report("r3", "2020-03-01", WHO, event("release.free", "n1", modality=modality))
        assert state(DETAINED, told).state == "detained"


def test_what_is_alleged_is_kept_as_a_doubt() -> None:
    told = report("r3", "2020-03-01", WHO, event("release.free", "n1", modality="alleged"))
    found = state(DETAINED, told)
    assert (found.state, len(found.doubts)) == ("detained", 1)


def test_an_act_that_cannot_follow_is_a_stray() -> None:
    killed = report("r3", "2020-03-01", WHO, event("violence.kill", "n1", on="2020-02-28"))
    later = report("r4", "2020-04-01", WHO, event("custody.detain", "n1", on="2020-03-30"))
    found = state(killed, later)
    assert (found.state, len(found.strays)) == ("dead", 1)


def test_a_background_act_counts_at_its_own_date() -> None:
    old = event("legal.convict", "n1", id="e2", on="2017", background=True, roles=PRISON)
    told = report("r1", "2020-02-22", WHO, event("custody.detain", "n1", on="2020-02-21"), old)
    first = case(told).acts[0]
    assert (first.type, first.date, first.background) == ("legal.convict", "2017", True)


def test_a_term_that_has_run_out_leaves_the_state_unknown() -> None:
    convicted = report(
        "r3", "2020-06-02", WHO, event("legal.convict", "n1", on="2020-06-01", roles=PRISON)
    )
    assert state(convicted, as_of="2021-06-01").state == "convicted_custodial"
    found = state(convicted, as_of="2023-01-01")
    assert (found.state, found.since) == ("unknown_since", "2022-06-01")
    assert "sentence_ended" in {a.kind for a in found.alarms}


def test_no_news_of_somebody_held_raises_an_alarm() -> None:
    found = state(DETAINED, as_of="2020-04-01")
    assert [(a.kind, a.due) for a in found.alarms] == [("silence", date(2020, 2, 25))]


def test_a_hearing_that_passed_unreported_raises_an_alarm() -> None:
    planned = report(
        "r3",
        "2020-03-01",
        WHO,
        event("legal.charge", "n1", on="2020-02-28"),
        event("legal.trial", "n1", id="e2", on="2020-03-10", modality="planned"),
    )
    found = state(DETAINED, REMANDED, planned, as_of="2020-03-12")
    assert [a.kind for a in found.alarms] == ["hearing_passed"]
    assert state(DETAINED, REMANDED, planned, as_of="2020-03-10").alarms == ()


def test_an_administrative_arrest_and_a_criminal_case_are_two_proceedings() -> None:
    days = {"sentence": (coded(kind="administrative_arrest", length="P10D"),)}
    arrest = report(
        "r2", "2020-02-23", WHO, event("legal.convict", "n1", on="2020-02-22", roles=days)
    )
    charge = report("r3", "2020-03-20", WHO, event("legal.charge", "n1", on="2020-03-19"))
    free = {"how": (coded("term_served"),)}
    freed = report(
        "r4", "2020-03-03", WHO, event("release.free", "n1", on="2020-03-03", roles=free)
    )
    found = case(DETAINED, arrest, freed, charge)
    assert [(p.track, len(p.acts)) for p in found.proceedings] == [
        ("administrative", 3),
        ("criminal", 1),
    ]
    assert {s.proceeding: s.state for s in found.states} == {
        None: "charged_at_liberty",
        "mamai-administrative": "released_served",
        "mamai-criminal": "charged_at_liberty",
    }
