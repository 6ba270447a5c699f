"""Cut a text where marks begin and end, so that nested and overlapping marks can all be shown.

HTML elements must nest and marks need not, so each piece of text carries all the marks that lie
over it.  The pieces of a text, put together, are the text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from watchdesk.engine.records import Event, Span

TRIGGER, SENTENCE = "trigger", "sentence"


@dataclass(frozen=True, slots=True)
class Mark:
    """Why some words are shown: the event they were read for, and the part they play in it."""

    span: Span
    event: str
    part: str
    """A role, or TRIGGER or SENTENCE."""
    group: str
    """First half of the event's type, which gives the colour."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and every mark that lies over all of them, the widest first."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def events(self) -> str:
        """Give the ids of the events, separated by spaces."""
        return " ".join(dict.fromkeys(mark.event for mark in self.marks))

    @property
    def top(self) -> Mark | None:
        """Give the narrowest mark, whose colour shows."""
        return self.marks[-1] if self.marks else None

    @property
    def parts(self) -> str:
        """Give the parts played, as class names."""
        return " ".join(dict.fromkeys(f"part-{mark.part}" for mark in self.marks))


def marks(event: Event) -> Iterator[Mark]:
    """Yield a mark for the sentence, the trigger, each role, the date of an event."""
    group = event.type.partition(".")[0]
    yield Mark(event.sentence, event.id, SENTENCE, group)
    for role, fillers in event.roles.items():
        yield from (Mark(filler.span, event.id, role, group) for filler in fillers)
    if event.date:
        yield Mark(event.date.span, event.id, "date", group)
    yield Mark(event.trigger, event.id, TRIGGER, group)


def paragraphs(text: str, marked: Iterable[Mark]) -> tuple[tuple[Piece, ...], ...]:
    """Cut a text into its paragraphs (lines), and each into pieces; empty lines are left out.

    >>> [[p.text for p in line] for line in paragraphs("ab cd", [Mark(Span(1, 4), "e1", "r", "g")])]
    [['a', 'b c', 'd']]
    """
    kept = sorted(marked, key=lambda mark: (mark.span.start, -mark.span.end))
    lines, start = [], 0
    for line in text.split("\n"):
        span = Span(start, start + len(line))
        start = span.end + 1
        if line.strip():
            here = [mark for mark in kept if mark.span.overlaps(span)]
            lines.append(tuple(_pieces(text, span, here)))
    return tuple(lines)


def _pieces(text: str, line: Span, here: Sequence[Mark]) -> Iterator[Piece]:
    edges = {edge for mark in here for edge in (mark.span.start, mark.span.end)}
    cuts = sorted({line.start, line.end} | {e for e in edges if line.start < e < line.end})
    for start, end in pairwise(cuts):
        piece = Span(start, end)
        over = [mark for mark in here if piece in mark.span]
        yield Piece(piece.of(text), tuple(sorted(over, key=_width)))


def _width(mark: Mark) -> tuple[int, bool]:
    """Order marks from the widest to the narrowest; a trigger shows above a role of its size."""
    return (mark.span.start - mark.span.end, mark.part == TRIGGER)
