"""Public cases as records of the site.  Names that an editor withholds never get this far."""

import re
from collections.abc import Iterable

from watchdesk.engine.cases.edtf import days as edtf_days
from watchdesk.engine.cases.records import Act, Case, PersonState
from watchdesk.engine.records import Report
from watchdesk.newsroom.cases import people
from watchdesk.newsroom.cases.models import CaseRow, Person
from watchdesk.newsroom.cases.selectors import Stand, live, shown
from watchdesk.newsroom.common.clock import today
from watchdesk.newsroom.desk.selectors import accepted_reports
from watchdesk.newsroom.monitor.models import Source
from watchdesk.newsroom.publish.records import (
    SiteCase,
    SiteJournalist,
    SiteLink,
    SiteReason,
    SiteState,
)
from watchdesk.newsroom.publish.sentences import badge, is_latin
from watchdesk.newsroom.publish.site_acts import (
    WITHHELD,
    Context,
    dated,
    draw_act,
    reason,
    source,
)
from watchdesk.newsroom.publish.wording import modality

JOURNALIST = "journalist"
FEW_PEOPLE = 20


def public_cases() -> list[CaseRow]:
    """Give the rows of all cases that an editor put on the site."""
    return list(live().filter(public=True).prefetch_related("posts"))


def site_case(row: CaseRow) -> tuple[SiteCase, list[SiteJournalist]]:
    """Draw a case, and its people who are journalists."""
    laid_out = shown(row)
    case = laid_out.case
    context = _context(row, case)
    states = tuple(_state(stand, case, context) for stand in laid_out.stands[:FEW_PEOPLE])
    drawn = SiteCase(
        slug=row.slug,
        title=context.open(str(row)),
        summary=context.open(row.summary),
        countries=tuple(row.countries),
        updated_at=row.changed_at,
        states=tuple(state for state in states if state.state),
        acts=tuple(draw_act(act, context) for act in case.acts),
        sources=tuple(source(r, context) for r in _in_order(context.reports.values())),
        independent_sources=row.independent_sources,
        posts=tuple(
            SiteLink(context.open(post.title), post.site_path)
            for post in row.posts.all()
            if post.live
        ),
        alarms=tuple(context.open(alarm.text) for alarm in row.alarms.filter(seen_at=None)),
    )
    link = SiteLink(drawn.title, f"/cases/{row.slug}/")
    journalists = [
        _journalist(stand, state, link, row)
        for stand, state in zip(laid_out.stands, states, strict=False)
        if JOURNALIST in stand.person.all_kinds
    ]
    return drawn, journalists


def _context(row: CaseRow, case: Case) -> Context:
    reports = {r.id: r for r in accepted_reports(int(report) for report in case.reports)}
    outlets = Source.objects.in_bulk([r.article.outlet for r in reports.values()])
    return Context(reports, outlets, names_of(case), withheld_names(row))


def names_of(case: Case) -> dict[str, str]:
    """Give the people of a case the names that an English site writes, by key."""
    parties = (p for act in case.acts for ps in act.roles.values() for p in ps)
    keys = {party.key for party in parties if party.key} | {person.id for person in case.people}
    people_met = Person.objects.filter(key__in=keys)
    return {p.key: WITHHELD if p.withheld else latin_name(p) for p in people_met}


def latin_name(person: Person) -> str:
    """Give a name in Latin letters where one is told, the desk's own otherwise."""
    told = [name for name in person.facts.get("names", ()) if is_latin(name) and " " in name]
    return person.name if is_latin(person.name) or not told else str(told[0])


def withheld_names(row: CaseRow) -> re.Pattern[str] | None:
    """Give what matches the names that an editor withholds in a case, in every spelling met.

    Each word of a name is kept back, with whatever ending it has: too much rather than too little.
    """
    named = Person.objects.filter(standings__case=row, withheld=True)
    spellings = {m.text for person in named for m in people.mentions_of(person)}
    spellings |= {word for text in spellings for word in text.split() if len(word) > 2}  # noqa: PLR2004
    if not spellings:
        return None
    longest_first = sorted(spellings, key=len, reverse=True)
    pattern = "|".join(map(re.escape, longest_first))
    return re.compile(rf"\b(?:{pattern})\w*", re.IGNORECASE)


def _state(stand: Stand, case: Case, context: Context) -> SiteState:
    """Draw where a person stands; without a state, say so and what befell them last."""
    state, person = stand.state, stand.person
    code = stand.override.state if stand.override else state.state
    name = context.names.get(person.key, person.name)
    written = (*person.facts.get("names", ()), person.name)
    return SiteState(
        person="" if person.withheld else name,
        state=code or "",
        label=stand.shown if code else "",
        badge=badge(code) if code else "",
        since=(not stand.override and state.since) or None,
        days=None if stand.override else _days_held(state),
        because=_because(stand, case, context),
        doubt=_doubt(stand, case, code),
        kinds=tuple(person.all_kinds),
        spellings=()
        if person.withheld
        else tuple(other for other in dict.fromkeys(written) if other != name),
    )


def _days_held(state: PersonState) -> int | None:
    """Count the days of custody, from an exact day on."""
    if not state.in_custody:
        return None
    for since in (state.held_since, state.since):
        found = edtf_days(since)
        if found and found.exact and found.first <= today():
            return (today() - found.first).days + 1
    return None


def _because(stand: Stand, case: Case, context: Context) -> tuple[SiteReason, ...]:
    if stand.override:
        return (SiteReason(context.open(f"Set by an editor: {stand.override.reason}")),)
    acts = {act.id: act for act in case.acts}
    led = dict.fromkeys(key for step in stand.state.because for key in step.acts)
    return tuple(reason(acts[key], context) for key in led if key in acts)


def _doubt(stand: Stand, case: Case, code: str | None) -> str:
    acts = {act.id: act for act in case.acts}
    doubts = [
        f"{modality(acts[key].modality)}: {dated(acts[key])}"
        for key in stand.state.doubts
        if key in acts and acts[key].date
    ]
    if not code:
        befell = [a for a in case.acts if not a.background and a.date and _befell(stand, a)]
        last = f" Last told: {dated(befell[-1])}." if befell else ""
        return f"We know of no arrest, charge or release.{last}"
    return _capital("; ".join(doubts))


def _befell(stand: Stand, act: Act) -> bool:
    return any(party.key == stand.person.key for party in act.roles.get("target", ()))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _journalist(stand: Stand, state: SiteState, link: SiteLink, row: CaseRow) -> SiteJournalist:
    person = stand.person
    countries = person.facts.get("countries") or row.countries
    return SiteJournalist(
        name=state.person,
        outlet="" if person.withheld else _outlet_of(person),
        country=row.countries[0] if row.countries else next(iter(countries), None),
        state=state,
        case=link,
    )


def _outlet_of(person: Person) -> str:
    """Name where somebody works, in Latin letters where they are told."""
    told = sorted(person.facts.get("affiliations", ()), key=lambda name: not is_latin(name))
    return str(told[0]) if told else ""


def _in_order(reports: Iterable[Report]) -> list[Report]:
    """Give reports by the day of their publication, those without one last."""
    return sorted(reports, key=lambda r: (r.article.published is None, str(r.article.published)))
