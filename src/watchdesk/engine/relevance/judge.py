"""Judge what an article is about: its main event, its themes and countries, and its relevance."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from watchdesk.engine.codebook.schema import Codebook
from watchdesk.engine.gazetteer import about, regions
from watchdesk.engine.records import (
    STATE_ORGANS,
    Article,
    Entity,
    Event,
    Filler,
    Mentions,
    Relevance,
)
from watchdesk.engine.relevance.weights import Weights, load

HAPPENED = frozenset({"asserted", "alleged", "denied"})
ACTING = STATE_ORGANS | {"proxy"}
MOST_COUNTRIES = 5
OFTEN = 8
"""Mentions from which a person is what an article is about."""
BODILY = ("custody.", "violence.", "illtreat.")
"""Types of harm to a person's body or freedom."""
PROTECTED = frozenset(
    {
        "journalist",
        "human_rights_defender",
        "trade_unionist",
        "politician",
        "lawyer",
        "activist",
        "believer",
        "student",
    }
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the article is about; `events` are those given, with their salience (0..1)."""

    relevance: Relevance
    main_event: str | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Case:
    """One article on the judge's table."""

    article: Article
    entities: dict[str, Entity]
    said: Counter[str]
    lead_end: int
    weights: Weights


def judge(
    article: Article, mentions: Mentions, events: Sequence[Event], book: Codebook
) -> Judgement:
    """Weigh the events of an article; same article, same judgement."""
    weights = load()
    entities = {e.id: e for e in mentions.entities}
    said = Counter(m.entity for m in mentions.mentions)
    case = _Case(article, entities, said, _lead_end(article.text, weights), weights)
    weighed = tuple(replace(e, salience=_salience(case, e)) for e in events)
    main = _main(weighed)
    countries = _countries(mentions)
    reasons = _reasons(case, weighed, countries)
    score = _combine(weights, reasons)
    relevance = Relevance(
        score=round(score, 3),
        relevant=score >= weights.relevant_from,
        themes=_themes(weighed, book),
        countries=countries,
        in_focus=any(c in regions.load() for c in countries),
        reasons=tuple(reasons),
    )
    return Judgement(relevance, main.id if main else None, weighed)


def _main(events: Sequence[Event]) -> Event | None:
    """Choose the most salient of the best sort there is: news of concern, news, old acts."""

    def rank(event: Event) -> tuple[bool, bool, bool, float, int]:
        happened = event.modality in HAPPENED
        news = happened and not event.background
        return (news and event.concern, news, happened, event.salience, -event.trigger.start)

    return max(events, key=rank, default=None)


def _lead_end(text: str, weights: Weights) -> int:
    """Give where the lead ends: some sentences' worth of text, or the first two paragraphs."""
    second = text.find("\n\n", text.find("\n\n") + 2)
    return max(400, min(second if second > 0 else len(text), 200 * weights.lead_sentences))


def _salience(case: _Case, event: Event) -> float:
    w = case.weights.salience
    total = w["news"] * (event.modality in HAPPENED and not event.background)
    total += w["concern"] * event.concern
    total += w["lead"] * max(0.0, 1 - event.trigger.start / max(case.lead_end * 3, 1))
    total += w["in_title"] * _in_title(case, event)
    total += w["repeated"] * min(3, len(event.also_told_in))
    total += w["named_target"] * any(map(_named, _targets(case, event)))
    total += w["often_named"] * _oftenness(case, event)
    total += w["harm"] * event.type.startswith(BODILY)
    return round(min(1.0, total * event.confidence), 3)


def _oftenness(case: _Case, event: Event) -> float:
    """Give how often the article speaks of the named target, 0..1."""
    counts = (case.said[e.id] for e in _targets(case, event) if e.name)
    return min(OFTEN, max(counts, default=0)) / OFTEN


def _in_title(case: _Case, event: Event) -> bool:
    title = case.article.title.casefold()
    if not title:
        return False
    stem = event.trigger.of(case.article.text).casefold()[:6]
    names = [n.split()[-1] for e in _targets(case, event) if (n := e.name.casefold())]
    return (len(stem) > 3 and stem in title) or any(n[:6] in title for n in names)  # noqa: PLR2004


def _targets(case: _Case, event: Event) -> list[Entity]:
    return _entities(case, event.roles.get("target", ()))


def _entities(case: _Case, fillers: Sequence[Filler]) -> list[Entity]:
    return [e for f in fillers if (e := case.entities.get(f.entity or ""))]


def _named(entity: Entity) -> bool:
    return entity.kind in {"person", "organisation"} and bool(entity.name)


def _countries(mentions: Mentions) -> tuple[str, ...]:
    """Rank the countries the article is about; those with a small share of the evidence are not."""
    votes: Counter[str] = Counter()
    for code, weight in about.evidence(mentions):
        if code:
            votes[code] += weight  # type: ignore[assignment]  # a Counter may hold fractions
    total = sum(votes.values())
    ranked = sorted(votes, key=lambda code: (-votes[code], code))
    return tuple(code for code in ranked[:MOST_COUNTRIES] if votes[code] * 8 >= total)


def _reasons(case: _Case, events: Sequence[Event], countries: Sequence[str]) -> list[str]:
    """Name the reasons that hold, in the order of the weights file."""
    harm = [e for e in events if _is_harm(case, e) and not e.background]
    others = [e for e in events if e.concern and not _is_harm(case, e) and not e.background]
    targets = [t for e in events if e.concern for t in _targets(case, e)]
    actors = [a for e in events if e.concern for a in _entities(case, e.roles.get("actor", ()))]
    holds = {
        "harm_in_lead": any(e.trigger.start < case.lead_end for e in harm),
        "harm_in_text": any(e.trigger.start >= case.lead_end for e in harm),
        "harm_repeated": len(harm) >= 3,  # noqa: PLR2004
        "act_of_concern": bool(others),
        "person_kind": any(PROTECTED & set(t.attributes.person_kinds) for t in targets),
        "state_actor": any(a.attributes.actor_kind in ACTING for a in actors),
        "in_focus": bool(harm or others) and any(c in regions.load() for c in countries),
        "background_only": bool(events) and all(e.background for e in events),
        "no_concern": bool(events) and not any(e.concern for e in events),
    }
    return [name for name in case.weights.reasons if holds[name]]


def _is_harm(case: _Case, event: Event) -> bool:
    group = event.type.split(".", maxsplit=1)[0]
    return event.concern and event.modality in HAPPENED and group in case.weights.harm_groups


def _combine(weights: Weights, reasons: Sequence[str]) -> float:
    doubt = 1.0
    for name in reasons:
        weight = weights.reasons[name]
        doubt = doubt * (1 - weight) if weight >= 0 else 1 - (1 - doubt) * (1 + weight)
    return 1 - doubt


def _themes(events: Sequence[Event], book: Codebook) -> tuple[str, ...]:
    """List the themes of the events that are of concern, the most frequent first."""
    votes: Counter[str] = Counter()
    for event in events:
        if event.concern and event.type in book.types:
            votes.update(book.types[event.type].themes)
    return tuple(theme for theme, _ in votes.most_common())
