"""What an answer asks of us: when to come back.  Every number is capped by whoever uses it.

Source: RFC 9110 (Retry-After), RFC 9111 (Cache-Control, Expires).
"""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from watchdesk.harvest.fetch.answers import Fetched

MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,10})", re.IGNORECASE)
UNCACHED = re.compile(r"(?:^|[\s,])(?:no-cache|no-store)\b", re.IGNORECASE)
MOST_DIGITS = 10


def retry_after_seconds(answer: Fetched) -> int | None:
    """Give how long the site asks to be left alone; None where it does not ask."""
    value = (answer.header("Retry-After") or "").strip()
    if value.isascii() and value.isdigit():
        return int(value[:MOST_DIGITS])
    return _seconds_until(value, answer.fetched_at)


def fresh_seconds(answer: Fetched) -> int | None:
    """Give how long the answer says that it stays fresh; None where it says nothing."""
    control = answer.header("Cache-Control") or ""
    if UNCACHED.search(control):
        return None
    match = MAX_AGE.search(control)
    if match:
        return max(0, int(match[1]) - _age(answer))
    return _seconds_until(answer.header("Expires") or "", _date(answer))


def _age(answer: Fetched) -> int:
    value = (answer.header("Age") or "").strip()
    return int(value[:MOST_DIGITS]) if value.isascii() and value.isdigit() else 0


def _date(answer: Fetched) -> datetime:
    """Give the server's own time, by which its Expires is meant."""
    return _moment(answer.header("Date") or "") or answer.fetched_at


def _seconds_until(value: str, now: datetime) -> int | None:
    moment = _moment(value)
    if moment is None or moment <= now:
        return None
    return int((moment - now).total_seconds())


def _moment(value: str) -> datetime | None:
    """Read an HTTP date; None where it is none."""
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
