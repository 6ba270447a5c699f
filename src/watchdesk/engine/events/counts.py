"""Read how many people an act was done to: "at least 39", "dozens", "200 to 300"."""

from collections.abc import Iterator

from watchdesk.engine.events.draft import Draft
from watchdesk.engine.events.scene import Scene
from watchdesk.engine.records import Count, Filler, Span

COUNTED = {
    "violence.kill": "killed", "violence.assault": "injured", "custody.detain": "detained",
    "assembly.protest": "participants", "assembly.disperse": "dispersed",
    "custody.abduct": "abducted", "release.free": "released", "legal.convict": "convicted",
}  # fmt: skip
"""What a number of targets (of actors, for a protest) counts."""
BEFORE = 4
"""Words before a number that may say that it is a bound."""


def counts(scene: Scene, draft: Draft) -> tuple[Count, ...]:
    """Give the counts of an event; `min` and `max` are None where no bound is given."""
    of = COUNTED.get(draft.type)
    if of is None:
        return ()
    role = "actor" if draft.type == "assembly.protest" else "target"
    return tuple(c for f in draft.fillers(role) for c in in_phrase(scene, f, of))


def in_phrase(scene: Scene, filler: Filler, of: str) -> Iterator[Count]:
    start, end = scene.places(filler.span)
    for place in range(max(0, start - BEFORE), end):
        value = number(scene, place)
        if value is None or (place < start and not leads(scene, place, start)):
            continue
        least, most = bound(scene, place)
        span = Span(scene.words.starts[place], scene.words.ends[place])
        yield Count(of, value if least else None, value if most else None, span)
        return


def leads(scene: Scene, place: int, start: int) -> bool:
    """Tell whether only words of the same phrase stand between a number and the filler."""
    words = scene.words.folded[place + 1 : start]
    return all(word.isalpha() and word not in scene.closed for word in words)


def number(scene: Scene, place: int) -> int | None:
    word = scene.words.folded[place]
    numbers = scene.lexicon.table("numbers")
    if word in numbers:
        return int(numbers[word])
    digits = word.replace(",", "").replace(" ", "")
    return int(digits) if digits.isdigit() and len(digits) < 8 else None  # noqa: PLR2004


def bound(scene: Scene, place: int) -> tuple[bool, bool]:
    """Tell whether a number is a least, a most, or both."""
    before = " ".join(scene.words.folded[max(0, place - BEFORE) : place])
    quantities = scene.lexicon.table("quantities")
    if any(before.endswith(words) for words in quantities.get("at_least", ())):
        return True, False
    if any(before.endswith(words) for words in quantities.get("at_most", ())):
        return False, True
    return True, True
