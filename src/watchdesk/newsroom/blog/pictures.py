"""Pictures as readers see them: one size, and the words that belong to them."""

from collections.abc import Mapping
from dataclasses import dataclass

from wagtail.images.models import AbstractImage, AbstractRendition

SPEC = "max-1200x1200|format-jpeg|jpegquality-80"
FOLDER = "/pictures/"


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture on the public site; `path` from its root, `file` as the media storage names it."""

    path: str
    file: str
    alt: str
    caption: str
    credit: str
    width: int
    height: int


def shown(picture: AbstractImage, words: Mapping[str, str]) -> Shown:
    """Give a picture as it is shown; empty words are taken from the picture itself."""
    rendition: AbstractRendition = picture.get_rendition(SPEC)
    return Shown(
        path=FOLDER + rendition.file.name.rpartition("/")[2],
        file=rendition.file.name,
        alt=words.get("alt") or picture.description or picture.title,
        caption=words.get("caption") or picture.caption,
        credit=words.get("credit") or picture.credit,
        width=rendition.width,
        height=rendition.height,
    )
