"""Write dates as EDTF (ISO 8601-2, levels 0 to 2) and step through the calendar."""

import calendar
from datetime import date, timedelta

WEEK = 7
MONTHS = 12
UNKNOWN_YEAR = "XXXX"


def day(value: date) -> str:
    """Write a day."""
    return value.isoformat()


def parts(year: int | None, month: int | None = None, number: int | None = None) -> str | None:
    """Write a date of which parts may be unknown; None where it does not exist.

    >>> parts(2020, 2, 21), parts(2020, 2), parts(None, 2, 21), parts(2021, 2, 29)
    ('2020-02-21', '2020-02', 'XXXX-02-21', None)
    """
    if month and number and number > calendar.monthrange(year or 2000, month)[1]:
        return None
    made = f"{year:04d}" if year else UNKNOWN_YEAR
    if month:
        made += f"-{month:02d}"
        made += f"-{number:02d}" if number else ""
    return made if year or month else None


def month_from(start: date, months: int) -> str:
    """Write the month that lies some months away.

    >>> month_from(date(2020, 1, 15), -2)
    '2019-11'
    """
    total = start.year * MONTHS + start.month - 1 + months
    return f"{total // MONTHS:04d}-{total % MONTHS + 1:02d}"


def week(of: date) -> str:
    """Write the week of a day, Monday to Sunday, as an interval."""
    monday = of - timedelta(days=of.weekday())
    return f"{day(monday)}/{day(monday + timedelta(days=WEEK - 1))}"


def weekend(of: date) -> str:
    """Write the weekend of the week of a day."""
    saturday = of + timedelta(days=5 - of.weekday())
    return f"{day(saturday)}/{day(saturday + timedelta(days=1))}"


def first_day(edtf: str | None) -> date | None:
    """Give the day that an EDTF date names, or the first of an interval; None if it is no day.

    >>> first_day("2020-02-21/2020-02-22"), first_day("2020-02")
    (datetime.date(2020, 2, 21), None)
    """
    try:
        return date.fromisoformat((edtf or "").split("/")[0])
    except ValueError:
        return None
