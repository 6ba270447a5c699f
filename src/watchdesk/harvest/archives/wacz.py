"""Read WACZ: a zip of WARC files with an index, checksums of its own and a list of pages.

Source: https://specs.webrecorder.net/wacz/1.1.1/
"""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from watchdesk.engine.errors import UnreadableInput
from watchdesk.harvest.archives import warc
from watchdesk.harvest.archives.items import Found

PACKAGE = "datapackage.json"
LARGEST_PACKAGE = 16 * 1024 * 1024
CHUNK_BYTES = 1024 * 1024
WARC = (".warc", ".warc.gz")


def read(file: Path) -> Iterator[Found]:
    """Yield the pages of every WARC inside; a member that differs from its checksum is named."""
    name = str(file)
    try:
        with zipfile.ZipFile(file) as archive:
            yield from _members(archive, name)
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        yield UnreadableInput(name, f"broken WACZ: {error}")


def _members(archive: zipfile.ZipFile, name: str) -> Iterator[Found]:
    digests = _digests(archive, name)
    if isinstance(digests, UnreadableInput):
        yield digests
        digests = {}
    members = [member for member in archive.namelist() if member.endswith(WARC)]
    for missing in sorted(set(digests) - set(archive.namelist())):
        yield UnreadableInput(name, "named in its package but not there", missing)
    if not members:
        yield UnreadableInput(name, "it holds no WARC")
    for member in members:
        yield from _member(archive, name, member, digests.get(member))


def _digests(archive: zipfile.ZipFile, name: str) -> dict[str, tuple[str, str]] | UnreadableInput:
    """Give (algorithm, digest) by path, as the package tells."""
    if PACKAGE not in archive.namelist():
        return UnreadableInput(name, f"it holds no {PACKAGE}")
    with archive.open(PACKAGE) as stream:
        raw = stream.read(LARGEST_PACKAGE)
    try:
        resources = json.loads(raw)["resources"]
        return {str(one["path"]): _digest(one) for one in resources}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        return UnreadableInput(name, f"broken: {error!r}"[:200], PACKAGE)


def _digest(resource: Mapping[str, Any]) -> tuple[str, str]:
    """Read a digest of WACZ 1.1 ("sha256:..."), or of 1.0 (stats.hash and hashing)."""
    if "hash" in resource:
        algorithm, _, digest = str(resource["hash"]).partition(":")
        return algorithm, digest
    return str(resource.get("hashing", "sha256")), str(resource["stats"]["hash"])


def _member(
    archive: zipfile.ZipFile, name: str, member: str, told: tuple[str, str] | None
) -> Iterator[Found]:
    """Unpack one WARC to a file without name, check it, and read it from there."""
    algorithm, digest = told or ("", "")
    check = hashlib.new(algorithm) if algorithm in hashlib.algorithms_available else None
    with TemporaryFile() as unpacked:
        try:
            with archive.open(member) as packed:
                while chunk := packed.read(CHUNK_BYTES):
                    unpacked.write(chunk)
                    if check:
                        check.update(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            yield UnreadableInput(name, f"broken zip: {error}", member)
        if check and check.hexdigest() != digest:
            yield UnreadableInput(name, f"its bytes do not match its {algorithm}", member)
        unpacked.seek(0)
        yield from warc.records(unpacked, f"{name}, {member}")
