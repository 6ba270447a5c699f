from datetime import date

import pytest

from watchdesk.engine.mentions.dates.calendars import from_jalali


@pytest.mark.parametrize(
    "persian, ours",
    [
        ((1398, 12, 2), date(2020, 2, 21)),
        ((1403, 1, 1), date(2024, 3, 20)),
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1399, 12, 30), date(2021, 3, 20)),
    ],
)
def test_days_of_the_persian_calendar_are_brought_to_ours(
    persian: tuple[int, int, int], ours: date
) -> None:
    assert from_jalali(*persian) == ours


def test_a_day_that_no_month_has_is_none() -> None:
    assert from_jalali(1400, 7, 31) is None
