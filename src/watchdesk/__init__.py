"""Watchdesk: from a feed to a published case.

The house has three floors.  Data climbs them once, from the bottom up:

    harvest    collects: fetches feeds and pages, keeps the bytes
    engine     reads: bytes in, records out; touches nothing outside its arguments
    newsroom   decides and publishes: editors review, write and publish (Django and Wagtail)

Imports point the other way: newsroom may use harvest and engine, harvest may use
engine, and engine uses neither.  `make check` proves it.

    import watchdesk
    report = watchdesk.read(watchdesk.Article("Police detained Ann Roe in Minsk on Monday."))
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from watchdesk.engine.records import Article, Capture, Report

if TYPE_CHECKING:
    from watchdesk.engine.pipeline import read, read_capture

__all__ = ["Article", "Capture", "Report", "read", "read_capture"]


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Load the reader when it is first asked for: its models cost a second, the nouns nothing."""
    if name not in ("read", "read_capture"):
        raise AttributeError(f"module 'watchdesk' has no attribute {name!r}")
    return getattr(import_module("watchdesk.engine.pipeline"), name)
