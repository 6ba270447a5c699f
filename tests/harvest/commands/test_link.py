import gzip
import json
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from watchdesk.engine import pipeline
from watchdesk.engine.records import Article
from watchdesk.engine.reports.convert import failed, to_json
from watchdesk.harvest.commands.link import link


def report(id: str, text: str, day: date) -> str:
    article = Article(text=text, id=id, language="en", published=day)
    return json.dumps(to_json(pipeline.read(article)))


def reports() -> list[str]:
    return [
        report(
            "a",
            "Police detained editor Aru Kenzhebek in Talgar on 19 February 2026.",
            date(2026, 2, 20),
        ),
        report("b", "Aru Kenzhebek, the editor, was released on 3 March 2026.", date(2026, 3, 4)),
    ]


def run(tmp_path: Path, content: list[str], name: str = "in.jsonl"):
    file = tmp_path / name
    raw = "\n".join(content).encode()
    file.write_bytes(gzip.compress(raw, mtime=0) if name.endswith(".gz") else raw)
    out = tmp_path / "cases.jsonl"
    result = CliRunner().invoke(link, [str(file), "-o", str(out)])
    cases = [json.loads(line) for line in out.read_text().splitlines()] if out.exists() else []
    return result, cases


def test_two_reports_of_one_affair_become_one_case(tmp_path) -> None:
    result, cases = run(tmp_path, reports())
    assert result.exit_code == 0
    assert len(cases) == 1
    assert cases[0]["schema"] == "watchdesk.case/1"
    assert {t["report"] for act in cases[0]["acts"] for t in act["told_by"]} == {"a", "b"}


def test_the_order_of_the_reports_changes_nothing(tmp_path) -> None:
    assert run(tmp_path, reports())[1] == run(tmp_path, reports()[::-1])[1]


def test_gzipped_reports_are_read(tmp_path) -> None:
    assert len(run(tmp_path, reports(), "in.jsonl.gz")[1]) == 1


def test_a_bad_line_is_named_and_the_others_are_linked(tmp_path) -> None:
    result, cases = run(tmp_path, [reports()[0], "{oops", '{"schema": "other"}', "[]"])
    assert result.exit_code == 1
    assert len(cases) == 1
    for number in (2, 3, 4):
        assert f"line {number}" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_report_that_failed_is_passed_over(tmp_path) -> None:
    lost = json.dumps(to_json(failed("x", "x.html: not an article: empty")))
    result, cases = run(tmp_path, [lost, *reports()])
    assert result.exit_code == 0
    assert len(cases) == 1
