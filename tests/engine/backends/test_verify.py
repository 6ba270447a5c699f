import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchdesk.engine.backends.prompt import answer_schema, question
from watchdesk.engine.backends.verify import verify
from watchdesk.engine.codebook.load import load
from watchdesk.engine.records import Article, Entity, Mention, Mentions, Span

TEXT = (
    "Police in Talgar detained editor Aru Kenzhe on February 19, her lawyer said. "
    "She was released the next day."
)
ARTICLE = Article(text=TEXT, title="Editor detained", language="en")
ARU = Span(TEXT.index("Aru Kenzhe"), TEXT.index("Aru Kenzhe") + len("Aru Kenzhe"))
MENTIONS = Mentions(
    (Entity("n1", "person", "Aru Kenzhe", mentions=(ARU,)),),
    (Mention(ARU, "person", "name", "n1", ARU, "aru kenzhe"),),
)
GOOD = {
    "type": "custody.detain",
    "sentence": "Police in Talgar detained editor Aru Kenzhe on February 19, her lawyer said.",
    "trigger": "detained",
    "roles": {"target": ["Aru Kenzhe"], "actor": ["Police"]},
    "date": {"text": "February 19", "edtf": "2026-02-19"},
    "modality": "alleged",
    "background": False,
    "concern": True,
    "attribution": [{"source": "her lawyer", "verb": "said", "relation": "lawyer"}],
}


def check(**changes):
    answer = {"events": [GOOD | changes], "main_event": 0}
    return verify(json.dumps(answer), ARTICLE, MENTIONS, load())


def test_an_event_whose_words_stand_in_the_text_is_kept_with_its_spans() -> None:
    found = check()
    assert found.dropped == ()
    (event,) = found.events
    assert event.trigger.of(TEXT) == "detained"
    assert [f.entity for f in event.roles["target"]] == ["n1"]
    assert event.roles["actor"][0].span.of(TEXT) == "Police"
    assert event.date is not None
    assert event.date.span.of(TEXT) == "February 19"
    assert (event.modality, event.attribution[0].relation) == ("alleged", "lawyer")
    assert found.main_event == event.id == "e1"


def test_an_actor_that_only_the_model_saw_becomes_an_entity() -> None:
    names = [e.name for e in check().mentions.entities]
    assert names[:2] == ["Aru Kenzhe", "Police"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"roles": {"target": ["Aru Kenzheeva"]}}, "'Aru Kenzheeva' is not in the article"),
        ({"trigger": "arrested"}, "'arrested' is not in its sentence"),
        ({"trigger": "released"}, "'released' is not in its sentence"),
        ({"sentence": "Police detained her."}, "is not in the article"),
        ({"type": "custody.kidnap"}, "no type 'custody.kidnap' in the codebook"),
        ({"roles": {"victim": ["Aru Kenzhe"]}}, "has no role 'victim'"),
        ({"modality": "certain"}, "no modality 'certain'"),
        ({"date": {"text": "February 19", "edtf": "last week"}}, "'last week' is no EDTF"),
        ({"date": {"text": "May 3", "edtf": "2026-05-03"}}, "'May 3' is not in the article"),
        ({"roles": {"target": [""]}}, "a value is empty"),
        ({"attribution": [{"source": "her lawyer", "relation": "friend"}]}, "no relation"),
    ],
)
def test_an_event_with_one_value_that_is_not_in_the_text_is_dropped_and_counted(
    changes, reason
) -> None:
    found = check(**changes)
    assert found.events == ()
    assert len(found.dropped) == 1
    assert reason in found.dropped[0]


@pytest.mark.parametrize("answer", ["", "no events here", "[1]", '{"events": 3}', "[" * 100_000])
def test_an_answer_that_is_no_answer_gives_one_reason(answer) -> None:
    found = verify(answer, ARTICLE, MENTIONS, load())
    assert (found.events, len(found.dropped)) == ((), 1)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from([*GOOD, "x"]), inner, max_size=9)
        ),
        max_leaves=20,
    )
)
def test_whatever_a_model_says_every_span_kept_holds_words_of_the_text(raw) -> None:
    answer = json.dumps({"events": [raw, GOOD], "main_event": raw})
    found = verify(answer, ARTICLE, MENTIONS, load())
    assert len(found.events) + len(found.dropped) == 2
    for event in found.events:
        assert event.trigger in event.sentence
        for fillers in event.roles.values():
            assert all(f.span.of(TEXT) == f.text for f in fillers)


def test_the_question_holds_the_whole_codebook_and_the_article() -> None:
    asked = question(ARTICLE, load())
    system, user = (m["content"] for m in asked.messages)
    assert all(f"- {code}: " in system for code in load().types)
    assert TEXT in user
    assert asdict(asked)["schema"] == answer_schema(load())
