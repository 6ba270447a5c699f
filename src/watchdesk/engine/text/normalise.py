"""Bring text of any origin to one form: NFC, no control characters, single spaces."""

import re
import unicodedata

UNUSED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
# What Windows-1252 means by the control characters U+0080 to U+009F (WHATWG).
MISREAD = {byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in UNUSED}
UNSEEN = (0x7F, 0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF)
DROPPED = dict.fromkeys([*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *UNUSED, *UNSEEN])
TABLE = MISREAD | DROPPED
ODD = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]"
)
LONE = re.compile("[\ud800-\udfff]")
SPACES = re.compile(r"[^\S\n]+")
LINES = re.compile(r" ?\n ?")
BLANK_LINES = re.compile(r"\n{2,}")


def nfc(text: str) -> str:
    r"""Give text in NFC without characters that nobody sees; the joiners U+200C and U+200D stay.

    >>> nfc("don\x92t")
    'don’t'
    """
    if ODD.search(text):
        text = LONE.sub("\ufffd", text).translate(TABLE)
    return unicodedata.normalize("NFC", text)


def line(text: str) -> str:
    """Give text as one line, single-spaced."""
    return " ".join(nfc(text).split())


def paragraphs(text: str) -> str:
    """Give text whose paragraphs are parted by one empty line, all else single-spaced.

    A line break within a paragraph becomes one too: extractors end a paragraph with one.
    """
    one_spaced = LINES.sub("\n", SPACES.sub(" ", nfc(text))).strip()
    return BLANK_LINES.sub("\n", one_spaced).replace("\n", "\n\n")
