"""Words that are part of a date say nothing else."""

from datetime import date

import pytest

from watchdesk.engine.pipeline import read
from watchdesk.engine.records import Article


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("In May 2023 a court sentenced Aru Kenzhebek to five years in prison.", "asserted"),
        ("On 3 May police detained Aru Kenzhebek.", "asserted"),
        ("Police may detain Aru Kenzhebek on 3 May.", "hypothetical"),
    ],
)
def test_the_month_of_may_is_no_possibility(text, modality) -> None:
    events = read(Article(text=text, published=date(2026, 2, 20))).events
    assert [e.modality for e in events] == [modality]
