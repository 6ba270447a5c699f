"""Read dates that machines wrote: None where they say nothing a reader can trust."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

FIRST_YEAR = 1990


def moment(text: object) -> datetime | None:
    """Read an ISO 8601, W3C or RFC 822 date-time as an aware one in UTC.

    >>> moment("2021-03-01T10:00:00+03:00").isoformat()
    '2021-03-01T07:00:00+00:00'
    """
    read = local_moment(text)
    try:
        return read.astimezone(UTC) if read else None
    except OverflowError:
        return None


def local_moment(text: object) -> datetime | None:
    """Read it as an aware date-time in the zone written there; one without zone is taken as UTC."""
    if not isinstance(text, str) or not text.strip():
        return None
    read = _iso(text.strip()) or _rfc822(text.strip())
    if read is None or read.year < FIRST_YEAR:
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _iso(text: str) -> datetime | None:
    whole = f"{text}-01-01"[: len("2020-01-01")] if len(text) in (4, 7) else text
    try:
        return datetime.fromisoformat(whole)
    except ValueError:
        return None


def _rfc822(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
