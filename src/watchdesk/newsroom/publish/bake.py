"""Bake a Site into a folder of plain files that any web server, mirror or USB stick can serve.

A reader never sees half a page: each file is written beside its place and renamed.  A file whose
content is the same keeps its date.  What no longer belongs to the site is removed last; only files
that an earlier baking wrote are ever removed (their list lies in `.baked`).
"""

import gzip
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import brotli

from watchdesk.engine.errors import WatchdeskError
from watchdesk.newsroom.publish.pages import File, render, twice
from watchdesk.newsroom.publish.records import Site

LIST = ".baked"
COMPRESSED = frozenset({".html", ".css", ".js", ".svg", ".xml", ".atom", ".json", ".txt"})
SMALLEST = 300
"""Bytes below which compressing does not pay."""
BROTLI_QUALITY = 5


class BakeError(WatchdeskError):
    """The site cannot be baked as it is."""


@dataclass(frozen=True, slots=True)
class Baked:
    """What one baking did, in files (compressed twins not counted)."""

    files: int
    written: int
    removed: int


def bake(site: Site, out: Path, media: Iterable[File] = ()) -> Baked:
    """Write the site under `out`; `media` are pictures, with paths relative to the root.

    Raises:
        BakeError: two pages claim one address, or a path leaves the folder.
    """
    found = [*render(site), *media]
    if doubles := twice(found):
        raise BakeError(f"two pages claim one address: {', '.join(doubles)}")
    out.mkdir(parents=True, exist_ok=True)
    written = sum([_write(out, file) for file in found])
    now = {name for file in found for name in _names(file)}
    before = _listed(out)
    _replace(out / LIST, "\n".join(sorted(now | before)).encode())
    removed = sum([_remove(out, name) for name in sorted(before - now)])
    _replace(out / LIST, "\n".join(sorted(now)).encode())
    return Baked(len(found), written, removed)


def _write(out: Path, file: File) -> bool:
    """Write a file and its compressed twins, unless it is there with this content."""
    target = out / file.path
    if not target.resolve().is_relative_to(out.resolve()):
        raise BakeError(f"{file.path}: leaves the folder of the site")
    names = _names(file)
    if all((out / n).exists() for n in names) and target.read_bytes() == file.body:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    if len(names) > 1:
        packed = brotli.compress(file.body, quality=BROTLI_QUALITY, mode=brotli.MODE_TEXT)
        _replace(out / f"{file.path}.br", packed)
        _replace(out / f"{file.path}.gz", gzip.compress(file.body, mtime=0))
    _replace(target, file.body)
    return True


def _names(file: File) -> tuple[str, ...]:
    if Path(file.path).suffix in COMPRESSED and len(file.body) >= SMALLEST:
        return (file.path, f"{file.path}.br", f"{file.path}.gz")
    return (file.path,)


def _replace(target: Path, body: bytes) -> None:
    beside = target.with_name(f".{target.name}.new")
    beside.write_bytes(body)
    os.replace(beside, target)


def _listed(out: Path) -> set[str]:
    listing = out / LIST
    return set(listing.read_text("utf-8").split("\n")) - {""} if listing.exists() else set()


def _remove(out: Path, name: str) -> bool:
    target = out / name
    if not target.is_file():
        return False
    target.unlink()
    for folder in target.parents:
        if folder == out or any(folder.iterdir()):
            break
        folder.rmdir()
    return not name.endswith((".br", ".gz"))
