"""Comparing a reading with the gold: what counts as right, missed, invented."""

from dataclasses import replace

import pytest

from watchdesk.engine.cases.records import Case, CasePerson, Cases, PersonState
from watchdesk.engine.records import Article, Entity, Event, Filler, Relevance, Report, Span
from watchdesk.harvest.demo.compare import (
    Score,
    b_cubed,
    compare,
    events,
    grouping,
    match,
    names,
    relevance,
    states,
)
from watchdesk.harvest.demo.intended import (
    Intended,
    IntendedAct,
    IntendedArticle,
    IntendedCase,
    IntendedEvent,
    Who,
)

TEXT = "Police detained Dauren Yershatov. A court fined him. His party called a rally."
DETAIN = IntendedAct(
    "c/detain", "c", "custody.detain", "y", "police", "2026-01-16", "asserted", "KZ", False
)
FINE = replace(DETAIN, id="c/fine", type="legal.convict", date="2026-01-17")
RALLY = replace(DETAIN, id="c/rally", type="assembly.protest", target="party", modality="planned")
WHO = {
    "y": Who("y", "person", "Dauren Yershatov", ("Dauren Yershatov", "Ершатова")),
    "party": Who("party", "organisation", "Open Steppe", ("His party",)),
}


def wanted(act: IntendedAct, *, optional: bool = False) -> IntendedEvent:
    return IntendedEvent(act, (act.modality,), background=False, optional=optional)


def found(type: str, words: str, role: str = "target", **more: object) -> Event:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return Event("e", type, span, span, "r", roles={role: (Filler(span, words, "n1"),)}, **more)  # type: ignore[arg-type]


def report(*events: Event, id: str = "r1", relevant: bool = True) -> Report:
    person = Entity("n1", "person", "Dauren Yershatov", mentions=(Span(16, 32),))
    return Report(
        id,
        Article(TEXT),
        relevance=Relevance(0.9, relevant),
        entities=(person,),
        events=events,
    )


def gold(*events: IntendedEvent, case: str | None = "c") -> IntendedArticle:
    return IntendedArticle("a", case, events)


def test_an_event_of_same_type_and_target_is_right_even_by_pronoun() -> None:
    result = match(report(found("legal.convict", "him")), gold(wanted(FINE)), WHO, "same_target")
    assert result.score == Score(1, 1, 1)


def test_an_event_that_befalls_someone_else_is_invented_and_the_true_one_missed() -> None:
    event = found("custody.detain", "Police")
    event = replace(event, roles={"target": (Filler(Span(0, 6), "Police"),)})
    result = match(report(event), gold(wanted(DETAIN)), WHO, "same_target")
    assert (len(result.missed), result.invented) == (1, (event,))


def test_the_one_who_protests_is_looked_for_in_the_role_of_actor() -> None:
    event = found("assembly.protest", "His party", "actor", modality="planned")
    result = match(report(event), gold(wanted(RALLY)), WHO, "same_modality")
    assert result.score == Score(1, 1, 1)


def test_modality_counts_only_where_it_is_asked_for() -> None:
    event = found("custody.detain", "Dauren Yershatov", modality="alleged")
    sides = (report(event), gold(wanted(DETAIN)), WHO)
    assert match(*sides, "same_target").score == Score(1, 1, 1)
    assert match(*sides, "same_modality").score == Score(0, 1, 1)


def test_an_optional_event_counts_neither_way() -> None:
    event = found("custody.detain", "Dauren Yershatov")
    optional = gold(wanted(DETAIN, optional=True))
    assert match(report(event), optional, WHO, "same_target").score == Score(0, 0, 0)
    assert match(report(), optional, WHO, "same_target").score == Score(0, 0, 0)


def test_events_of_no_concern_are_left_out() -> None:
    event = found("custody.detain", "Dauren Yershatov", concern=False)
    assert match(report(event), gold(case=None), WHO, "same_target").score == Score(0, 0, 0)


def test_an_event_told_twice_is_right_once() -> None:
    event = found("custody.detain", "Dauren Yershatov")
    result = match(report(event, event), gold(wanted(DETAIN)), WHO, "same_target")
    assert result.score == Score(1, 2, 1)


def test_an_article_that_was_not_read_is_missed_in_full() -> None:
    result = events({}, {"a": gold(wanted(DETAIN), wanted(FINE, optional=True))}, WHO)
    assert result.scores["events: type, target"] == Score(0, 0, 1)
    assert [mistake.what for mistake in result.mistakes] == ["the article was not read"]


def test_relevance_is_scored_over_all_articles() -> None:
    articles = {"a": gold(), "b": gold(case=None), "c": gold()}
    reports = {"a": report(), "b": report(), "c": report(relevant=False)}
    assert relevance(reports, articles) == Score(1, 2, 2)


def test_b_cubed_punishes_lumping_in_precision_and_splitting_in_recall() -> None:
    apart = {"a": "x", "b": "x", "c": "y", "d": "y"}
    assert b_cubed(dict.fromkeys("abcd", "1"), apart) == (0.5, 1.0)
    assert b_cubed({i: i for i in "abcd"}, apart) == (1.0, 0.5)


def test_a_report_in_no_case_stands_alone() -> None:
    articles = {"a": gold(), "b": gold()}
    reports = {"a": report(id="r1"), "b": report(id="r2")}
    together = Cases((Case("k", "", (), reports=("r1", "r2")),))
    assert grouping(reports, together, articles).f1 == 1
    alone = grouping(reports, Cases(()), articles)
    assert (alone.precision, alone.recall) == (1, 0.5)


@pytest.mark.parametrize(
    ("state", "expected"), [("restrained", (1, 1)), ("detained", (0, 1)), (None, (0, 0))]
)
def test_a_state_is_right_wrong_or_not_told(
    state: str | None, expected: tuple[float, float]
) -> None:
    case = IntendedCase("c", "", "KZ", ("y",), (DETAIN,), {"y": ("restrained", "2026-01-19")})
    found_case = Case(
        "k",
        "",
        (),
        people=(CasePerson("p1", "Yershatov", ("Dauren Yershatov",)),),
        states=(PersonState("p1", state),),
    )
    score, mistakes = states(Cases((found_case,)), Intended(WHO, {"c": case}, {}))
    assert (score.right, score.found, score.there) == (*expected, 1)
    assert [m.where for m in mistakes] == ([] if state == "restrained" else ["y"])


def test_a_name_of_two_letters_is_found_in_nothing() -> None:
    assert not names("he", "the Yershatov he knew")


def test_a_comparison_shows_everything_in_order() -> None:
    result = compare(
        {"a": report(found("custody.detain", "Dauren Yershatov"))},
        Cases(()),
        Intended(WHO, {}, {"a": gold(wanted(DETAIN))}),
    )
    assert list(result.scores) == [
        "relevance",
        "events: type",
        "events: type, target",
        "events: type, target, modality",
        "dates",
        "background",
        "cases (B-cubed)",
        "states",
    ]
    assert not result.mistakes
