"""Draw a case of its acts: title, people, places, states, sources."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from watchdesk.engine.cases.acts import blocks
from watchdesk.engine.cases.affairs import Affair
from watchdesk.engine.cases.order import in_order
from watchdesk.engine.cases.records import Act, Case, CasePerson, Snapshot
from watchdesk.engine.cases.rules import load as load_rules
from watchdesk.engine.cases.sources import independent_sources
from watchdesk.engine.cases.standing import standing
from watchdesk.engine.cases.values import place_text
from watchdesk.engine.codebook import load as load_codebook
from watchdesk.engine.records import EntityKind, Place

NAMES_IN_TITLE = 3


def portray(affair: Affair, why: tuple[str, ...], known: Snapshot, today: date | None) -> Case:
    """Make a case of acts that were found to be one affair."""
    acts = in_order(affair.acts)
    people = people_in(affair.own)
    ids = former_ids(affair.own, known)
    told = [t for a in acts for t in a.tellings]
    id = ids[0] if ids else case_id(affair.own)
    return Case(
        id=id,
        title=title(acts, people),
        acts=acts,
        people=people,
        places=places(acts),
        as_of=today,
        **standing(people, acts, today),
        reports=tuple(sorted({t.report for t in told})),
        independent_sources=independent_sources(told, known),
        because=why,
        formerly=ids[1:],
    )


def former_ids(acts: Iterable[Act], known: Snapshot) -> tuple[str, ...]:
    """Give the known cases that these acts stood in, the one with most of them first."""
    was_in = {t.id: c.id for c in known.cases for a in c.acts for t in a.tellings}
    votes = Counter(was_in[t.id] for a in acts for t in a.tellings if t.id in was_in)
    return tuple(sorted(votes, key=lambda c: (-votes[c], c)))


def case_id(acts: Iterable[Act]) -> str:
    """Give an id that depends on the first report of the case only."""
    first = min(
        (t for a in acts for t in a.tellings),
        key=lambda t: (t.published is None, t.published, t.id),
    )
    return "c-" + hashlib.sha256(f"{first.report}|{first.event}".encode()).hexdigest()[:12]


def people_in(acts: Sequence[Act]) -> tuple[CasePerson, ...]:
    """Give whom the acts are about, those in most acts first."""
    rules = load_rules()
    mine = Counter(
        key
        for act in acts
        for kind, key in {b for t in act.tellings for b in blocks(t, rules.of(act.type))}
        if kind == "who"
    )
    ordered = sorted(mine, key=lambda key: (-mine[key], key))
    return tuple(case_person(key, acts) for key in ordered)


def case_person(key: str, acts: Iterable[Act]) -> CasePerson:
    names: Counter[str] = Counter()
    kind: EntityKind = "person"
    for act in acts:
        names.update(t.names[key] for t in act.tellings if key in t.names)
        for parties in act.roles.values():
            kind = next((p.kind for p in parties if p.key == key and p.kind), kind)
    ordered = sorted(names, key=lambda n: (-names[n], n))
    return CasePerson(key, ordered[0] if ordered else key, tuple(ordered), kind)


def title(acts: Sequence[Act], people: Sequence[CasePerson]) -> str:
    """Give the people, or what happened where and when."""
    if people:
        more = f" and {len(people) - NAMES_IN_TITLE} others" if len(people) > NAMES_IN_TITLE else ""
        return ", ".join(p.name for p in people[:NAMES_IN_TITLE]) + more
    types = load_codebook().types
    act = acts[0]
    label = types[act.type].label["en"] if act.type in types else act.type
    where = act.place and (act.place.settlement or act.place.admin1 or act.place.country)
    return ", ".join(v for v in (label, where, act.date) if v)


def places(acts: Iterable[Act]) -> tuple[Place, ...]:
    found = {text: a.place for a in acts if a.place and (text := place_text(a.place))}
    return tuple(found[text] for text in sorted(found))
