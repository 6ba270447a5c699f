"""Read cases and people as the desk shows them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from watchdesk.engine.cases.records import Act, Case, PersonState
from watchdesk.engine.cases.states import state as computed_state
from watchdesk.engine.codebook.statuses import load_statuses
from watchdesk.newsroom.cases import convert, linking, models, people
from watchdesk.newsroom.common.clock import today
from watchdesk.newsroom.common.codes import event_group, event_label, state_label, words
from watchdesk.newsroom.common.languages import country_name, language_name
from watchdesk.newsroom.monitor.models import ReportRow, Source

SUGGESTED = 8
MOST_REASONS = 6
POINTS = {"modality": "whether it happened"}


@dataclass(frozen=True, slots=True)
class Told:
    """One report that tells an act, and in which words."""

    report: ReportRow
    date: str
    modality: str


@dataclass(frozen=True, slots=True)
class ActShown:
    """One act of a timeline."""

    act: Act
    label: str
    group: str
    roles: tuple[tuple[str, str], ...]
    told_by: tuple[Told, ...]
    conflicts: tuple[tuple[str, tuple[tuple[str, tuple[ReportRow, ...]], ...]], ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a person stands, by computation and by an editor's word, which goes first."""

    person: models.Person
    state: PersonState
    label: str
    override: models.StateOverride | None
    reasons: tuple[str, ...]
    """Each step towards the state: what, when, according to whom."""
    strays: tuple[str, ...]
    doubts: tuple[str, ...]

    @property
    def shown(self) -> str:
        """Give the label to show."""
        return state_label(self.override.state) if self.override else self.label


@dataclass(frozen=True, slots=True)
class CaseShown:
    """A case laid out: who stands where, and what happened, in order of time."""

    row: models.CaseRow
    case: Case
    stands: tuple[Stand, ...]
    acts: tuple[ActShown, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A case that a report may belong to, and why."""

    row: models.CaseRow
    reasons: tuple[str, ...]
    chosen: bool


def live() -> QuerySet[models.CaseRow]:
    """Give the cases that stand, not merged and not empty, the newest act first."""
    rows = models.CaseRow.objects.filter(merged_into=None)
    counted = rows.annotate(reports=Count("told_by", distinct=True)).filter(reports__gt=0)
    return counted.order_by(F("last_day").desc(nulls_last=True), "key")


def found(query: str, country: str) -> QuerySet[models.CaseRow]:
    """Give the cases whose title holds some words, of a country; all where both are empty."""
    rows = live().prefetch_related("standings__person")
    if query:
        rows = rows.filter(Q(title__icontains=query) | Q(own_title__icontains=query))
    if country:
        rows = rows.filter(acts__country=country).distinct()
    return rows


def countries() -> list[tuple[str, str]]:
    """Give the countries that acts happened in, by name."""
    codes = models.ActRow.objects.exclude(country="").values_list("country", flat=True).distinct()
    return sorted(((code, country_name(code)) for code in codes), key=lambda pair: pair[1])


def shown(row: models.CaseRow, as_of: date | None = None) -> CaseShown:
    """Lay out a case, with states as they were at the end of a day (None: today)."""
    case = convert.case_record(row)
    reports = _reports(case)
    names = names_in(case)
    acts = tuple(_act(act, reports, names) for act in case.acts)
    return CaseShown(row, case, tuple(stands(row, case, as_of or today())), acts)


def names_in(case: Case) -> dict[str, str]:
    """Give the people of a case's acts the names that the desk writes, by key."""
    parties = (p for act in case.acts for ps in act.roles.values() for p in ps)
    keys = {party.key for party in parties if party.key}
    return dict(models.Person.objects.filter(key__in=keys).values_list("key", "name"))


def stands(row: models.CaseRow, case: Case, as_of: date) -> list[Stand]:
    """Give where each person of a case stands at the end of a day."""
    telling = Source.objects.filter(articles__reports__in_cases__case=row)
    outlets = dict(telling.values_list("id", "name"))
    acts = {act.id: act for act in case.acts}
    persons = {s.person.key: s.person for s in row.standings.select_related("person")}
    overrides = {o.person_id: o for o in reversed(current_overrides(row, as_of))}
    labels = {act.id: f"{event_label(act.type)} {act.date or ''}".strip() for act in case.acts}
    return [
        Stand(
            person=person,
            state=state,
            label=state_label(state.state),
            override=overrides.get(person.pk),
            reasons=tuple(reasons(state, acts, outlets)),
            strays=tuple(labels.get(act, act) for act in state.strays),
            doubts=tuple(labels.get(act, act) for act in state.doubts),
        )
        for key, person in persons.items()
        for state in [computed_state(key, case.acts, load_statuses(), as_of)]
    ]


def reasons(
    state: PersonState, acts: Mapping[str, Act], outlets: Mapping[str, str]
) -> Iterator[str]:
    """Say each act that led to a state, with the outlets that tell of it."""
    for reason in state.because:
        for act in (acts[key] for key in reason.acts if key in acts):
            told_by = dict.fromkeys(outlets.get(t.outlet or "", t.outlet) for t in act.tellings)
            said = ", ".join(str(outlet) for outlet in told_by)
            yield f"{event_label(act.type)}, {act.date or 'undated'} ({said})"


def current_overrides(row: models.CaseRow, day: date) -> list[models.StateOverride]:
    """Give the overrides that hold on a day, the newest first."""
    return list(row.overrides.filter(until__gte=day).select_related("editor"))


def suggestions(row: ReportRow) -> list[Suggestion]:
    """Give the cases that an accepted report may belong to; the engine's choice first."""
    linked, known = linking.preview(row)
    mine = [case for case in linked.cases if str(row.pk) in case.reports]
    stands_in = {case.key for case in models.CaseRow.objects.filter(told_by__report=row)}
    chosen = [
        Suggestion(known[case.id], _why(case, row), case.id in stands_in)
        for case in mine
        if case.id in known
    ]
    ids = {suggestion.row.pk for suggestion in chosen}
    others = [case for case in known.values() if case.pk not in ids and case.told_by.exists()]
    return chosen + [Suggestion(case, (), False) for case in others[:SUGGESTED]]


def _why(case: Case, row: ReportRow) -> tuple[str, ...]:
    acts = [act for act in case.acts if any(t.report == str(row.pk) for t in act.tellings)]
    shared = [act for act in acts if len({t.report for t in act.tellings}) > 1]
    same = [
        f"tells the same act: {event_label(act.type)}, {act.date or 'undated'}" for act in shared
    ]
    return tuple(dict.fromkeys([*same, *case.because]))[:MOST_REASONS]


def profile(person: models.Person) -> dict[str, object]:
    """Give what is known of a person: spellings, mentions, cases, questions."""
    mentions = people.mentions_of(person)
    spellings: dict[tuple[str, str], int] = {}
    for mention in mentions:
        key = (mention.text, language_name(mention.language))
        spellings[key] = spellings.get(key, 0) + 1
    asked = models.PersonQuestion.objects.filter(answered_at=None)
    return {
        "mentions": mentions,
        "spellings": sorted((*key, n) for key, n in spellings.items()),
        "standings": person.standings.filter(case__merged_into=None).select_related("case"),
        "questions": asked.filter(Q(one=person) | Q(other=person)).select_related("one", "other"),
        "merged": person.merged.all(),
    }


def named(query: str) -> QuerySet[models.Person]:
    """Give the people whom a name may mean, in any script; all for an empty query."""
    rows = models.Person.objects.filter(merged_into=None)
    rows = rows.annotate(cases=Count("standings__case", distinct=True))
    if not query:
        return rows.order_by("name")
    codes = people.sound_codes(query)
    return (
        rows.filter(codes__code__in=codes)
        .annotate(shared=Count("codes", distinct=True))
        .order_by("-shared", "name")
    )


def alarms() -> QuerySet[models.AlarmRow]:
    """Give the alarms that nobody has seen, the longest due first."""
    return models.AlarmRow.objects.filter(seen_at=None).select_related("case", "person")


def point(field: str) -> str:
    """Say on what sources differ."""
    return POINTS.get(field, f"the {words(field)}")


def _reports(case: Case) -> dict[str, ReportRow]:
    rows = ReportRow.objects.filter(pk__in=[int(report) for report in case.reports])
    return {str(row.pk): row for row in rows.select_related("article__source")}


def _act(act: Act, reports: dict[str, ReportRow], names: Mapping[str, str]) -> ActShown:
    roles = tuple(
        (words(role), "; ".join(dict.fromkeys(names.get(p.key or "", p.text) for p in ps)))
        for role, ps in act.roles.items()
    )
    return ActShown(
        act=act,
        label=event_label(act.type),
        group=event_group(act.type),
        roles=roles,
        told_by=tuple(
            Told(reports[t.report], t.date or "", t.modality)
            for t in act.tellings
            if t.report in reports
        ),
        conflicts=tuple(
            (point(c.field), tuple((v.value, _of(v.told_by, reports)) for v in c.values))
            for c in act.conflicts
        ),
    )


def _of(told_by: Iterable[tuple[str, str]], reports: dict[str, ReportRow]) -> tuple[ReportRow, ...]:
    """Give one report an outlet, of those that tell a value."""
    rows = [reports[report] for report, _ in told_by if report in reports]
    return tuple({row.article.source_id: row for row in reversed(rows)}.values())[::-1]
