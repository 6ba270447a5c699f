"""Judge an act in the light of the whole article: how old, whose wrong, how sure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from watchdesk.engine.codebook.schema import Term
from watchdesk.engine.events.draft import Draft
from watchdesk.engine.events.scene import Scene
from watchdesk.engine.records import DateMention, Entity
from watchdesk.engine.text.index import Index

OLD = timedelta(days=365)
"""An act longer ago than this is told as background.  On HRDsAttack, victims' fuzzy F1 is 52.0 with
90 days, 54.6 with a year, 55.5 with two, 54.2 without any limit."""
COERCED = ("custody.", "legal.", "move.", "assoc.raid")
"""Types that wrong nobody where their target is a wrongdoer."""
HARM = ("violence.", "illtreat.", "custody.abduct")
BARE = frozenset({"noun", "phrase"})
"""Forms that name an act without saying that it took place."""
STATES = ("assoc.ban_org", "custody.detain", "move.expel", "release.free")
"""Types of which a word before a noun tells as what lasts."""
GENERAL = ("violence.", "illtreat.", "custody.abduct", "custody.disappear")
"""Types of acts that are spoken of in general."""
WRONGDOERS = frozenset({"criminals", "unknown_attackers", "armed_group"})
PROTECTED = frozenset(
    {
        "journalist", "human_rights_defender", "trade_unionist", "politician", "lawyer",
        "activist", "believer", "student",
    }
)  # fmt: skip
"""Kinds of people whose arrest is always a matter of concern."""
PRIOR: Mapping[str, float] = {
    "passive": 0.95, "active": 0.95, "participle": 0.9, "attributive": 0.85, "noun": 0.8,
    "phrase": 0.7, "inverted": 0.9,
}  # fmt: skip
"""How sure a form makes us before anything else is known."""
UNSURE = 0.8
"""Factor for a required role that stays empty."""


def is_background(scene: Scene, draft: Draft, cues: Index[str], when: DateMention | None) -> bool:
    """Tell whether an act is an old one told in passing."""
    published = day_of(scene.article.published)
    happened = latest_day(when.edtf) if when and when.edtf else None
    if published and happened:
        return published - happened > OLD
    seen = scene.sighted(cues, *scene.places(draft.event.sentence))
    start, end = draft.reading.start, draft.reading.end
    return any(start <= found.places[0] < end for found in seen)


def day_of(moment: date | None) -> date | None:
    """Give the calendar day of a date or date-time."""
    return date(moment.year, moment.month, moment.day) if moment else None


def latest_day(edtf: str) -> date | None:
    """Give the last day that an EDTF date can mean; None where it has no plain year.

    >>> latest_day("2020-02"), latest_day("2017"), latest_day("2019-12-31/2020-01-01")
    (datetime.date(2020, 2, 29), datetime.date(2017, 12, 31), datetime.date(2020, 1, 1))
    """
    parts = edtf.rsplit("/", maxsplit=1)[-1].rstrip("~?%").split("-")
    try:
        year, month, day = (int(parts[i]) if i < len(parts) else None for i in range(3))
        if year is None:
            return None
        if month is None:
            return date(year, 12, 31)
        if day is not None:
            return date(year, month, day)
        following = date(year + month // 12, month % 12 + 1, 1)
        return following - timedelta(days=1)
    except ValueError:
        return None


def without_offences(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out what is only the offence in a charge: "on charges of inciting unrest"."""
    charges = [(d.event.trigger, f.span) for d in drafts for f in d.fillers("charge")]
    return [
        d
        for d in drafts
        if any(f.entity for f in d.fillers("target"))
        or not any(d.event.trigger in span and d.event.trigger != by for by, span in charges)
    ]


def without_disasters(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out violence without an actor in a sentence that tells of a disaster."""
    return [
        d
        for d in drafts
        if not d.type.startswith("violence.") or d.fillers("actor") or not is_disaster(scene, d)
    ]


def without_generalities(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out bare plurals that tell of no single happening: "abductions have been prevalent".

    One is told where somebody does or suffers it, where it is counted or dated, or where a word
    like "the" points to it.  Only languages that have such words and endings are asked.
    """
    return [d for d in drafts if is_single(scene, d) and not is_state(scene, d)]


def is_state(scene: Scene, draft: Draft) -> bool:
    """Tell whether a word before a noun says only what some people are: "jailed editors"."""
    if draft.reading.form != "attributive" or not draft.type.startswith(STATES):
        return False
    known = (scene.entities.get(f.entity or "") for f in draft.fillers("target"))
    return not any(e and e.kind == "person" and e.name for e in known)


def is_single(scene: Scene, draft: Draft) -> bool:
    if draft.reading.form not in BARE or not draft.type.startswith(GENERAL):
        return True
    if not scene.words.folded[draft.match.last].endswith(tuple(scene.plural_endings)):
        return True
    event = draft.event
    dated = event.date is not None and event.date.span in event.sentence
    if dated or event.counts or draft.fillers("target", "actor", "suspected_actor"):
        return True
    first = draft.match.first
    return bool(scene.definite & {*scene.words.folded[max(0, first - 2) : first]})


def is_disaster(scene: Scene, draft: Draft) -> bool:
    start, end = scene.places(draft.event.sentence)
    return not scene.disasters.isdisjoint(scene.words.folded[start:end])


def offenders(drafts: Iterable[Draft]) -> frozenset[str]:
    """Give the entities that harm somebody in this article, unless they are harmed themselves."""
    harm = [d for d in drafts if d.type.startswith(HARM)]
    actors = {f.entity for d in harm for f in d.fillers("actor", "suspected_actor") if f.entity}
    targets = {f.entity for d in harm for f in d.fillers("target") if f.entity}
    return frozenset(actors - targets)


def is_concern(
    scene: Scene, draft: Draft, terms: Mapping[str, Term], wrong: frozenset[str]
) -> bool:
    """Tell whether an act may wrong somebody: the arrest of a robber does not."""
    if not draft.type.startswith(COERCED):
        return True
    targets = [scene.entities[f.entity] for f in draft.fillers("target") if f.entity]
    if any(PROTECTED & set(t.attributes.person_kinds) for t in targets):
        return True
    if targets and all(t.id in wrong or is_wrongdoer(scene, t) for t in targets):
        return False
    charges = [f.code for f in draft.fillers("charge") if f.code]
    return not charges or not all(terms[c].ordinary for c in charges)


def is_wrongdoer(scene: Scene, entity: Entity) -> bool:
    if entity.attributes.actor_kind in WRONGDOERS:
        return True
    return any(
        m.lemma in scene.wrongdoers for m in scene.mentions_of(entity.id) if m.form == "noun"
    )


def confidence(draft: Draft) -> float:
    """Give how sure an event is, 0..1: its words, its form, and the roles it lacks."""
    sure = draft.match.rule.pattern.weight * PRIOR[draft.reading.form]
    needed = [r for r in draft.match.rule.type.roles.values() if r.required and r.kinds]
    missing = sum(role.name not in draft.event.roles for role in needed)
    return round(sure * UNSURE**missing, 3)
