import pytest

from tests.engine.events.build import only, words_of

NAMED = ["Timur Osh", "Vera Lind"]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested two editors: Timur Osh and Vera Lind.",
        "Two editors, Timur Osh and Vera Lind, were arrested.",
        "Police arrested dozens of people on Monday, including Timur Osh and Vera Lind.",
        "Among those arrested are Timur Osh and Vera Lind.",
    ],
)
def test_those_a_group_is_made_of_are_targets(text: str) -> None:
    found = words_of(only(text, "custody.detain"), "target", text)
    assert [name for name in NAMED if name in found] == NAMED


def test_a_name_after_a_group_that_begins_a_clause_is_no_member() -> None:
    text = "Police arrested two editors, Timur Osh said."
    assert "Timur Osh" not in words_of(only(text, "custody.detain"), "target", text)
