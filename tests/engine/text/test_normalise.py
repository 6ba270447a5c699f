import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from watchdesk.engine.text.normalise import line, nfc, paragraphs


@given(st.text())
def test_the_form_is_nfc_and_stays_as_it_is(text: str) -> None:
    once = nfc(text)
    assert unicodedata.is_normalized("NFC", once)
    assert nfc(once) == once
    once.encode()


def test_what_windows_1252_meant_by_a_control_character_is_written() -> None:
    assert nfc("\x93don\x92t\x94") == "“don’t”"


def test_unseen_characters_go_but_joiners_of_words_stay() -> None:
    assert nfc("a\u200bb\xadc\ufeff") == "abc"
    assert nfc("می\u200cشود") == "می\u200cشود"


def test_a_line_is_single_spaced() -> None:
    assert line("  a\n\u00a0 b\t c ") == "a b c"


def test_paragraphs_are_parted_by_one_empty_line() -> None:
    assert paragraphs(" a  b \n c\n\n\n\n d ") == "a b\n\nc\n\nd"
