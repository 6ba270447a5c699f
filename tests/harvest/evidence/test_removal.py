"""A capture that must go is overwritten; the log says so, and every other one stays whole."""

from io import BytesIO
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from fastwarc.warc import WarcRecordType
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from tests.harvest.evidence.test_verify import NOON, fill
from watchdesk.engine.errors import UnreadableInput
from watchdesk.harvest.evidence.custody import NAME, Custody, Entry
from watchdesk.harvest.evidence.removal import remove, tombstone
from watchdesk.harvest.evidence.verify import check_log

PAGE = "https://herald.example/12"


def removed(folder: Path, url: str = PAGE) -> list[Entry]:
    with Custody(folder) as custody:
        return remove(custody, url, "order 12/2026", "A. Editor", NOON)


def test_the_bytes_are_gone_and_the_log_says_why(tmp_path: Path) -> None:
    fill(tmp_path)
    (entry,) = removed(tmp_path)
    findings = check_log(tmp_path / NAME)
    assert findings.wrong == ()
    assert findings.notes == (f"{NAME}, line 7: removed {PAGE}: order 12/2026",)
    with (tmp_path / str(entry.facts["warc"])).open("rb") as file:
        file.seek(int(entry.facts["offset"] or 0))
        record = next(iter(ArchiveIterator(file)))
        assert record.rec_type == "metadata"
        assert record.content_stream().read() == b"removed: order 12/2026"


def test_every_other_record_can_be_read(tmp_path: Path) -> None:
    fill(tmp_path)
    (entry,) = removed(tmp_path)
    kinds = [
        WarcRecordType.warcinfo,
        WarcRecordType.metadata,
        WarcRecordType.response,
        WarcRecordType.request,
    ]
    with (tmp_path / str(entry.facts["warc"])).open("rb") as file:
        assert [record.record_type for record in FastIterator(file)] == kinds


def test_a_tombstone_that_is_changed_is_found(tmp_path: Path) -> None:
    fill(tmp_path)
    (entry,) = removed(tmp_path)
    path = tmp_path / str(entry.facts["warc"])
    whole = bytearray(path.read_bytes())
    whole[int(entry.facts["offset"] or 0) + 20] ^= 1
    path.write_bytes(whole)
    (line,) = check_log(tmp_path / NAME).wrong
    assert "changed" in line


def test_bytes_taken_out_without_a_tombstone_are_found(tmp_path: Path) -> None:
    fill(tmp_path)
    (entry,) = removed(tmp_path)
    log = tmp_path / NAME
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:-1]))
    (line,) = check_log(log).wrong
    assert f"changed ({PAGE})" in line
    assert entry.act == "removed"


def test_what_is_removed_cannot_be_removed_again(tmp_path: Path) -> None:
    fill(tmp_path)
    removed(tmp_path)
    with pytest.raises(UnreadableInput, match=f"holds no capture of {PAGE}"):
        removed(tmp_path)


@given(st.integers(400, 5000), st.text(max_size=60))
def test_a_tombstone_has_exactly_the_length_of_what_it_covers(length: int, text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    stone = tombstone(length, text, NOON)
    assert len(stone) == length
    record = next(iter(ArchiveIterator(BytesIO(stone))))
    assert record.content_stream().read() == text.encode()


def test_too_little_room_is_told() -> None:
    with pytest.raises(ValueError, match="too few"):
        tombstone(100, "removed", NOON)
