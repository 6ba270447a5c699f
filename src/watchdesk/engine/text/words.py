"""Cut text into words without losing their place."""

import re
from dataclasses import dataclass

MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u200c\u200d"
"""Signs that belong to the letter before them: accents, Arabic vowel signs, joiners."""
LETTER = rf"[\w{MARKS}]"
WORD = re.compile(
    rf"{LETTER}+(?:(?:[-‑.]|(?<=\d)[,:](?=\d)|['’](?!s\b)){LETTER}+)*(?:(?<=\b\w\.\w)\.)?"
    r"|['’]s\b"  # Ann 's
    r"|--+|\.\.\.|[^\w\s]"
)
APOSTROPHES = str.maketrans({"’": "'", "‑": "-", "ё": "е"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words and signs of a text in order: folded form, first and past-the-last character."""

    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.folded)


def fold(word: str) -> str:
    """Give the form under which spellings of one word meet.

    >>> fold("Didn’t"), fold("Ещё")
    ("didn't", 'еще')
    """
    return word.casefold().translate(APOSTROPHES)


def split(text: str) -> Words:
    """Give the words of a text.

    >>> split("Ann’s aide wasn’t re-arrested.").folded
    ('ann', "'s", 'aide', 'was', "n't", 're-arrested', '.')
    """
    spans = [m.span() for m in WORD.finditer(text)]
    whole = fold(text)
    if len(whole) == len(text):
        folded = [whole[start:end] for start, end in spans]
    else:  # a sign that folds to two, as the Turkish dotted capital I
        folded = [fold(text[start:end]) for start, end in spans]
    if "n't" in whole:
        return _parted(folded, spans)
    return Words(tuple(folded), tuple([s for s, _ in spans]), tuple([e for _, e in spans]))


def _parted(folded: list[str], spans: list[tuple[int, int]]) -> Words:
    """Cut the negation off a verb: didn't becomes did and n't."""
    joined = [i for i, word in enumerate(folded) if word.endswith("n't") and word != "n't"]
    for i in reversed(joined):
        start, end = spans[i]
        folded[i : i + 1] = [folded[i][:-3], "n't"]
        spans[i : i + 1] = [(start, end - 3), (end - 3, end)]
    return Words(tuple(folded), tuple([s for s, _ in spans]), tuple([e for _, e in spans]))
