import gzip
import os
from pathlib import Path

import pytest

from watchdesk.newsroom.serving.files import FOR_EVER, Files

PAGE = b"<!doctype html><title>Home</title>"


@pytest.fixture
def site(tmp_path: Path) -> Files:
    root = tmp_path / "public"
    (root / "cases" / "caf\u00e9").mkdir(parents=True)
    (root / "index.html").write_bytes(PAGE)
    (root / "index.html.br").write_bytes(b"brotli")
    (root / "index.html.gz").write_bytes(gzip.compress(PAGE, mtime=0))
    (root / "404.html").write_bytes(b"gone")
    (root / "cases" / "caf\u00e9" / "index.html").write_bytes(b"a case")
    (root / "site.0123456789.css").write_bytes(b"a{}")
    (root / ".baked").write_bytes(b"list")
    (tmp_path / "secret-key").write_bytes(b"secret")
    os.symlink(tmp_path / "secret-key", root / "link")
    return Files(root)


def get(site: Files, path: str, **more: str) -> tuple[str, dict[str, str], bytes]:
    told: list = []
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path.encode().decode("latin-1"), **more}
    body = b"".join(site(environ, lambda status, headers: told.extend([status, dict(headers)])))
    return told[0], told[1], body


def test_a_folder_answers_with_its_page(site: Files) -> None:
    status, headers, body = get(site, "/")
    assert (status, body) == ("200 OK", PAGE)
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Content-Encoding" not in headers


def test_a_path_beyond_ascii_is_found(site: Files) -> None:
    assert get(site, "/cases/caf\u00e9/")[2] == b"a case"


@pytest.mark.parametrize(
    ("accepted", "encoding", "body"),
    [
        ("gzip, br", "br", b"brotli"),
        ("gzip;q=1.0, br;q=0", "gzip", gzip.compress(PAGE, mtime=0)),
        ("identity", None, PAGE),
        ("", None, PAGE),
    ],
)
def test_the_smallest_form_that_is_accepted_is_sent(
    site: Files, accepted: str, encoding: str | None, body: bytes
) -> None:
    _, headers, sent = get(site, "/", HTTP_ACCEPT_ENCODING=accepted)
    assert headers.get("Content-Encoding") == encoding
    assert gzip.decompress(sent) == PAGE if encoding == "gzip" else sent == body
    assert headers["Vary"] == "Accept-Encoding"


def test_what_the_asker_has_is_not_sent_again(site: Files) -> None:
    tag = get(site, "/")[1]["ETag"]
    status, headers, body = get(site, "/", HTTP_IF_NONE_MATCH=f'"x", {tag}')
    assert (status, body, headers["ETag"]) == ("304 Not Modified", b"", tag)


def test_each_form_has_a_tag_of_its_own(site: Files) -> None:
    assert get(site, "/")[1]["ETag"] != get(site, "/", HTTP_ACCEPT_ENCODING="br")[1]["ETag"]


def test_a_file_named_after_its_content_may_be_kept_for_ever(site: Files) -> None:
    assert get(site, "/site.0123456789.css")[1]["Cache-Control"] == FOR_EVER
    assert "max-age=0" in get(site, "/")[1]["Cache-Control"]


def test_what_is_baked_later_is_seen(site: Files) -> None:
    assert get(site, "/new.txt")[0] == "404 Not Found"
    (site.root / "new.txt").write_bytes(b"new")
    assert get(site, "/new.txt")[2] == b"new"


@pytest.mark.parametrize(
    "path",
    [
        "/index.html/..",
        "/../secret-key",
        "/cases/../../secret-key",
        "/%2e%2e/secret-key",
        "/..\\secret-key",
        "/cases/..%2f..%2fsecret-key",
        "//etc/passwd",
        "/.baked",
        "/cases/.hidden",
        "/link",
        "/index.html\0.txt",
        "/index.html/x",
        "/" + "x" * 5000,
    ],
)
def test_nothing_outside_and_nothing_hidden_is_shown(site: Files, path: str) -> None:
    status, _, body = get(site, path)
    assert (status, body) == ("404 Not Found", b"gone")


def test_a_folder_without_slash_leads_to_itself_and_nowhere_else(site: Files) -> None:
    assert get(site, "/cases/caf\u00e9")[1]["Location"] == "/cases/caf%C3%A9/"
    (site.root / "evil.example").mkdir()
    assert get(site, "//evil.example")[1]["Location"] == "/evil.example/"


def test_nothing_but_reading_is_allowed(site: Files) -> None:
    status, headers, _ = get(site, "/", REQUEST_METHOD="POST")
    assert (status, headers["Allow"]) == ("405 Method Not Allowed", "GET, HEAD")
    status, headers, body = get(site, "/", REQUEST_METHOD="HEAD")
    assert (status, body, headers["Content-Length"]) == ("200 OK", b"", str(len(PAGE)))


def test_every_answer_keeps_the_browser_from_harm(site: Files) -> None:
    for path in ("/", "/none", "/site.0123456789.css"):
        headers = get(site, path)[1]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_without_a_page_for_it_a_missing_page_is_told_in_a_line(tmp_path: Path) -> None:
    assert get(Files(tmp_path), "/none")[::2] == ("404 Not Found", b"There is no such page.\n")
