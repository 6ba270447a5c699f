"""Compare how the engine read the demo press with how it is meant to be read.

Pure: reports and cases come in, figures and mistakes go out.  Events that the engine holds to be of
no concern are left out on its side; events that the gold calls optional count neither way.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from watchdesk.engine.cases.records import Case, Cases, PersonState
from watchdesk.engine.records import Event, Filler, Report
from watchdesk.harvest.demo.intended import Intended, IntendedArticle, IntendedEvent, Who

MAIN_ROLES: Mapping[str, str] = {
    "assembly.protest": "actor",
    "law.change": "actor",
    "redress.inaction": "actor",
    "redress.account": "perpetrator",
    "response.intervene": "intervening_party",
}
"""The role that `target` means in the gold, where it is not the target."""
SHORTEST = 3
"""Characters that a name must have to be found inside another."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many were right, of how many found and of how many there are."""

    right: float = 0
    found: float = 0
    there: float = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.found + other.found, self.there + other.there)

    @property
    def precision(self) -> float:
        """Give right of found; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Give right of there; 1 where there is nothing."""
        return self.right / self.there if self.there else 1.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing read wrongly: `article` or person, kind (missed, invented, wrong), and what."""

    where: str
    kind: str
    what: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Scores by what was compared, in the order in which they are to be shown."""

    scores: Mapping[str, Score]
    mistakes: tuple[Mistake, ...] = ()


@dataclass(frozen=True, slots=True)
class Matched:
    """The events of one article set side by side."""

    pairs: tuple[tuple[Event, IntendedEvent], ...] = ()
    missed: tuple[IntendedEvent, ...] = ()
    invented: tuple[Event, ...] = ()

    @property
    def score(self) -> Score:
        """Give right, found and there."""
        right = len(self.pairs)
        return Score(right, right + len(self.invented), right + len(self.missed))


@dataclass(frozen=True, slots=True)
class Reader:
    """Matches what one report says with the gold of its article."""

    report: Report
    who: Mapping[str, Who] = field(default_factory=dict)

    def same_type(self, event: Event, gold: IntendedEvent) -> bool:
        """Tell whether both are of one type."""
        return event.type == gold.act.type

    def same_target(self, event: Event, gold: IntendedEvent) -> bool:
        """Tell whether both are of one type and befall the same one."""
        if event.type != gold.act.type:
            return False
        if gold.act.target is None:
            return True
        fillers = event.roles.get(MAIN_ROLES.get(event.type, "target"), ())
        spellings = self.who[gold.act.target].spellings
        return any(names(n, s) for f in fillers for n in self.words(f) for s in spellings)

    def same_modality(self, event: Event, gold: IntendedEvent) -> bool:
        """Tell whether both are of one type, befall the same one and are as sure."""
        return event.modality in gold.modalities and self.same_target(event, gold)

    def words(self, filler: Filler) -> Iterator[str]:
        """Give every way in which the report speaks of who fills a role."""
        text = self.report.article.text
        yield filler.text or filler.span.of(text)
        entity = self.report.entity(filler.entity)
        if entity:
            yield entity.name
            yield from (mention.of(text) for mention in entity.mentions)


def names(name: str, spelling: str) -> bool:
    """Tell whether two spellings may name the same: one stands in the other.

    >>> names("Mr Dauren Yershatov", "Yershatov"), names("he", "Yershatov")
    (True, False)
    """
    one, other = name.casefold().strip(), spelling.casefold()
    if min(len(one), len(other)) < SHORTEST:
        return False
    return one in other or other in one


def match(report: Report, gold: IntendedArticle, who: Mapping[str, Who], by: str) -> Matched:
    """Set the events of a report beside those of the gold, one to one.

    `by` is what must agree: `same_type`, `same_target` or `same_modality`.
    """
    agree = getattr(Reader(report, who), by)
    left = [event for event in report.events if event.concern]
    pairs: list[tuple[Event, IntendedEvent]] = []
    missed: list[IntendedEvent] = []
    for wanted in sorted(gold.events, key=lambda e: e.optional):
        fitting = [event for event in left if agree(event, wanted)]
        best = min(fitting, key=lambda e: e.modality not in wanted.modalities, default=None)
        if best:
            left.remove(best)
        if wanted.optional:
            continue
        if best:
            pairs.append((best, wanted))
        else:
            missed.append(wanted)
    return Matched(tuple(pairs), tuple(missed), tuple(left))


def relevance(reports: Mapping[str, Report], gold: Mapping[str, IntendedArticle]) -> Score:
    """Score which articles belong on the watch; an article that was not read is not relevant."""
    found = {id for id, r in reports.items() if r.relevance and r.relevance.relevant}
    there = {id for id, article in gold.items() if article.case}
    return Score(len(found & there), len(found & set(gold)), len(there))


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float]:
    """Give precision and recall of a grouping, over the ids that both group.

    >>> b_cubed({"a": "1", "b": "1", "c": "2", "d": "2"}, dict.fromkeys("abcd", "x"))
    (1.0, 0.5)

    Source: Bagga and Baldwin 1998.
    """
    ids = [id for id in gold if id in found]

    def together(one: Mapping[str, str], other: Mapping[str, str]) -> float:
        shares = []
        for id in ids:
            mine = [i for i in ids if one[i] == one[id]]
            shares.append(sum(other[i] == other[id] for i in mine) / len(mine))
        return sum(shares) / len(shares) if shares else 1.0

    return together(found, gold), together(gold, found)


def grouping(
    reports: Mapping[str, Report], cases: Cases, gold: Mapping[str, IntendedArticle]
) -> Score:
    """Score which articles are told to belong to one affair, by B-cubed.

    Articles in no case stand alone; one in several counts for the first.  Only articles that are
    relevant and were read are looked at.  The counts are scaled so that precision and recall come
    out as B-cubed defines them.
    """
    case_of: dict[str, str] = {}
    for case in cases.cases:
        for report in case.reports:
            case_of.setdefault(report, case.id)
    wanted = {id: article.case for id, article in gold.items() if article.case and id in reports}
    found = {id: case_of.get(reports[id].id, id) for id in wanted}
    precision, recall = b_cubed(found, {id: str(case) for id, case in wanted.items()})
    size = len(wanted)
    return Score(precision * recall * size, recall * size, precision * size)


def _states_of(who: Who, cases: Iterable[Case]) -> list[PersonState]:
    """Give the states found for somebody, those in their largest case first."""
    found = []
    for case in sorted(cases, key=lambda c: -len(c.reports)):
        ids = {
            person.id
            for person in case.people
            if any(names(n, s) for n in (person.name, *person.names) for s in who.spellings)
        }
        found += [s for s in case.states if s.person in ids and s.state]
    return found


def states(cases: Cases, intended: Intended) -> tuple[Score, list[Mistake]]:
    """Score where people stand on the last day of the demo."""
    total, mistakes = Score(), []
    for case in intended.cases.values():
        for person, (state, _) in case.states.items():
            found = _states_of(intended.who[person], cases.cases)
            told = found[0].state if found else None
            total += Score(told == state, told is not None, 1)
            if told != state:
                mistakes.append(Mistake(person, "wrong", f"{told} instead of {state}"))
    return total, mistakes


def _agreement(pairs: Sequence[tuple[Event, IntendedEvent]]) -> dict[str, Score]:
    """Score dates and background of events that are of one type and target with the gold."""
    dated = [(e.date.edtf if e.date else None, g.act.date) for e, g in pairs if g.act.date]
    date = Score(
        sum(told == date for told, date in dated),
        sum(told is not None for told, _ in dated),
        len(dated),
    )
    old = sum(e.background == g.background for e, g in pairs)
    return {"dates": date, "background": Score(old, len(pairs), len(pairs))}


def _mistakes(id: str, matched: Matched) -> Iterator[Mistake]:
    for gold in matched.missed:
        yield Mistake(id, "missed", f"{gold.act.id} ({gold.act.type}, {'/'.join(gold.modalities)})")
    for event in matched.invented:
        yield Mistake(id, "invented", f"{event.type} ({event.modality}, {event.rule})")


def events(
    reports: Mapping[str, Report], gold: Mapping[str, IntendedArticle], who: Mapping[str, Who]
) -> Comparison:
    """Score events by type, by type and target, and by modality as well; dates and background."""
    totals = {name: Score() for name in ("same_type", "same_target", "same_modality")}
    pairs: list[tuple[Event, IntendedEvent]] = []
    mistakes: list[Mistake] = []
    for id, article in gold.items():
        report = reports.get(id)
        if report is None:
            wanted = tuple(e for e in article.events if not e.optional)
            for name in totals:
                totals[name] += Score(0, 0, len(wanted))
            mistakes.append(Mistake(id, "missed", "the article was not read"))
            continue
        matched = {name: match(report, article, who, name) for name in totals}
        for name, result in matched.items():
            totals[name] += result.score
        pairs += matched["same_target"].pairs
        mistakes += _mistakes(id, matched["same_target"])
    scores = {
        "events: type": totals["same_type"],
        "events: type, target": totals["same_target"],
        "events: type, target, modality": totals["same_modality"],
        **_agreement(pairs),
    }
    return Comparison(scores, tuple(mistakes))


def compare(reports: Mapping[str, Report], cases: Cases, intended: Intended) -> Comparison:
    """Compare a reading of the demo press with the intended one.

    `reports` by id of the article (`<outlet>/<nn-slug>`); `cases` are what `link` made of them.
    """
    found = events(reports, intended.articles, intended.who)
    standing, wrong = states(cases, intended)
    scores = {
        "relevance": relevance(reports, intended.articles),
        **found.scores,
        "cases (B-cubed)": grouping(reports, cases, intended.articles),
        "states": standing,
    }
    return Comparison(scores, (*found.mistakes, *wrong))
