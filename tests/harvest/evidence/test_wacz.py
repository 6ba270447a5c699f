"""A WACZ holds exact copies, can be opened by others, and shows any byte that was changed."""

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from tests.harvest.evidence.test_verify import NOON, fill
from watchdesk.engine.errors import UnreadableInput
from watchdesk.harvest.evidence.custody import NAME
from watchdesk.harvest.evidence.unpacked import check_wacz
from watchdesk.harvest.evidence.wacz import pack, surt


@pytest.fixture(scope="module")
def wacz(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = fill(tmp_path_factory.mktemp("wacz"))
    out = folder / "case.wacz"
    pack(folder / NAME, out, lambda entry: "2020-02-22" in entry.at, NOON, "Case of A.")
    return out


def test_what_was_wanted_is_packed_and_whole(wacz: Path) -> None:
    findings = check_wacz(wacz)
    assert (findings.entries, findings.wrong, findings.notes) == (2, (), ())


def test_the_index_leads_to_each_response(wacz: Path) -> None:
    with ZipFile(wacz) as file:
        archive = file.read("archive/data.warc.gz")
        lines = file.read("indexes/index.cdx").decode().splitlines()
        pages = file.read("pages/pages.jsonl").decode().splitlines()
    assert (len(lines), len(pages)) == (2, 3)
    for line in lines:
        key, stamp, told = line.split(" ", 2)
        entry = json.loads(told)
        assert (key, stamp, entry["status"]) == ("example,herald)/1", "20200222120000", "200")
        begin = int(entry["offset"])
        member = archive[begin : begin + int(entry["length"])]
        (record,) = [
            (r.rec_type, r.content_stream().read()) for r in ArchiveIterator(BytesIO(member))
        ]
        assert record == ("response", b"the court ruled")


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_one_byte_changed_anywhere_is_found_and_named(
    wacz: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = wacz.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    value = data.draw(st.integers(0, 255).filter(lambda value: value != whole[at]))
    changed = tmp_path_factory.getbasetemp() / "changed.wacz"
    changed.write_bytes(whole[:at] + bytes([value]) + whole[at + 1 :])
    wrong = check_wacz(changed).wrong
    assert wrong
    assert wrong[0].startswith("changed.wacz: ")


def test_bytes_that_changed_since_are_not_packed(tmp_path: Path) -> None:
    fill(tmp_path)
    warc = next(tmp_path.rglob("*.warc.gz"))
    warc.write_bytes(warc.read_bytes()[:-9] + b"tampered!")
    with pytest.raises(UnreadableInput, match="changed since it was kept"):
        pack(tmp_path / NAME, tmp_path / "x.wacz", lambda _: True, NOON)


def test_a_wacz_of_other_software_is_checked_as_far_as_it_goes(wacz: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.wacz"
    with ZipFile(wacz) as ours, ZipFile(other, "w") as theirs:
        package = json.loads(ours.read("datapackage.json")) | {"software": "another"}
        for name in ours.namelist():
            if not name.startswith("datapackage"):
                theirs.writestr(name, ours.read(name))
        theirs.writestr("datapackage.json", json.dumps(package))
    findings = check_wacz(other)
    assert findings.wrong == ("other.wacz: datapackage-digest.json: is missing",)
    assert "made by other software" in findings.notes[0]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"hello" * 99])
def test_what_is_no_wacz_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.wacz"
    file.write_bytes(content)
    (line,) = check_wacz(file).wrong
    assert line.startswith("x.wacz: no whole WACZ: ")


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.herald.example/News?B=1", "example,herald)/news?b=1"),
        ("http://herald.example:8080/", "example,herald:8080)/"),
        ("https://пресса.example/", "example,xn--80aj3aega)/"),
    ],
)
def test_addresses_are_ordered_by_their_sites(url: str, key: str) -> None:
    assert surt(url) == key
