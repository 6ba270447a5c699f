"""Split text into sentences without losing their place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from watchdesk.engine.records import Span
from watchdesk.engine.text.plain_yaml import read

STOPS = ".!?…؟۔։"
CLOSERS = "\"'”’»“)]›*"
OPENERS = "\"'“„«‘‹([*—–-•"
GAP = re.compile(
    rf"(?<=[{re.escape(STOPS + CLOSERS)}:])\s+"  # white space after what may end a sentence
    r"|(?<=\S)[^\S\n]*+\n\s*+"  # a line that ends without a stop
    r"|(?<=[۔։؟])(?=[^\W\d_])"  # scripts that need no white space after their stop
)
SHORT_LINE = 50
"""Characters; a shorter line before a capital is a heading or an item of a list, not a wrap."""
REACH = 60
"""Characters looked at on either side of a possible end."""
OPENING_WORDS = 3
"""«В 2020 г. Суд»: so short a stretch before the stop is the opening of a sentence, not one."""
BULLETS = ("- ", "— ", "– ", "• ", "* ")
INITIALS = re.compile(r"(?:\w{1,2}\.-?)*\w{1,2}", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The words of one language after which a stop need not end a sentence (folded)."""

    before_name: frozenset[str] = frozenset()
    in_name: frozenset[str] = frozenset()
    before_number: frozenset[str] = frozenset()
    after_number: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """Give the span of each sentence, in order; together they cover all visible text.

    An empty line always ends a sentence.  Linear in the length of the text.

    >>> [s.of("Dr. Li left. Why?") for s in sentences("Dr. Li left. Why?", "en")]
    ['Dr. Li left.', 'Why?']
    """
    return tuple(_cut(text, _abbreviations().get(language, Abbreviations()), language))


@cache
def _abbreviations() -> dict[str, Abbreviations]:
    raw = read(files(__package__) / "abbreviations.yaml")
    return {
        language: Abbreviations(**{kind: frozenset(words) for kind, words in lists.items()})
        for language, lists in raw.items()
    }


@dataclass(frozen=True, slots=True)
class _Edge:
    """A place where a sentence may end: the words before it in the sentence, those after it."""

    before: str
    after: str
    lines: int
    """Line breaks in the white space between."""


def _cut(text: str, known: Abbreviations, language: str) -> Iterator[Span]:
    start = len(text) - len(text.lstrip())
    for gap in GAP.finditer(text):
        if gap.start() <= start:
            continue
        edge = _Edge(
            text[max(start, gap.start() - REACH) : gap.start()],
            text[gap.end() : gap.end() + REACH],
            gap.group().count("\n"),
        )
        if edge.lines > 1 or _stops(edge, known, language) or _new_line(edge):
            yield Span(start, gap.start())
            start = gap.end()
    end = len(text.rstrip())
    if end > start:
        yield Span(start, end)


def _new_line(edge: _Edge) -> bool:
    """Tell whether a single line break parts two lines, rather than wrapping one."""
    if edge.lines != 1:
        return False
    line = edge.before.rpartition("\n")[2]
    heading = len(line) <= SHORT_LINE and not line.endswith(",") and not _small(edge.after)
    return heading or line.endswith(":") or edge.after.startswith(BULLETS)


def _stops(edge: _Edge, known: Abbreviations, language: str) -> bool:
    """Tell whether the marks and words around the edge end a sentence."""
    before = edge.before.rstrip(CLOSERS)
    if before.endswith(":"):  # Armenian typed on a keyboard that lacks its stop
        return language == "hy" and edge.after[:1].isupper()
    after = edge.after.lstrip(OPENERS)
    if not before.endswith(tuple(STOPS)) or _small(after.lstrip()):
        return False
    if not before.endswith(".") or before.endswith(".."):
        return True
    return _full_stop(before[:-1], after, known)


def _small(after: str) -> bool:
    """Tell whether text begins with a small letter; Georgian in practice has one case only."""
    return after[:1].islower() and not "ა" <= after[:1] <= "ჿ"


def _full_stop(before: str, after: str, known: Abbreviations) -> bool:
    """Tell whether a full stop before a capital, a figure or a caseless letter ends a sentence."""
    words = before.lower().split()
    names = {" ".join(words[-n:]).lstrip(OPENERS) for n in (1, 2, 3)}
    figure = after[:1].isdigit()
    if names & known.after_number:
        opening = len(words) <= OPENING_WORDS
        return not figure and not opening and words[-2][-1:].isdigit()
    if names & known.before_number:
        return not figure
    if names & known.before_name:
        return False
    if names & known.in_name or _initials(before):
        return re.split(r"\W", after.lower(), maxsplit=1)[0] in known.starters
    return True


def _initials(before: str) -> bool:
    """Tell whether text ends in a capital initial or several ("А", "J.-P", "U.S")."""
    word = before.rsplit(maxsplit=1)[-1].lstrip(OPENERS) if before.split() else ""
    letters = word.replace(".", "").replace("-", "")
    return (
        bool(INITIALS.fullmatch(word)) and letters.isupper() and (len(letters) == 1 or "." in word)
    )
