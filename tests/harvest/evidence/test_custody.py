"""The log of custody: a chain that several processes add to, and that no one changes unseen."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from watchdesk.engine.errors import UnreadableInput
from watchdesk.harvest.evidence.custody import NAME, START, Custody, entry_of
from watchdesk.harvest.evidence.verify import check_log

NOON = datetime(2020, 2, 21, 12, tzinfo=UTC)


def add(folder: Path, count: int = 1) -> None:
    with Custody(folder) as custody:
        for number in range(count):
            custody.add("sealed", NOON, {"file": f"{number}.wacz", "sha256": "суд"})


def test_each_entry_is_bound_to_the_one_before(tmp_path: Path) -> None:
    with Custody(tmp_path) as custody:
        assert custody.head() == START
        first = custody.add("sealed", NOON, {"file": "a"})
        second = custody.add("sealed", NOON, {"file": "b"})
        assert (first.n, first.previous, first.at) == (1, START, "2020-02-21T12:00:00.000000Z")
        assert (second.n, second.previous) == (2, first.hash)
        assert custody.head() == second.hash


def test_the_chain_goes_on_after_a_restart(tmp_path: Path) -> None:
    add(tmp_path, 2)
    add(tmp_path, 2)
    findings = check_log(tmp_path / NAME)
    assert (findings.entries, findings.wrong) == (4, ())


def test_two_processes_add_to_one_chain(tmp_path: Path) -> None:
    with Custody(tmp_path) as one, Custody(tmp_path) as other:
        for custody in (one, other, other, one, other):
            custody.add("sealed", NOON, {"file": "a"})
        assert one.head() == other.head()
    assert check_log(tmp_path / NAME).fine


def test_a_line_left_unfinished_is_cut_off_and_told(tmp_path: Path) -> None:
    add(tmp_path, 2)
    with (tmp_path / NAME).open("ab") as log:
        log.write(b'{"act":"kept","at":"2020')
    add(tmp_path)
    findings = check_log(tmp_path / NAME)
    assert (findings.entries, findings.wrong) == (4, ())
    assert findings.notes == (f"{NAME}, line 3: a line before it was left unfinished and cut off",)


def test_the_head_of_a_log_with_an_unfinished_line_is_its_last_whole_entry(tmp_path: Path) -> None:
    add(tmp_path)
    with (tmp_path / NAME).open("ab") as log:
        log.write(b'{"act"')
    with Custody(tmp_path) as custody:
        head = custody.head()
        custody.add("sealed", NOON, {"file": "b"})
    assert check_log(tmp_path / NAME).fine
    assert head != START


def test_a_log_whose_last_line_was_changed_takes_no_more(tmp_path: Path) -> None:
    add(tmp_path)
    (tmp_path / NAME).write_bytes(b"hello\n")
    with pytest.raises(UnreadableInput, match="no entry of a custody log"):
        add(tmp_path)


def test_a_full_disk_leaves_no_half_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with Custody(tmp_path) as custody:
        custody.add("sealed", NOON, {"file": "a"})
        with monkeypatch.context() as patch:
            patch.setattr("watchdesk.harvest.evidence.custody.os.fsync", full)
            with pytest.raises(OSError, match="No space left"):
                custody.add("sealed", NOON, {"file": "b"})
        custody.add("sealed", NOON, {"file": "c"})
    findings = check_log(tmp_path / NAME)
    assert (findings.entries, findings.wrong) == (2, ())


@pytest.mark.parametrize("line", [b"", b"{}", b"[]", b"null", b'{"n":1}', b"\xff", b"{" * 9999])
def test_a_line_that_is_no_entry_is_told(line: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"custody\.jsonl, line 7: no entry"):
        entry_of(line, NAME, 7)


def test_an_entry_written_in_another_way_is_told(tmp_path: Path) -> None:
    add(tmp_path)
    line = (tmp_path / NAME).read_bytes().replace(b'","', b'", "')
    with pytest.raises(UnreadableInput, match="not written as the log is written"):
        entry_of(line, NAME, 1)
