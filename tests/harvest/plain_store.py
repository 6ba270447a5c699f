"""A store in plain SQLite: the reference that says in 150 lines what every store must do."""

import pickle
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from watchdesk.engine.records import FeedItem
from watchdesk.harvest.store import PAGES_PER_HOST, Channel, Kept, Page, Poll, Reading, host_of

TABLES = """
CREATE TABLE IF NOT EXISTS channel (
  url TEXT PRIMARY KEY, due REAL, leased_until REAL NOT NULL DEFAULT 0, channel BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS channel_due ON channel (due);
CREATE TABLE IF NOT EXISTS page (
  id INTEGER PRIMARY KEY, url TEXT UNIQUE, host TEXT NOT NULL, updated REAL NOT NULL,
  due REAL, leased_until REAL NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,
  source TEXT NOT NULL, item BLOB NOT NULL, error TEXT, kept BLOB);
CREATE INDEX IF NOT EXISTS page_due ON page (due);
CREATE TABLE IF NOT EXISTS reading (
  url TEXT NOT NULL, sha256 TEXT NOT NULL, reading BLOB NOT NULL, UNIQUE (url, sha256));
"""
NEVER_POLLED = 0.0


def _seconds(moment: datetime | None) -> float:
    return moment.timestamp() if moment else 0.0


class PlainStore:
    """Rows hold pickled records; `due` is None where nothing is to be done any more."""

    def __init__(self, path: str = ":memory:") -> None:
        self.rows = sqlite3.connect(path, timeout=20, check_same_thread=False, isolation_level=None)
        self.rows.execute("PRAGMA journal_mode=WAL")
        self.rows.execute("PRAGMA synchronous=NORMAL")
        self.rows.executescript(TABLES)

    def _write(self) -> sqlite3.Connection:
        self.rows.execute("BEGIN IMMEDIATE")
        return self.rows

    def register(self, channels: Iterable[Channel]) -> int:
        with self._write() as rows:
            return sum(self._add_channel(rows, channel) for channel in channels)

    def _add_channel(self, rows: sqlite3.Connection, channel: Channel) -> int:
        sql = "INSERT OR IGNORE INTO channel (url, due, channel) VALUES (?, ?, ?)"
        return rows.execute(sql, (channel.url, NEVER_POLLED, pickle.dumps(channel))).rowcount

    def lease_channels(self, now: datetime, limit: int, lease_seconds: int) -> Sequence[Channel]:
        due = """SELECT url, channel FROM channel WHERE due <= :now AND leased_until <= :now
                 ORDER BY due LIMIT :limit"""
        with self._write() as rows:
            found = rows.execute(due, {"now": _seconds(now), "limit": limit}).fetchall()
            until = _seconds(now + timedelta(seconds=lease_seconds))
            lease = "UPDATE channel SET leased_until = ? WHERE url = ?"
            rows.executemany(lease, [(until, url) for url, _ in found])
        return [pickle.loads(channel) for _, channel in found]

    def unseen(self, items: Sequence[FeedItem]) -> Sequence[FeedItem]:
        known = "SELECT updated FROM page WHERE url = ?"
        found = ((item, self.rows.execute(known, (item.url,)).fetchone()) for item in items)
        return [item for item, row in found if row is None or _seconds(item.updated) > row[0]]

    def record_poll(self, poll: Poll) -> int:
        with self._write() as rows:
            if not self._keep_channel(rows, poll):
                return 0
            for channel in poll.found:
                self._add_channel(rows, channel)
            return sum(self._keep_item(rows, poll, item) for item in poll.items)

    def _keep_channel(self, rows: sqlite3.Connection, poll: Poll) -> int:
        old, channel = poll.channel.url, poll.channel
        if (
            poll.moved_to
            and not rows.execute("SELECT 1 FROM channel WHERE url = ?", (poll.moved_to,)).fetchone()
        ):
            channel = replace(channel, url=poll.moved_to)
        never = None if not poll.alive else NEVER_POLLED
        due = _seconds(channel.next_poll_at) if channel.next_poll_at else never
        sql = "UPDATE channel SET url = ?, due = ?, leased_until = 0, channel = ? WHERE url = ?"
        return rows.execute(sql, (channel.url, due, pickle.dumps(channel), old)).rowcount

    def _keep_item(self, rows: sqlite3.Connection, poll: Poll, item: FeedItem) -> int:
        sql = """INSERT INTO page (url, host, updated, due, source, item)
                 VALUES (:url, :host, :updated, :due, :source, :item)
                 ON CONFLICT (url) DO UPDATE SET
                   updated = :updated, due = :due, attempts = 0, item = :item
                 WHERE :updated > updated"""
        row = {
            "url": item.url,
            "host": host_of(item.url),
            "updated": _seconds(item.updated),
            "due": _seconds(poll.polled_at),
            "source": poll.channel.source,
            "item": pickle.dumps(item),
        }
        return rows.execute(sql, row).rowcount

    def lease_pages(
        self, now: datetime, limit: int, lease_seconds: int, busy_hosts: Collection[str] = ()
    ) -> Sequence[Page]:
        due = """SELECT url, host, source, item, attempts FROM page
                 WHERE due <= :now AND leased_until <= :now ORDER BY due, id"""
        taken: list[Page] = []
        per_host = Counter(dict.fromkeys(busy_hosts, PAGES_PER_HOST))
        with self._write() as rows:
            for url, host, source, item, attempts in rows.execute(due, {"now": _seconds(now)}):
                if len(taken) < limit and per_host[host] < PAGES_PER_HOST:
                    per_host[host] += 1
                    taken.append(Page(source, url, pickle.loads(item), attempts))
            until = _seconds(now + timedelta(seconds=lease_seconds))
            lease = "UPDATE page SET leased_until = ? WHERE url = ?"
            rows.executemany(lease, [(until, page.url) for page in taken])
        return taken

    def keep_reading(self, reading: Reading) -> None:
        page = reading.page
        with self._write() as rows:
            rows.execute(
                "INSERT OR IGNORE INTO reading VALUES (?, ?, ?)",
                (page.url, reading.kept.sha256, pickle.dumps(reading)),
            )
            rows.execute("UPDATE page SET error = NULL WHERE url = ?", (page.url,))
            self._done(rows, page, None)

    def _done(self, rows: sqlite3.Connection, page: Page, due: float | None) -> None:
        """End the lease; a page that was updated while it was read stays due as it is."""
        sql = """UPDATE page SET leased_until = 0,
                   due = CASE WHEN updated > :updated THEN due ELSE :due END WHERE url = :url"""
        rows.execute(sql, {"updated": _seconds(page.item.updated), "due": due, "url": page.url})

    def fail_page(
        self, page: Page, error: str, retry_at: datetime | None, kept: Kept | None = None
    ) -> None:
        with self._write() as rows:
            rows.execute(
                "UPDATE page SET error = ?, attempts = ?, kept = ? WHERE url = ?",
                (error, page.attempts + 1, pickle.dumps(kept), page.url),
            )
            self._done(rows, page, _seconds(retry_at) if retry_at else None)

    def give_back(self, channels: Sequence[Channel], pages: Sequence[Page]) -> None:
        with self._write() as rows:
            rows.executemany(
                "UPDATE channel SET leased_until = 0 WHERE url = ?", [(c.url,) for c in channels]
            )
            rows.executemany(
                "UPDATE page SET leased_until = 0 WHERE url = ?", [(p.url,) for p in pages]
            )

    # --- What a test looks at

    def readings(self) -> list[Reading]:
        """Give every version kept, in the order it was kept."""
        rows = self.rows.execute("SELECT reading FROM reading ORDER BY rowid")
        return [pickle.loads(reading) for (reading,) in rows]

    def given_up(self) -> dict[str, str]:
        """Give the error of each page that was given up, by URL."""
        return dict(
            self.rows.execute("SELECT url, error FROM page WHERE due IS NULL AND error IS NOT NULL")
        )

    def kept_of_failures(self) -> list[Kept]:
        """Give where the bytes lie of pages that were fetched and could not be read."""
        rows = self.rows.execute("SELECT kept FROM page WHERE error IS NOT NULL AND kept NOT NULL")
        return [kept for (row,) in rows if (kept := pickle.loads(row))]

    def channels(self) -> dict[str, Channel]:
        """Give the channels as they stand, by URL."""
        rows = self.rows.execute("SELECT url, channel FROM channel")
        return {url: pickle.loads(channel) for url, channel in rows}
