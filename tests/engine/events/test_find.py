"""Who did what to whom, in every form English has for it."""

from datetime import date

import pytest

from tests.engine.events.build import events_of, only, types_of, words_of
from watchdesk.engine import codebook
from watchdesk.engine.events.find import find
from watchdesk.engine.records import Article, Mentions, Span

FORMS = [
    ("Police detained Aru Kenzhe on Monday.", "arrest-active"),
    ("Aru Kenzhe has been detained by police.", "arrest-passive"),
    ("Aru Kenzhe was being detained by police.", "arrest-passive"),
    ("Aru Kenzhe, detained by police on Monday, is a teacher.", "arrest-participle"),
    ("The arrest of Aru Kenzhe by police came at dawn.", "arrest-noun-noun"),
    ("Police stormed the hall, arresting Aru Kenzhe.", "arrest-active"),
    ("Police beat and arrested Aru Kenzhe.", "arrest-active"),
    ("Aru Kenzhe was beaten and arrested by police.", "arrest-passive"),
    ("Police took Aru Kenzhe into custody.", "into-custody-active"),
]


@pytest.mark.parametrize(("text", "rule"), FORMS)
def test_each_form_gives_target_and_actor(text: str, rule: str) -> None:
    event = only(text, "custody.detain")
    assert event.rule == f"custody.detain/en/{rule}"
    assert words_of(event, "target", text) == ["Aru Kenzhe"]
    assert [w.lower() for w in words_of(event, "actor", text)] == ["police"]


def test_a_headline_without_a_verb_of_its_own_is_read() -> None:
    text = "Activist Aru Kenzhe detained on eve of rally"
    assert words_of(only(text, "custody.detain"), "target", text) == ["Aru Kenzhe"]


def test_all_of_a_list_are_targets() -> None:
    text = "Aru Kenzhe, Vera Lind and three other activists were detained in Lenta."
    event = only(text, "custody.detain")
    assert words_of(event, "target", text) == ["Aru Kenzhe", "Vera Lind", "three other activists"]


def test_the_subject_is_found_beyond_a_relative_clause() -> None:
    text = "The lawyer, who had defended miners, was detained on Friday."
    assert words_of(only(text, "custody.detain"), "target", text) == ["The lawyer"]


def test_the_object_of_a_preposition_is_not_taken_for_the_subject() -> None:
    text = "The editor of the newspaper was detained."
    assert words_of(only(text, "custody.detain"), "target", text) == ["The editor"]


def test_police_that_act_are_never_their_own_target() -> None:
    text = "Police shot and killed, apparently without warning, driver Timur Osh."
    event = only(text, "violence.kill")
    assert words_of(event, "target", text) == ["Timur Osh"]
    assert words_of(event, "actor", text) == ["Police"]


MODALITIES = [
    ("Timur Osh was not detained.", "negated"),
    ("Timur Osh could be detained.", "hypothetical"),
    ("He left to avoid being detained.", "negated"),
    ("Police denied that they had detained Timur Osh.", "denied"),
    ("Police denied detaining Timur Osh.", "denied"),
    ("Timur Osh was allegedly detained.", "alleged"),
    ("Lawyers demanded that police detain the attackers.", "demanded"),
    ("Police plan to detain Timur Osh.", "planned"),
    ("Police threatened to detain Timur Osh.", "hypothetical"),
    ("Police detained Timur Osh.", "asserted"),
]


@pytest.mark.parametrize(("text", "modality"), MODALITIES)
def test_what_is_no_fact_is_never_asserted(text: str, modality: str) -> None:
    assert only(text, "custody.detain").modality == modality


def test_a_demand_does_not_reach_into_a_relative_clause() -> None:
    text = "Writers called for the release of Timur Osh, who was detained in May."
    assert only(text, "release.free").modality == "demanded"
    assert only(text, "custody.detain").modality == "asserted"


def test_a_probe_that_is_demanded_leaves_the_killing_a_fact() -> None:
    text = "Lawmakers demanded a probe into the killing of Timur Osh."
    assert only(text, "violence.kill").modality == "asserted"


def test_a_sentence_gives_kind_length_charge_and_article() -> None:
    text = (
        "A court in Lenta sentenced Vera Lind to three years and six months in prison "
        "on charges of inciting hatred under Article 130."
    )
    event = only(text, "legal.convict")
    (penalty,) = event.roles["sentence"]
    assert (penalty.kind, penalty.length) == ("prison", "P3Y6M")
    assert [f.code for f in event.roles["charge"]] == ["incitement-hatred"]
    assert [f.article for f in event.roles["article"]] == ["130"]
    assert words_of(event, "court", text) == ["A court"]


def test_an_act_told_twice_is_one_event_that_remembers_both_sentences() -> None:
    text = "Police detained Timur Osh on Monday. Osh was detained at home, his wife said."
    event = only(text, "custody.detain")
    assert [s.of(text) for s in event.also_told_in] != []


def test_two_people_detained_are_two_events() -> None:
    text = "Police detained Timur Osh. Police also detained Vera Lind."
    found = [e for e in events_of(text) if e.type == "custody.detain"]
    assert len(found) == 2


def test_an_old_act_is_background() -> None:
    text = "Timur Osh was convicted of libel in 2017. He was detained on 20 February 2020."
    found = {e.type: e for e in events_of(text, published=date(2020, 2, 21))}
    assert found["legal.convict"].background
    assert not found["custody.detain"].background


def test_the_arrest_of_a_robber_is_of_no_concern_and_that_of_a_journalist_is() -> None:
    assert not only("Police arrested a robber in Lenta.", "custody.detain").concern
    assert only("Police arrested a journalist in Lenta.", "custody.detain").concern


def test_what_the_victim_says_was_done_to_him_is_alleged_with_its_source() -> None:
    text = "Timur Osh said he was tortured in the police station."
    event = only(text, "illtreat.torture")
    assert event.modality == "alleged"
    assert [(a.relation, a.verb) for a in event.attribution] == [("self", "said")]


def test_counts_keep_their_bound() -> None:
    text = "At least 39 protesters were killed."
    (count,) = only(text, "violence.kill").counts
    assert (count.of, count.min, count.max) == ("killed", 39, None)


def test_members_of_a_group_are_targets_too() -> None:
    text = "Police arrested three editors: Timur Osh, Vera Lind and Joram Pell."
    found = words_of(only(text, "custody.detain"), "target", text)
    assert found[1:] == ["Timur Osh", "Vera Lind", "Joram Pell"]


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed three people.",
        "An earthquake hit the coast, and 40 people were killed.",
        "The home team beat its rivals 3-1.",
        "The ministry released a statement.",
        "The director shot a film about miners.",
        "Lawmakers killed the bill.",
    ],
)
def test_what_wrongs_nobody_is_no_event(text: str) -> None:
    assert (
        types_of(events_of(text)) & {"violence.kill", "violence.assault", "release.free"} == set()
    )


def test_every_span_stands_in_the_text_it_came_from() -> None:
    text = "Police detained Timur Osh in Lenta on Monday on suspicion of fraud, his lawyer said."
    for event in events_of(text):
        assert event.trigger in event.sentence
        for filler in (f for fillers in event.roles.values() for f in fillers):
            assert not filler.text or filler.span.of(text) == filler.text


def test_ids_run_in_the_order_of_the_text() -> None:
    found = events_of("Police detained Timur Osh. A court jailed Vera Lind for a year.")
    assert [e.id for e in found] == [f"e{n}" for n in range(1, len(found) + 1)]
    assert [e.trigger for e in found] == sorted(e.trigger for e in found)


def test_a_language_without_words_gives_no_events() -> None:
    article = Article(text="Nešto se dogodilo.", language="und")
    assert find(article, [Span(0, 18)], Mentions(), (), codebook.load()) == ()


def test_bare_plurals_tell_of_no_single_happening() -> None:
    text = "Abductions and killings have been prevalent in the region."
    assert not types_of(events_of(text))


def test_a_plural_that_somebody_suffers_tells_of_what_happened() -> None:
    text = "Relatives condemned killings of two teachers."
    assert "violence.kill" in types_of(events_of(text))


def test_a_word_that_says_what_some_people_are_tells_of_no_act() -> None:
    text = "The petition asks for books for jailed journalists."
    assert "custody.detain" not in types_of(events_of(text))


def test_a_jailed_person_with_a_name_was_jailed() -> None:
    text = "The petition is for jailed editor Aru Kenzhe."
    assert "custody.detain" in types_of(events_of(text))
