"""Find what stands between quotation marks.

Source: CLDR, delimiters; The Chicago Manual of Style 17, 13.30 (a quotation of several paragraphs
opens each and closes the last).
"""

import re
from collections.abc import Iterable, Iterator

from watchdesk.engine.records import Span

PAIRS = {"“": "”", "«": "»", "„": "“”", "‹": "›"}
TWICE = "''"
"""Two apostrophes, by which some wires mark speech."""
ANY_MARK = "“”\"'«»„‹› "
LONGEST = 3000
"""Characters after which an unclosed mark is taken for a slip."""
SPEECH_WORDS = 4
"""Words from which quoted words are a speech of their own and not a single borrowed term."""

_STRAIGHT = re.compile(r"\"([^\"\n]{1,3000})\"|(?:''|``)(?!')([^\n]{1,3000}?)''(?!')")
_OPENING = re.compile(f"[{''.join(PAIRS)}]")
_PARAGRAPH = re.compile(r"(?:(?<=\n\n)|\A)(?:[\"“«„]|'')[^\n]+")
_ASIDE = re.compile(r"[,!?…]\s*[—–-]\s+(\w)[^«»“”\n]{2,90}?[.,:]\s+[—–-]\s+")


def speeches(text: str) -> tuple[Span, ...]:
    """Give the quotations that are a speech, less what dashes part from them, in text order.

    >>> text = "«Нет, — сказал он. — Я там не был»."
    >>> [s.of(text) for s in speeches(text)]
    ['«Нет,', 'Я там не был»']
    """
    long = (mark for mark in quotations(text) if is_speech(mark.of(text)))
    return tuple(piece for mark in long for piece in without_asides(text, mark))


def is_speech(quoted: str) -> bool:
    """Tell whether quoted words are several, or a sentence that a cue may follow."""
    words = quoted.strip(ANY_MARK)
    count = len(words.split())
    return count >= SPEECH_WORDS or (count > 1 and words[-1:] in {",", "?", "!"})


def quotations(text: str) -> tuple[Span, ...]:
    """Give the spans between outermost quotation marks, the marks included, in text order.

    >>> [s.of("He said “no” and «да».") for s in quotations("He said “no” and «да».")]
    ['“no”', '«да»']
    """
    return tuple(_outermost(sorted([*_paired(text), *_straight(text), *_unclosed(text)])))


def without_asides(text: str, speech: Span) -> Iterator[Span]:
    """Give a quotation in its pieces: «Нет, — сказал он. — Я там не был» is two."""
    start = speech.start
    for match in _ASIDE.finditer(text, speech.start, speech.end):
        if match.group(1).islower():
            yield Span(start, match.start() + 1)
            start = match.end()
    yield Span(start, speech.end)


def _outermost(found: Iterable[Span]) -> Iterator[Span]:
    end = 0
    for span in found:
        if span.start >= end:
            yield span
            end = span.end


def _paired(text: str) -> Iterator[Span]:
    floor = 0
    for match in _OPENING.finditer(text):
        start = match.start()
        end = _closing(text, start, PAIRS[match.group()]) if start >= floor else None
        if end is not None:
            yield Span(start, end)
            floor = end


def _closing(text: str, start: int, closers: str) -> int | None:
    """Find the end of the quotation that opens at `start`; nested marks of one kind are counted."""
    depth = 0
    signs = re.compile(f'[{text[start]}{closers}"]')
    for match in signs.finditer(text, start, start + LONGEST):
        at, char = match.start(), match.group()
        slip = char == '"' and at > start + 1 and not text[at + 1 : at + 2].isalnum()
        if char in closers or slip:
            depth -= 1
            if depth == 0:
                return at + 1
        elif char == text[start]:
            if at > start and text[at - 2 : at] == "\n\n":
                continue  # a new paragraph of the same speech
            depth += 1
    return None


def _unclosed(text: str) -> Iterator[Span]:
    """Give paragraphs that open with a mark and close none: the speech goes on in the next."""
    for match in _PARAGRAPH.finditer(text):
        words = match.group()
        closers = (TWICE,) if words[0] == "'" else tuple(PAIRS.get(words[0], '"'))
        if len(words) <= LONGEST and not any(closer in words[2:] for closer in closers):
            yield Span(match.start(), match.end())


def _straight(text: str) -> Iterator[Span]:
    return (Span(m.start(), m.end()) for m in _STRAIGHT.finditer(text))
