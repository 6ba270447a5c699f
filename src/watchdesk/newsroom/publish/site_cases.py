"""Public cases as records of the site.  Names that an editor withholds never get this far."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from watchdesk.engine.cases.records import Act, Case, Conflict, Party, Telling
from watchdesk.engine.codebook.statuses import load_statuses
from watchdesk.engine.records import Report
from watchdesk.newsroom.blog.draft import day_of, words_of
from watchdesk.newsroom.cases import people
from watchdesk.newsroom.cases.models import CaseRow, Person
from watchdesk.newsroom.cases.selectors import Stand, live, names_in, point, shown
from watchdesk.newsroom.common.codes import event_label, state_label, words
from watchdesk.newsroom.desk.selectors import accepted_reports
from watchdesk.newsroom.monitor.models import Source
from watchdesk.newsroom.publish.records import (
    SiteAct,
    SiteCase,
    SiteConflict,
    SiteJournalist,
    SiteLink,
    SiteSource,
    SiteState,
)

WITHHELD = "[name withheld]"
JOURNALIST = "journalist"
FEW_PEOPLE = 20


@dataclass(frozen=True, slots=True)
class Context:
    """What drawing a case needs besides it: reports, outlets, and the words to keep back."""

    reports: Mapping[str, Report]
    outlets: Mapping[str, Source]
    names: Mapping[str, str]
    """Names of people by key, as the desk writes them."""
    withheld: re.Pattern[str] | None

    def open(self, text: str) -> str:
        """Give a text without the names that are withheld."""
        return self.withheld.sub(WITHHELD, text) if self.withheld else text


def public_cases() -> list[CaseRow]:
    """Give the rows of all cases that an editor put on the site."""
    return list(live().filter(public=True).prefetch_related("posts"))


def site_case(row: CaseRow) -> tuple[SiteCase, list[SiteJournalist]]:
    """Draw a case, and its people who are journalists."""
    laid_out = shown(row)
    case = laid_out.case
    context = _context(row, case)
    states = tuple(_state(stand, case) for stand in laid_out.stands[:FEW_PEOPLE])
    drawn = SiteCase(
        slug=row.slug,
        title=context.open(str(row)),
        summary=context.open(row.summary),
        countries=tuple(row.countries),
        updated_at=row.changed_at,
        states=tuple(state for state in states if state.state),
        acts=tuple(_act(act, context) for act in case.acts),
        sources=tuple(_source(r, context) for r in _in_order(context.reports.values())),
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
    return Context(reports, outlets, names_in(case), withheld_names(row))


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


def _state(stand: Stand, case: Case) -> SiteState:
    """Draw where a person stands; without a state, what befell them last."""
    state, person = stand.state, stand.person
    code = stand.override.state if stand.override else state.state
    label = stand.shown if code else _last_act(person.key, case)
    statuses = load_statuses()
    since = "" if stand.override else state.since
    held = code in statuses and statuses[code].in_custody
    hidden = person.withheld
    return SiteState(
        person="" if hidden else person.name,
        state=code or "",
        label=label,
        since=since or None,
        days=state.days_in_custody if held and not stand.override else None,
        because=(f"Set by an editor: {stand.override.reason}",)
        if stand.override
        else stand.reasons,
        doubt="; ".join(f"alleged or denied: {doubt}" for doubt in stand.doubts),
        kinds=tuple(person.all_kinds),
        spellings=()
        if hidden
        else tuple(name for name in person.facts.get("names", ()) if name != person.name),
    )


def _last_act(person: str, case: Case) -> str:
    """Give the label of the last act that befell somebody."""
    befell = [
        act
        for act in case.acts
        if any(p.key == person for p in act.roles.get("target", ())) and not act.background
    ]
    return event_label(befell[-1].type) if befell else state_label(None)


def _act(act: Act, context: Context) -> SiteAct:
    return SiteAct(
        edtf=act.date,
        label=event_label(act.type),
        summary=context.open(_summary(act, context.names)),
        modality=act.modality,
        place=(act.place.settlement or act.place.admin1 or "") if act.place else "",
        background=act.background,
        sources=tuple(_told(telling, context) for telling in act.tellings),
        conflicts=tuple(_conflict(conflict, act, context) for conflict in act.conflicts),
    )


def _summary(act: Act, names: Mapping[str, str]) -> str:
    """Say who fills which role: "Aida Sarova, by police. Charge: libel."."""
    filled = {role: _filled(parties, names) for role, parties in act.roles.items()}
    by = filled.get("actor") or filled.get("court")
    first = ", ".join(part for part in (filled.get("target"), f"by {by}" if by else "") if part)
    rest = [
        f"{words(role).capitalize()}: {text}"
        for role, text in filled.items()
        if role not in ("target", "actor", "court", "place") and text
    ]
    return " ".join(f"{part}." for part in (first, *rest) if part)


def _filled(parties: Iterable[Party], names: Mapping[str, str]) -> str:
    said = (names.get(p.key or "") or p.text or words(p.code or "") for p in parties)
    return ", ".join(dict.fromkeys(text for text in said if text))


def _conflict(conflict: Conflict, act: Act, context: Context) -> SiteConflict:
    by_id = {telling.id: telling for telling in act.tellings}
    values = tuple(
        (
            context.open(value.value),
            _one_an_outlet(_told(by_id[id], context) for id in value.told_by if id in by_id),
        )
        for value in conflict.values
    )
    return SiteConflict(point(conflict.field), values)


def _one_an_outlet(sources: Iterable[SiteSource]) -> tuple[SiteSource, ...]:
    found: dict[str, SiteSource] = {}
    for source in sources:
        found.setdefault(source.outlet, source)
    return tuple(found.values())


def _told(telling: Telling, context: Context) -> SiteSource:
    report = context.reports.get(telling.report)
    said = context.open(words_of(telling, context.reports))
    if report is None:
        return SiteSource(_outlet(telling, context), "", telling.url, telling.published)
    return _source(report, context, said)


def _source(report: Report, context: Context, said: str = "") -> SiteSource:
    article = report.article
    outlet = context.outlets.get(article.outlet or "")
    return SiteSource(
        outlet=outlet.name if outlet else article.outlet or "",
        title=context.open(article.title),
        url=None if context.withheld else article.url,
        published=day_of(article.published),
        language=article.language,
        outlet_kind=outlet.kind if outlet else "",
        words=said,
    )


def _outlet(telling: Telling, context: Context) -> str:
    outlet = context.outlets.get(telling.outlet or "")
    return outlet.name if outlet else telling.outlet or "a source"


def _journalist(stand: Stand, state: SiteState, link: SiteLink, row: CaseRow) -> SiteJournalist:
    person = stand.person
    countries = person.facts.get("countries") or row.countries
    return SiteJournalist(
        name="" if person.withheld else person.name,
        outlet="" if person.withheld else next(iter(person.facts.get("affiliations", ())), ""),
        country=row.countries[0] if row.countries else next(iter(countries), None),
        state=state,
        case=link,
    )


def _in_order(reports: Iterable[Report]) -> list[Report]:
    """Give reports by the day of their publication, those without one last."""
    return sorted(reports, key=lambda r: (r.article.published is None, str(r.article.published)))
