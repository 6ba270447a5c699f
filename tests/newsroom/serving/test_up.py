"""`watchdesk up` from the outside: what it prints, serves and leaves behind."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode

import pytest

from tests.newsroom import databases

START = "from watchdesk.cli import main; main()"
PATIENCE_SECONDS = 180


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=20) as answer:
        return str(answer.read().decode())


def until(met: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            if met():
                return
        except (HTTPError, URLError, ConnectionError):
            pass
        time.sleep(0.2)
    raise AssertionError("nothing happened")


class House:
    """A running newsroom, and what it has printed so far."""

    def __init__(self, process: subprocess.Popen, log: Path, url: str) -> None:
        self.process, self.log, self.url = process, log, url

    @property
    def said(self) -> str:
        return self.log.read_text()

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(40)

    def children(self) -> list[int]:
        """Give the processes whose environment names our data folder."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                environment = (folder / "environ").read_bytes()
            except OSError:
                continue
            if f"WATCHDESK_DATA={self.log.parent / 'data'}\0".encode() in environment:
                found.append(int(folder.name))
        return found


@contextmanager
def up(folder: Path, *flags: str, port: int | None = None) -> Iterator[House]:
    port = port or free_port()
    command = [sys.executable, "-c", START, "up", f"--port={port}", f"--data={folder / 'data'}"]
    environment = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "COLUMNS")}
    environment |= {"PYTHONUNBUFFERED": "1", "OMP_NUM_THREADS": "1"}
    log = folder / "log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [*command, *flags], env=environment, stdout=out, stderr=subprocess.STDOUT
        )
    try:
        yield House(process, log, f"http://127.0.0.1:{port}")
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def folder(template_cache: Path, tmp_path: Path, django_db_blocker) -> Path:
    """Give a folder in which the database is migrated already."""
    (tmp_path / "data").mkdir()
    with django_db_blocker.unblock():
        template = databases.sqlite_template(template_cache)
    shutil.copy(template, tmp_path / "data" / "watchdesk.sqlite3")
    return tmp_path


def sign_in(house: House, name: str, password: str) -> str:
    """Sign in as a browser does; give the page that comes then."""
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    browser.open(f"{house.url}/desk/").read()
    token = next(cookie.value for cookie in jar if cookie.name == "desk_csrf")
    form = {"csrfmiddlewaretoken": token, "username": name, "password": password}
    target = f"{house.url}/admin/login/"
    request = urllib.request.Request(target, urlencode(form | {"next": "/desk/"}).encode())
    request.add_header("Referer", target)
    return str(browser.open(request).read().decode())


def test_the_newsroom_opens_signs_in_and_closes(folder: Path) -> None:
    with up(folder, "--no-watch") as house:
        until(lambda: "Latest posts" in get(house.url))
        found = re.search(r"Sign in +(\S+) +(\S+)", house.said)
        assert found is not None
        assert "Nothing waits" in sign_in(house, *found.groups())
        assert "login" in get(f"{house.url}/desk/")
        assert get(f"{house.url}/desk-static/desk/desk.css").startswith("/*")
        with pytest.raises(HTTPError, match="404"):
            get(f"{house.url}/desk-static/../../settings/__init__.py")
        assert house.stop() == 0
        assert "Traceback" not in house.said
    key = folder / "data" / "secret-key"
    assert key.stat().st_mode & 0o077 == 0
    with up(folder, "--no-watch") as again:
        until(lambda: "Latest posts" in get(again.url))
        assert "lost it? --new-password" in again.said
        assert again.stop() == 0


def test_a_port_that_is_taken_is_one_clear_line(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with up(folder, "--no-watch", port=port) as house:
            assert house.process.wait(60) == 1
            assert house.said.strip() == (
                f"Error: 127.0.0.1:{port}: cannot listen there: Address already in use"
            )


def test_the_demo_fills_the_site_through_the_real_fetch_path(folder: Path) -> None:
    with up(folder, "--demo") as house:
        until(lambda: "The demo editor has decided" in house.said)
        until(lambda: house.said.count("Site baked") > 1)
        home = get(house.url)
        assert home.count("/posts/") == 10
        assert "Breaking News" in home
        assert "every outlet, person and event in it is invented" in home
        assert get(f"{house.url}/journalists-in-trouble/").count("<h3>") >= 8
        cases = re.findall(r'href="(/cases/[^"]+/)"', get(f"{house.url}/cases/"))
        assert len(set(cases)) >= 18
        assert list((folder / "data" / "warc").rglob("*.warc*"))
        assert len(house.children()) > 1
        assert house.stop() == 0
        assert house.children() == []
    with up(folder, "--demo") as again:
        until(lambda: "The demo editor" in again.said)
        assert get(again.url) == home
        again.process.kill()
        again.process.wait()
        until(lambda: again.children() == [])
