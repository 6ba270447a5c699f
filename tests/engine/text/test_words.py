from watchdesk.engine.text.words import split


def test_places_count_from_the_start_of_the_text() -> None:
    text = "Ann’s aide wasn’t in the U.S. on May 5."
    words = split(text)
    assert [text[s:e] for s, e in zip(words.starts, words.ends, strict=True)] == [
        "Ann", "’s", "aide", "was", "n’t", "in", "the", "U.S.", "on", "May", "5", ".",
    ]  # fmt: skip


def test_a_letter_that_folds_to_two_keeps_the_places() -> None:
    text = "İzmir'de Gözaltı"
    words = split(text)
    assert text[words.starts[-1] : words.ends[-1]] == "Gözaltı"


def test_numbers_and_compounds_stay_whole() -> None:
    assert split("12,000 re-arrested 37-year-old").folded == (
        "12,000",
        "re-arrested",
        "37-year-old",
    )
