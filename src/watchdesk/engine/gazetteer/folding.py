"""The form under which spellings of one place name meet: lower case, no accents or marks."""

import unicodedata
from functools import lru_cache

DASHES = "-‑–—"
APOSTROPHES = "'’ʼʻ‘`ʿʾ"
PLAIN = str.maketrans({**dict.fromkeys(DASHES, " "), **dict.fromkeys(APOSTROPHES, ""), "ё": "е"})


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """Fold a place name; Cyrillic й and ї keep their marks.

    >>> fold("Orël"), fold("Ростов-на-Дону"), fold("Türkiye")
    ('orel', 'ростов на дону', 'turkiye')
    """
    low = name.casefold().translate(PLAIN)
    if low.isascii():
        return " ".join(low.split())
    letters = []
    for char in low:
        base = unicodedata.normalize("NFD", char)
        letters.append(base[0] if base[0].isascii() and len(base) > 1 else char)
    return " ".join("".join(letters).split())
