"""What was kept can be read back, by anybody's reader, whatever happened to the process."""

import gzip
import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from fastwarc.warc import WarcRecordType
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from watchdesk.engine.errors import UnreadableInput
from watchdesk.harvest import warc as module
from watchdesk.harvest.fetch.answers import Fetched
from watchdesk.harvest.warc import Warc, body_of

NOON = datetime(2020, 2, 21, 12, 0, 1, 5, tzinfo=UTC)
BODY = "<p>Суд оставил журналистку под стражей.".encode()
ANSWER = Fetched(
    url="https://herald.example/1",
    final_url="https://herald.example/суд?a=1",
    fetched_at=NOON,
    status=200,
    reason="OK",
    headers=(
        ("Content-Type", "text/html"),
        ("Transfer-Encoding", "chunked"),
        ("X-Bad", "caf\udce9"),
    ),
    request_headers=(("Host", "herald.example"), ("User-Agent", "watchdesk/test")),
    body=BODY,
    raw=BODY,
    ip="192.0.2.1",
)


@pytest.fixture
def warc(tmp_path: Path) -> Iterator[Warc]:
    with Warc(tmp_path) as warc:
        yield warc


def bodies(path: Path) -> list[bytes]:
    """Read what responses can be read, with the reader of `watchdesk read`."""
    found = []
    with path.open("rb") as file, suppress(EOFError, OSError):
        for record in FastIterator(file, record_types=WarcRecordType.response):
            found.append(record.reader.read())
    return found


def test_a_page_is_kept_and_read_back(tmp_path: Path, warc: Warc) -> None:
    kept = warc.keep(ANSWER)
    assert (kept.warc, kept.url, kept.final_url) == (
        "2020/02/20200221-0000.warc.gz", ANSWER.url, ANSWER.final_url,
    )  # fmt: skip
    assert kept.sha256 == hashlib.sha256(BODY).hexdigest()
    assert body_of(tmp_path, kept.warc, kept.offset) == BODY


def test_the_records_are_a_response_and_its_request_with_sha256(tmp_path: Path, warc: Warc) -> None:
    kept = warc.keep(ANSWER)
    with (tmp_path / kept.warc).open("rb") as file:
        records = [(r.rec_type, r.rec_headers, r.http_headers) for r in ArchiveIterator(file)]
    assert [kind for kind, *_ in records] == ["warcinfo", "response", "request"]
    (_, response, http), (_, request, asked) = records[1:]
    assert response.get_header("WARC-Payload-Digest").startswith("sha256:")
    assert response.get_header("WARC-Date") == "2020-02-21T12:00:01.000005Z"
    assert response.get_header("WARC-IP-Address") == "192.0.2.1"
    assert request.get_header("WARC-Concurrent-To") == response.get_header("WARC-Record-ID")
    assert http.get_header("X-Archive-Orig-Transfer-Encoding") == "chunked"
    assert http.get_header("Content-Length") == str(len(BODY))
    assert asked.protocol + " " + asked.statusline == "GET /%D1%81%D1%83%D0%B4?a=1 HTTP/1.1"


def test_warcio_finds_every_digest_right(
    tmp_path: Path, warc: Warc, capsys: pytest.CaptureFixture
) -> None:
    warc.keep(ANSWER)
    kept = warc.keep(replace(ANSWER, body=b"x", raw=gzip.compress(b"x", mtime=0)))

    class Arguments:
        inputs = [str(tmp_path / kept.warc)]  # noqa: RUF012
        verbose = False

    checker = Checker(Arguments())
    checker.process_all()
    assert (checker.exit_value, capsys.readouterr().out) == (0, "")


def test_a_packed_body_is_kept_as_sent_and_read_unpacked(tmp_path: Path, warc: Warc) -> None:
    raw = gzip.compress(BODY, mtime=0)
    packed = replace(ANSWER, raw=raw, headers=(("Content-Encoding", "gzip"),))
    kept = warc.keep(packed)
    assert kept.sha256 == hashlib.sha256(BODY).hexdigest()
    assert body_of(tmp_path, kept.warc, kept.offset) == BODY


def test_a_new_day_begins_a_new_file(tmp_path: Path, warc: Warc) -> None:
    names = [
        warc.keep(replace(ANSWER, fetched_at=NOON + timedelta(days=n))).warc for n in (0, 0, 1)
    ]
    assert names == ["2020/02/20200221-0000.warc.gz"] * 2 + ["2020/02/20200222-0000.warc.gz"]


def test_two_processes_never_share_a_file(tmp_path: Path, warc: Warc) -> None:
    with Warc(tmp_path) as other:
        assert warc.keep(ANSWER).warc.endswith("-0000.warc.gz")
        assert other.keep(ANSWER).warc.endswith("-0001.warc.gz")


def test_a_full_file_is_closed(tmp_path: Path, warc: Warc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_FILE_BYTES", 100)
    assert [warc.keep(ANSWER).warc[-12:-8] for _ in range(3)] == ["0000", "0001", "0002"]


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(cut=st.integers(1, 10_000))
def test_killed_in_mid_record_every_earlier_record_can_be_read(tmp_path: Path, cut: int) -> None:
    with Warc(tmp_path) as warc:
        texts = [b"%d" % n * 99 for n in range(4)]
        kept = [warc.keep(replace(ANSWER, body=text, raw=text)) for text in texts]
    path = tmp_path / kept[0].warc
    size = path.stat().st_size
    last = kept[-1].offset + 1 + cut % (size - kept[-1].offset - 1)
    with path.open("r+b") as file:
        file.truncate(last)
    for number, each in enumerate(kept[:-1]):
        assert body_of(tmp_path, each.warc, each.offset) == b"%d" % number * 99
    assert bodies(path)[:3] == texts[:3]
    path.unlink()


def test_a_full_disk_leaves_no_torn_record(
    tmp_path: Path, warc: Warc, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = warc.keep(ANSWER)
    whole = (tmp_path / first.warc).stat().st_size

    def half(out, data) -> None:
        out.write(data[: len(data) // 2])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(module, "_write_all", half)
        with pytest.raises(OSError, match="No space left"):
            warc.keep(ANSWER)
    assert (tmp_path / first.warc).stat().st_size == whole
    assert warc.keep(ANSWER).warc.endswith("-0001.warc.gz")
    assert bodies(tmp_path / first.warc) == [BODY]


@pytest.mark.parametrize("offset", [1, 7, 10**6])
def test_a_wrong_offset_is_one_clear_line(tmp_path: Path, warc: Warc, offset: int) -> None:
    kept = warc.keep(ANSWER)
    with pytest.raises(UnreadableInput, match=f"offset {offset}"):
        body_of(tmp_path, kept.warc, offset)


def test_a_file_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="No such file"):
        body_of(tmp_path, "none.warc.gz", 0)
