"""What the desk publishes: Wagtail pages, edited with its editor, workflow and revisions.

A page holds words of editors only; what the machine coded stands in cases, beside them.
"""

from django import forms
from django.conf import settings
from django.core.files.base import ContentFile, File
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image
from wagtail.models import Orderable, Page

from watchdesk.newsroom.blog.blocks import BODY, FEATURES
from watchdesk.newsroom.blog.choices import CodesField, countries, themes
from watchdesk.newsroom.cases.models import CaseRow
from watchdesk.newsroom.common.fields import NAME_LENGTH
from watchdesk.newsroom.monitor.models import ReportRow

LINE = 280
Address = tuple[int, str, str]


class Picture(AbstractImage):
    """A picture with the caption and credit that travel with it."""

    caption = models.CharField(max_length=500, blank=True)
    credit = models.CharField(max_length=NAME_LENGTH, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "caption", "credit")

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:
        """Make the picture in one size, in memory; Wagtail leaves its temporary file open."""
        with super().generate_rendition_file(filter, source=source) as made:
            made.seek(0)
            return ContentFile(made.read(), name=made.name)


class Rendition(AbstractRendition):
    """A picture in one size and format."""

    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class SitePage(Page):
    """A page that stands on the baked site, at a path of its own."""

    site_path = "/"
    """Where the page stands on the public site, from its root."""

    class Meta:
        abstract = True

    def get_url_parts(self, request: object = None) -> Address | None:
        """Give the address of the baked page; Wagtail itself serves no page to readers."""
        parts = super().get_url_parts(request)
        return (parts[0], settings.BASE_URL, self.site_path) if parts else None

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show the page as readers will see it; the room above that bakes the site does it."""
        response: HttpResponse = import_string(settings.PAGE_PREVIEW)(self)
        return response


class HomePage(SitePage):
    """The blog itself; every other page is below it."""

    mission = models.CharField(max_length=LINE, blank=True)
    contact = models.CharField(max_length=NAME_LENGTH, blank=True)

    content_panels = (*Page.content_panels, FieldPanel("mission"), FieldPanel("contact"))
    parent_page_types = ("wagtailcore.Page",)
    max_count = 1


class PostPage(SitePage):
    """A post: what happened, according to whom, with the sources it rests on."""

    standfirst = models.TextField(max_length=400, help_text="One or two sentences for lists")
    body = StreamField(BODY, blank=True)
    author = models.CharField(max_length=NAME_LENGTH, blank=True)
    picture = models.ForeignKey(Picture, models.PROTECT, null=True, blank=True, related_name="+")
    picture_alt = models.CharField(
        max_length=LINE, blank=True, help_text="What the picture shows, for those who do not see it"
    )
    picture_caption = models.CharField(max_length=500, blank=True)
    picture_credit = models.CharField(max_length=NAME_LENGTH, blank=True)
    countries = CodesField(countries)
    themes = CodesField(themes)
    case = models.ForeignKey(CaseRow, models.SET_NULL, null=True, blank=True, related_name="posts")
    corrected_at = models.DateTimeField(null=True, blank=True)
    correction = models.TextField(blank=True, help_text="What was wrong, and what is right")

    content_panels = (
        *Page.content_panels,
        FieldPanel("standfirst"),
        MultiFieldPanel(
            [
                FieldPanel("picture"),
                FieldPanel("picture_alt"),
                FieldPanel("picture_caption"),
                FieldPanel("picture_credit"),
            ],
            "Picture",
        ),
        FieldPanel("body"),
        InlinePanel("sources", label="Source"),
        MultiFieldPanel(
            [
                FieldPanel("countries", widget=forms.SelectMultiple(attrs={"size": 8})),
                FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
                FieldPanel("case"),
            ],
            "Where it belongs",
        ),
        FieldPanel("author"),
        MultiFieldPanel([FieldPanel("corrected_at"), FieldPanel("correction")], "Correction"),
    )
    parent_page_types = ("blog.HomePage",)
    subpage_types = ()

    @property
    def site_path(self) -> str:
        """Give where the post stands on the public site."""
        return f"/posts/{self.slug}/"


class PostSource(Orderable):
    """A report that a post rests on; `report` where the desk has it."""

    post = ParentalKey(PostPage, on_delete=models.CASCADE, related_name="sources")
    outlet = models.CharField(max_length=NAME_LENGTH)
    title = models.TextField()
    url = models.URLField(max_length=2000, blank=True)
    published_on = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=16, blank=True)
    outlet_kind = models.CharField(max_length=32, blank=True)
    words = models.TextField(blank=True, help_text="The words the claim was read from")
    report = models.ForeignKey(ReportRow, models.SET_NULL, null=True, related_name="+")

    panels = (
        FieldPanel("outlet"),
        FieldPanel("title"),
        FieldPanel("url"),
        FieldPanel("published_on"),
        FieldPanel("language"),
        FieldPanel("words"),
    )

    def __str__(self) -> str:
        return f"{self.outlet}: {self.title}"


class AlertPage(SitePage):
    """One line of breaking news; its title is the line.  A post may complete it later."""

    completed_by = models.ForeignKey(
        PostPage, models.SET_NULL, null=True, blank=True, related_name="alerts"
    )
    countries = CodesField(countries)
    case = models.ForeignKey(CaseRow, models.SET_NULL, null=True, blank=True, related_name="alerts")

    content_panels = (
        *Page.content_panels,
        FieldPanel("completed_by"),
        FieldPanel("countries", widget=forms.SelectMultiple(attrs={"size": 8})),
        FieldPanel("case"),
    )
    parent_page_types = ("blog.HomePage",)
    subpage_types = ()


class AboutPage(SitePage):
    """Who writes here, and by which rules."""

    body = StreamField(BODY, blank=True)

    content_panels = (*Page.content_panels, FieldPanel("body"))
    parent_page_types = ("blog.HomePage",)
    subpage_types = ()
    max_count = 1
    site_path = "/about/"


class JournalistsPage(SitePage):
    """Journalists in Trouble: an editor's introduction; the list below it is computed."""

    introduction = RichTextField(features=FEATURES, blank=True)

    content_panels = (*Page.content_panels, FieldPanel("introduction"))
    parent_page_types = ("blog.HomePage",)
    subpage_types = ()
    max_count = 1
    site_path = "/journalists-in-trouble/"
