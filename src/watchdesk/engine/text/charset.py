"""Turn bytes into text, whatever their senders say of them."""

from collections.abc import Iterable

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

MARKS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
"""How a file begins that is not in one-byte units: with its byte order mark, or with a tag."""
SAMPLE_BYTES = 64 * 1024


def decode(body: bytes, named: Iterable[str | None] = ()) -> str:
    """Decode bytes; `named` are the charsets that header and page claim, the most trusted first.

    Valid UTF-8 is UTF-8 whatever they claim; a name means what browsers take it to mean (WHATWG);
    without a name that fits, the bytes are looked at.  What cannot be decoded becomes U+FFFD.

    >>> decode("Суд".encode("cp1251"), ["windows-1251"])
    'Суд'
    """
    for mark, charset in MARKS:
        if body.startswith(mark):
            return body.decode(charset, "replace").removeprefix("\ufeff")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _other(body, named)


def _other(body: bytes, named: Iterable[str | None]) -> str:
    for name in named:
        charset = map_encoding_to_html5(name, fallback_utf8=False) if name else None
        if charset and charset != "utf-8":
            return body.decode(charset, "replace")
    guess = detect_encoding(body, max_len=SAMPLE_BYTES) or "utf-8"
    return body.decode(guess, "replace")


def of_content_type(content_type: str | None) -> str | None:
    """Give the charset that a Content-Type header names.

    >>> of_content_type('text/html; charset="windows-1251"')
    'windows-1251'
    """
    _, found, rest = (content_type or "").lower().partition("charset=")
    return rest.split(";")[0].strip(" \"'") or None if found else None
