import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from watchdesk.cli import main
from watchdesk.engine.reports.convert import schema

LINES = """{"id": "1", "title": "T", "text": "Police detained reporter Ann Roe in Minsk on Monday.", "published": "2021-03-02"}
{"id": "2", "html": "<html><body></body></html>"}
nonsense
{"id": "4", "text": "La policía detuvo a tres personas el lunes en la plaza."}
{"id": "5", "text": "12345"}
"""


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["read", *map(str, arguments)], input=stdin)


@pytest.fixture(scope="module")
def result() -> Result:
    return run("-", "--jobs", "2", stdin=LINES)


def test_each_record_gives_a_report_in_order_that_fits_the_schema(result: Result) -> None:
    reports = [json.loads(line) for line in result.stdout.splitlines()]
    assert [report["id"] for report in reports] == ["1", "2", "stdin, line 3", "4", "5"]
    for report in reports:
        Draft202012Validator(schema()).validate(report)
    assert [event["type"] for event in reports[0]["events"]] == ["custody.detain"]


def test_what_cannot_be_read_is_a_row_a_line_and_exit_code_1(result: Result) -> None:
    assert result.exit_code == 1
    reports = [json.loads(line) for line in result.stdout.splitlines()]
    assert [bool(report["error"]) for report in reports] == [False, True, True, False, False]
    errors = [line for line in result.stderr.splitlines() if line.startswith("Error: ")]
    assert len(errors) == 2
    assert "Traceback" not in result.output


def test_an_unknown_language_is_an_honest_null(result: Result) -> None:
    spanish, figures = [json.loads(line) for line in result.stdout.splitlines()][3:]
    assert (spanish["article"]["language"], spanish["events"], spanish["error"]) == ("es", [], None)
    assert (figures["article"]["language"], figures["events"]) == ("und", [])


def test_options_stand_in_for_what_the_input_does_not_say(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Title\nPolice detained Ann Roe on Monday.", "utf-8")
    out = tmp_path / "out.jsonl"
    result = run(tmp_path / "a.txt", "--published", "2021-03-03", "--language", "en", "-o", out)
    assert (result.exit_code, result.stdout) == (0, "")
    report = json.loads(out.read_text("utf-8"))
    assert report["article"]["published"] == "2021-03-03"
    assert report["events"][0]["date"]["edtf"] == "2021-03-01"


@pytest.mark.parametrize(
    "arguments", [[], ["--jobs", "0", "x"], ["--published", "soon", "x"], ["x", "-o", "x.xls"]]
)
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
