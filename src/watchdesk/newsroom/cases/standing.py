"""Write where people stand: states, proceedings and alarms, as the engine computed them."""

from datetime import date, datetime

from watchdesk.engine.cases.records import Alarm, Case, PersonState, Proceeding
from watchdesk.newsroom.cases import models
from watchdesk.newsroom.common.clock import today
from watchdesk.newsroom.common.fields import CODE_LENGTH, NAME_LENGTH
from watchdesk.newsroom.common.text import storable

UNKNOWN = PersonState("", None)


def write(case: Case, row: models.CaseRow) -> None:
    """Replace what a case says of its people."""
    keys = [person.id for person in case.people if person.kind == "person"]
    people = {person.key: person for person in models.Person.objects.filter(key__in=keys)}
    states = {state.person: state for state in case.states}
    as_of = case.as_of or today()
    row.standings.exclude(person__in=people.values()).delete()
    for key, person in people.items():
        state = states.get(key, UNKNOWN)
        row.standings.update_or_create(person=person, defaults=_fields(state, as_of))
    row.proceedings.all().delete()
    models.ProceedingRow.objects.bulk_create(
        _proceeding(row, people[p.person], p) for p in case.proceedings if p.person in people
    )
    _write_alarms(row, people, [alarm for state in case.states for alarm in state.alarms])


def _fields(state: PersonState, as_of: date) -> dict[str, object]:
    return {
        "state": state.state or "",
        "since": (state.since or "")[:CODE_LENGTH],
        "in_custody": state.in_custody,
        "as_of": as_of,
    }


def _proceeding(
    row: models.CaseRow, person: models.Person, found: Proceeding
) -> models.ProceedingRow:
    sentence = found.sentence
    return models.ProceedingRow(
        case=row,
        person=person,
        key=found.id[:CODE_LENGTH],
        track=found.track or "",
        court=storable(found.court or "")[:NAME_LENGTH],
        number=storable(found.case_number or "")[:NAME_LENGTH],
        charges=storable([charge.code or charge.text for charge in found.charges]),
        sentence=storable(sentence.text if sentence else "")[:NAME_LENGTH],
        next_hearing=(found.next_hearing or "")[:CODE_LENGTH],
    )


def _write_alarms(
    row: models.CaseRow, people: dict[str, models.Person], alarms: list[Alarm]
) -> None:
    """Keep alarms that still ring, with who has seen them; drop those that do not."""
    kept = []
    for alarm in alarms:
        if alarm.person in people:
            key = {"person": people[alarm.person], "kind": alarm.kind, "due_on": alarm.due}
            ringing, _ = row.alarms.update_or_create(**key, defaults={"text": alarm.text})
            kept.append(ringing.pk)
    row.alarms.exclude(pk__in=kept).delete()


def mark_seen(alarm: models.AlarmRow, editor: object, at: datetime) -> None:
    """Say that an editor has seen an alarm."""
    alarm.seen_at, alarm.seen_by = at, editor
    alarm.save(update_fields=["seen_at", "seen_by"])
