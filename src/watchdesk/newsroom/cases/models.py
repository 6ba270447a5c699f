"""Who and what affairs are about: people, cases, acts and proceedings, and where people stand.

Rows here are computed from accepted events by `engine.cases`, and can be computed again; what
editors decided stands in `CaseDecision` and `StateOverride`.
"""

from django.conf import settings
from django.db import models

from watchdesk.newsroom.common.codes import state_label
from watchdesk.newsroom.common.fields import CODE_LENGTH, NAME_LENGTH
from watchdesk.newsroom.monitor.models import ReportRow


class Person(models.Model):
    """Somebody whom acts befell or who acts; `key` is the id that events know them by."""

    key = models.CharField(max_length=NAME_LENGTH, unique=True)
    name = models.CharField(max_length=NAME_LENGTH)
    kinds = models.JSONField(default=list)
    """journalist, human_rights_defender, lawyer ... as reports tell."""
    own_kinds = models.JSONField(default=list)
    """What an editor added to them."""
    facts = models.JSONField(default=dict)
    """What is told of them, as `engine.identities.records.Person`."""
    withheld = models.BooleanField(default=False)
    """The name is kept off the public site; the case stays countable."""
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    @property
    def all_kinds(self) -> list[str]:
        """Give what reports and editors say that somebody is."""
        return sorted({*self.kinds, *self.own_kinds})


class PersonMention(models.Model):
    """One person as one report names them.  Once said, it stands until an editor moves it."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="mentions")
    report = models.ForeignKey(ReportRow, models.PROTECT, related_name="people")
    entity = models.CharField(max_length=CODE_LENGTH)
    text = models.CharField(max_length=NAME_LENGTH)
    language = models.CharField(max_length=16, blank=True)
    kinds = models.JSONField(default=list)
    facts = models.JSONField()
    because = models.JSONField(default=list)
    """Why it was taken for this person, in words."""

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["report", "entity"], name="mention_once"),)

    def __str__(self) -> str:
        return self.text


class NameCode(models.Model):
    """A sound code of a word of a name: how a name in another spelling finds its person."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="codes")
    code = models.CharField(max_length=CODE_LENGTH)

    class Meta:
        indexes = (models.Index(fields=["code", "person"], name="name_code"),)
        constraints = (models.UniqueConstraint(fields=["person", "code"], name="name_code_once"),)

    def __str__(self) -> str:
        return self.code


class PersonQuestion(models.Model):
    """Two people who may be one: only an editor can tell."""

    one = models.ForeignKey(Person, models.CASCADE, related_name="asked_as_one")
    other = models.ForeignKey(Person, models.CASCADE, related_name="asked_as_other")
    score = models.FloatField()
    reasons = models.JSONField(default=list)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-score", "id")
        constraints = (models.UniqueConstraint(fields=["one", "other"], name="asked_once"),)

    def __str__(self) -> str:
        return f"{self.one} / {self.other}"


class CaseRow(models.Model):
    """One affair.  `merged_into` names the case that it turned out to be."""

    key = models.CharField(max_length=CODE_LENGTH, unique=True)
    slug = models.CharField(max_length=NAME_LENGTH, unique=True)
    title = models.CharField(max_length=NAME_LENGTH)
    own_title = models.CharField(max_length=NAME_LENGTH, blank=True)
    """An editor's title, shown in place of the computed one."""
    summary = models.TextField(blank=True)
    countries = models.JSONField(default=list)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True, db_index=True)
    independent_sources = models.PositiveIntegerField(default=0)
    public = models.BooleanField(default=False)
    changed_at = models.DateTimeField()
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    document = models.JSONField()
    """The case as `watchdesk.case/1`."""

    class Meta:
        ordering = ("-last_day", "key")

    def __str__(self) -> str:
        return self.own_title or self.title


class CaseAnchor(models.Model):
    """What a case hangs on: a person, a place, a law.  New reports find their cases by it."""

    case = models.ForeignKey(CaseRow, models.CASCADE, related_name="anchors")
    kind = models.CharField(max_length=16)
    value = models.CharField(max_length=NAME_LENGTH)

    class Meta:
        indexes = (models.Index(fields=["kind", "value", "case"], name="anchor_value"),)
        constraints = (
            models.UniqueConstraint(fields=["case", "kind", "value"], name="anchor_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"


class CaseReport(models.Model):
    """A report that a case rests on."""

    case = models.ForeignKey(CaseRow, models.CASCADE, related_name="told_by")
    report = models.ForeignKey(ReportRow, models.PROTECT, related_name="in_cases")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["case", "report"], name="told_once"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.report_id}"


class ActRow(models.Model):
    """One act of a case, for lists and counts; `document` of the case holds it whole."""

    case = models.ForeignKey(CaseRow, models.CASCADE, related_name="acts")
    key = models.CharField(max_length=CODE_LENGTH)
    type = models.CharField(max_length=CODE_LENGTH, db_index=True)
    edtf = models.CharField(max_length=CODE_LENGTH, blank=True)
    first_day = models.DateField(null=True, db_index=True)
    last_day = models.DateField(null=True)
    country = models.CharField(max_length=2, blank=True)
    modality = models.CharField(max_length=16)
    background = models.BooleanField()

    class Meta:
        ordering = ("first_day", "key")
        constraints = (models.UniqueConstraint(fields=["case", "key"], name="act_once"),)

    def __str__(self) -> str:
        return f"{self.type} {self.edtf}"


class Standing(models.Model):
    """Where one person stands in one case, as computed on `as_of`."""

    case = models.ForeignKey(CaseRow, models.CASCADE, related_name="standings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="standings")
    state = models.CharField(max_length=CODE_LENGTH, blank=True, db_index=True)
    since = models.CharField(max_length=CODE_LENGTH, blank=True)
    """EDTF."""
    in_custody = models.BooleanField(default=False)
    as_of = models.DateField()

    class Meta:
        ordering = ("case", "person")
        constraints = (models.UniqueConstraint(fields=["case", "person"], name="standing_once"),)

    def __str__(self) -> str:
        return f"{self.person}: {self.label}"

    @property
    def label(self) -> str:
        """Give the state in words."""
        return state_label(self.state)


class ProceedingRow(models.Model):
    """One person and one legal matter."""

    case = models.ForeignKey(CaseRow, models.CASCADE, related_name="proceedings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="proceedings")
    key = models.CharField(max_length=CODE_LENGTH)
    track = models.CharField(max_length=16, blank=True)
    court = models.CharField(max_length=NAME_LENGTH, blank=True)
    number = models.CharField(max_length=NAME_LENGTH, blank=True)
    charges = models.JSONField(default=list)
    sentence = models.CharField(max_length=NAME_LENGTH, blank=True)
    next_hearing = models.CharField(max_length=CODE_LENGTH, blank=True)

    class Meta:
        ordering = ("case", "key")
        constraints = (models.UniqueConstraint(fields=["case", "key"], name="proceeding_once"),)

    def __str__(self) -> str:
        return self.key


class AlarmRow(models.Model):
    """Something about a case that an editor should look at, until somebody says it is seen."""

    case = models.ForeignKey(CaseRow, models.CASCADE, related_name="alarms")
    person = models.ForeignKey(Person, models.CASCADE, related_name="alarms")
    kind = models.CharField(max_length=CODE_LENGTH)
    due_on = models.DateField(db_index=True)
    text = models.TextField()
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)

    class Meta:
        ordering = ("due_on", "id")
        constraints = (
            models.UniqueConstraint(fields=["case", "person", "kind", "due_on"], name="alarm_once"),
        )

    def __str__(self) -> str:
        return self.text


class CaseDecisionKind(models.TextChoices):
    """What an editor decides of cases and people; the newest decision on a pair stands."""

    ATTACH = "attach"
    DETACH = "detach"
    MERGE_CASES = "merge_cases"
    PART_CASES = "part_cases"
    MERGE_PEOPLE = "merge_people"
    PART_PEOPLE = "part_people"


class CaseDecision(models.Model):
    """Who decided what about cases, when and why; never changed, as `desk.Decision`.

    ATTACH and DETACH: `one` is a report, `other` the key of a case.  The others: keys of two
    cases or two people.
    """

    kind = models.CharField(max_length=16, choices=CaseDecisionKind.choices)
    one = models.CharField(max_length=NAME_LENGTH, db_index=True)
    other = models.CharField(max_length=NAME_LENGTH, db_index=True)
    reason = models.TextField(blank=True)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("made_at", "id")

    def __str__(self) -> str:
        return f"{self.kind} {self.one} {self.other}"


class StateOverride(models.Model):
    """An editor's word on where a person stands, against the computed state, until a day."""

    case = models.ForeignKey(CaseRow, models.PROTECT, related_name="overrides")
    person = models.ForeignKey(Person, models.PROTECT, related_name="overrides")
    state = models.CharField(max_length=CODE_LENGTH)
    reason = models.TextField()
    until = models.DateField()
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return f"{self.person}: {self.state} until {self.until}"
