"""Write what editors decide of cases and people.  Every decision leaves its row and its reason."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from watchdesk.engine.cases.convert import from_json
from watchdesk.engine.codebook.statuses import load_statuses
from watchdesk.newsroom.cases import convert, linking, models, people, standing
from watchdesk.newsroom.cases.models import CaseDecisionKind as Kind
from watchdesk.newsroom.common.clock import today
from watchdesk.newsroom.desk import services as desk
from watchdesk.newsroom.desk.amend import DecisionError
from watchdesk.newsroom.desk.models import DecisionKind
from watchdesk.newsroom.desk.services import Hand
from watchdesk.newsroom.monitor.models import ReportRow

NEW = "new"
KINDS = (
    "journalist",
    "human_rights_defender",
    "lawyer",
    "activist",
    "trade_unionist",
    "politician",
    "believer",
    "student",
    "official",
    "other",
)
"""Kinds of people, as VOCABULARY lists them."""


@transaction.atomic
def place(row: ReportRow, into: str, hand: Hand) -> list[models.CaseRow]:
    """Put an accepted report into a case; give the cases that it stands in.

    `into` is the key of a case, or NEW for one of its own, or "" for wherever the engine joins it.

    Raises: DecisionError where there is no such case.
    """
    if into and into != NEW:
        _get_case(into)
        _decide(Kind.ATTACH, str(row.pk), into, hand)
    found = linking.relink([row], hand.at)
    shared = [case for case in found if case.told_by.exclude(report=row).exists()]
    if into == NEW and shared:
        for case in shared:
            _decide(Kind.DETACH, str(row.pk), case.key, hand)
        found = linking.relink([row], hand.at)
    keys = {"cases": [case.key for case in found]}
    desk.note(row, DecisionKind.ATTACH if into else DecisionKind.LINK, hand, after=keys)
    return found


@transaction.atomic
def merge_cases(one: models.CaseRow, other: models.CaseRow, hand: Hand) -> models.CaseRow:
    """Say that two cases are one affair, which keeps the address of the first."""
    if one == other:
        raise DecisionError("a case cannot be merged with itself")
    _decide(Kind.MERGE_CASES, one.key, other.key, hand)
    linking.relink(_reports_of(one, other), hand.at, heir=one.key)
    one.refresh_from_db()
    return one.merged_into or one


@transaction.atomic
def keep_cases_apart(one: models.CaseRow, other: models.CaseRow, hand: Hand) -> None:
    """Say that two cases are not one affair, whatever a report to come may suggest."""
    _decide(Kind.PART_CASES, one.key, other.key, hand)
    linking.relink(_reports_of(one, other), hand.at)


@transaction.atomic
def part_case(case: models.CaseRow, reports: Iterable[ReportRow], hand: Hand) -> None:
    """Take reports out of a case; they make one of their own."""
    taken = list(reports)
    for row in taken:
        _decide(Kind.DETACH, str(row.pk), case.key, hand)
    linking.relink(taken, hand.at)


@transaction.atomic
def merge_people(into: models.Person, other: models.Person, hand: Hand) -> None:
    """Say that two people are one.  Nothing is lost: `part_people` undoes it."""
    if into == other or people.head(into) == people.head(other):
        raise DecisionError("that is one person already")
    _decide(Kind.MERGE_PEOPLE, into.key, other.key, hand)
    other.merged_into = into
    other.save(update_fields=["merged_into"])
    people.refresh(into)
    if other.withheld and not into.withheld:
        set_withheld(into, hand, withheld=True)
    _answer(into, other, hand)
    linking.relink(_reports_naming(other), hand.at)


@transaction.atomic
def part_people(person: models.Person, other: models.Person, hand: Hand) -> None:
    """Undo a merge: `other`, who was merged into `person`, is somebody else."""
    if other.merged_into_id != person.pk:
        raise DecisionError(f"{other} was not merged into {person}")
    _decide(Kind.PART_PEOPLE, person.key, other.key, hand)
    other.merged_into = None
    other.save(update_fields=["merged_into"])
    people.refresh(person)
    people.refresh(other)
    linking.relink(_reports_naming(other), hand.at)


@transaction.atomic
def keep_apart(one: models.Person, other: models.Person, hand: Hand) -> None:
    """Answer a question: these are two people."""
    _decide(Kind.PART_PEOPLE, one.key, other.key, hand)
    _decide(Kind.PART_PEOPLE, other.key, one.key, hand)
    _answer(one, other, hand)


@transaction.atomic
def move_mentions(
    person: models.Person, mentions: Iterable[models.PersonMention], hand: Hand
) -> models.Person:
    """Say that some mentions speak of somebody else; give that person, who is new."""
    moved = [mention for mention in mentions if people.head(mention.person) == person]
    if not moved:
        raise DecisionError("no mention was chosen")
    number = models.Person.objects.filter(key__startswith=f"{person.key}/").count() + 1
    other = models.Person.objects.create(key=f"{person.key}/{number}", name=moved[0].text)
    keep_apart(person, other, hand)
    for mention in moved:
        mention.person, mention.because = other, [f"{hand.editor}: {hand.reason}"]
        mention.save(update_fields=["person", "because"])
    people.refresh(person)
    people.refresh(other)
    linking.relink([mention.report for mention in moved], hand.at)
    return other


def override_state(
    case: models.CaseRow, person: models.Person, state: str, until: date, hand: Hand
) -> None:
    """Say where a person stands, against the computed state, until a day.

    Raises: DecisionError without a reason, for an unknown state, or a day that is past.
    """
    if state not in load_statuses():
        raise DecisionError(f"state {state!r} does not exist")
    if not hand.reason:
        raise DecisionError("an override needs a reason")
    if until < today():
        raise DecisionError("an override must end on a day to come")
    models.StateOverride.objects.create(
        case=case,
        person=person,
        state=state,
        reason=hand.reason,
        until=until,
        editor=hand.editor,
        made_at=hand.at,
    )
    _touch(case, hand)


def describe(case: models.CaseRow, title: str, summary: str, hand: Hand) -> None:
    """Give a case a title and a summary of the editor's own; an empty title brings ours back."""
    case.own_title, case.summary = title.strip(), summary.strip()
    case.changed_at = hand.at
    case.save(update_fields=["own_title", "summary", "changed_at"])


def set_public(case: models.CaseRow, hand: Hand, *, public: bool) -> None:
    """Show a case on the public site, or take it off."""
    case.public = public
    case.changed_at = hand.at
    case.save(update_fields=["public", "changed_at"])


def set_withheld(person: models.Person, hand: Hand, *, withheld: bool) -> None:
    """Keep a name off the public site, or show it again.

    The addresses of their cases, which were made of names, are made anew without any.
    """
    person.withheld = withheld
    person.save(update_fields=["withheld"])
    for standing_row in person.standings.select_related("case"):
        case = standing_row.case
        if withheld:
            case.slug = convert.slug("", case.key)
            case.save(update_fields=["slug"])
        _touch(case, hand)


def set_kinds(person: models.Person, kinds: Iterable[str], hand: Hand) -> None:
    """Say what somebody is, beside what reports tell: a journalist, a lawyer ..."""
    person.own_kinds = sorted({*kinds} & {*KINDS})
    person.save(update_fields=["own_kinds"])
    for standing_row in person.standings.select_related("case"):
        _touch(standing_row.case, hand)


def refresh_standings(day: date) -> int:
    """Compute states and alarms for a day anew where they are older; give the number of cases."""
    old = models.CaseRow.objects.filter(merged_into=None, standings__as_of__lt=day).distinct()
    for row in old:
        case = from_json({**row.document, "as_of": day.isoformat()})
        standing.write(case, row)
    return len(old)


def _touch(case: models.CaseRow, hand: Hand) -> None:
    case.changed_at = hand.at
    case.save(update_fields=["changed_at"])


def _get_case(key: str) -> models.CaseRow:
    case = models.CaseRow.objects.filter(key=key, merged_into=None).first()
    if case is None:
        raise DecisionError(f"there is no case {key!r}")
    return case


def _decide(kind: str, one: str, other: str, hand: Hand) -> None:
    models.CaseDecision.objects.create(
        kind=kind,
        one=one,
        other=other,
        reason=hand.reason,
        editor=hand.editor,
        made_at=hand.at,
    )


def _answer(one: models.Person, other: models.Person, hand: Hand) -> None:
    pair = [one, other]
    questions = models.PersonQuestion.objects.filter(one__in=pair, other__in=pair)
    questions.update(answered_at=hand.at)


def _reports_of(*cases: models.CaseRow) -> list[ReportRow]:
    return list(ReportRow.objects.filter(in_cases__case__in=cases).distinct())


def _reports_naming(person: models.Person) -> list[ReportRow]:
    return list(ReportRow.objects.filter(people__person__in=people.family(person)).distinct())
