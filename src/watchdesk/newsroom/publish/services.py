"""Bake the public site from what the desk decided."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage

from watchdesk.newsroom.blog.pictures import Shown
from watchdesk.newsroom.publish import selectors
from watchdesk.newsroom.publish.bake import Baked, bake
from watchdesk.newsroom.publish.pages import File


def publish() -> Baked:
    """Bake the site into its folder.

    Raises: BakeError where two pages claim one address.
    """
    site, pictures = selectors.site()
    return bake(site, Path(settings.PUBLIC_ROOT), _files(pictures))


def publish_if_changed(before: str) -> tuple[str, Baked | None]:
    """Bake the site if it would differ from when its fingerprint was `before`; give the new one."""
    now = selectors.fingerprint()
    return (now, publish()) if now != before else (now, None)


def _files(pictures: Iterable[Shown]) -> Iterator[File]:
    for picture in pictures:
        with default_storage.open(picture.file) as file:
            yield File(picture.path.lstrip("/"), file.read())
