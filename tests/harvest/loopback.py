"""A web server on loopback for tests, which answers raw bytes and can misbehave."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from aiohttp.abc import AbstractResolver, ResolveResult

LOOPBACK = "127.0.0.1"
Answerer = Callable[["Request", asyncio.StreamWriter], Awaitable[None]]
Routes = dict[str, "bytes | Answerer"]


@dataclass(frozen=True)
class Request:
    """What a client asked."""

    path: str
    headers: dict[str, str]
    body: bytes = b""


@dataclass
class Site:
    """A running server; `asked` grows with every request."""

    port: int
    routes: Routes
    asked: list[Request] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"

    @property
    def allow(self) -> frozenset[tuple[str, int]]:
        return frozenset({(LOOPBACK, self.port)})

    def count(self, path: str) -> int:
        return sum(request.path == path for request in self.asked)


def page(
    body: bytes | str,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    **headers: str,
) -> bytes:
    """Give a whole HTTP answer; header names take _ for -."""
    body = body.encode() if isinstance(body, str) else body
    named = {"Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close"}
    named |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("utf-8", "surrogateescape") + body


@asynccontextmanager
async def serve(routes: Routes) -> AsyncIterator[Site]:
    """Run a server with those routes; anything else is a 404."""
    site = Site(0, routes)

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            request = await _read(reader)
            site.asked.append(request)
            found = site.routes.get(request.path, page("no such page", "404 Not Found"))
            if callable(found):
                await found(request, writer)
            else:
                writer.write(found)
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(handle, LOOPBACK, 0)
    site.port = server.sockets[0].getsockname()[1]
    try:
        yield site
    finally:
        server.close()


async def _read(reader: asyncio.StreamReader) -> Request:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.strip().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines if ": " in line)
    headers = {key.lower(): value for key, value in headers.items()}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Request(first.split(" ")[1], headers, body)


class Names(AbstractResolver):
    """Resolves every name to the addresses given, one set after another, the last for ever."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        addresses = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in addresses
        ]

    async def close(self) -> None:
        """Nothing is held."""
