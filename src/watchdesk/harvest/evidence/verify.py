"""Checks the log of custody, and every byte it vouches for.

Whoever changes one byte of the log or of a WARC file is found, and what was changed is named.
"""

import hashlib
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from watchdesk.engine.errors import UnreadableInput
from watchdesk.harvest.evidence.custody import START, Entry, entry_of

PIECE = 1024 * 1024
RECENT = 1000
"""How many entries may come between a head being read and its stamp being entered."""
HOLDS_BYTES = frozenset({"began", "kept"})


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found: how many acts it looked at, what is wrong, what is only worth a note."""

    entries: int = 0
    wrong: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    head: str = START

    @property
    def fine(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.wrong


@dataclass(slots=True)
class _Ledger:
    """What has been seen of the chain so far."""

    last: Entry | None = None
    wrong: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    claims: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    stamped: list[Entry] = field(default_factory=list)
    recent: deque[str] = field(default_factory=lambda: deque(maxlen=RECENT))
    removed: dict[tuple[object, object], Entry] = field(default_factory=dict)


CheckStamp = Callable[[Entry, Path], datetime]
"""Gives the time of a stamp, or raises UnreadableInput; `stamps.check` is one."""


def check_log(log: Path, check_stamp: CheckStamp | None = None) -> Findings:
    """Check a log, the WARC files beside it and, with `check_stamp`, the time stamps.

    Raises:
        OSError: the log cannot be read.
    """
    ledger = _Ledger()
    number = 0
    for number, line in enumerate(_lines(log), 1):
        _check_line(ledger, line, log.name, number)
    folder = log.parent
    for entry in ledger.stamped:
        _check_stamp(ledger, entry, folder, check_stamp)
    for name, entries in sorted(ledger.claims.items()):
        _check_file(ledger, folder / name, name, entries)
    for name in _unknown(folder, ledger):
        ledger.wrong.append(f"{name}: no entry of the log knows this file")
    head = ledger.last.hash if ledger.last else START
    return Findings(number, tuple(ledger.wrong), tuple(ledger.notes), head)


def _lines(log: Path) -> Iterator[bytes]:
    with log.open("rb") as file:
        yield from file


def _check_line(ledger: _Ledger, line: bytes, file: str, number: int) -> None:
    try:
        entry = entry_of(line, file, number)
    except UnreadableInput as error:
        ledger.wrong.append(str(error))
        return
    where = f"{file}, line {number}"
    if not entry.is_whole():
        ledger.wrong.append(f"{where}: its hash is not that of the entry")
    if entry.n != number:
        ledger.wrong.append(f"{where}: has number {entry.n}")
    if entry.previous != (ledger.last.hash if ledger.last else START):
        ledger.wrong.append(f"{where}: does not follow the entry before it")
    if entry.act == "stamped" and entry.facts.get("head") not in ledger.recent:
        ledger.wrong.append(f"{where}: stamps a head that the log did not have then")
    ledger.last = entry
    ledger.recent.append(entry.hash)
    _sort(ledger, entry, where)


def _sort(ledger: _Ledger, entry: Entry, where: str) -> None:
    facts = entry.facts
    if entry.act in HOLDS_BYTES:
        ledger.claims[str(facts.get("warc"))].append(entry)
    elif entry.act == "removed":
        ledger.removed[facts.get("warc"), facts.get("offset")] = entry
        ledger.notes.append(f"{where}: removed {facts.get('url')}: {facts.get('why')}")
    elif entry.act == "stamped":
        ledger.stamped.append(entry)
    elif entry.act == "torn":
        _sort_torn(ledger, entry, where)


def _sort_torn(ledger: _Ledger, entry: Entry, where: str) -> None:
    """A process died while it wrote: what it left unfinished is vouched for as that."""
    name = entry.facts.get("warc")
    if name is None:
        ledger.notes.append(f"{where}: a line before it was left unfinished and cut off")
    else:
        ledger.claims[str(name)].append(entry)
        ledger.notes.append(f"{where}: {name} was left unfinished at its end")


def _check_stamp(
    ledger: _Ledger, entry: Entry, folder: Path, check_stamp: CheckStamp | None
) -> None:
    where = f"entry {entry.n}, {entry.facts.get('file')}"
    if check_stamp is None:
        ledger.notes.append(f"{where}: the stamp was not checked")
        return
    try:
        at = check_stamp(entry, folder)
    except UnreadableInput as error:
        ledger.wrong.append(str(error))
    else:
        ledger.notes.append(f"{where}: all up to here stood at {at:%Y-%m-%d %H:%M:%S} UTC")


def _check_file(ledger: _Ledger, path: Path, name: str, entries: list[Entry]) -> None:
    """Check that the entries vouch for the file from its first byte to its last."""
    at = 0
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            for entry in sorted(entries, key=lambda entry: int(entry.facts["offset"] or 0)):
                begin, length = int(entry.facts["offset"] or 0), int(entry.facts["length"] or 0)
                if begin != at:
                    ledger.wrong.append(f"{name}, bytes {at} to {begin}: nothing vouches for them")
                at = begin + length
                wanted = ledger.removed.get((name, begin), entry).facts["sha256"]
                if _hash(file, begin, length) != wanted:
                    told = entry.facts.get("url", "the head of the file")
                    ledger.wrong.append(f"{name}, bytes {begin} to {at}: changed ({told})")
    except (OSError, KeyError, ValueError, TypeError) as error:
        ledger.wrong.append(f"{name}: cannot be checked: {type(error).__name__}: {error}")
        return
    if size > at:
        ledger.wrong.append(f"{name}, bytes {at} to {size}: nothing vouches for them")


def _hash(file: object, begin: int, length: int) -> str:
    digest = hashlib.sha256()
    file.seek(begin)  # type: ignore[attr-defined]
    while length > 0:
        piece = file.read(min(PIECE, length))  # type: ignore[attr-defined]
        if not piece:
            break
        digest.update(piece)
        length -= len(piece)
    return digest.hexdigest()


def _unknown(folder: Path, ledger: _Ledger) -> list[str]:
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*.warc.gz"))
    return sorted(name for name in files if name not in ledger.claims)
