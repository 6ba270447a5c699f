"""Every test of the newsroom meets a migrated, empty database: a copy of a SQLite file.

Where DATABASE_URL names a PostgreSQL database, that one is used as it is; so does
`test_on_postgresql.py`, which runs all these tests again.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client

from tests.newsroom import databases


@pytest.fixture(scope="session")
def template_cache(request: pytest.FixtureRequest) -> Path:
    folder = Path(request.config.cache.mkdir("newsroom"))
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def django_db_setup(
    template_cache: Path, tmp_path_factory: pytest.TempPathFactory, django_db_blocker
) -> Iterator[None]:
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            yield
            connection.close()
            return
        file = tmp_path_factory.mktemp("newsroom") / "desk.sqlite3"
        shutil.copy(databases.sqlite_template(template_cache), file)
        with databases.default_database(databases.sqlite(file)):
            yield


@pytest.fixture(autouse=True)
def _folders(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PUBLIC_ROOT = tmp_path / "public"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def desk(client: Client, db: None) -> Client:
    """Sign in as somebody who may decide and publish."""
    user = get_user_model().objects.create_superuser("ann", password="a")
    client.force_login(user)
    return client
