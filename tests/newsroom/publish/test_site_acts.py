from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.newsroom import make
from watchdesk.engine.cases.records import Act, Conflict, Telling, Value
from watchdesk.newsroom.publish.site_acts import Context, date_of, dated, draw_act, reason

HERALD = Telling("r", "e1", "custody.detain", outlet="herald", language="ru")
WIRE = Telling("s", "e1", "custody.detain", outlet="wire", language="en")


def act(**changes) -> Act:
    told = (HERALD, WIRE, replace(WIRE, event="e2"))
    values = {"date": "2020-02-21", "dated_by": "told", "modality": "asserted", "roles": {}}
    return Act("a", "custody.detain", told, **values | changes)


@pytest.fixture
def context(settings) -> Context:
    settings.NOW = make.NOW
    one = make.report()
    russian = replace(one.article, outlet="herald", language="ru", published=date(2020, 2, 20))
    english = replace(one.article, outlet="wire", published=datetime(2020, 2, 22, tzinfo=UTC))
    reports = {
        "r": replace(one, id="r", article=russian),
        "s": replace(one, id="s", article=english),
    }
    return Context(reports, {}, {}, None)


def test_the_words_of_an_english_source_go_first_and_each_outlet_stands_once(context) -> None:
    drawn = draw_act(act(), context)
    assert drawn.quoted is not None
    assert (drawn.quoted.outlet, drawn.quoted.words) == ("wire", make.TEXT)
    assert [one.outlet for one in drawn.sources] == ["herald"]
    assert reason(act(), context).outlets == ("herald", "wire")


def test_values_of_conflicts_are_told_in_words(context) -> None:
    conflicts = (
        Conflict("date", (Value("2020-02-21", (HERALD.id,)), Value("2020-02", (WIRE.id,)))),
        Conflict("sentence", (Value("prison|P2Y6M", ()), Value("suspended", ()))),
        Conflict("modality", (Value("asserted", ()), Value("denied", ()))),
    )
    drawn = draw_act(act(conflicts=conflicts), context).conflicts
    assert [[value for value, _ in one.values] for one in drawn] == [
        ["21 February 2020", "February 2020"],
        ["2 years 6 months in prison", "a suspended sentence"],
        ["it happened", "denied"],
    ]


def test_what_is_said_to_have_happened_cannot_lie_ahead(settings) -> None:
    settings.NOW = make.NOW
    assert date_of(act(date="2027-01-19")) is None
    assert date_of(act(date="2027-01-19", modality="planned")) == "2027-01-19"
    assert dated(act(date="2027-01-19")) == "Detained or arrested, undated"
    assert dated(act()) == "Detained or arrested, 21 February 2020"
