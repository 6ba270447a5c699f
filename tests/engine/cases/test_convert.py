"""Cases go out as JSON of the shipped schema, and come back whole."""

import json

from jsonschema import Draft202012Validator

from tests.engine.cases.build import coded, event, report
from watchdesk.engine.cases.convert import from_json, schema, to_json
from watchdesk.engine.cases.link import link

REPORTS = [
    report("r1", "2020-02-22", {"n1": "mamai"}, event("custody.detain", "n1", on="2020-02-21")),
    report(
        "r2",
        "2020-02-25",
        {"n1": "mamai"},
        event("legal.charge", "n1", roles={"charge": (coded("libel"),)}),
        event("custody.detain", "n1", on="2020-02", id="e2", background=True),
    ),
]


def test_a_case_fits_its_schema() -> None:
    (case,) = link(REPORTS).cases
    Draft202012Validator(schema()).validate(to_json(case))


def test_a_case_comes_back_as_it_was() -> None:
    (case,) = link(REPORTS).cases
    assert from_json(json.loads(json.dumps(to_json(case)))) == case
