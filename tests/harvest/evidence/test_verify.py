"""One byte changed anywhere in the log or a WARC file is found, every time, and named."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from watchdesk.harvest.evidence.custody import NAME, Custody
from watchdesk.harvest.evidence.mend import mend
from watchdesk.harvest.evidence.verify import check_log
from watchdesk.harvest.fetch.answers import Fetched
from watchdesk.harvest.warc import Warc

NOON = datetime(2020, 2, 21, 12, tzinfo=UTC)
URL = "https://herald.example/1"
ANSWER = Fetched(URL, URL, NOON, 200, "OK", body=b"the court ruled", raw=b"the court ruled")


def fill(folder: Path, pages: int = 4) -> Path:
    with Custody(folder) as custody, Warc(folder, custody) as warc:
        for number in range(pages):
            at = NOON + timedelta(days=number // 2)
            warc.keep(replace(ANSWER, url=f"{URL}{number}", fetched_at=at))
    return folder


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("evidence"))


def test_what_was_kept_is_found_whole(evidence: Path) -> None:
    findings = check_log(evidence / NAME)
    assert (findings.entries, findings.wrong, findings.notes) == (6, (), ())


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_one_byte_changed_anywhere_is_found_and_its_file_named(
    evidence: Path, data: st.DataObject
) -> None:
    files = sorted(path for path in evidence.rglob("*") if path.is_file())
    path = data.draw(st.sampled_from(files))
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    value = data.draw(st.integers(0, 255).filter(lambda value: value != whole[at]))
    try:
        path.write_bytes(whole[:at] + bytes([value]) + whole[at + 1 :])
        wrong = check_log(evidence / NAME).wrong
        assert wrong
        assert any(path.name in line for line in wrong)
    finally:
        path.write_bytes(whole)


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("cut", "changed (https://herald.example/13)"),
        ("grow", "nothing vouches for them"),
        ("delete", "cannot be checked: FileNotFoundError"),
        ("add", "no entry of the log knows this file"),
        ("swap lines", "does not follow the entry before it"),
        ("drop a line", "has number 4"),
        ("drop the last line", "nothing vouches for them"),
    ],
)
def test_whatever_else_is_done_to_it_is_told(
    evidence: Path, tmp_path: Path, deed: str, told: str
) -> None:
    folder = Path(copytree(evidence, tmp_path / "copy"))
    warc, log = folder / "2020/02/20200222-0000.warc.gz", folder / NAME
    lines = log.read_bytes().splitlines(keepends=True)
    whole = warc.read_bytes()
    deeds = {
        "cut": lambda: warc.write_bytes(whole[:-1]),
        "grow": lambda: warc.write_bytes(whole + b"\0"),
        "delete": warc.unlink,
        "add": lambda: (folder / "2020/02/20200223-0000.warc.gz").write_bytes(whole),
        "swap lines": lambda: log.write_bytes(b"".join([lines[1], lines[0], *lines[2:]])),
        "drop a line": lambda: log.write_bytes(b"".join(lines[:2] + lines[3:])),
        "drop the last line": lambda: log.write_bytes(b"".join(lines[:-1])),
    }
    deeds[deed]()
    assert any(told in line for line in check_log(log).wrong)


def test_an_end_torn_by_a_kill_is_entered_when_the_next_watch_begins(tmp_path: Path) -> None:
    fill(tmp_path)
    (warc, *_) = sorted(tmp_path.rglob("*.warc.gz"))
    with warc.open("ab") as file:
        file.write(b"\x1f\x8bhalf a record")
    assert not check_log(tmp_path / NAME).fine
    with Custody(tmp_path) as custody:
        made = mend(custody, tmp_path, datetime.now(UTC))
        assert mend(custody, tmp_path, datetime.now(UTC)) == []
    findings = check_log(tmp_path / NAME)
    assert (len(made), findings.wrong) == (1, ())
    assert findings.notes == (
        f"{NAME}, line 7: 2020/02/{warc.name} was left unfinished at its end",
    )


def test_a_file_that_a_living_process_writes_is_left_alone(tmp_path: Path) -> None:
    with Custody(tmp_path) as custody, Warc(tmp_path, custody) as warc:
        kept = warc.keep(ANSWER)
        with (tmp_path / kept.warc).open("ab") as file:
            file.write(b"being written")
        assert mend(custody, tmp_path, datetime.now(UTC)) == []


def test_a_watch_without_any_file_has_nothing_to_mend(tmp_path: Path) -> None:
    with Custody(tmp_path) as custody:
        assert mend(custody, tmp_path, datetime.now(UTC)) == []
    assert check_log(tmp_path / NAME).fine
