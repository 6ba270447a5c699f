"""Databases for tests: a template is migrated once for a set of migrations, and copied after.

A PostgreSQL server of our own runs on a Unix socket, where its programs are installed; it is
never the server of anybody else.
"""

import fcntl
import hashlib
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from django.core.management import call_command
from django.db import connections
from django.db.migrations.loader import MigrationLoader

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
SERVER_USER = "postgres"
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")
NEWSROOM = Path("src/watchdesk/newsroom")


def migrations_key() -> str:
    """Give a name that changes whenever a migration does."""
    names = sorted(map(str, MigrationLoader(None).disk_migrations))
    ours = sorted(NEWSROOM.glob("*/migrations/*.py"))
    parts = [version("django"), version("wagtail"), *names, *(p.read_text() for p in ours)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold a lock that workers of one machine share."""
    with file.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def default_database(settings: dict[str, object]) -> Iterator[None]:
    """Let everything that uses the default database use this one."""
    before = connections.settings["default"]
    connections["default"].close()
    connections.settings["default"] = connections.configure_settings({"default": settings})[
        "default"
    ]
    del connections["default"]
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = before
        del connections["default"]


def sqlite(file: Path) -> dict[str, object]:
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "OPTIONS": options}


def sqlite_template(cache: Path) -> Path:
    """Give a migrated SQLite file, made once for a set of migrations."""
    file = cache / f"{migrations_key()}.sqlite3"
    with locked(cache / "lock"):
        if not file.exists():
            for old in cache.glob("*.sqlite3*"):
                old.unlink()
            making = file.with_suffix(".making")
            making.unlink(missing_ok=True)
            with default_database(sqlite(making)):
                call_command("migrate", verbosity=0)
                connections["default"].cursor().execute("PRAGMA journal_mode=DELETE")
            making.rename(file)
    return file


def postgresql_url(socket: Path) -> str:
    return f"postgresql://{SERVER_USER}@/desk?host={socket}"


def why_no_postgresql() -> str:
    """Give the line to skip with, or nothing where a server can be started."""
    if not PROGRAMS:
        return "no PostgreSQL on this machine: apt-get install postgresql"
    if os.getuid() == 0 and SERVER_USER not in {user.pw_name for user in pwd.getpwall()}:
        return f"PostgreSQL does not run as root and there is no user {SERVER_USER}"
    return ""


@contextmanager
def postgresql_server(cache: Path) -> Iterator[str]:
    """Run a server on a copy of a migrated cluster; give the URL of its database."""
    with tempfile.TemporaryDirectory(prefix="watchdesk-pg-", dir="/tmp") as name:
        folder = Path(name)
        template = cache / f"{migrations_key()}.cluster"
        with locked(cache / "lock-postgresql"):
            if not template.exists():
                _make_cluster(folder / "made", template)
        shutil.copytree(template, folder / "data")
        _own(folder)
        with _running(folder / "data", folder):
            yield postgresql_url(folder)


def _make_cluster(made: Path, template: Path) -> None:
    _own(made.parent)
    _as_server("initdb", "-D", made, "-U", SERVER_USER, "-A", "trust", "-E", "UTF8", "--no-sync")
    with _running(made, made.parent):
        _as_server("createdb", "-h", made.parent, "-U", SERVER_USER, "desk")
        migrate = [sys.executable, "-m", "django", "migrate", "--verbosity=0"]
        url = postgresql_url(made.parent)
        subprocess.run(migrate, check=True, env=os.environ | {"DATABASE_URL": url})
    for old in template.parent.glob("*.cluster"):
        shutil.rmtree(old)
    shutil.move(made, template)


@contextmanager
def _running(data: Path, socket: Path) -> Iterator[None]:
    options = " ".join([f"-k {socket}", *(f"-c {setting}" for setting in FAST)])
    control = ("-D", data, "-w", "-s", "-l", data / "log", "-o", options)
    _as_server("pg_ctl", "start", *control)
    try:
        yield
    finally:
        _as_server("pg_ctl", "stop", "-D", data, "-m", "immediate", "-s", "-w")


def _as_server(program: str, *arguments: object) -> None:
    command = [str(PROGRAMS[-1] / program), *map(str, arguments)]
    prefix = ["runuser", "-u", SERVER_USER, "--"] if os.getuid() == 0 else []
    subprocess.run([*prefix, *command], check=True, cwd="/", stdout=subprocess.DEVNULL)


def _own(folder: Path) -> None:
    """Give a folder to the user that the server runs as, and to nobody else."""
    if os.getuid() == 0:
        owner = pwd.getpwnam(SERVER_USER)
        for path in (folder, *folder.rglob("*")):
            os.chown(path, owner.pw_uid, owner.pw_gid)
    for path in folder.glob("data"):
        path.chmod(0o700)
