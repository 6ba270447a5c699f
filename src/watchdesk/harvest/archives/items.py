"""What an archive holds: articles to read, and what in it could not be understood."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from watchdesk.engine.errors import UnreadableInput
from watchdesk.engine.records import Article, Capture

LARGEST_BYTES = 16 * 1024 * 1024
"""Of one page or record; the page reader refuses more than 10 MB, in words that name the page."""


@dataclass(frozen=True, slots=True)
class Item:
    """One article, as text or as a page; `told` holds what its record says beside the page.

    `place` names it for a person: file, line or record.
    """

    place: str
    told: Article
    capture: Capture | None = None


Found = Item | UnreadableInput
"""In the order of the archive: what is broken stands where it was met, and the rest goes on."""


@dataclass(frozen=True, slots=True)
class Source:
    """An open file, or a part of one: its name, its stream, and whether it is gzipped by record."""

    name: str
    stream: BinaryIO


Reader = Callable[[Path], Iterator[Found]]
