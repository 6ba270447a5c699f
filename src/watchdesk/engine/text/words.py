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
NOT = re.compile(r"(?<=\w)n't\Z")
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
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for word, (start, end) in zip(folded, spans, strict=True):
        cut = end - start - 3 if NOT.search(word) else 0
        words += [word[:cut], word[cut:]] if cut else [word]
        places += [(start, start + cut), (start + cut, end)] if cut else [(start, end)]
    return Words(tuple(words), tuple([s for s, _ in places]), tuple([e for _, e in places]))
