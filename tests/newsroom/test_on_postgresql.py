"""The newsroom does the same on PostgreSQL: every test with a database again, on our own server."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.newsroom import databases

FOLDER = Path(__file__).parent
RUN = [sys.executable, "-m", "pytest", "-q", "-x", "--no-header"]


@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="runs inside itself")
def test_every_test_of_the_newsroom_passes_on_postgresql(template_cache: Path) -> None:
    if why := databases.why_no_postgresql():
        pytest.skip(why)
    with databases.postgresql_server(template_cache) as url:
        command = [*RUN, "-m", "django_db", str(FOLDER)]
        environment = os.environ | {"DATABASE_URL": url}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-5000:]
