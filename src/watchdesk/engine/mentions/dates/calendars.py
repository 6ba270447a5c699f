"""The Persian calendar, which Iran and Afghanistan write their dates in."""

from datetime import date, timedelta

FIRST = date(622, 3, 21)
"""Day 1 of year 1, reckoned back by the cycle of leap years below."""
LEAP_REMAINDERS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Years of each cycle of 33 that have a leap day (exact from 1244 to 1472, AD 1865 to 2093)."""
CYCLE, CYCLE_DAYS = 33, 12053
LONG_MONTHS, LONG, SHORT = 6, 31, 30


def from_jalali(year: int, month: int, day: int) -> date | None:
    """Give the Gregorian day of a Persian one; None where there is no such day.

    >>> from_jalali(1398, 12, 2), from_jalali(1403, 1, 1)
    (datetime.date(2020, 2, 21), datetime.date(2024, 3, 20))
    """
    if not 1 <= day <= (LONG if month <= LONG_MONTHS else SHORT):
        return None
    cycles, rest = divmod(year - 1, CYCLE)
    leaps = sum(r in LEAP_REMAINDERS for r in range(1, rest + 1))
    before = sum(LONG if m <= LONG_MONTHS else SHORT for m in range(1, month))
    days = cycles * CYCLE_DAYS + rest * 365 + leaps + before + day - 1
    return FIRST + timedelta(days=days)
