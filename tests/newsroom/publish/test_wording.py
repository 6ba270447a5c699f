import pytest

from watchdesk.newsroom.publish import wording


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2020", "2020"),
        ("2020-02", "February 2020"),
        ("2020-02-XX", "February 2020"),
        ("2018?", "perhaps 2018"),
        ("2019-12-31/2020-01-01", "31 December 2019 to 1 January 2020"),
        ("../2020-02", "February 2020 or earlier"),
        ("no date", "no date"),
    ],
)
def test_edtf_dates_are_put_in_words(value, words) -> None:
    assert wording.edtf(value) == words


def test_a_state_has_a_tone_and_an_unknown_one_is_neutral() -> None:
    tones = [wording.tone(s) for s in ("detained", "cleared", "summoned", "unknown_since")]
    assert tones == ["held", "free", "wait", "unknown"]


def test_languages_and_countries_are_named() -> None:
    assert wording.language("prs") == "Dari"
    assert wording.language("kk") == "Kazakh"
    assert (wording.country("KZ"), wording.country("XX")) == ("Kazakhstan", "XX")
