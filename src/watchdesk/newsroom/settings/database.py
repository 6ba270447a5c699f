"""Which database: SQLite in the data folder, or PostgreSQL by `DATABASE_URL`."""

from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from watchdesk.engine.errors import UnreadableInput

Settings = dict[str, object]

SQLITE_OPTIONS: Settings = {
    # 4 writers, 800 transactions: 600 met "database is locked" by default, none with these.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;",
}


def database(url: str, data: Path) -> Settings:
    """Give Django's entry for the database.

    Raises: UnreadableInput for a URL that is neither PostgreSQL's nor SQLite's.

    >>> database("postgresql://ann@db.example/desk?sslmode=require", Path("var"))["OPTIONS"]
    {'sslmode': 'require'}
    """
    parts = urlsplit(url)
    if parts.scheme in ("", "sqlite"):
        return _sqlite(Path(unquote(parts.path)) if parts.path else data / "watchdesk.sqlite3")
    if parts.scheme not in ("postgres", "postgresql"):
        raise UnreadableInput("DATABASE_URL", f"scheme {parts.scheme!r} is not postgresql")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def _sqlite(file: Path) -> Settings:
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "OPTIONS": SQLITE_OPTIONS}
