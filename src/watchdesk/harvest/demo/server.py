"""The demo press on loopback: one server, one path prefix an outlet.

`with serve() as site:` runs it in threads of this process; `site.url` is its address.  Pages have
ETag and Last-Modified and answer 304.  `as_of` shows the press as it stood at a time.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import unquote, urlsplit

from watchdesk.harvest.demo import mischief
from watchdesk.harvest.demo.answers import Answer, Site, answer, unchanged
from watchdesk.harvest.demo.press import Press, load


class _Server(ThreadingHTTPServer):
    """Holds what the handlers show; threads never outlive the process."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], press: Press, as_of: datetime | None) -> None:
        super().__init__(address, _Handler)
        self.press = press
        self.as_of = as_of

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over clients that hang up in mid-stream: that is what mischief is for."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            sys.excepthook(*sys.exc_info())


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "DemoPress/1"
    sys_version = ""
    timeout = 30
    server: _Server

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if path.startswith(mischief.PREFIX):
            found = mischief.answer(path)
        else:
            root = f"http://{self.headers.get('Host', 'localhost')}"
            found = answer(Site(self.server.press, root, self.server.as_of), path)
        if isinstance(found, mischief.Stream):
            self._stream(found)
        else:
            self._send(found)

    do_HEAD = do_GET

    def _send(self, found: Answer) -> None:
        asked = self.headers
        if unchanged(found, asked.get("If-None-Match"), asked.get("If-Modified-Since")):
            found = Answer(304, headers=found.headers)
        self.send_response(found.status)
        for name, value in found.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", found.content_type)
        self.send_header("Content-Length", str(len(found.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(found.body)

    def _stream(self, found: mischief.Stream) -> None:
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", found.content_type)
        if found.encoding:
            self.send_header("Content-Encoding", found.encoding)
        self.send_header("Connection", "close")
        self.end_headers()
        for piece in found.pieces() if self.command != "HEAD" else ():
            self.wfile.write(piece)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: the watch has its own log."""


@dataclass(frozen=True, slots=True)
class Served:
    """A running demo press."""

    url: str
    """Its address, without a slash at the end."""
    server: _Server

    def travel(self, as_of: datetime | None) -> None:
        """Show the press as it stood at another time (None: after its last day)."""
        self.server.as_of = as_of


@contextmanager
def serve(
    host: str = "127.0.0.1", port: int = 0, *, as_of: datetime | None = None
) -> Iterator[Served]:
    """Serve the demo press while the context lasts; port 0 takes a free one.

    Raises: OSError where the port is taken.
    """
    server = _Server((host, port), load(), as_of)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Served(f"http://{host}:{server.server_port}", server)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
