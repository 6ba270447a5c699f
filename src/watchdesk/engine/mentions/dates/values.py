"""What each way of saying when means, as EDTF: one function for each `mean` of the files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from watchdesk.engine.mentions.dates import calendars, edtf

SOON_DAYS = 30
"""A day without year that lies so near ahead is to come, even without a word of the future."""
HOURS_A_DAY = 24
JALALI_YEARS = 621
"""Years from the Persian calendar to ours, from March on."""
DURATIONS = {
    "S": "PT{}S",
    "MI": "PT{}M",
    "H": "PT{}H",
    "D": "P{}D",
    "W": "P{}W",
    "M": "P{}M",
    "Y": "P{}Y",
}


@dataclass(frozen=True, slots=True)
class Context:
    """What a date is resolved against: the day of writing, the day told of last, the tense."""

    today: date | None = None
    told: date | None = None
    future: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """What the words of a date say, read: numbers, and units as in ISO 8601 durations."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    day2: int | None = None
    month2: int | None = None
    year2: int | None = None
    weekday: int | None = None
    season: int | None = None
    decade: int | None = None
    number: float | None = None
    unit: str | None = None
    jalali_month: int | None = None
    jalali_year: int | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """A date as EDTF, or the length of a stretch of time as ISO 8601 duration."""

    edtf: str | None = None
    length: str | None = None


Arguments = Mapping[str, Any]


def a_date(parts: Parts, context: Context, arguments: Arguments) -> Value:
    """Resolve "February 21", "in March", "2018"."""
    year = parts.year
    if year is None and "year" in arguments:
        base = context.told if arguments["year"] == "told" else context.today
        shift = 0 if arguments["year"] == "told" else int(arguments["year"])
        year = base.year + shift if base else None
    if year is None and parts.month:
        year = _year(parts, context, arguments.get("direction"))
    return Value(edtf.parts(year, parts.month, parts.day))


def _year(parts: Parts, context: Context, direction: str | None) -> int | None:
    """Find the year of a month or day that is told without one: the last, unless it is to come."""
    if context.today is None or parts.month is None:
        return None
    today = context.today
    here, there = (today.month, today.day), (parts.month, parts.day or today.day)
    if direction is None:
        soon = parts.day is not None and 0 < _days_ahead(today, there) <= SOON_DAYS
        direction = "future" if context.future or (soon and not context.past) else "past"
    if direction == "future":
        return today.year + (there < here)
    return today.year - (there > here)


def _days_ahead(today: date, there: tuple[int, int]) -> int:
    """Count the days until the next such month and day."""
    for year in (today.year, today.year + 1):
        ahead = date(year, there[0], min(there[1], 28)) - today
        if ahead.days + max(0, there[1] - 28) >= 0:
            return ahead.days + max(0, there[1] - 28)
    return 0


def a_range(parts: Parts, context: Context, arguments: Arguments) -> Value:
    """Resolve "from March 3 to March 17, 2019", "2018-20"."""
    first_year, last_year = parts.year, parts.year2
    if last_year is not None and last_year < 100 and first_year:  # noqa: PLR2004
        last_year += first_year // 100 * 100
    last_year = last_year or first_year
    month, last_month = parts.month or parts.month2, parts.month2 or parts.month
    if month and first_year is None and last_year is None:
        first_year = last_year = _year(Parts(month=month, day=parts.day), context, None)
    elif first_year is None:
        first_year = last_year
    first = edtf.parts(first_year, month, parts.day)
    last = edtf.parts(last_year, last_month, parts.day2)
    return Value(f"{first}/{last}" if first and last and first <= last else first)


def weekday(parts: Parts, context: Context, arguments: Arguments) -> Value:
    """Resolve "on Friday": the last one up to the day of writing, or the next if it is to come."""
    if context.today is None or parts.weekday is None:
        return Value()
    direction = arguments.get("direction") or ("future" if context.future else "past")
    back = (context.today.weekday() - parts.weekday) % edtf.WEEK
    if direction == "future":
        return Value(
            edtf.day(context.today + timedelta(days=edtf.WEEK - back if back else edtf.WEEK))
        )
    if back == 0 and arguments.get("direction") == "past":
        back = edtf.WEEK
    return Value(edtf.day(context.today - timedelta(days=back)))


def weekend(parts: Parts, context: Context, arguments: Arguments) -> Value:
    """Resolve "last weekend"."""
    if context.today is None:
        return Value()
    weeks = {"past": -1, "future": 1}.get(str(arguments.get("direction")), 0)
    if weeks == 0 and not context.future and context.today.weekday() < 5:  # noqa: PLR2004
        weeks = -1
    return Value(edtf.weekend(context.today + timedelta(weeks=weeks)))


def season(parts: Parts, context: Context, arguments: Arguments) -> Value:
    """Resolve "in the summer of 2018"."""
    year = parts.year
    if year is None and context.today and parts.season:
        year = context.today.year + int(arguments.get("year", 0))
        now = 21 + (context.today.month % 12) // 3
        direction = arguments.get("direction")
        year -= direction == "past" and parts.season >= now
        year += direction == "future" and parts.season <= now
    return Value(f"{year}-{parts.season}" if year and parts.season else None)


def jalali(parts: Parts, context: Context, arguments: Arguments) -> Value:
    """Resolve a date of the Persian calendar; without a year the last such day."""
    if parts.jalali_month is None or parts.day is None:
        return Value()
    years = [parts.jalali_year] if parts.jalali_year else []
    if not years and context.today:
        this = context.today.year - JALALI_YEARS
        years = [this, this - 1]
    days = [calendars.from_jalali(y, parts.jalali_month, parts.day) for y in years if y]
    past = [d for d in days if d and (parts.jalali_year or not context.today or d <= context.today)]
    return Value(edtf.day(past[0]) if past else None)


def decade(parts: Parts, context: Context, arguments: Arguments) -> Value:
    """Resolve "in the 1970s"."""
    return Value(f"{parts.decade}X")


def near(parts: Parts, context: Context, arguments: Arguments) -> Value:
    """Resolve "yesterday", "last month", "this year", "next week" against the day of writing."""
    return Value(_shifted(context.today, arguments.get("unit") or parts.unit, arguments["shift"]))


def told(parts: Parts, context: Context, arguments: Arguments) -> Value:
    """Resolve "the next day", "the same year" against the day told of last."""
    base = context.told or context.today
    return Value(_shifted(base, arguments.get("unit") or parts.unit, arguments["shift"]))


def ago(parts: Parts, context: Context, arguments: Arguments) -> Value:
    """Resolve "two years ago" against the day of writing."""
    return Value(_shifted(context.today, parts.unit, arguments["shift"] * _count(parts)))


def from_told(parts: Parts, context: Context, arguments: Arguments) -> Value:
    """Resolve "a day earlier", "two years later" against the day told of last."""
    return Value(
        _shifted(context.told or context.today, parts.unit, arguments["shift"] * _count(parts))
    )


def duration(parts: Parts, context: Context, arguments: Arguments) -> Value:
    """Give the length of "13 months"."""
    count = _count(parts)
    if not count or parts.unit is None:
        return Value()
    if parts.unit == "Y10":
        return Value(length=f"P{count * 10:g}Y")
    return Value(length=DURATIONS[parts.unit].format(f"{count:g}"))


def unresolved(parts: Parts, context: Context, arguments: Arguments) -> Value:
    """Leave "in recent years" open."""
    return Value()


def _count(parts: Parts) -> float:
    return 1.0 if parts.number is None else parts.number


def _shifted(base: date | None, unit: str | None, shift: float) -> str | None:
    """Step from a day by so many units, and write as exactly as the unit is."""
    if base is None or unit is None or shift != int(shift):
        return None
    steps = int(shift)
    try:
        return _step(base, unit, steps)
    except (OverflowError, ValueError):
        return None


def _step(base: date, unit: str, steps: int) -> str | None:
    if unit in {"Y", "Y10"}:
        return edtf.parts(base.year + steps * (10 if unit == "Y10" else 1))
    if unit == "M":
        return edtf.month_from(base, steps)
    if unit == "H":
        steps, unit = int(steps / HOURS_A_DAY), "D"
    if unit == "D":
        return edtf.day(base + timedelta(days=steps))
    if unit == "W":
        return edtf.week(base + timedelta(weeks=steps))
    return edtf.day(base)


def weeks_ago(parts: Parts, context: Context, arguments: Arguments) -> Value:
    """Resolve "three weeks ago" to the day."""
    if parts.unit == "W" and parts.number != 0:
        days = Parts(number=_count(parts) * edtf.WEEK, unit="D")
        return ago(days, context, arguments)
    return ago(parts, context, arguments) if parts.number != 0 else Value()


MEANINGS: Mapping[str, Callable[[Parts, Context, Arguments], Value]] = {
    "date": a_date,
    "range": a_range,
    "weekday": weekday,
    "weekend": weekend,
    "season": season,
    "decade": decade,
    "jalali": jalali,
    "near": near,
    "told": told,
    "ago": weeks_ago,
    "from_told": from_told,
    "duration": duration,
    "open": unresolved,
}
