from dataclasses import replace

from watchdesk.engine.codebook.load import load
from watchdesk.engine.records import (
    Article,
    Attributes,
    Entity,
    Event,
    Filler,
    Mention,
    Mentions,
    Place,
    Span,
)
from watchdesk.engine.relevance.judge import judge

TEXT = (
    "Police detained editor Aru Kenzhe in Talgar. " + "It rained all week. " * 60 + "He was freed."
)
ARU = Span(TEXT.index("Aru Kenzhe"), TEXT.index("Aru Kenzhe") + 10)
TALGAR = Span(TEXT.index("Talgar"), TEXT.index("Talgar") + 6)
ARTICLE = Article(text=TEXT, title="Editor Kenzhe detained", language="en")
MENTIONS = Mentions(
    (
        Entity(
            "n1",
            "person",
            "Aru Kenzhe",
            mentions=(ARU,),
            attributes=Attributes(person_kinds=("journalist",)),
        ),
        Entity("n2", "place", "Talgar", mentions=(TALGAR,), place=Place("KZ", settlement="Talgar")),
    ),
    (
        Mention(ARU, "person", "name", "n1", ARU, "aru kenzhe"),
        Mention(TALGAR, "place", "name", "n2", TALGAR, "talgar"),
    ),
)
DETAINED = Event(
    "e1",
    "custody.detain",
    Span(7, 15),
    Span(0, 44),
    "custody.detain/en/x",
    roles={
        "target": (Filler(ARU, "Aru Kenzhe", "n1"),),
        "place": (Filler(TALGAR, "Talgar", "n2"),),
    },
)
FREED = Event(
    "e2", "release.free", Span(len(TEXT) - 6, len(TEXT) - 1), Span(len(TEXT) - 13, len(TEXT)), "r"
)


def test_the_main_event_is_the_news_that_the_lead_and_the_title_tell() -> None:
    found = judge(ARTICLE, MENTIONS, [FREED, DETAINED], load())
    assert found.main_event == "e1"
    by_id = {e.id: e.salience for e in found.events}
    assert 0 < by_id["e2"] < by_id["e1"] <= 1


def test_an_old_act_told_in_passing_is_not_the_main_event() -> None:
    old = replace(DETAINED, id="e3", background=True)
    assert judge(ARTICLE, MENTIONS, [old, FREED], load()).main_event == "e2"


def test_a_journalists_arrest_in_focus_is_relevant_and_the_reasons_say_why() -> None:
    found = judge(ARTICLE, MENTIONS, [DETAINED], load()).relevance
    assert found.relevant
    assert found.in_focus
    assert found.countries == ("KZ",)
    assert {"harm_in_lead", "person_kind", "in_focus"} <= set(found.reasons)
    assert "human-rights" in found.themes


def test_a_robbers_arrest_is_not_relevant() -> None:
    robbery = replace(DETAINED, concern=False, roles={})
    found = judge(ARTICLE, MENTIONS, [robbery], load()).relevance
    assert not found.relevant
    assert found.reasons == ("no_concern",)


def test_a_planned_or_negated_act_harms_nobody() -> None:
    for modality in ("planned", "negated", "demanded", "hypothetical"):
        event = replace(DETAINED, modality=modality)
        assert "harm_in_lead" not in judge(ARTICLE, MENTIONS, [event], load()).relevance.reasons


def test_an_article_without_events_has_no_main_event_and_is_not_relevant() -> None:
    found = judge(ARTICLE, MENTIONS, [], load())
    assert (found.main_event, found.relevance.relevant, found.relevance.score) == (None, False, 0)


def test_an_event_weighs_more_the_more_the_article_speaks_of_its_target() -> None:
    often = replace(MENTIONS, mentions=MENTIONS.mentions[:1] * 8 + MENTIONS.mentions[1:])
    once = judge(ARTICLE, MENTIONS, [DETAINED], load()).events[0].salience
    assert judge(ARTICLE, often, [DETAINED], load()).events[0].salience > once
