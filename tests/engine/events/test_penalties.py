import pytest

from tests.engine.events.build import only


@pytest.mark.parametrize(
    ("words", "kind", "length"),
    [
        ("to seven years in prison", "prison", "P7Y"),
        ("to two years and six months in a penal colony", "prison", "P2Y6M"),
        ("to life in prison", "life", None),
        ("to 15 days of arrest", "administrative_arrest", "P15D"),
        ("to a suspended sentence of two years", "suspended", "P2Y"),
        ("to death", "death", None),
    ],
)
def test_a_penalty_has_a_kind_and_a_length(words: str, kind: str, length: str | None) -> None:
    event = only(f"A court sentenced Vera Lind {words}.", "legal.convict")
    assert (kind, length) in [(f.kind, f.length) for f in event.roles["sentence"]]


def test_time_in_custody_is_a_duration() -> None:
    event = only("Timur Osh was held in custody for 13 months.", "custody.detain")
    assert [f.length for f in event.roles["duration"]] == ["P13M"]


def test_a_sentence_in_absentia_says_so() -> None:
    event = only("A court sentenced Timur Osh in absentia to ten years.", "legal.convict")
    assert [f.code for f in event.roles["in_absentia"]] == ["true"]
