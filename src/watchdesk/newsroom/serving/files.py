"""Serve files of a folder: nothing outside it, the smallest form that the asker takes.

WhiteNoise lists its files at start and does not see what is baked after; this looks each time.
"""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

Start = Callable[[str, list[tuple[str, str]]], object]
Environ = Mapping[str, object]

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/vnd.microsoft.icon",
    ".woff2": "font/woff2",
    ".woff": "font/woff",
    ".map": "application/json",
}
ENCODINGS = (("br", ".br"), ("gzip", ".gz"))
"""In order of preference."""
FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "public, max-age=0, must-revalidate"
NAMED_AFTER_CONTENT = re.compile(r"\.[0-9a-f]{10,}\.\w+$")
SAFETY = (
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What to send: a status, headers and bytes."""

    status: HTTPStatus
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


class Files:
    """A WSGI application over one folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        """Answer GET and HEAD; other methods are refused."""
        return send(self.answer(environ), environ, start_response)

    def answer(self, environ: Environ) -> Answer:
        """Find the file of a request."""
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return Answer(HTTPStatus.METHOD_NOT_ALLOWED, (("Allow", "GET, HEAD"),))
        path = decoded(environ)
        target = inside(self.root, path)
        if target is None:
            return self.missing(environ)
        if target.is_dir():
            if not path.endswith("/"):
                there = "/" + quote(path.strip("/")) + "/"
                return Answer(HTTPStatus.MOVED_PERMANENTLY, (("Location", there),))
            target = target / "index.html"
        return respond(target, environ) or self.missing(environ)

    def missing(self, environ: Environ) -> Answer:
        """Give the page that says that there is none."""
        page = respond(self.root / "404.html", {**environ, "HTTP_IF_NONE_MATCH": ""})
        if page is None:
            plain = (("Content-Type", "text/plain; charset=utf-8"),)
            return Answer(HTTPStatus.NOT_FOUND, plain, b"There is no such page.\n")
        return Answer(HTTPStatus.NOT_FOUND, page.headers, page.body)


def send(answer: Answer, environ: Environ, start_response: Start) -> Iterable[bytes]:
    """Send an answer, with the headers that keep a page from doing harm."""
    status = f"{answer.status.value} {answer.status.phrase}"
    headers = [*answer.headers, *SAFETY, ("Content-Length", str(len(answer.body)))]
    start_response(status, headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [answer.body]


def decoded(environ: Environ) -> str:
    """Give the path of a request as text; WSGI hands over its UTF-8 bytes as Latin-1."""
    return str(environ.get("PATH_INFO", "/")).encode("latin-1").decode("utf-8", "replace")


def inside(root: Path, path: str) -> Path | None:
    """Give the file or folder of a path below a root; None where it would leave it, or hides."""
    parts = [part for part in path.split("/") if part]
    if "\0" in path or "\\" in path or any(part.startswith(".") for part in parts):
        return None
    real_root = root.resolve()
    try:
        target = real_root.joinpath(*parts).resolve(strict=True)
    except OSError:
        return None
    return target if target.is_relative_to(real_root) else None


def respond(target: Path, environ: Environ) -> Answer | None:
    """Give a file in the smallest form that is there and that the asker takes; None: no file."""
    for encoding, suffix in (*_accepted(str(environ.get("HTTP_ACCEPT_ENCODING", ""))), ("", "")):
        file = target.with_name(target.name + suffix)
        try:
            with file.open("rb") as opened:
                found = os.fstat(opened.fileno())
                body = opened.read()
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            continue
        return _answer(target, encoding, f'"{found.st_mtime_ns:x}-{len(body):x}"', environ, body)
    return None


def _answer(target: Path, encoding: str, tag: str, environ: Environ, body: bytes) -> Answer:
    lasting = FOR_EVER if NAMED_AFTER_CONTENT.search(target.name) else ASK_AGAIN
    headers = [("ETag", tag), ("Cache-Control", lasting), ("Vary", "Accept-Encoding")]
    known = [one.strip() for one in str(environ.get("HTTP_IF_NONE_MATCH", "")).split(",")]
    if tag in known or "*" in known:
        return Answer(HTTPStatus.NOT_MODIFIED, tuple(headers))
    kind = TYPES.get(target.suffix.lower(), "application/octet-stream")
    headers.append(("Content-Type", kind))
    if encoding:
        headers.append(("Content-Encoding", encoding))
    return Answer(HTTPStatus.OK, tuple(headers), body)


def _accepted(header: str) -> list[tuple[str, str]]:
    """Give the encodings that a header accepts; one with quality 0 is refused."""
    wanted = set()
    for part in header.lower().split(","):
        name, _, quality = part.strip().partition(";")
        if not re.fullmatch(r"\s*q=0(\.0*)?\s*", quality):
            wanted.add(name.strip())
    return [(name, suffix) for name, suffix in ENCODINGS if name in wanted]
