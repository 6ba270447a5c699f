import pytest

from .reading import Reading


@pytest.mark.parametrize(
    "text, at_least, at_most",
    [
        ("Three activists left.", 3, 3),
        ("Twenty-five activists left.", 25, 25),
        ("At least 39 activists left.", 39, None),
        ("Up to 200 activists left.", None, 200),
        ("Dozens of activists left.", 24, None),
        ("1,500 activists left.", 1500, 1500),
        ("The activists left.", None, None),
        ("An activist left.", 1, 1),
    ],
)
def test_a_phrase_says_how_many_it_means(
    text: str, at_least: int | None, at_most: int | None
) -> None:
    (mention,) = Reading(text).found.mentions
    assert (mention.at_least, mention.at_most) == (at_least, at_most)
