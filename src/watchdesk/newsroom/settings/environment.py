"""What an operator can set: environment variables, all optional (docs/reference/settings.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable that is read at start; an empty one counts as absent."""

    name: str
    default: str
    meaning: str


VARIABLES = (
    Variable("WATCHDESK_DATA", "var", "Folder of the database, keys, pictures and public tree"),
    Variable("DATABASE_URL", "", "PostgreSQL instead of SQLite: postgresql://user:word@host/name"),
    Variable("WATCHDESK_SECRET_KEY", "", "Signs sessions; else a key is made in the data folder"),
    Variable("WATCHDESK_HOSTS", "", "Host names the desk answers to, besides this machine's own"),
    Variable("WATCHDESK_BASE_URL", "http://127.0.0.1:8000", "Address readers use, without a slash"),
    Variable("WATCHDESK_HTTPS", "", "1 behind a server that ends TLS: cookies travel by HTTPS"),
    Variable("WATCHDESK_SITE_NAME", "Watchdog", "Name of the public site"),
    Variable("WATCHDESK_NOTICE", "", "A line on every public page, such as that this is a test"),
    Variable("WATCHDESK_LANGUAGE", "en", "Language of the desk, a Django code such as ru"),
    Variable("WATCHDESK_NOW", "", "Moment at which cases and posts stand still, to demonstrate"),
    Variable("WATCHDESK_TIME_ZONE", "UTC", "Time zone of the desk, such as Europe/Prague"),
)

_DEFAULTS = {variable.name: variable.default for variable in VARIABLES}


def read(environ: Mapping[str, str]) -> dict[str, str]:
    """Give every variable its value, or its default where it is absent or empty.

    >>> read({"WATCHDESK_LANGUAGE": "ru"})["WATCHDESK_LANGUAGE"]
    'ru'
    """
    return {name: environ.get(name) or default for name, default in _DEFAULTS.items()}


def moment(value: str) -> datetime | None:
    """Read a moment in ISO 8601, in UTC where it names no zone; None for an empty value.

    >>> moment("2026-02-20T18:00")
    datetime.datetime(2026, 2, 20, 18, 0, tzinfo=datetime.timezone.utc)
    """
    if not value:
        return None
    read = datetime.fromisoformat(value)
    return read if read.tzinfo else read.replace(tzinfo=UTC)
