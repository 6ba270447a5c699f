from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from watchdesk.engine.duplicates.near import COPY_FROM, PERMUTATIONS, group, keys, similarity

WIRE = (
    "TALGAR, February 20 (Steppe Wire) -- Police in the town of Talgar detained the editor of a "
    "news site outside a courthouse on Thursday, her lawyer said. Aru Kenzhebek was about to "
    "cover a hearing when five men in plain clothes led her to an unmarked car. Police have not "
    "commented. The site has written about the sale of public land to relatives of the mayor."
)
EDITED = "Editor led away in Talgar. " + WIRE.replace("on Thursday", "today") + " (ends)"
OTHER = (
    "Rescue teams in the mountains above Osh found two climbers alive after three nights in the "
    "snow, the ministry for emergencies said. Both were taken to hospital with frostbite. The "
    "weather is expected to improve by the weekend, and the search for a third man goes on."
)


def test_a_wire_text_with_edits_is_a_copy_and_another_text_is_none() -> None:
    assert similarity(keys(WIRE), keys(EDITED)) >= COPY_FROM
    assert similarity(keys(WIRE), keys(OTHER)) < 0.1


def test_letter_case_and_spaces_change_nothing() -> None:
    assert keys(WIRE) == keys("  ".join(WIRE.upper().split(" ")))


def test_copies_are_grouped_in_whatever_order_they_come() -> None:
    sketches = {"a": keys(WIRE), "b": keys(OTHER), "c": keys(EDITED)}
    for order in permutations(sketches):
        assert group({id: sketches[id] for id in order}) == (("a", "c"), ("b",))


def test_texts_without_words_are_copies_of_nothing() -> None:
    assert keys(" — ") == ()
    assert group({"a": (), "b": ()}) == (("a",), ("b",))


@given(st.text())
def test_a_sketch_is_the_same_each_time_and_like_itself(text) -> None:
    sketch = keys(text)
    assert len(sketch) in {0, PERMUTATIONS}
    assert sketch == keys(text)
    assert similarity(sketch, sketch) == (1.0 if sketch else 0.0)
