"""Read EDTF dates as the first and last day they may mean.

Source: Library of Congress, Extended Date/Time Format (ISO 8601-2:2019), levels 0 and 1 and the
masked digits of level 1 ("2020-02-XX", "201X").
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

PART = re.compile(r"^(\d{2}[\dXu]{2})(?:-([\dXu]{2}))?(?:-([\dXu]{2}))?$")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
APPROXIMATE_DAYS = {"day": 3, "month": 31, "year": 365}
"""How far "about" ("~") and "uncertain" ("?") reach; a convention of ours."""
FIRST, LAST = date(1000, 1, 1), date(2999, 12, 31)


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The days something may lie on, both ends included."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Tell whether it is one day."""
        return self.first == self.last

    def overlaps(self, other: "Days", slack_days: int = 0) -> bool:
        """Tell whether the two may be the same day, give or take some days."""
        slack = timedelta(days=slack_days)
        return self.first - slack <= other.last and other.first - slack <= self.last


@lru_cache(maxsize=65536)
def days(edtf: str | None) -> Days | None:
    """Give the days an EDTF string may mean; None where it is empty, open on both sides or no EDTF.

    >>> str(days("2020-02").last)
    '2020-02-29'
    """
    text = (edtf or "").strip()
    if "/" not in text:
        return one(text.split("T")[0])
    start, _, end = text.partition("/")
    first, last = one(start.split("T")[0]), one(end.split("T")[0])
    if first is None and last is None:
        return None
    low, high = first.first if first else FIRST, last.last if last else LAST
    return Days(low, high) if low <= high else None


def one(text: str) -> Days | None:
    """Read one date, without an interval's slash."""
    plain = text.rstrip("~?%")
    match = PART.match(plain)
    if match is None:
        return None
    found = spread(*match.groups())
    return widened(found, plain) if found and plain != text else found


def spread(year: str, month: str | None, day: str | None) -> Days | None:
    """Give the days of a date whose masked or missing parts may be anything."""
    low, high = int(re.sub("[Xu]", "0", year)), int(re.sub("[Xu]", "9", year))
    if low < FIRST.year or high > LAST.year:
        return None
    if month is None or not month.isdigit():
        return Days(date(low, 1, 1), date(high, 12, 31))
    if int(month) in SEASONS:
        start, end = SEASONS[int(month)]
        return Days(date(low, start, 1), month_end(high + (end < start), end))
    return in_month(low, high, int(month), day)


def in_month(low: int, high: int, month: int, day: str | None) -> Days | None:
    """Give the days of a month, or the one day of it."""
    if not 1 <= month <= 12:  # noqa: PLR2004  # months of a year
        return None
    if day is None or not day.isdigit():
        return Days(date(low, month, 1), month_end(high, month))
    if not 1 <= int(day) <= monthrange(high, month)[1]:
        return None
    return Days(date(low, month, int(day)), date(high, month, int(day)))


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def widened(found: Days, plain: str) -> Days:
    """Widen a date that is told as approximate or uncertain."""
    unit = ("year", "month", "day")[min(plain.count("-"), 2)]
    slack = timedelta(days=APPROXIMATE_DAYS[unit])
    return Days(max(FIRST, found.first - slack), min(LAST, found.last + slack))
