import json
import re
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from watchdesk.engine.errors import UnreadableInput
from watchdesk.engine.records import (
    Article,
    Count,
    DateMention,
    Entity,
    Event,
    Filler,
    Report,
    Span,
)
from watchdesk.engine.reports.convert import failed, from_json, schema, to_json

WORDS = st.text(max_size=8)
STRATEGIES: dict[Any, st.SearchStrategy[Any]] = {
    str: WORDS,
    int: st.integers(0, 10**6),
    float: st.floats(0, 1),
    bool: st.booleans(),
    type(None): st.none(),
    date: st.dates() | st.datetimes(timezones=st.just(UTC)),
    Span: st.tuples(st.integers(0, 9**6), st.integers(0, 9**6)).map(lambda p: Span(*sorted(p))),
}


def of(hint: Any) -> st.SearchStrategy[Any]:
    """Build any value of a type that a record may hold."""
    if hint in STRATEGIES:
        return STRATEGIES[hint]
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return st.builds(hint, **{field.name: of(hints[field.name]) for field in fields(hint)})
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is tuple:
        return st.lists(of(inner[0]), max_size=1).map(tuple)
    if origin is dict:
        return st.dictionaries(WORDS, of(inner[1]), max_size=1)
    return st.one_of(*(of(one) for one in inner))


def strict(node: Any) -> Any:
    """Close every object of a schema, so that a field it forgot is found."""
    if isinstance(node, list):
        return [strict(one) for one in node]
    if not isinstance(node, dict):
        return node
    closed = {key: strict(value) for key, value in node.items()}
    if "properties" in closed:
        closed["additionalProperties"] = False
    return closed


VALIDATOR = Draft202012Validator(strict(schema()))


@given(of(Report))
@settings(max_examples=100, suppress_health_check=list(HealthCheck), deadline=None)
def test_any_report_fits_the_schema_and_comes_back_whole(report: Report) -> None:
    raw = json.loads(json.dumps(to_json(report)))
    VALIDATOR.validate(raw)
    assert from_json(raw) == report


TEXT = "Anna Roe was detained on February 21."
REPORT = Report(
    id="a1",
    article=Article(TEXT, "A reporter is detained", published=date(2020, 2, 21), language="en"),
    entities=(Entity("n1", "person", "Anna Roe", "roe anna", (Span(0, 8),)),),
    events=(
        Event(
            id="e1",
            type="custody.detain",
            trigger=Span(13, 21),
            sentence=Span(0, 37),
            rule="custody.detain/en/passive",
            roles={
                "target": (Filler(Span(0, 8), entity="n1"),),
                "charge": (Filler(Span(9, 12), "was", code="extremism"),),
            },
            date=DateMention("February 21", Span(25, 36), "2020-02-21"),
            counts=(Count("detained", 1, None, Span(0, 8)),),
        ),
    ),
    main_event="e1",
)


def test_a_report_reads_as_the_contract_says() -> None:
    raw = to_json(REPORT)
    assert list(raw)[:3] == ["schema", "id", "article"]
    assert raw["schema"] == "watchdesk.report/1"
    assert raw["article"]["published"] == "2020-02-21"
    event = raw["events"][0]
    assert event["roles"]["target"] == [{"span": [0, 8], "entity": "n1"}]
    assert event["roles"]["charge"] == [
        {"span": [9, 12], "text": "was", "code": "extremism", "article": None}
    ]
    told = {"text": "February 21", "span": [25, 36], "edtf": "2020-02-21", "length": None}
    assert event["date"] == told
    assert event["counts"] == [{"of": "detained", "min": 1, "max": None, "span": [0, 8]}]


def test_a_report_of_a_later_version_is_read_without_the_keys_we_do_not_know() -> None:
    raw = to_json(REPORT) | {"mood": "grim"}
    raw["events"][0]["weather"] = "rain"
    assert from_json(raw) == REPORT


def test_a_time_without_zone_is_taken_as_utc() -> None:
    raw = to_json(REPORT)
    raw["article"]["published"] = "2020-02-21T10:00:00"
    assert from_json(raw).article.published == datetime(2020, 2, 21, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "change, message",
    [
        ({"schema": "other/1"}, "report: its schema is not watchdesk.report/1"),
        ({"events": [{}]}, "report, events[0].id: missing"),
        ({"events": 3}, "report, events: 3 is no array"),
        ({"article": "x"}, "report, article: 'x' is no object"),
        ({"article": {"text": 3}}, "report, article.text: 3 is no str"),
        ({"article": {"text": "", "published": "soon"}}, "report, article.published: 'soon' is no ISO date"),
        ({"dates": [{"text": "", "edtf": None, "span": [3, 1]}]}, "report, dates[0].span: [3, 1] is no [start, end)"),
        ({"entities": [{"id": "n1", "kind": "ghost", "name": ""}]}, "report, entities[0].kind: 'ghost' is none of"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named(change: dict[str, Any], message: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        from_json(to_json(REPORT) | change)
    assert str(caught.value).startswith(message)


def test_an_article_that_could_not_be_read_leaves_a_report_with_its_error() -> None:
    raw = to_json(failed("a1", "no text", replace(REPORT.article, url="https://example.org/1")))
    VALIDATOR.validate(raw)
    assert (raw["error"], raw["article"]["text"], raw["events"]) == ("no text", "", [])
    assert raw["article"]["url"] == "https://example.org/1"


def test_every_key_of_the_schema_is_documented() -> None:
    page = (Path(__file__).parents[3] / "docs/reference/report.md").read_text("utf-8")

    def keys(node: Any) -> set[str]:
        if isinstance(node, list):
            return set().union(*map(keys, node))
        if not isinstance(node, dict):
            return set()
        return set(node.get("properties", ())).union(*map(keys, node.values()))

    assert sorted(key for key in keys(schema()) if not re.search(rf"\b{key}\b", page)) == []
