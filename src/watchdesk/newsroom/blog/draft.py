"""Begin a post from a case: what is accepted, according to whom, in the words of the sources.

The draft is a beginning for an editor, never published by itself.  Pure: records in, record out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from watchdesk.engine.cases.records import Act, Case, Telling
from watchdesk.engine.records import Report
from watchdesk.newsroom.common.codes import event_label

MOST_ACTS = 6
TITLE_LENGTH, STANDFIRST_LENGTH = 200, 400
HEDGES = {
    "asserted": "",
    "alleged": "It is alleged: ",
    "denied": "Denied: ",
    "planned": "Planned: ",
    "demanded": "Demanded: ",
}


@dataclass(frozen=True, slots=True)
class Cited:
    """A report that the draft rests on, and the words it was read from."""

    report: str
    outlet: str
    title: str
    url: str | None
    published: date | None
    language: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What happened in a line of ours, and the words of a source."""

    text: str
    quote: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The beginning of a post."""

    title: str
    standfirst: str
    paragraphs: tuple[Paragraph, ...]
    sources: tuple[Cited, ...]


def draft(case: Case, reports: Mapping[str, Report], outlets: Mapping[str, str]) -> Draft:
    """Draft a post on a case; `reports` by id, `outlets` gives names by id of the source."""
    news = [act for act in case.acts if not act.background and act.modality in HEDGES]
    newest = news[-MOST_ACTS:][::-1]
    about = case.title
    title = f"{about}: {event_label(newest[0].type).lower()}" if newest else about
    paragraphs = tuple(_paragraph(act, reports, outlets) for act in newest)
    return Draft(
        title=title[:TITLE_LENGTH],
        standfirst=paragraphs[0].text[:STANDFIRST_LENGTH] if paragraphs else about,
        paragraphs=paragraphs,
        sources=tuple(_sources(newest, reports, outlets)),
    )


def words_of(telling: Telling, reports: Mapping[str, Report]) -> str:
    """Give the sentence that a telling was read from; empty where the report is gone."""
    report = reports.get(telling.report)
    event = next((e for e in report.events if e.id == telling.event), None) if report else None
    return event.sentence.of(report.article.text).strip() if report and event else ""


def line(act: Act) -> str:
    """Say an act in a line: what, to whom, by whom, when, where.

    The words are labels and names, so that nothing is said that no source says.
    """
    who = _names(act, "target")
    by = _names(act, "actor")
    where = act.place.settlement or act.place.admin1 if act.place else ""
    parts = [
        f"{HEDGES.get(act.modality, '')}{event_label(act.type)}",
        f": {who}" if who else "",
        f", by {by}" if by else "",
        f", {act.date}" if act.date else "",
        f", {where}" if where else "",
    ]
    return "".join(parts)


def _paragraph(act: Act, reports: Mapping[str, Report], outlets: Mapping[str, str]) -> Paragraph:
    tellings = sorted(act.tellings, key=lambda t: (t.published is None, t.published))
    told_by = list(dict.fromkeys(_outlet(t, outlets) for t in tellings))
    first = tellings[0]
    said = f"{line(act)}, according to {_and(told_by)}."
    return Paragraph(said, words_of(first, reports), _outlet(first, outlets))


def _sources(
    acts: Iterable[Act], reports: Mapping[str, Report], outlets: Mapping[str, str]
) -> Iterable[Cited]:
    seen: set[str] = set()
    for act in acts:
        for telling in act.tellings:
            report = reports.get(telling.report)
            if report and telling.report not in seen:
                seen.add(telling.report)
                article = report.article
                yield Cited(
                    report=telling.report,
                    outlet=_outlet(telling, outlets),
                    title=article.title,
                    url=article.url,
                    published=day_of(article.published),
                    language=article.language,
                    words=words_of(telling, reports),
                )


def _names(act: Act, role: str) -> str:
    return _and([party.text for party in act.roles.get(role, ()) if party.text])


def _outlet(telling: Telling, outlets: Mapping[str, str]) -> str:
    return outlets.get(telling.outlet or "", telling.outlet or telling.url or "a source")


def _and(names: Sequence[str]) -> str:
    """Join names as English does.

    >>> _and(["a", "b", "c"])
    'a, b and c'
    """
    unique = list(dict.fromkeys(names))
    return " and ".join([", ".join(unique[:-1]), unique[-1]] if len(unique) > 1 else unique)


def day_of(moment: date | None) -> date | None:
    """Give the day of a date or moment."""
    return moment.date() if isinstance(moment, datetime) else moment
