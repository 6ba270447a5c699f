"""Carry out the demo editor's decisions, in the order of time, as a person at the desk would.

What was carried out before is left alone, so that a restart goes on where the last run ended.
"""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser, Group
from django.db import transaction

from watchdesk.engine.records import Event, Report
from watchdesk.newsroom.cases import models, services
from watchdesk.newsroom.cases.people import head
from watchdesk.newsroom.cases.services import NEW
from watchdesk.newsroom.demo import posts
from watchdesk.newsroom.demo.decisions import Correction, Decisions, Known, ReportDecision, read
from watchdesk.newsroom.desk import convert
from watchdesk.newsroom.desk import services as desk
from watchdesk.newsroom.desk.add import Addition
from watchdesk.newsroom.desk.amend import Change, DecisionError
from watchdesk.newsroom.desk.services import Hand
from watchdesk.newsroom.monitor.models import ReportRow, ReportState

LOGGER = logging.getLogger("watchdesk.demo")
EDITOR = "demo-editor"
NON_JOINER = "\u200c"
"""Parts of a Persian word; some readers of pages leave it out."""


class CaseBook:
    """Which case of the desk each affair of the demo became, and who is who in it."""

    def __init__(self, who: Mapping[str, Known]) -> None:
        self.keys: dict[str, str] = {}
        self.who = who
        self.people: dict[str, models.Person] = {}

    def recognise(self, row: ReportRow, hand: Hand) -> bool:
        """Merge people whom the engine took for two, as an editor who knows them would.

        Tells whether anybody was merged, which may have moved the report.
        """
        merged = False
        for mention in row.people.select_related("person__merged_into"):
            known = self.who.get(mention.text)
            if known and known.kind == "person":
                person = head(mention.person)
                first = head(self.people.setdefault(known.id, person))
                if first != person:
                    services.merge_people(first, person, replace(hand, reason="the same person"))
                    merged = True
        return merged

    def row(self, affair: str) -> models.CaseRow | None:
        """Give the case of an affair as it stands now."""
        case = models.CaseRow.objects.filter(key=self.keys.get(affair, "")).first()
        while case is not None and case.merged_into is not None:
            case = case.merged_into
        return case

    def settle(
        self, row: ReportRow, landed: Sequence[models.CaseRow], affair: str, hand: Hand
    ) -> None:
        """Put a report that the engine has placed where the demo editor wants it."""
        wanted = self.row(affair)
        if not landed:
            return
        if wanted is None:
            taken = {case.key for other in self.keys if (case := self.row(other))}
            if any(case.key in taken for case in landed):
                landed = services.place(row, NEW, hand)
            self.keys[affair] = landed[0].key
        elif wanted not in landed:
            services.place(row, wanted.key, hand)


def replay(url: str) -> None:
    """Decide on everything that the demo press brought."""
    decisions = read()
    editor = _editor()
    book = CaseBook(decisions.who)
    for decision in decisions.reports:
        row = _find(url, decision.article)
        if row is None:
            LOGGER.warning("%s: was not read", decision.article)
        else:
            _decide(row, decision, Hand(editor, decision.at, decision.why), book)
    _describe_cases(decisions, book, editor)
    posts.publish_all(decisions, book.row, lambda article: _find(url, article), editor)


def _editor() -> AbstractBaseUser:
    """Give the demo editor, who may publish and cannot sign in."""
    editor, made = get_user_model().objects.get_or_create(
        username=EDITOR, defaults={"first_name": "Demo", "last_name": "Editor"}
    )
    if made:
        editor.set_unusable_password()
        editor.save()
        editor.groups.add(Group.objects.get(name="Moderators"))
    return editor


def _find(url: str, article: str) -> ReportRow | None:
    outlet, slug = article.split("/")
    rows = ReportRow.objects.filter(article__page__url=f"{url}/{outlet}/news/{slug}.html")
    return rows.filter(current=True).select_related("article__source", "body").first()


@transaction.atomic
def _decide(row: ReportRow, decision: ReportDecision, hand: Hand, book: CaseBook) -> None:
    """Decide on a report, unless it was decided; then only remember its case."""
    if row.state == ReportState.ACCEPTED and decision.case:
        landed = models.CaseRow.objects.filter(told_by__report=row, merged_into=None).first()
        if landed:
            book.keys.setdefault(decision.case, landed.key)
    if row.state not in (ReportState.WAITING, ReportState.FOLDED):
        return
    if not decision.accept:
        desk.reject_report(row, hand)
        return
    _correct(row, decision.corrections, hand, book.who)
    desk.accept_report(row, hand)
    landed = services.place(row, "", hand)
    if book.recognise(row, hand):
        landed = list(models.CaseRow.objects.filter(told_by__report=row).distinct())
    if decision.case:
        book.settle(row, landed, decision.case, hand)


def _correct(
    row: ReportRow, corrections: Iterable[Correction], hand: Hand, who: Mapping[str, Known]
) -> None:
    """Make the corrections hold: change what was read so, add what was not, remove the rest."""
    done: set[str] = set()
    for correction in corrections:
        report = convert.report_record(row)
        found = _matching(report, correction, done)
        try:
            if found is not None:
                done.add(found.id)
                _settle(row, found, correction, hand)
            elif not correction.remove:
                done.add(desk.add_event(row, _addition(report, correction, who), hand))
        except DecisionError as error:
            LOGGER.warning("%s: %s", row.article.url, error)
        row = ReportRow.objects.select_related("article__source", "body").get(pk=row.pk)


def _settle(row: ReportRow, found: Event, correction: Correction, hand: Hand) -> None:
    if correction.remove:
        desk.reject_event(row, found.id, hand)
        return
    change = Change(
        modality=correction.modality,
        date=correction.date,
        background=correction.background,
    )
    desk.change_event(row, found.id, change, hand)


def _matching(report: Report, correction: Correction, done: set[str]) -> Event | None:
    """Give an event of that type and target that is not settled yet."""
    same = [e for e in report.events if e.type == correction.type and e.id not in done]
    return next((e for e in same if _befell(report, e, correction.target)), None)


def _befell(report: Report, event: Event, target: str) -> bool:
    fillers = event.roles.get("target", event.roles.get("actor", ()))
    for filler in fillers:
        entity = report.entity(filler.entity)
        spoken = [span.of(report.article.text) for span in entity.mentions] if entity else []
        names = {filler.text, filler.span.of(report.article.text), *spoken}
        if entity:
            names.add(entity.name)
        if any(name and (name in target or target in name) for name in names):
            return True
    return False


def _addition(report: Report, correction: Correction, who: Mapping[str, Known]) -> Addition:
    """Say what was missed, in words that stand in the text as it was read."""
    words = correction.target
    if words not in report.article.text:
        words = words.replace(NON_JOINER, "")
    change = Change(
        modality=correction.modality, date=correction.date, background=correction.background
    )
    known = who.get(correction.target)
    kind = known.kind if known else "group"
    return Addition(correction.type, words, kind, change)


def _describe_cases(decisions: Decisions, book: CaseBook, editor: object) -> None:
    for affair, described in decisions.cases.items():
        case = book.row(affair)
        if case is not None and not case.public:
            last = max(d.at for d in decisions.reports if d.case == affair)
            hand = Hand(editor, last)
            services.describe(case, described["title"], described.get("summary", ""), hand)
            services.set_public(case, hand, public=True)
