import csv
import gzip
import json
from pathlib import Path

import pyarrow.parquet
import pytest

from watchdesk.engine.errors import UnreadableInput
from watchdesk.engine.records import Article, Event, Filler, Report, Span
from watchdesk.engine.reports.convert import failed, from_json, to_json
from watchdesk.harvest.archives.output import kind_of, writer

REPORT = Report(
    "a1",
    Article("Police detained Ann Roe.", "=cmd|' /C calc'!A0", url="https://x.example/1"),
    events=(
        Event(
            "e1",
            "custody.detain",
            Span(7, 15),
            Span(0, 24),
            "custody.detain/en/active",
            roles={"target": (Filler(Span(16, 23), "Ann Roe"),)},
            codes={"plover": "COERCE/arrest"},
        ),
    ),
)
BROKEN = failed("a2", "a.jsonl, line 2: no JSON")


def write(out: Path) -> Path:
    with writer(out) as put:
        put(REPORT)
        put(BROKEN)
    return out


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_json_lines_come_back_whole(tmp_path: Path, name: str) -> None:
    content = write(tmp_path / name).read_bytes()
    lines = (gzip.decompress(content) if name.endswith("gz") else content).splitlines()
    assert [from_json(json.loads(line)) for line in lines] == [REPORT, BROKEN]


def test_csv_has_a_row_an_event_and_runs_nothing_in_a_spreadsheet(tmp_path: Path) -> None:
    with write(tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["type"], first["target"]) == ("custody.detain", "Ann Roe")
    assert first["title"] == "'=cmd|' /C calc'!A0"
    assert (second["report"], second["error"]) == ("a2", "a.jsonl, line 2: no JSON")


def test_parquet_holds_the_report_as_nested_columns(tmp_path: Path) -> None:
    rows = pyarrow.parquet.read_table(write(tmp_path / "a.parquet")).to_pylist()
    assert [row["id"] for row in rows] == ["a1", "a2"]
    event = rows[0]["events"][0]
    assert (event["trigger"], event["codes"]) == ([7, 15], [("plover", "COERCE/arrest")])
    assert dict(event["roles"])["target"][0]["text"] == "Ann Roe"
    assert rows[0].keys() == to_json(REPORT).keys()


def test_another_suffix_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    assert [kind_of(Path(name)) for name in ("a.ndjson", "a.csv.gz", "-")] == [
        "jsonl",
        "csv",
        "jsonl",
    ]
    with pytest.raises(UnreadableInput, match=r"name it \.jsonl"):
        write(tmp_path / "a.xlsx")
