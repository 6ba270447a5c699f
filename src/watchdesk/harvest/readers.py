"""Which functions read feeds and pages, and what they may cost."""

from collections.abc import Callable
from dataclasses import dataclass

from watchdesk.engine.records import Article, Capture, Feed, Report
from watchdesk.harvest.lists import read_list
from watchdesk.harvest.store import Page
from watchdesk.harvest.workers import MEGABYTE, Fence

FEED_FENCE = Fence(cpu_seconds=2, wall_seconds=30, memory_bytes=256 * MEGABYTE)
PAGE_FENCE = Fence(cpu_seconds=2, wall_seconds=30, memory_bytes=256 * MEGABYTE)
ARTICLE_FENCE = Fence(cpu_seconds=30, wall_seconds=120, memory_bytes=1024 * MEGABYTE)
"""Wide, for an honest article of 100,000 words: it is plain text by then."""


@dataclass(frozen=True, slots=True)
class Read:
    """One article read."""

    article: Article
    report: Report
    near_duplicate_keys: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Readers:
    """The functions that read, in workers; `harvest/reading.py` has the engine's."""

    feed: Callable[[bytes, str, str | None], Feed]
    page: Callable[[Page, Capture], Article]
    """Finds the article in the bytes of a stranger."""
    article: Callable[[Article], Read]
    """Codes it."""
    links: Callable[[bytes, str, str | None], Feed] = read_list
    """Reads a page that lists articles and has no feed."""
    prepare: Callable[[], None] | None = None
    """Run once as a worker begins, outside its limits: loads models."""
