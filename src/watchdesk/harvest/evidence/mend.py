"""Looks, as a watch begins, for WARC files that a killed process left unfinished, and says so.

Their whole records stay as they are; the torn end is entered into the log, so that it can be told
from bytes that somebody added.
"""

import fcntl
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from watchdesk.harvest.evidence.custody import Custody, Entry, Value, entry_of

RECENT = timedelta(days=3)
"""Older files were looked at by an earlier start, or by `watchdesk evidence verify`."""
NAMED = re.compile(rb'"warc":"([^"]+)"')


def mend(custody: Custody, folder: Path, now: datetime) -> list[Entry]:
    """Enter the torn ends of recent files into the log; give the entries made."""
    since = (now - RECENT).timestamp()
    paths = [path for path in folder.rglob("*.warc.gz") if path.stat().st_mtime >= since]
    recent = {path.relative_to(folder).as_posix(): path for path in paths}
    ends = _ends(custody.path, frozenset(recent)) if recent else {}
    made = (_mend(custody, name, path, ends[name], now) for name, path in sorted(recent.items()))
    return [entry for entry in made if entry]


def _ends(log: Path, names: frozenset[str]) -> dict[str, int]:
    """Give for each file how far the log vouches for it."""
    ends: dict[str, int] = defaultdict(int)
    for entry in _entries(log, names):
        name, facts = str(entry.facts["warc"]), entry.facts
        end = int(facts.get("offset") or 0) + int(facts.get("length") or 0)
        ends[name] = max(ends[name], end)
    return ends


def _entries(log: Path, names: frozenset[str]) -> Iterator[Entry]:
    with log.open("rb") as file:
        for number, line in enumerate(file, 1):
            named = NAMED.search(line)
            if named and named[1].decode() in names and line.endswith(b"\n"):
                yield entry_of(line, str(log), number)


def _mend(custody: Custody, name: str, path: Path, end: int, now: datetime) -> Entry | None:
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return None
        file.seek(end)
        torn = file.read()
    if not torn:
        return None
    digest = sha256(torn).hexdigest()
    facts: dict[str, Value] = {"warc": name, "offset": end, "length": len(torn), "sha256": digest}
    return custody.add("torn", now, facts)
