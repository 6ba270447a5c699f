"""Tell how real an act is: asserted, alleged, denied, planned, demanded, hypothetical, negated."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from watchdesk.engine.errors import CodebookError
from watchdesk.engine.events.reading import Window
from watchdesk.engine.records import Modality
from watchdesk.engine.text.index import Index
from watchdesk.engine.text.lexicon import Lexicon
from watchdesk.engine.text.phrases import Reader

ORDER: tuple[Modality, ...] = (
    "negated", "denied", "demanded", "hypothetical", "planned", "alleged", "asserted",
)  # fmt: skip
"""Where several cues bear on one act, the first of these holds: the farthest from a fact."""
MODALITIES = frozenset(get_args(Modality))
SIDES = frozenset({"before", "after", "around"})


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that take an act out of the plain facts, and where they have to stand."""

    modality: Modality
    side: str
    reach: int
    across: bool
    """Whether it bears on the content of a clause of its own: "denied that ..."."""
    groups: frozenset[str]
    """Types, or groups of types, that it bears on; empty: all."""

    def bears_on(self, type: str) -> bool:
        return (
            not self.groups or type in self.groups or type.split(".", maxsplit=1)[0] in self.groups
        )


def cues(lexicon: Lexicon, reader: Reader) -> Index[Cue]:
    """Make the cues of a language ready.

    Raises:
        CodebookError: a cue has an unknown modality or side.
    """
    return Index(reader, all_cues(lexicon))


def all_cues(lexicon: Lexicon) -> Iterator[tuple[str, Cue]]:
    for raw in lexicon.rows("cues"):
        if raw["modality"] not in MODALITIES or raw["side"] not in SIDES:
            raise CodebookError(f"{lexicon.language}.yaml", f"cues: {raw}")
        cue = Cue(
            modality=raw["modality"],
            side=raw["side"],
            reach=raw["reach"],
            across=raw.get("across", False),
            groups=frozenset(raw.get("only", ())),
        )
        yield from ((expression, cue) for expression in raw["words"])


def modality(
    type: str,
    taken: Sequence[int],
    window: Window,
    found: Iterable[tuple[tuple[int, ...], Cue]],
) -> tuple[Modality, tuple[int, ...]]:
    """Give the modality of an act whose words stand at `taken`, and the places of its cue.

    `found` are the cues of the sentence; those that are words of the act itself do not count.
    """
    own = set(taken)
    bearing = [
        (cue.modality, places)
        for places, cue in found
        if cue.bears_on(type) and not own & set(places) and reaches(cue, places, taken, window)
    ]
    return min(bearing, key=lambda b: ORDER.index(b[0]), default=("asserted", ()))


def reaches(cue: Cue, places: tuple[int, ...], taken: Sequence[int], window: Window) -> bool:
    """Tell whether a cue stands where it bears on the act."""
    before, after = taken[0] - places[-1] - 1, places[0] - taken[-1] - 1
    anchor = places[0]
    if before >= 0:
        if cue.side == "after" or before > cue.reach:
            return False
        return anchor in window.inner or (cue.across and anchor in window.outer)
    return cue.side != "before" and 0 <= after <= cue.reach and anchor in window.after
