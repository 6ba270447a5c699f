"""Read penalties and stretches of time: "seven years in prison", "15-day arrest", "13 months"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from watchdesk.engine.events.draft import Draft
from watchdesk.engine.events.scene import Scene
from watchdesk.engine.events.terms import longest
from watchdesk.engine.records import Filler
from watchdesk.engine.text.index import Found, Index
from watchdesk.engine.text.lexicon import Lexicon
from watchdesk.engine.text.phrases import Reader
from watchdesk.engine.text.words import fold

UNITS = {"years": "Y", "months": "M", "weeks": "W", "days": "D", "hours": "TH"}
DEPRIVING = frozenset({"prison", "colony_settlement", "administrative_arrest", "house_arrest"})
LONGEST = 1000
"""A larger number before a unit of time is a date: «в 2022 году»."""
REACH = 6
"""Words between a length of time and the kind of penalty it belongs to."""
HYPHEN = re.compile(r"(?P<number>[\w.,]+)-(?P<unit>\w+)(?:-\w+)?\Z")


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch of time: words[start:end] and its length as an ISO 8601 duration."""

    start: int
    end: int
    length: str


class Penalties:
    """The words of one language for penalties, units of time and numbers."""

    def __init__(self, lexicon: Lexicon, reader: Reader) -> None:
        kinds = lexicon.table("penalties")
        self.kinds: Index[str] = Index(reader, ((w, k) for k, ws in kinds.items() for w in ws))
        self.units = {
            fold(str(word)): UNITS[name]
            for name, words in lexicon.table("units").items()
            for word in words
        }
        self.numbers: Mapping[str, float] = lexicon.table("numbers")

    def number(self, word: str) -> float | None:
        """Give the value of a number in digits or words."""
        if word in self.numbers:
            return float(self.numbers[word])
        digits = word.replace(",", "")
        try:
            return float(digits) if digits[:1].isdigit() else None
        except ValueError:
            return None

    def times(self, scene: Scene, start: int, end: int) -> Iterator[Time]:
        """Give the stretches of time in words[start:end], joined ones as one."""
        place = start
        while place < end:
            found = self.time(scene, place, end)
            if found is None:
                place += 1
                continue
            yield found
            place = found.end

    def time(self, scene: Scene, place: int, end: int) -> Time | None:
        """Give the stretch of time that begins at a place: "two years and six months"."""
        words = scene.words.folded
        parts: list[tuple[float, str]] = []
        at = place
        while at < end:
            one = self.one(words[at], words[at + 1] if at + 1 < end else "")
            if one is None or one[0] > LONGEST:
                break
            parts.append(one[:2])
            at += one[2]
            following = at + 1
            if following < end and self.one(
                words[following], words[following + 1] if following + 1 < end else ""
            ):
                at = following
        return Time(place, at, duration(parts)) if parts else None

    def one(self, word: str, following: str) -> tuple[float, str, int] | None:
        """Give number, unit and words taken of "three years" or "three-year"."""
        joined = HYPHEN.match(word)
        if joined:
            number, unit = self.number(joined["number"]), self.units.get(joined["unit"])
            return (number, unit, 1) if number is not None and unit else None
        number, unit = self.number(word), self.units.get(following)
        return (number, unit, 2) if number is not None and unit else None


def duration(parts: list[tuple[float, str]]) -> str:
    """Write a duration in ISO 8601.

    >>> duration([(2, "Y"), (6, "M")]), duration([(48, "TH")]), duration([(1.5, "Y")])
    ('P2Y6M', 'PT48H', 'P1Y6M')
    """
    days = "".join(part(number, unit) for number, unit in parts if unit != "TH")
    hours = "".join(f"{number:g}H" for number, unit in parts if unit == "TH")
    return "P" + days + ("T" + hours if hours else "")


def part(number: float, unit: str) -> str:
    if unit == "Y" and number % 1:
        return (
            f"{int(number)}Y{round(12 * (number % 1))}M"
            if number >= 1
            else f"{round(12 * number)}M"
        )
    return f"{number:g}{unit}"


def fillers(scene: Scene, known: Penalties, draft: Draft) -> dict[str, tuple[Filler, ...]]:
    """Give the fillers of `sentence` and `duration`, where the type has those roles."""
    roles = draft.match.rule.type.roles
    _, sentence_end = scene.places(draft.event.sentence)
    start, end = draft.match.first, min(sentence_end, max(draft.reading.end, draft.match.last + 12))
    if "sentence" in roles:
        found = sentences(scene, known, max(start - 4, draft.reading.start), end)
        return {"sentence": tuple(found)} if found else {}
    if "duration" in roles:
        times = list(known.times(scene, start, draft.reading.end))
        if times:
            span = scene.span(times[0].start, times[0].end)
            return {"duration": (Filler(span, scene.text(span), length=times[0].length),)}
    return {}


def sentences(scene: Scene, known: Penalties, start: int, end: int) -> list[Filler]:
    """Give each penalty with its kind and length; a length without a kind is one of prison."""
    kinds = longest(known.kinds.find(scene.words.folded, start, end))
    times = list(known.times(scene, start, end))
    found, used = [], set()
    for time in times:
        kind = kind_of(time, kinds)
        if kind:
            used.add(kind)
        first = min([time.start, *(kind.places[:1] if kind else ())])
        last = max([time.end, *(kind.places[-1] + 1 for kind in [kind] if kind)])
        span = scene.span(first, last)
        name = kind.value if kind else "prison"
        found.append(Filler(span, scene.text(span), kind=name, length=time.length))
    for kind in kinds:
        if kind not in used and not (kind.value in DEPRIVING and found):
            span = scene.span(kind.places[0], kind.places[-1] + 1)
            found.append(Filler(span, scene.text(span), kind=kind.value))
            used.add(kind)
    return sorted(found, key=lambda f: f.span)


def kind_of(time: Time, kinds: list[Found[str]]) -> Found[str] | None:
    """Give the kind of penalty nearest to a length of time; what stands after it goes before."""
    near = [
        (place - time.end if place >= time.end else 3 + time.start - place, kind)
        for kind in kinds
        for place in kind.places[:1]
        if -REACH <= place - time.end <= REACH
    ]
    return min(near, key=lambda n: n[0])[1] if near else None
