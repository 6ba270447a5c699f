import pytest

from watchdesk.engine.text.charset import decode, of_content_type

TEXT = "Полиция задержала троих активистов в центре города, сообщил их адвокат."


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_whatever_a_header_claims(charset: str) -> None:
    assert decode(TEXT.encode(charset), ["iso-8859-1"]) == TEXT


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_markup_without_a_byte_order_mark_tells_its_width(charset: str) -> None:
    assert decode(f"<p>{TEXT}".encode(charset)) == f"<p>{TEXT}"


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "iso-8859-5"])
def test_an_older_charset_is_read_by_name(charset: str) -> None:
    assert decode(TEXT.encode(charset), [None, charset]) == TEXT


@pytest.mark.parametrize("named", [[], ["nonsense"], ["utf-8"]])
def test_without_a_name_that_fits_the_bytes_are_looked_at(named: list[str]) -> None:
    assert decode(TEXT.encode("windows-1251"), named) == TEXT


def test_latin_1_means_what_browsers_take_it_to_mean() -> None:
    assert decode("“Don’t”".encode("cp1252"), ["iso-8859-1"]) == "“Don’t”"


def test_the_charset_of_a_header_is_found() -> None:
    assert of_content_type("text/html; Charset=KOI8-R; x=y") == "koi8-r"
    assert of_content_type("text/html") is None
    assert of_content_type(None) is None
