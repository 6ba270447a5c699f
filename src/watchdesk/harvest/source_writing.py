"""Writes source files, and turns lists of feeds (OPML) into sources and back."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
from yarl import URL

from watchdesk.engine.errors import SourceError
from watchdesk.engine.feeds.opml import Outline
from watchdesk.engine.feeds.opml import write as write_opml
from watchdesk.harvest.source_files import INTERNATIONAL, Source
from watchdesk.harvest.store import Channel

LONGEST_ID = 40
NOT_IN_ID = re.compile(r"[^a-z0-9]+")


def write(source: Source, folder: Path) -> Path:
    """Write a source as a new file of the folder; give where.

    Raises:
        SourceError: there is such a file already.
    """
    file = folder / (source.country or INTERNATIONAL).lower() / f"{source.id}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(_fields(source), allow_unicode=True, sort_keys=False, width=96)
    try:
        with file.open("x", encoding="utf-8") as out:
            out.write(text)
    except FileExistsError as error:
        raise SourceError(str(file), "there is such a source already") from error
    return file


def id_of(url: str) -> str:
    """Make an id of an address.

    >>> id_of("https://www.Herald-News.example/feed")
    'herald-news-example'
    """
    host = (URL(url).raw_host or "").removeprefix("www.")
    return NOT_IN_ID.sub("-", host.lower())[:LONGEST_ID].strip("-") or "source"


def of_outline(outline: Outline, like: Source) -> Source:
    """Make a source of one line of a list; `like` gives what OPML does not tell."""
    id = id_of(outline.home_url or outline.feed_url)
    return replace(
        like,
        id=id,
        name=outline.title or id,
        home_url=outline.home_url,
        channels=(Channel(id, outline.feed_url, "feed"),),
    )


def to_opml(sources: Iterable[Source]) -> bytes:
    """Write the feeds of sources as OPML, one folder a country."""
    outlines = [
        Outline(
            feed_url=channel.url,
            title=source.name,
            home_url=source.home_url,
            language=source.languages[0] if source.languages else None,
            folders=(source.country or INTERNATIONAL,),
        )
        for source in sources
        for channel in source.channels
        if channel.kind == "feed"
    ]
    return write_opml(outlines, "Watchdesk sources")


def _fields(source: Source) -> dict[str, Any]:
    covers = list(source.covers) if source.covers != (source.country,) else None
    fields = {
        "name": source.name,
        "kind": source.kind,
        "owner": source.owner,
        "languages": list(source.languages),
        "home": source.home_url,
        "covers": covers,
        "channels": [_channel_fields(channel) for channel in source.channels],
        "note": source.note,
        "ethics": source.ethics,
    }
    kept = {key: value for key, value in fields.items() if value}
    return kept | {"checked": source.checked}


def _channel_fields(channel: Channel) -> dict[str, Any]:
    fields = {"url": channel.url, "kind": channel.kind}
    if channel.expected_per_week is not None:
        return fields | {"expected_per_week": channel.expected_per_week}
    return fields
