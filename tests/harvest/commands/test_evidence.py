"""`watchdesk evidence` at the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.harvest.evidence.test_verify import fill
from watchdesk.cli import main
from watchdesk.harvest.evidence.custody import NAME


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["evidence", *map(str, arguments)])


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    return fill(tmp_path / "captures")


def pack(captures: Path, *arguments: object) -> tuple[Path, Result]:
    out = captures.parent / "case.wacz"
    return out, run("pack", "-o", out, "--captures", captures, *arguments)


def test_a_log_that_was_left_alone_is_found_whole(captures: Path) -> None:
    result = run("verify", captures / NAME)
    assert (result.exit_code, result.output) == (
        0, f"{captures / NAME}: 6 entries, nothing was changed\n",
    )  # fmt: skip


def test_a_byte_that_was_changed_is_named_and_the_exit_code_is_1(captures: Path) -> None:
    warc = captures / "2020/02/20200222-0000.warc.gz"
    warc.write_bytes(warc.read_bytes()[:-1] + b"x")
    result = run("verify", captures / NAME)
    assert result.exit_code == 1
    assert "20200222-0000.warc.gz, bytes" in result.stderr
    assert "1 things are wrong" in result.stdout
    assert run("verify", warc).exit_code == 1
    assert run("verify", captures / "2020/02/20200221-0000.warc.gz").exit_code == 0


def test_a_file_that_no_log_vouches_for_is_one_clear_line(tmp_path: Path) -> None:
    file = tmp_path / "some.warc.gz"
    file.write_bytes(b"x")
    result = run("verify", file)
    assert result.exit_code == 1
    assert "no custody.jsonl in the folders above vouches for it" in result.output


def test_captures_are_packed_checked_elsewhere_and_the_packing_is_logged(captures: Path) -> None:
    out, result = pack(captures, "--title", "The case of A.")
    assert result.output.startswith(f"{out}: 4 captures, sha256 ")
    assert run("verify", out).output == f"{out}: 4 entries, nothing was changed\n"
    assert run("verify", captures / NAME).output.endswith("7 entries, nothing was changed\n")


@pytest.mark.parametrize(
    ("given", "count"),
    [
        (("--day", "2020-02-21"), 2),
        (("--url", "https://herald.example/13"), 1),
        (("--url", "https://herald.example/1"), 4),
        (("--day", "2019-01-01"), 0),
    ],
)
def test_captures_are_chosen_by_day_and_page(
    captures: Path, given: tuple[str, ...], count: int
) -> None:
    _, result = pack(captures, *given)
    assert f" {count} captures" in result.output


def test_a_page_is_removed_after_a_question(captures: Path) -> None:
    ask = ["evidence", "remove", "https://herald.example/12", "--why", "order", "--by", "A."]
    ask += ["--captures", str(captures)]
    assert CliRunner().invoke(main, ask, input="n\n").exit_code == 1
    done = CliRunner().invoke(main, [*ask, "--yes"])
    assert (done.exit_code, done.output) == (
        0, "1 captures of https://herald.example/12 removed\n",
    )  # fmt: skip
    assert "removed https://herald.example/12: order" in run("verify", captures / NAME).output


def test_a_stamp_from_nowhere_is_one_clear_line(captures: Path) -> None:
    result = run("stamp", "--authority", "http://127.0.0.1/tsa", "--captures", captures)
    assert result.exit_code == 1
    assert result.output == "Error: http://127.0.0.1/tsa: 127.0.0.1 is loopback\n"


def test_without_the_package_time_stamps_say_what_is_missing(
    captures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name="rfc3161_client")

    monkeypatch.setattr("watchdesk.harvest.commands.evidence.import_module", missing)
    result = run("stamp", "--authority", "http://tsa.example/", "--captures", captures)
    assert result.exit_code == 1
    assert "pip install 'watchdesk[evidence]'" in result.output
