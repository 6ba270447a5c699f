"""Turn one input record (id, url, title, published, language, text or html) into an item.

The same keys serve JSON Lines and the columns of a Parquet file.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from watchdesk.engine.errors import UnreadableInput
from watchdesk.engine.records import Article, Capture
from watchdesk.harvest.archives.items import Found, Item

WORDS = ("id", "url", "title", "language", "dateline_place", "text", "html", "byline", "outlet")
DATE_LENGTH = len("2020-02-21")


def item(raw: Mapping[str, Any], file: str, place: str) -> Found:
    """Make an item of a record; one that breaks the contract becomes an error that says where."""
    wrong = [key for key in WORDS if not isinstance(raw.get(key), str | int | None)]
    if wrong:
        return UnreadableInput(file, f"{wrong[0]} is no text", place)
    told: dict[str, Any] = {key: str(raw[key]) for key in WORDS if raw.get(key) is not None}
    if ("text" in told) == ("html" in told):
        return UnreadableInput(file, "it needs one of text and html", place)
    try:
        published = moment(raw.get("published"))
    except ValueError as error:
        return UnreadableInput(file, f"published: {error}", place)
    html = told.pop("html", None)
    article = replace(Article(told.pop("text", "")), published=published, **told)
    where = f"{file}, {place}"
    if html is None:
        return Item(where, article)
    url = article.url or article.id or where
    body = html.encode("utf-8", "replace")
    return Item(where, article, Capture(url, body, None, "text/html; charset=utf-8"))


def moment(told: object) -> date | None:
    """Read a date or date-time; one without a zone is taken as UTC.

    Raises:
        ValueError: it is neither.
    """
    if told is None or told == "":
        return None
    if isinstance(told, datetime):
        return told if told.tzinfo else told.replace(tzinfo=UTC)
    if isinstance(told, date):
        return told
    text = str(told).strip()
    try:
        if len(text) <= DATE_LENGTH:
            return date.fromisoformat(text)
        read = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{text!r:.60} is no ISO date") from error
    return read if read.tzinfo else read.replace(tzinfo=UTC)
