from datetime import date

from tests.engine.events.build import only

WEDNESDAY = date(2022, 3, 9)


def edtf(text: str, type: str) -> str | None:
    found = only(text, type, published=WEDNESDAY).date
    return found.edtf if found else None


def test_an_act_without_a_date_has_that_of_the_sentence_before_it() -> None:
    text = "On Monday officers came to the office. Editor Aru Kenzhe was arrested."
    assert edtf(text, "custody.detain") == "2022-03-07"


def test_a_date_of_the_paragraph_before_is_not_taken() -> None:
    text = "On Monday ministers met in the capital.\n\nEditor Aru Kenzhe was arrested."
    assert edtf(text, "custody.detain") is None


def test_an_old_date_of_the_sentence_before_is_not_taken() -> None:
    text = "The paper was founded in May 2009. Editor Aru Kenzhe was arrested."
    assert edtf(text, "custody.detain") is None


def test_what_has_happened_is_not_dated_ahead() -> None:
    text = "Editor Aru Kenzhe, who will appeal, was arrested on July 31."
    assert edtf(text, "custody.detain") == "2021-07-31"
