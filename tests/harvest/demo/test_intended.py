"""The intended reading fits the articles, the codebook and itself."""

from collections.abc import Iterator
from typing import get_args

import pytest

from watchdesk.engine import codebook
from watchdesk.engine.records import EntityKind, Modality
from watchdesk.harvest.demo.intended import (
    IntendedArticle,
    IntendedCase,
    IntendedEvent,
    first_day,
    read,
)
from watchdesk.harvest.demo.press import load

PRESS = load()
GOLD = read()
TEXTS = {a.id: " ".join((a.versions[-1].title, *a.versions[-1].paragraphs)) for a in PRESS.articles}
PUBLISHED = {a.id: a.published.date() for a in PRESS.articles}
RELEVANT = [pytest.param(a, id=a.id) for a in GOLD.articles.values() if a.case]
CASES = [pytest.param(case, id=case.id) for case in GOLD.cases.values()]
STATES = frozenset(
    "summoned detained pretrial_custody restrained charged_at_liberty convicted_custodial"
    " convicted_noncustodial released_served released_other cleared wanted_abroad disappeared"
    " held_by_nonstate dead".split()
)


def events() -> Iterator[tuple[IntendedArticle, IntendedEvent]]:
    for article in GOLD.articles.values():
        for event in article.events:
            yield article, event


def test_every_article_is_judged_and_nothing_else() -> None:
    assert set(GOLD.articles) == set(TEXTS)


def test_there_are_many_affairs_each_told_by_several_outlets_in_several_languages() -> None:
    language = {a.id: a.language for a in PRESS.articles}
    told = {case: [a.id for a in GOLD.articles.values() if a.case == case] for case in GOLD.cases}
    assert len(told) >= 14
    assert all(len({id.split("/")[0] for id in ids}) >= 2 for ids in told.values())
    languages = [len({language[id] for id in ids}) for ids in told.values()]
    assert min(languages) >= 2
    assert sum(count >= 3 for count in languages) >= 12


@pytest.mark.parametrize("case", CASES)
def test_a_case_uses_types_modalities_people_and_states_that_exist(case: IntendedCase) -> None:
    types = codebook.load().types
    for act in case.acts:
        assert act.type in types
        assert act.modality in get_args(Modality)
        assert act.target is None or act.target in GOLD.who
    assert set(case.states) <= set(case.people) <= set(GOLD.who)
    assert {state for state, _ in case.states.values()} <= STATES


@pytest.mark.parametrize("case", CASES)
def test_every_act_of_a_case_is_told_by_an_article_of_it(case: IntendedCase) -> None:
    told = {event.act.id for article, event in events() if article.case == case.id}
    assert told == {act.id for act in case.acts}


@pytest.mark.parametrize("case", CASES)
def test_a_state_rests_on_an_act_of_its_day(case: IntendedCase) -> None:
    for person, (_, since) in case.states.items():
        assert any(act.target == person and act.date == since for act in case.acts)


def test_every_spelling_stands_in_a_relevant_article() -> None:
    everything = " ".join(TEXTS[a.id] for a in GOLD.articles.values() if a.case)
    for who in GOLD.who.values():
        assert who.kind in get_args(EntityKind)
        assert who.spellings
        for spelling in who.spellings:
            assert spelling in everything, (who.id, spelling)


@pytest.mark.parametrize("article", RELEVANT)
def test_an_article_names_everyone_its_events_befall(article: IntendedArticle) -> None:
    assert any(not event.optional for event in article.events)
    for event in article.events:
        if event.act.target:
            spellings = GOLD.who[event.act.target].spellings
            assert any(spelling in TEXTS[article.id] for spelling in spellings), event.act.id


@pytest.mark.parametrize("article", RELEVANT)
def test_no_article_tells_as_done_what_had_not_happened(article: IntendedArticle) -> None:
    for event in article.events:
        done = "asserted" in event.modalities or "alleged" in event.modalities
        if done and event.act.date:
            assert first_day(event.act.date) <= PUBLISHED[article.id], event.act.id


def test_people_are_spelled_in_several_scripts() -> None:
    people = [GOLD.who[p] for case in GOLD.cases.values() for p in case.people]
    in_both = [
        who
        for who in people
        if any(s.isascii() for s in who.spellings) and any(not s.isascii() for s in who.spellings)
    ]
    assert len(in_both) >= 15
