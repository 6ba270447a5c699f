"""What is watched and what was seen: sources, channels, pages, captures, articles, reports.

State stands on the row, with a lease while someone works on it.  `due_at` None means that nothing
is to be done any more.  Bodies lie in a table of their own, so that lists stay fast.
"""

from django.db import models

from watchdesk.newsroom.common.fields import CODE_LENGTH, LONG_AGO, NAME_LENGTH


class Source(models.Model):
    """An outlet, agency, court or organisation that is watched."""

    id = models.CharField(primary_key=True, max_length=CODE_LENGTH)
    name = models.CharField(max_length=NAME_LENGTH)
    country = models.CharField(max_length=2, blank=True, db_index=True)
    kind = models.CharField(max_length=CODE_LENGTH, blank=True)
    owner = models.CharField(max_length=NAME_LENGTH, blank=True)
    languages = models.JSONField(default=list)
    home_url = models.TextField(blank=True)
    note = models.TextField(blank=True)
    """What an editor should know of it: ethics, ownership, what could not be checked."""
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ("country", "name")

    def __str__(self) -> str:
        return self.name


class Leased(models.Model):
    """Work that one worker at a time takes on, until its lease ends."""

    due_at = models.DateTimeField(null=True, default=LONG_AGO)
    leased_until = models.DateTimeField(default=LONG_AGO)

    class Meta:
        abstract = True


class Channel(Leased):
    """One address of a source that is polled, and how it fares."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="channels")
    url = models.TextField(unique=True)
    kind = models.CharField(max_length=CODE_LENGTH)
    etag = models.TextField(null=True)
    last_modified = models.TextField(null=True)
    interval_seconds = models.PositiveIntegerField()
    failures = models.PositiveIntegerField(default=0)
    failing_since = models.DateTimeField(null=True)
    next_poll_at = models.DateTimeField(null=True)
    last_success_at = models.DateTimeField(null=True)
    expected_per_week = models.PositiveIntegerField(null=True)
    polled_at = models.DateTimeField(null=True)
    status = models.PositiveIntegerField(null=True)
    error = models.TextField(null=True)
    alive = models.BooleanField(default=True)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=["due_at", "leased_until"], name="channel_due"),)

    def __str__(self) -> str:
        return self.url


class PageTask(Leased):
    """One page that a channel announced: to be fetched, done, or given up with its error."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="pages")
    url = models.TextField(unique=True)
    host = models.CharField(max_length=NAME_LENGTH)
    item = models.JSONField()
    item_updated_at = models.DateTimeField(default=LONG_AGO)
    announced_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    error = models.TextField(null=True)

    class Meta:
        ordering = ("due_at", "id")
        indexes = (
            models.Index(fields=["due_at", "id"], name="page_due"),
            models.Index(fields=["source", "announced_at"], name="page_announced"),
        )

    def __str__(self) -> str:
        return self.url


class ArticleRow(models.Model):
    """One article, whatever number of versions of its page were seen.

    `copy_of` names the first article met with nearly the same text.
    """

    page = models.OneToOneField(PageTask, models.PROTECT, related_name="article")
    source = models.ForeignKey(Source, models.PROTECT, related_name="articles")
    url = models.TextField()
    title = models.TextField(blank=True)
    language = models.CharField(max_length=16, blank=True)
    published_at = models.DateTimeField(null=True)
    """Midnight UTC where the page names a day alone."""
    seen_at = models.DateTimeField()
    copy_of = models.ForeignKey("self", models.SET_NULL, null=True, related_name="copies")

    class Meta:
        ordering = ("-seen_at",)

    def __str__(self) -> str:
        return self.title or self.url


class Capture(models.Model):
    """The bytes of one page as they were at one moment, and where they are kept."""

    page = models.ForeignKey(PageTask, models.PROTECT, related_name="captures")
    article = models.ForeignKey(ArticleRow, models.PROTECT, null=True, related_name="captures")
    """None where the bytes could not be read as an article."""
    final_url = models.TextField()
    fetched_at = models.DateTimeField()
    status = models.PositiveIntegerField()
    content_type = models.TextField(null=True)
    sha256 = models.CharField(max_length=64)
    warc = models.TextField()
    offset = models.BigIntegerField()

    class Meta:
        ordering = ("-fetched_at",)
        constraints = (models.UniqueConstraint(fields=["page", "sha256"], name="capture_once"),)

    def __str__(self) -> str:
        return f"{self.final_url} {self.sha256[:12]}"


class ReportState(models.TextChoices):
    """What the desk did with a report."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SUPERSEDED = "superseded"
    FOLDED = "folded"
    """A copy, decided with the article that it copies."""


class ReportRow(models.Model):
    """One version of an article, coded; the newest version of each article is `current`."""

    article = models.ForeignKey(ArticleRow, models.PROTECT, related_name="reports")
    capture = models.OneToOneField(Capture, models.PROTECT, related_name="report")
    arrived_at = models.DateTimeField(db_index=True)
    text_sha256 = models.CharField(max_length=64)
    relevant = models.BooleanField()
    score = models.FloatField()
    salience = models.FloatField()
    """Order of the inbox, highest first."""
    about = models.CharField(max_length=NAME_LENGTH, blank=True)
    """Whom the main event befell, in the article's words."""
    main_event_type = models.CharField(max_length=CODE_LENGTH, blank=True)
    events = models.PositiveIntegerField(default=0)
    state = models.CharField(
        max_length=16, choices=ReportState.choices, default=ReportState.WAITING
    )
    current = models.BooleanField(default=True)

    class Meta:
        ordering = ("-salience", "-arrived_at", "-id")
        indexes = (
            models.Index(
                fields=["-salience", "-arrived_at", "-id"],
                condition=models.Q(relevant=True, state=ReportState.WAITING, current=True),
                name="inbox",
            ),
        )

    def __str__(self) -> str:
        return str(self.article)


class ReportBody(models.Model):
    """The report itself, as `watchdesk.report/1`, with the article's text in it."""

    report = models.OneToOneField(ReportRow, models.CASCADE, primary_key=True, related_name="body")
    document = models.JSONField()

    def __str__(self) -> str:
        return str(self.report_id)


class ReportFacet(models.Model):
    """A value that the inbox is filtered by: a country, a theme, a type of event."""

    report = models.ForeignKey(ReportRow, models.CASCADE, related_name="facets")
    kind = models.CharField(max_length=16)
    value = models.CharField(max_length=CODE_LENGTH)

    class Meta:
        indexes = (models.Index(fields=["kind", "value", "report"], name="facet_value"),)
        constraints = (
            models.UniqueConstraint(fields=["report", "kind", "value"], name="facet_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"


class NearKey(models.Model):
    """A key under which nearly equal texts meet; 64 bits, kept as a signed number."""

    article = models.ForeignKey(ArticleRow, models.CASCADE, related_name="near_keys")
    key = models.BigIntegerField(db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["article", "key"], name="near_key_once"),)

    def __str__(self) -> str:
        return str(self.key)
