"""Checks a WACZ with nothing but the file: every hash it names, every byte it is made of."""

import json
import lzma
import struct
import zlib
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from watchdesk.engine.errors import UnreadableInput
from watchdesk.harvest.evidence.custody import Entry, entry_of
from watchdesk.harvest.evidence.verify import Findings
from watchdesk.harvest.evidence.wacz import ARCHIVE, DIGEST, LOG, PACKAGE, SOFTWARE, zipped

BROKEN = (
    BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error, lzma.LZMAError,
    struct.error, UnreadableInput, OSError, KeyError, ValueError, TypeError, AttributeError,
)  # fmt: skip
"""What Python's zipfile and json raise over a file that is broken on purpose."""
LARGEST_BYTES = 4 << 30


def check_wacz(path: Path) -> Findings:
    """Check a WACZ, ours or another's; of another's only what it names itself can be checked.

    Raises:
        OSError: the file cannot be read.
    """
    data = path.read_bytes()
    try:
        parts = _parts(data, path.name)
        package = json.loads(parts[PACKAGE])
        wrong = [*_wrong_digest(parts), *_wrong_parts(parts, package)]
        ours = package.get("software") == SOFTWARE and LOG in parts
    except BROKEN as error:
        return Findings(wrong=(f"{path.name}: no whole WACZ: {type(error).__name__}: {error}",))
    if not ours:
        note = f"{path.name}: made by other software, so only the hashes it names were checked"
        return Findings(wrong=_of_file(path, wrong), notes=(note,))
    entries, told = _log(parts[LOG], path.name)
    wrong += told or _wrong_records(parts[ARCHIVE], entries)
    if zipped(parts) != data:
        wrong.append("the file holds bytes that are no part of its content")
    return Findings(len(entries), _of_file(path, wrong))


def _parts(data: bytes, name: str) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as file:
        if sum(info.file_size for info in file.infolist()) > LARGEST_BYTES:
            raise UnreadableInput(name, f"larger than {LARGEST_BYTES >> 30} GB unpacked")
        return {info.filename: file.read(info) for info in file.infolist()}


def _wrong_digest(parts: dict[str, bytes]) -> list[str]:
    if DIGEST not in parts:
        return [f"{DIGEST}: is missing"]
    if json.loads(parts[DIGEST]).get("hash") != _hash(parts[PACKAGE]):
        return [f"{PACKAGE}: changed, its hash is not that in {DIGEST}"]
    return []


def _wrong_parts(parts: dict[str, bytes], package: dict[str, Any]) -> list[str]:
    named = {resource["path"]: resource for resource in package["resources"]}
    wrong = [f"{name}: is missing" for name in named if name not in parts]
    for name, data in parts.items():
        if name in {PACKAGE, DIGEST}:
            continue
        if name not in named:
            wrong.append(f"{name}: is not named in {PACKAGE}")
        elif named[name].get("hash") != _hash(data):
            wrong.append(f"{name}: changed, its hash is not that in {PACKAGE}")
    return wrong


def _log(data: bytes, file: str) -> tuple[list[Entry], list[str]]:
    entries, wrong = [], []
    for number, line in enumerate(data.splitlines(keepends=True), 1):
        try:
            entry = entry_of(line, LOG, number)
        except UnreadableInput as error:
            return [], [str(error)]
        if not entry.is_whole():
            wrong.append(f"{LOG}, line {number}: its hash is not that of the entry")
        entries.append(entry)
    return entries, wrong


def _wrong_records(archive: bytes, entries: list[Entry]) -> list[str]:
    """Find the records, which stand in the order of the log, behind the head of the archive."""
    at = len(archive) - sum(int(entry.facts["length"] or 0) for entry in entries)
    wrong = []
    for entry in entries:
        length = int(entry.facts["length"] or 0)
        if sha256(archive[at : at + length]).hexdigest() != entry.facts["sha256"]:
            wrong.append(f"{ARCHIVE}: changed ({entry.facts['url']})")
        at += length
    return wrong


def _hash(data: bytes) -> str:
    return f"sha256:{sha256(data).hexdigest()}"


def _of_file(path: Path, wrong: list[str]) -> tuple[str, ...]:
    return tuple(f"{path.name}: {line}" for line in wrong)
