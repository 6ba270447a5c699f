"""Settle what an act's tellings agree on, and keep side by side what they do not.

The value told by most independent outlets comes first; an older report gives way to a newer one
only by that count.  Nothing is thrown away: every other value stands in `conflicts` with its
sources.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

from watchdesk.engine.cases.edtf import days
from watchdesk.engine.cases.records import Act, Conflict, Party, Telling, Value
from watchdesk.engine.records import Modality, Place

STRENGTH: tuple[Modality, ...] = (
    "asserted",
    "denied",
    "negated",
    "alleged",
    "planned",
    "demanded",
    "hypothetical",
)
SINGLE_ROLES = ("sentence", "court", "duration", "size", "amount", "result", "how", "stage")
"""Roles that hold one value: two different ones are a conflict, not a list."""
Told = Mapping[str, list[Telling]]


def settle(id: str, tellings: tuple[Telling, ...]) -> Act:
    """Make an act of tellings that were found to be one; they come in order of their ids."""
    date, dated_by = best_date(tellings)
    modality = min((t.modality for t in tellings), key=STRENGTH.index)
    return Act(
        id=id,
        type=tellings[0].type,
        tellings=tellings,
        date=date,
        dated_by=dated_by,
        modality=modality,
        roles=roles(tellings),
        place=best_place(tellings),
        conflicts=tuple(conflicts(tellings)),
        because=(why(tellings),) if len(tellings) > 1 else (),
    )


def ranked(told: Told) -> list[tuple[str, list[Telling]]]:
    """Give values best supported first: by outlets, then tellings, then the earliest report."""

    def support(item: tuple[str, list[Telling]]) -> tuple[int, int, tuple[str, str]]:
        by = item[1]
        return (-len({t.outlet or t.report for t in by}), -len(by), min(t.id for t in by))

    return sorted(told.items(), key=support)


def told_values(pairs: Iterable[tuple[str | None, Telling]]) -> Told:
    found: dict[str, list[Telling]] = defaultdict(list)
    for value, telling in pairs:
        if value:
            found[value].append(telling)
    return found


def best_date(
    tellings: tuple[Telling, ...],
) -> tuple[str | None, Literal["told", "published", "unknown"]]:
    """Give the date told to the day by most, else the narrowest; else the first publication."""
    told = told_values((t.date, t) for t in tellings if days(t.date))
    if told:
        return min(ranked(told), key=lambda item: width(item[0]))[0], "told"
    published = [p for t in tellings if (p := t.published)]
    if not published:
        return None, "unknown"
    if all(t.background for t in tellings):
        return f"../{min(published).isoformat()}", "published"
    return f"{min(published).isoformat()}~", "published"


def width(edtf: str) -> int:
    found = days(edtf)
    return (found.last - found.first).days if found else 10**6


def best_place(tellings: tuple[Telling, ...]) -> Place | None:
    told = told_values((place_text(t.place), t) for t in tellings)
    best = max(ranked(told), key=lambda item: item[0].count("|"), default=None)
    return best[1][0].place if best else None


def place_text(place: Place | None) -> str | None:
    """Give the place as words, the widest first: "KZ|Almaty"."""
    if place is None:
        return None
    return "|".join(p for p in (place.country, place.admin1, place.settlement) if p) or None


def roles(tellings: tuple[Telling, ...]) -> dict[str, tuple[Party, ...]]:
    """Give everybody and everything told for each role, the best supported first."""
    found: dict[str, dict[str, list[tuple[Party, Telling]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for telling in tellings:
        for role, parties in telling.roles.items():
            for p in parties:
                found[role][identity(p)].append((p, telling))
    return {role: tuple(best_parties(told)) for role, told in sorted(found.items())}


def best_parties(told: Mapping[str, list[tuple[Party, Telling]]]) -> list[Party]:
    order = ranked({key: [t for _, t in pairs] for key, pairs in told.items()})
    return [max((p for p, _ in told[key]), key=fullness) for key, _ in order]


def fullness(party: Party) -> tuple[int, int, str]:
    filled = [party.code, party.article, party.sentence, party.length]
    return (sum(v is not None for v in filled), len(party.text), party.text)


def identity(party: Party) -> str:
    """Give what makes two fillers of a role the same one."""
    if party.key:
        return party.key
    coded = [party.code, party.sentence, party.length]
    return "|".join(v for v in coded if v) or party.text.casefold()


def conflicts(tellings: tuple[Telling, ...]) -> Iterable[Conflict]:
    """Give each thing the tellings disagree on."""
    dates = told_values((t.date, t) for t in tellings if days(t.date))
    if len(dates) > 1 and not nested(dates):
        yield conflict("date", dates)
    modalities = told_values((t.modality, t) for t in tellings)
    if len(modalities) > 1:
        yield conflict("modality", modalities)
    yield from role_conflicts(tellings)
    yield from count_conflicts(tellings)


def nested(dates: Told) -> bool:
    """Tell whether all dates may be one day ("2020-02" beside "2020-02-21")."""
    spans = [d for edtf in dates if (d := days(edtf))]
    return max(d.first for d in spans) <= min(d.last for d in spans)


def role_conflicts(tellings: tuple[Telling, ...]) -> Iterable[Conflict]:
    for role in SINGLE_ROLES:
        told = told_values(
            (" + ".join(sorted(identity(p) for p in t.roles[role])), t)
            for t in tellings
            if role in t.roles
        )
        if len(told) > 1:
            yield conflict(role, told)


def count_conflicts(tellings: tuple[Telling, ...]) -> Iterable[Conflict]:
    of = sorted({c.of for t in tellings for c in t.counts})
    for what in of:
        told = told_values(
            (range_text(c.min, c.max), t) for t in tellings for c in t.counts if c.of == what
        )
        if len(told) > 1:
            yield conflict(f"count:{what}", told)


def range_text(low: int | None, high: int | None) -> str:
    """Write a count as a range: "39..", "..20", "20".

    >>> range_text(39, None), range_text(20, 20)
    ('39..', '20')
    """
    if low is not None and low == high:
        return str(low)
    return f"{'' if low is None else low}..{'' if high is None else high}"


def conflict(field: str, told: Told) -> Conflict:
    values = (Value(v, tuple(sorted({t.id for t in by}))) for v, by in ranked(told))
    return Conflict(field, tuple(values))


def why(tellings: tuple[Telling, ...]) -> str:
    """Say in one line why the tellings are one act."""
    shared = set.intersection(
        *({p.key for ps in t.roles.values() for p in ps if p.key} for t in tellings)
    )
    names: dict[str, str] = {}
    for t in tellings:
        names.update(t.names)
    who = ", ".join(sorted(names.get(key, key) for key in shared))
    when = sorted({t.date for t in tellings if t.date})
    about = f"about {who}" if who else "linked by shared people, place or law"
    return (
        f"{len(tellings)} tellings of {tellings[0].type} {about}, dated {' / '.join(when) or '-'}"
    )
