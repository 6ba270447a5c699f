"""Join what several sentences tell of one act to one event."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from watchdesk.engine.events.draft import Draft
from watchdesk.engine.records import Event, Filler, Span

FACTS = frozenset({"asserted", "alleged", "denied"})
STEPS = ("result", "register", "order_type", "outcome")
"""Roles whose codes part one act from another."""
KEPT = frozenset({"charge", "article", "sentence", "method"})
"""Roles of which every telling is kept: where two differ, an editor sees both."""
WHOLE = frozenset({"legal.trial"})
"""Types whose stages are parts of one act."""
VOICES = ("intervening_party", "claimant", "body")
"""Roles whose fillers act each on their own."""


def merge(drafts: Sequence[Draft]) -> list[Event]:
    """Give one event for each act, in the order of the text.

    Two drafts tell of one act if they are of one type and modality, their targets meet or one of
    them names none, and neither their dates nor their stages differ.  The fullest stays; the roles
    it lacks come from the others, whose sentences stand in `also_told_in`.
    """
    groups: list[list[Draft]] = []
    for draft in drafts:
        group = home(groups, draft)
        if group is None:
            groups.append([draft])
        else:
            group.append(draft)
    return [joined(group) for group in groups]


def home(groups: Sequence[list[Draft]], draft: Draft) -> list[Draft] | None:
    """Give the group a draft belongs to: one that shares a target, else the last without a rift."""
    open_groups = [g for g in groups if all(one_act(draft, other) for other in g)]
    sharing = [g for g in open_groups if any(entities(draft) & entities(other) for other in g)]
    if sharing:
        return sharing[-1]
    if entities(draft):
        return next((g for g in reversed(open_groups) if not any(map(entities, g))), None)
    return open_groups[-1] if open_groups else None


def entities(draft: Draft) -> frozenset[str]:
    """Give the entities that an act is done to; for an act without a target those that do it."""
    found = {f.entity for f in draft.fillers("target", "perpetrator") if f.entity}
    if not found and "target" not in draft.match.rule.type.roles:
        found = {f.entity for f in draft.fillers("actor") if f.entity}
    return frozenset(found)


def one_act(one: Draft, other: Draft) -> bool:
    """Tell whether two drafts can tell of one act."""
    if one.type != other.type or one.event.background != other.event.background:
        return False
    if (one.event.modality in FACTS) != (other.event.modality in FACTS):
        return False
    if entities(one) and entities(other) and not entities(one) & entities(other):
        return False
    return dates_meet(one.event, other.event) and not told_apart(one, other)


def told_apart(one: Draft, other: Draft) -> bool:
    """Tell whether what two drafts say beside the target shows that they tell of two acts.

    A law proposed and a law adopted are two acts, and so are the statements of two bodies.
    """
    stages = () if one.type in WHOLE else ("stage",)
    for role in (*STEPS, *stages):
        codes, others = ({f.code for f in d.fillers(role) if f.code} for d in (one, other))
        if codes and others and not codes & others:
            return True
    doers, others = ({f.entity for f in d.fillers(*VOICES) if f.entity} for d in (one, other))
    return bool(doers and others and not doers & others)


def dates_meet(one: Event, other: Event) -> bool:
    """Tell whether two dates can be one: one is missing, or begins as the other does."""
    if one.date is None or other.date is None or not one.date.edtf or not other.date.edtf:
        return True
    short, long = sorted((one.date.edtf, other.date.edtf), key=len)
    return long.startswith(short)


def joined(group: Sequence[Draft]) -> Event:
    """Join the drafts of one act."""
    best = max(group, key=fullness).event
    others = [d.event for d in group if d.event is not best]
    roles = dict(best.roles)
    for other in others:
        for role, fillers in other.roles.items():
            if role in KEPT:
                roles[role] = (*roles.get(role, ()), *new(fillers, roles.get(role, ())))
            else:
                roles.setdefault(role, fillers)
    if not any(f.entity for f in roles.get("target", ())):
        named = (o.roles.get("target", ()) for o in others)
        roles |= next(({"target": fs} for fs in named if any(f.entity for f in fs)), {})
    return replace(
        best,
        roles=roles,
        date=best.date or next((e.date for e in others if e.date), None),
        confidence=max(d.event.confidence for d in group),
        attribution=best.attribution,
        also_told_in=tuple(elsewhere(best, others)),
    )


def new(fillers: Iterable[Filler], known: Iterable[Filler]) -> list[Filler]:
    spans = {filler.span for filler in known}
    return [filler for filler in fillers if filler.span not in spans]


def fullness(draft: Draft) -> tuple[int, float, int]:
    """Order drafts by what they tell: roles and date, then sureness, then place in the text."""
    event = draft.event
    told = len(event.roles) + (event.date is not None) + sum(map(bool, entities(draft)))
    return told, event.confidence, -event.trigger.start


def elsewhere(best: Event, others: Iterable[Event]) -> list[Span]:
    return sorted({e.sentence for e in others} - {best.sentence})
