import pytest

from watchdesk.engine.text import inflection, lexicon


@pytest.mark.parametrize(
    ("lemma", "form", "tag"),
    [
        ("detain", "detained", "passive"),
        ("beat", "beaten", "passive"),
        ("beat", "beat", "past"),
        ("nab", "nabbing", "gerund"),
        ("label", "labelled", "past"),
        ("label", "labeled", "past"),
        ("deny", "denies", "present"),
        ("be", "was", "past"),
        ("policeman", "policemen", "noun"),
    ],
)
def test_a_form_says_what_it_can_be(lemma: str, form: str, tag: str) -> None:
    english = lexicon.load("en")
    assert english is not None
    assert tag in inflection.inflector(english)(lemma)[form]


def test_a_language_nobody_knows_has_words_that_do_not_change() -> None:
    assert set(inflection.inflector(lexicon.Lexicon("xx"))("slovo")) == {"slovo"}


def test_there_is_no_lexicon_of_an_unknown_language() -> None:
    assert lexicon.load("und") is None
