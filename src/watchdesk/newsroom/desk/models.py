"""What editors decided.  A decision is never changed or removed: a later one stands on it.

Nothing that a machine coded becomes public without a row here; the rows are also what the
reader learns from later.
"""

from django.conf import settings
from django.db import models

from watchdesk.newsroom.common.fields import CODE_LENGTH
from watchdesk.newsroom.monitor.models import ReportRow


class DecisionKind(models.TextChoices):
    """What an editor can decide of an event, or of a whole report."""

    ACCEPT_EVENT = "accept_event"
    CHANGE_EVENT = "change_event"
    REJECT_EVENT = "reject_event"
    ADD_EVENT = "add_event"
    ACCEPT_REPORT = "accept_report"
    REJECT_REPORT = "reject_report"
    REOPEN_REPORT = "reopen_report"
    LINK = "link"
    """The engine's cases were taken as they are."""
    ATTACH = "attach"
    """An editor chose the case."""


class Decision(models.Model):
    """Who decided what and when, with the values before and after.

    `event` is empty where the whole report is meant.  The database refuses to change a row.
    """

    report = models.ForeignKey(ReportRow, models.PROTECT, related_name="decisions")
    event = models.CharField(max_length=CODE_LENGTH, blank=True)
    kind = models.CharField(max_length=16, choices=DecisionKind.choices)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    reason = models.TextField(blank=True)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("made_at", "id")

    def __str__(self) -> str:
        return f"{self.kind} {self.report_id}/{self.event}"


class JudgedEvent(models.Model):
    """What stands of one event after the decisions so far; `value` None where it is rejected."""

    report = models.ForeignKey(ReportRow, models.PROTECT, related_name="judged")
    name = models.CharField(max_length=CODE_LENGTH)
    """Id of the event in its report."""
    value = models.JSONField(null=True)
    entity = models.JSONField(null=True)
    """Whom an added event befell, where the reader had not found them."""
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="+")

    class Meta:
        ordering = ("report", "id")
        constraints = (
            models.UniqueConstraint(fields=["report", "name"], name="event_judged_once"),
        )

    def __str__(self) -> str:
        return f"{self.report_id}/{self.name}"
