"""Find what stands between quotation marks.

Source: CLDR, delimiters; The Chicago Manual of Style 17, 13.30 (a quotation of several paragraphs
opens each and closes the last).
"""

import re
from collections.abc import Iterator

from watchdesk.engine.records import Span

PAIRS = {"“": "”", "«": "»", "„": "“”", "‹": "›"}
LONGEST = 3000
"""Characters after which an unclosed mark is taken for a slip."""

_STRAIGHT = re.compile(r'"([^"\n]{1,3000})"')


def quotations(text: str) -> tuple[Span, ...]:
    """Give the spans between outermost quotation marks, the marks included, in text order.

    >>> [s.of("He said “no” and «да».") for s in quotations("He said “no” and «да».")]
    ['“no”', '«да»']
    """
    return tuple(sorted([*_paired(text), *_straight(text)]))


def _paired(text: str) -> Iterator[Span]:
    at = 0
    while at < len(text):
        closers = PAIRS.get(text[at])
        end = _closing(text, at, closers) if closers else None
        if end is None:
            at += 1
        else:
            yield Span(at, end)
            at = end


def _closing(text: str, start: int, closers: str) -> int | None:
    """Find the end of the quotation that opens at `start`; nested marks of one kind are counted."""
    depth = 0
    for at in range(start, min(len(text), start + LONGEST)):
        char = text[at]
        if char in closers:
            depth -= 1
            if depth == 0:
                return at + 1
        elif char == text[start]:
            if at > start and text[at - 2 : at] == "\n\n":
                continue  # a new paragraph of the same speech
            depth += 1
    return None


def _straight(text: str) -> Iterator[Span]:
    return (Span(m.start(), m.end()) for m in _STRAIGHT.finditer(text))
