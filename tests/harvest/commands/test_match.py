import json
from pathlib import Path

from click.testing import CliRunner

from watchdesk.harvest.commands.match import match

POOL = [
    {"id": "p1", "names": ["Aru Kenzhebek"]},
    {"id": "p2", "names": ["Rustam Bekov", "Рустам Беков"]},
    {"id": "p3", "names": ["Lola Rahimi"]},
]


def lines(file: Path, values: list) -> Path:
    file.write_text("\n".join(v if isinstance(v, str) else json.dumps(v) for v in values))
    return file


def run(tmp_path: Path, queries: list, pool: list | None = None, *more: str):
    asked = lines(tmp_path / "q.jsonl", queries)
    among = lines(tmp_path / "p.jsonl", POOL if pool is None else pool)
    out = tmp_path / "m.jsonl"
    command = ["--queries", str(asked), "--among", str(among), "-o", str(out), *more]
    result = CliRunner().invoke(match, command)
    return result, [json.loads(line) for line in out.read_text().splitlines()]


def test_a_name_in_another_script_finds_its_entry_with_a_reason(tmp_path) -> None:
    queries = [
        {"id": "q1", "name": "Әру Кенжебек", "language": "kk"},
        {"id": "q2", "name": "Бекова Р."},
    ]
    result, found = run(tmp_path, queries)
    assert result.exit_code == 0
    assert [line["id"] for line in found] == ["q1", "q2"]
    assert found[0]["matches"][0]["id"] == "p1"
    assert found[0]["matches"][0]["why"]
    assert found[0]["matches"][0]["score"] > found[0]["matches"][1]["score"]


def test_there_are_at_least_two_matches_even_where_one_was_asked_for(tmp_path) -> None:
    _, found = run(tmp_path, [{"id": "q", "name": "Zzyzx"}], None, "-k", "1")
    assert len(found[0]["matches"]) == 2


def test_a_bad_line_is_named_and_the_rest_is_answered(tmp_path) -> None:
    queries = ["nonsense", {"id": "q1"}, {"id": "q2", "name": "Lola Rahimi"}]
    result, found = run(tmp_path, queries, [*POOL, {"id": "p4", "names": "no list"}])
    assert result.exit_code == 1
    assert [line["id"] for line in found] == ["q2"]
    for place in ("q.jsonl, line 1", "q.jsonl, line 2", "p.jsonl, line 4"):
        assert place in result.stderr
