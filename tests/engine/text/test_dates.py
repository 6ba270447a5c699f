from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchdesk.engine.text.dates import moment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fri, 21 Feb 2020 14:05:00 GMT", datetime(2020, 2, 21, 14, 5, tzinfo=UTC)),
        ("2020-02-21T14:05:00Z", datetime(2020, 2, 21, 14, 5, tzinfo=UTC)),
        ("2020-02-21", datetime(2020, 2, 21, tzinfo=UTC)),
        ("2020-02", datetime(2020, 2, 1, tzinfo=UTC)),
    ],
)
def test_a_moment_is_read_from_what_feeds_and_pages_write(text, expected) -> None:
    assert moment(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "Mon, 1 Jan 99999999999 00:00:00 GMT",
        "Mon, 01 Jan 2020 00:00:00 -99999",
        "2020-13-45",
    ],
)
def test_what_is_no_date_is_none_and_never_an_error(text) -> None:
    assert moment(text) is None


@given(
    st.text(max_size=60) | st.from_regex(r"\w{3}, \d{1,20} \w{3} \d{1,20} [\d:]{0,12} [+-]?\d{0,9}")
)
def test_whatever_is_written_a_moment_knows_its_zone(text) -> None:
    found = moment(text)
    assert found is None or found.tzinfo is not None
