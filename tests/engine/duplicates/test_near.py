from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from watchdesk.engine.duplicates.near import COPY_FROM, group, keys, similarity

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
    assert similarity(WIRE, EDITED) >= COPY_FROM
    assert similarity(WIRE, OTHER) < 0.1


def test_copies_share_a_key_and_strangers_share_none() -> None:
    assert set(keys(WIRE)) & set(keys(EDITED))
    assert not set(keys(WIRE)) & set(keys(OTHER))


def test_letter_case_and_spaces_change_nothing() -> None:
    assert keys(WIRE) == keys("  ".join(WIRE.upper().split(" ")))


def test_copies_are_grouped_in_whatever_order_they_come() -> None:
    texts = {"a": WIRE, "b": OTHER, "c": EDITED}
    for order in permutations(texts):
        assert group({id: texts[id] for id in order}) == (("a", "c"), ("b",))


def test_texts_without_words_are_copies_of_nothing() -> None:
    assert keys(" — ") == ()
    assert group({"a": "", "b": "..."}) == (("a",), ("b",))


@given(st.text())
def test_keys_fit_a_column_and_are_the_same_each_time(text) -> None:
    found = keys(text)
    assert found == keys(text)
    assert all(0 <= key < 2**64 for key in found)
    assert similarity(text, text) == (1.0 if found else 0.0)
