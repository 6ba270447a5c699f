from pathlib import Path

import pytest

from watchdesk.engine.errors import UnreadableInput
from watchdesk.newsroom.settings.database import database

DATA = Path("/data")


def test_sqlite_lies_in_the_data_folder_and_begins_as_a_writer() -> None:
    made = database("", DATA)
    assert made["NAME"] == DATA / "watchdesk.sqlite3"
    assert made["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert made["OPTIONS"]["timeout"] == 20


def test_a_sqlite_url_names_its_file() -> None:
    assert database("sqlite:///srv/my%20desk.db", DATA)["NAME"] == Path("/srv/my desk.db")


def test_a_postgresql_url_is_read_with_its_odd_characters() -> None:
    made = database("postgres://ann:p%40ss%2Fword@db.example:5433/desk?sslmode=require", DATA)
    wanted = ("ann", "p@ss/word", "db.example", 5433, "desk")
    assert tuple(made[k] for k in ("USER", "PASSWORD", "HOST", "PORT", "NAME")) == wanted
    assert made["OPTIONS"] == {"sslmode": "require"}


def test_another_database_is_refused_by_name() -> None:
    with pytest.raises(UnreadableInput, match="scheme 'mysql'"):
        database("mysql://a/b", DATA)
