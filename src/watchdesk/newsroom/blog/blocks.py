"""What the body of a post can be made of.  No embed: a page of ours calls no other host."""

from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from watchdesk.newsroom.blog import pictures

FEATURES = ["bold", "italic", "link", "ol", "ul"]


class Quote(blocks.StructBlock):
    """Words of somebody, and who said them."""

    words = blocks.TextBlock()
    speaker = blocks.CharBlock(required=False)

    class Meta:
        icon = "openquote"
        template = "blog/quote.html"


class CaptionedPicture(blocks.StructBlock):
    """A picture inside the text; an empty caption or credit is taken from the picture."""

    picture = ImageChooserBlock()
    alt = blocks.CharBlock(help_text="What the picture shows, for those who do not see it")
    caption = blocks.CharBlock(required=False)
    credit = blocks.CharBlock(required=False)

    class Meta:
        icon = "image"
        template = "blog/captioned_picture.html"

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add the picture in the size that the public site shows."""
        shown = pictures.shown(value["picture"], value)
        return super().get_context(value, parent_context) | {"shown": shown}


BODY = [
    ("paragraph", blocks.RichTextBlock(features=FEATURES)),
    (
        "heading",
        blocks.CharBlock(icon="title", form_classname="title", template="blog/heading.html"),
    ),
    ("quote", Quote()),
    ("picture", CaptionedPicture()),
]
