"""Acts of a case as records of the site: a sentence, the words of a source, who else tells it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from watchdesk.engine.cases.edtf import days
from watchdesk.engine.cases.records import Act, Conflict, Telling
from watchdesk.engine.records import Report
from watchdesk.newsroom.blog.draft import day_of, words_of
from watchdesk.newsroom.cases.selectors import point
from watchdesk.newsroom.common.clock import today
from watchdesk.newsroom.common.codes import event_label, words
from watchdesk.newsroom.monitor.models import Source
from watchdesk.newsroom.publish.records import SiteAct, SiteConflict, SiteReason, SiteSource
from watchdesk.newsroom.publish.sentences import ENGLISH, length, place, punishment, sentence
from watchdesk.newsroom.publish.wording import edtf, modality

WITHHELD = "[name withheld]"
OPEN = frozenset({"planned", "demanded", "hypothetical"})
"""Modalities of what may yet come."""


@dataclass(frozen=True, slots=True)
class Context:
    """What drawing a case needs besides it: reports, outlets, and the words to keep back."""

    reports: Mapping[str, Report]
    outlets: Mapping[str, Source]
    names: Mapping[str, str]
    """Names of people by key, as the site writes them."""
    withheld: re.Pattern[str] | None

    def open(self, text: str) -> str:
        """Give a text without the names that are withheld."""
        return self.withheld.sub(WITHHELD, text) if self.withheld else text


def draw_act(act: Act, context: Context) -> SiteAct:
    """Draw an act, with the words of one source and the others behind it."""
    told = one_an_outlet(_told(telling, context) for telling in _best_first(act))
    quoted = next((one for one in told if one.words), None)
    return SiteAct(
        edtf=date_of(act),
        label=event_label(act.type),
        summary=context.open(sentence(act, context.names)),
        modality=act.modality,
        place=place(act),
        background=act.background,
        quoted=quoted,
        sources=tuple(one for one in told if one is not quoted),
        conflicts=tuple(_conflict(conflict, act, context) for conflict in act.conflicts),
    )


def date_of(act: Act) -> str | None:
    """Give the date of an act; None where what is said to have happened would lie ahead."""
    found = days(act.date)
    ahead = found is not None and found.first > today() and act.modality not in OPEN
    return None if ahead else act.date


def dated(act: Act) -> str:
    """Name an act with its day in words."""
    when = date_of(act)
    return f"{event_label(act.type)}, {edtf(when) if when else 'undated'}"


def reason(act: Act, context: Context) -> SiteReason:
    """Name an act that led to a state, and who tells it, each outlet once."""
    return SiteReason(dated(act), tuple(dict.fromkeys(_outlet(t, context) for t in act.tellings)))


def one_an_outlet(sources: Iterable[SiteSource]) -> tuple[SiteSource, ...]:
    """Give the first source of each outlet."""
    found: dict[str, SiteSource] = {}
    for one in sources:
        found.setdefault(one.outlet, one)
    return tuple(found.values())


def source(report: Report, context: Context, said: str = "") -> SiteSource:
    """Draw a report as a source, with the words read from it."""
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


def _best_first(act: Act) -> list[Telling]:
    """Order the tellings: as sure as the act, as news, in English, the earliest."""

    def place_of(telling: Telling) -> tuple[bool, bool, bool, str]:
        return (
            telling.modality != act.modality,
            telling.background,
            telling.language != ENGLISH,
            str(telling.published or "9"),
        )

    return sorted(act.tellings, key=place_of)


def _conflict(conflict: Conflict, act: Act, context: Context) -> SiteConflict:
    by_id = {telling.id: telling for telling in act.tellings}
    values = tuple(
        (
            context.open(_value(conflict.field, value.value)),
            one_an_outlet(_told(by_id[id], context) for id in value.told_by if id in by_id),
        )
        for value in conflict.values
    )
    return SiteConflict(point(conflict.field), values)


def _value(field: str, value: str) -> str:
    """Say a value of a conflict in words."""
    if field == "date":
        return edtf(value)
    if field == "modality":
        return "it happened" if value == "asserted" else modality(value)
    if field == "sentence":
        kind, _, iso = value.partition("|")
        return punishment(kind, iso)
    return length(value) or words(value) if field == "duration" else value


def _told(telling: Telling, context: Context) -> SiteSource:
    report = context.reports.get(telling.report)
    said = context.open(words_of(telling, context.reports))
    if report is None:
        return SiteSource(_outlet(telling, context), "", telling.url, telling.published)
    return source(report, context, said)


def _outlet(telling: Telling, context: Context) -> str:
    outlet = context.outlets.get(telling.outlet or "")
    return outlet.name if outlet else telling.outlet or "a source"
