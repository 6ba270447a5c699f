"""What an answer asks of us is read from its headers, junk is no wish."""

from datetime import UTC, datetime

import pytest

from watchdesk.harvest.fetch.answers import Fetched
from watchdesk.harvest.fetch.wishes import fresh_seconds, retry_after_seconds

NOW = datetime(2020, 2, 21, 12, tzinfo=UTC)
LATER = "Fri, 21 Feb 2020 13:00:00 GMT"


def answer(**headers: str) -> Fetched:
    named = tuple((key.replace("_", "-"), value) for key, value in headers.items())
    return Fetched("https://h.example/", "https://h.example/", NOW, 200, headers=named)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120), (LATER, 3600), ("Thu, 20 Feb 2020 13:00:00 GMT", None), ("soon", None),
     ("-5", None), ("", None), ("9" * 40, 9999999999), ("²", None), ("Fri, 99 Feb 2020", None)],
)  # fmt: skip
def test_retry_after_is_seconds_or_a_date(value: str, seconds: int | None) -> None:
    assert retry_after_seconds(answer(Retry_After=value)) == seconds


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Cache_Control": "public, max-age=600"}, 600),
        ({"Cache_Control": 'Max-Age="600"'}, 600),
        ({"Cache_Control": "max-age=600", "Age": "500"}, 100),
        ({"Cache_Control": "max-age=600", "Age": "700"}, 0),
        ({"Cache_Control": "no-cache, max-age=600"}, None),
        ({"Cache_Control": "s-maxage=600"}, None),
        ({"Cache_Control": "max-age=600", "Expires": LATER}, 600),
        ({"Expires": LATER}, 3600),
        ({"Expires": LATER, "Date": "Fri, 21 Feb 2020 12:30:00 GMT"}, 1800),
        ({"Expires": "0"}, None),
        ({"Expires": "Thu, 01 Jan 1970 00:00:00 GMT"}, None),
        ({"Cache_Control": "max-age=" + "9" * 400}, 9999999999),
    ],
)
def test_an_answer_says_how_long_it_stays_fresh(
    headers: dict[str, str], seconds: int | None
) -> None:
    assert fresh_seconds(answer(**headers)) == seconds
