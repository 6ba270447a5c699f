import gzip
import io
import json
import zipfile
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from watchdesk.engine.errors import UnreadableInput
from watchdesk.engine.records import Article
from watchdesk.harvest.archives import jsonlines
from watchdesk.harvest.archives.files import read
from watchdesk.harvest.archives.items import Found, Item

PAGE = b"<html><body><p>Police detained Ann Roe.</p></body></html>"


def items(*paths: Path) -> list[Item]:
    found = list(read(paths))
    assert [str(one) for one in found if isinstance(one, UnreadableInput)] == []
    return [one for one in found if isinstance(one, Item)]


def errors(found: list[Found]) -> list[str]:
    return [str(one) for one in found if isinstance(one, UnreadableInput)]


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def warc_record(kind: str, url: str, body: bytes, content_type: str) -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2021-03-01T10:00:00Z"
        f"\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{len(body):012}>"
        f"\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def response(url: str, body: bytes = PAGE, status: str = "200 OK", more: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{more}\r\n"
    return warc_record("response", url, head.encode() + body, "application/http; msgtype=response")


def test_the_first_line_of_a_text_is_its_title(tmp_path: Path) -> None:
    (item,) = items(write(tmp_path / "a.txt", "\ufeffThe title\n\nFirst words.\nMore.\n"))
    assert item.told == Article("First words.\nMore.", "The title", id="a.txt")


def test_a_page_is_taken_as_it_is(tmp_path: Path) -> None:
    (item,) = items(write(tmp_path / "a.html", PAGE))
    assert item.capture is not None
    assert (item.capture.body, item.told.id) == (PAGE, "a.html")


@pytest.mark.parametrize("packed", [False, True])
def test_a_line_of_json_is_a_record_and_a_bad_one_is_named(tmp_path: Path, packed: bool) -> None:
    lines = [
        '{"id": "1", "title": "T", "published": "2021-03-01", "text": "Words", "language": "en"}',
        "",
        "{",
        "[]",
        '{"id": "4"}',
        '{"text": "a", "html": "b"}',
        '{"text": 7.5}',
        '{"text": "a", "published": "soon"}',
        '{"url": "https://x.example/9", "html": "<p>Words</p>", "published": "2021-03-01T10:00:00"}',
    ]
    content = "\n".join(lines).encode()
    name = "a.jsonl.gz" if packed else "a.jsonl"
    found = list(
        read([write(tmp_path / name, gzip.compress(content, mtime=0) if packed else content)])
    )
    first, last = (one for one in found if isinstance(one, Item))
    assert first.told == Article("Words", "T", "1", published=date(2021, 3, 1), language="en")
    assert last.told.published == datetime(2021, 3, 1, 10, tzinfo=UTC)
    assert last.capture is not None
    assert [error.split(name)[1] for error in errors(found)] == [
        ", line 3: no JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        ", line 4: no JSON object",
        ", line 5: it needs one of text and html",
        ", line 6: it needs one of text and html",
        ", line 7: text is no text",
        ", line 8: published: 'soon' is no ISO date",
    ]


def test_a_line_that_is_too_long_is_read_past(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonlines, "LARGEST_BYTES", 100)
    long = json.dumps({"text": "x" * 1000})
    found = list(read([write(tmp_path / "a.jsonl", f'{{"text": "a"}}\n{long}\n{{"text": "b"}}\n')]))
    assert [one.told.text for one in found if isinstance(one, Item)] == ["a", "b"]
    assert len(errors(found)) == 1


def test_a_gzip_that_breaks_off_is_named_after_what_it_gave(tmp_path: Path) -> None:
    packed = gzip.compress(b'{"text": "a"}\n' * 50_000, compresslevel=1, mtime=0)
    found = list(read([write(tmp_path / "a.jsonl.gz", packed[: len(packed) // 2])]))
    assert isinstance(found[0], Item)
    assert "broken gzip" in errors(found)[0]


def test_rows_of_parquet_are_records(tmp_path: Path) -> None:
    table = pyarrow.table(
        {
            "id": ["1", "2"],
            "text": ["Words", None],
            "published": [date(2021, 3, 1), None],
            "n": [1, 2],
        }
    )
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")
    found = list(read([tmp_path / "a.parquet"]))
    assert isinstance(found[0], Item)
    assert found[0].told == Article("Words", id="1", published=date(2021, 3, 1))
    assert "row 2: it needs one of text and html" in errors(found)[0]
    broken = list(read([write(tmp_path / "b.parquet", b"PAR1 junk")]))
    assert "broken Parquet" in errors(broken)[0]


@pytest.mark.parametrize("packed", [False, True])
def test_a_warc_gives_the_pages_among_its_records(tmp_path: Path, packed: bool) -> None:
    records = [
        warc_record("warcinfo", "", b"software: x\r\n", "application/warc-fields"),
        response("https://x.example/1"),
        response("https://x.example/2", status="404 Not Found"),
        response(
            "https://x.example/3", gzip.compress(PAGE, mtime=0), more="Content-Encoding: gzip\r\n"
        ),
        warc_record("resource", "https://x.example/4", PAGE, "text/html"),
        warc_record("resource", "https://x.example/5", b"\xff\xd8", "image/jpeg"),
        warc_record("conversion", "https://x.example/6", b"Words", "text/plain"),
    ]
    parts = [gzip.compress(record, mtime=0) if packed else record for record in records]
    found = items(write(tmp_path / ("a.warc.gz" if packed else "a.warc"), b"".join(parts)))
    assert [one.told.url for one in found] == [f"https://x.example/{n}" for n in (1, 3, 4, 6)]
    assert [one.capture.body for one in found if one.capture] == [PAGE] * 3
    assert found[0].capture is not None
    assert found[0].capture.fetched_at == datetime(2021, 3, 1, 10, tzinfo=UTC)
    assert found[3].told.text == "Words"


@pytest.mark.parametrize("packed", [False, True])
def test_a_broken_record_is_named_and_the_next_one_is_found(tmp_path: Path, packed: bool) -> None:
    good = [response(f"https://x.example/{n}") for n in (1, 2)]
    if packed:
        broken = gzip.compress(response("https://x.example/b"), mtime=0)[:-60]
        content = gzip.compress(good[0], mtime=0) + broken + gzip.compress(good[1], mtime=0)
    else:
        content = good[0] + b"junk where a record should be\r\n" * 9 + good[1]
    found = list(read([write(tmp_path / ("a.warc.gz" if packed else "a.warc"), content)]))
    urls = [one.told.url for one in found if isinstance(one, Item)]
    assert urls[0] == "https://x.example/1"
    assert urls[-1] == "https://x.example/2"
    assert "broken" in errors(found)[0]


def test_a_warc_gzipped_as_one_is_read_and_named(tmp_path: Path) -> None:
    content = gzip.compress(
        response("https://x.example/1") + response("https://x.example/2"), mtime=0
    )
    found = list(read([write(tmp_path / "a.warc.gz", content)]))
    assert sum(isinstance(one, Item) for one in found) == 2
    assert "gzipped as one" in errors(found)[0]


def wacz(path: Path, warc: bytes, told: bytes | None = None) -> Path:
    digest = sha256(warc if told is None else told).hexdigest()
    package = {"resources": [{"path": "archive/a.warc", "hash": f"sha256:{digest}"}]}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("archive/a.warc", warc)
        archive.writestr("datapackage.json", json.dumps(package))
    return path


def test_a_wacz_is_read_and_held_to_its_checksums(tmp_path: Path) -> None:
    warc = response("https://x.example/1")
    assert [one.told.url for one in items(wacz(tmp_path / "a.wacz", warc))] == [
        "https://x.example/1"
    ]
    found = list(read([wacz(tmp_path / "b.wacz", warc, told=b"other")]))
    assert "archive/a.warc: its bytes do not match its sha256" in errors(found)[0]
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("x", b"")
    assert len(errors(list(read([write(tmp_path / "c.wacz", empty.getvalue())])))) == 2
    assert "broken WACZ" in errors(list(read([write(tmp_path / "d.wacz", b"PK junk")])))[0]


def test_an_arc_gives_its_pages_and_breaks_off_with_a_name(tmp_path: Path) -> None:
    body = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    head = b"filedesc://a.arc 0.0.0.0 20210301100000 text/plain 5\n1 0 x\n"
    record = (
        b"https://x.example/a b 10.0.0.1 20210301100000 text/html %d\n" % len(body) + body + b"\n"
    )
    (item,) = items(write(tmp_path / "a.arc", head + record))
    assert item.capture is not None
    assert (item.told.url, item.capture.body) == ("https://x.example/a b", PAGE)
    found = list(
        read([write(tmp_path / "b.arc.gz", gzip.compress(head + record + record[:-40], mtime=0))])
    )
    assert isinstance(found[0], Item)
    assert "it breaks off" in errors(found)[0]


def test_a_directory_is_read_by_name_and_what_is_unknown_there_passed_over(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    write(tmp_path / "b.txt", "B\nb")
    write(tmp_path / "sub" / "c.txt", "C\nc")
    write(tmp_path / "a.txt", "A\na")
    write(tmp_path / "x.png", b"\x89PNG")
    assert [one.told.title for one in items(tmp_path)] == ["A", "B", "C"]


def test_a_file_that_is_missing_or_of_another_kind_is_named(tmp_path: Path) -> None:
    found = list(read([tmp_path / "no.txt", write(tmp_path / "x.png", b""), tmp_path / "no.xyz"]))
    told = errors(found)
    assert told[0].endswith("no.txt: No such file or directory")
    assert "its kind is not known" in told[1]
    assert told[2].endswith("no.xyz: No such file or directory")


def test_a_file_larger_than_a_page_may_be_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.html").open("wb") as file:
        file.truncate(300 << 20)
    assert errors(list(read([tmp_path / "a.html"])))[0].endswith("a.html: larger than 16 MB")
