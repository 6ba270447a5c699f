"""Part what befell a person into proceedings: one person, one legal matter.

Acts that name a case number go by it; else by track: administrative (days of arrest, a fine in a
hearing of a day), civil, or criminal.  Custody without a matter belongs to the criminal one, if
there is one, and else stands alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from watchdesk.engine.cases.edtf import days
from watchdesk.engine.cases.order import in_order
from watchdesk.engine.cases.records import Act, Party, Proceeding
from watchdesk.engine.cases.states import affects

Track = Literal["criminal", "administrative", "civil"]
ADMINISTRATIVE_SENTENCES = frozenset({"administrative_arrest"})
TRACKS: tuple[Track, ...] = ("criminal", "administrative", "civil")
LEGAL = "legal."
CUSTODY = "custody."


def proceedings(person: str, acts: Iterable[Act]) -> tuple[Proceeding, ...]:
    """Give the proceedings of a person, the one with the first act first."""
    mine = in_order(a for a in acts if affects(a, person) and is_legal(a))
    matters: dict[tuple[str, str], list[Act]] = defaultdict(list)
    for act in mine:
        matters[matter(act, mine)].append(act)
    listed = list(matters.items())
    return tuple(proceeding(person, m, group) for m, group in listed if is_matter(group))


def is_legal(act: Act) -> bool:
    """Tell whether an act belongs to a legal matter at all."""
    return act.type.startswith((LEGAL, CUSTODY, "release.", "move.wanted", "move.extradite"))


def is_matter(acts: Sequence[Act]) -> bool:
    """Tell whether acts are more than a summons."""
    return any(a.type.startswith(LEGAL) or a.type == "custody.remand" for a in acts)


def matter(act: Act, all_acts: Sequence[Act]) -> tuple[str, str]:
    """Give (track, case number) of an act; what says neither goes with the matter it lies in."""
    track, number = track_of(act), case_number(act)
    if number:
        return (track or "criminal", number)
    if track:
        return (track, "")
    return (track_around(act, all_acts), "")


def track_of(act: Act) -> Track | None:
    """Give the track an act tells of itself."""
    told = {p.code or p.text.casefold() for p in act.roles.get("track", ())}
    for track in TRACKS:
        if track in told:
            return track
    if act.type == "legal.civil_suit":
        return "civil"
    if any(p.sentence in ADMINISTRATIVE_SENTENCES for p in act.roles.get("sentence", ())):
        return "administrative"
    if act.type.startswith(LEGAL) or act.type == "custody.remand":
        return "criminal"
    return None


def track_around(act: Act, all_acts: Sequence[Act]) -> Track:
    """Give the track of the nearest act that tells one: a detention goes with what follows it."""
    place = all_acts.index(act)
    after = [t for a in all_acts[place:] if (t := track_of(a))]
    before = [t for a in all_acts[:place] if (t := track_of(a))]
    ahead = not act.type.startswith("release.")
    ordered = (after + before[::-1]) if ahead else (before[::-1] + after)
    return ordered[0] if ordered else "criminal"


def case_number(act: Act) -> str | None:
    return next((p.text for p in act.roles.get("case_no", ()) if p.text), None)


def proceeding(person: str, matter: tuple[str, str], acts: Sequence[Act]) -> Proceeding:
    """Make a proceeding of its acts, which come in order of time."""
    track, number = matter
    courts = [p.text for a in acts for p in a.roles.get("court", ()) if p.text]
    sentences = [p for a in acts for p in a.roles.get("sentence", ())[:1] if decides(a)]
    return Proceeding(
        id="-".join(v for v in (person, track, number) if v),
        person=person,
        acts=tuple(a.id for a in acts),
        track=next(t for t in TRACKS if t == track),
        court=courts[-1] if courts else None,
        case_number=number or None,
        charges=tuple(charges(acts)),
        sentence=sentences[-1] if sentences else None,
        next_hearing=next_hearing(acts),
    )


def decides(act: Act) -> bool:
    """Tell whether a sentence told in the act is one a court gave."""
    return act.modality == "asserted" and act.type in ("legal.convict", "legal.appeal")


def charges(acts: Iterable[Act]) -> Iterable[Party]:
    """Give each charge once, in the order in which they came up."""
    found: Mapping[str, Party] = {
        p.code or p.text.casefold(): p
        for a in reversed(tuple(acts))
        for role in ("charge", "article")
        for p in a.roles.get(role, ())
    }
    return reversed(tuple(found.values()))


def next_hearing(acts: Sequence[Act]) -> str | None:
    """Give the date of the last hearing that is planned, or that a hearing was put off to."""
    trials = [a for a in acts if a.type == "legal.trial"]
    planned = [a.date for a in trials if a.modality == "planned"]
    put_off = [p.code or p.text for a in trials for p in a.roles.get("next_date", ())]
    dated = [(d.last, text) for text in (*planned, *put_off) if text and (d := days(text))]
    return max(dated, default=(None, None))[1]
