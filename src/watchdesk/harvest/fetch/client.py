"""Fetches one address with aiohttp: bounded, polite, and never from one that is not public.

The address is checked in the socket factory, after the name was resolved and for every connection,
so that neither a redirect nor a name that changes its mind leads inside.
"""

import asyncio
import socket
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from errno import EACCES
from types import TracebackType
from typing import Any, Self

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from watchdesk.engine.errors import FetchError, TooLarge
from watchdesk.harvest.fetch.addresses import Allowed, why_forbidden
from watchdesk.harvest.fetch.answers import NOT_MODIFIED, OK, Fetched
from watchdesk.harvest.fetch.failures import as_fetch_error
from watchdesk.harvest.fetch.limits import Limits
from watchdesk.harvest.fetch.unpack import ACCEPTED, unpack
from watchdesk.harvest.fetch.urls import parse

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
USER_AGENT = "watchdesk/0.1 (human rights monitor; reads feeds and robots.txt)"


@dataclass(frozen=True, slots=True)
class Manners:
    """How a fetcher presents itself, and what it may reach."""

    user_agent: str = USER_AGENT
    allow: Allowed = frozenset()
    limits: Limits = field(default_factory=Limits)
    connections: int = 200


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of an address: a page, or with a body, that it takes it."""

    url: str
    headers: Mapping[str, str]
    body: bytes | None = None


def guarded_socket(allow: Allowed) -> Callable[[Any], socket.socket]:
    """Give a maker of sockets that makes none for an address that is not public."""

    def make(address: Any) -> socket.socket:  # noqa: ANN401  a tuple of getaddrinfo
        family, type_, proto, _, where = address
        why = why_forbidden(where[0], where[1], allow)
        if why:
            raise PermissionError(EACCES, f"it leads to {where[0]}, which is {why}")
        return socket.socket(family=family, type=type_, proto=proto)

    return make


class Fetcher:
    """Fetches addresses over one pool of connections; use it as an async context manager."""

    def __init__(self, manners: Manners, resolver: AbstractResolver | None = None) -> None:
        self.manners = manners
        self.limits = manners.limits
        self._resolver = resolver

    async def __aenter__(self) -> Self:
        limits = self.limits
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                socket_factory=guarded_socket(self.manners.allow),
                resolver=self._resolver,
                limit=self.manners.connections,
                ttl_dns_cache=60,
            ),
            headers={"User-Agent": self.manners.user_agent, "Accept-Encoding": ACCEPTED},
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(
                total=None, sock_connect=limits.connect_seconds, sock_read=limits.silence_seconds
            ),
            auto_decompress=False,
            max_line_size=limits.header_bytes,
            max_field_size=limits.header_bytes,
            max_headers=limits.headers,
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._session.close()

    async def get(self, url: str, headers: Mapping[str, str] | None = None) -> Fetched:
        """Fetch an address and what it redirects to; any status is an answer.

        Raises:
            ForbiddenAddress: it, or where it leads to, is not public.
            TooLarge: a limit of size, ratio or time was passed.
            FetchError: no answer, or a broken one.
        """
        return await self._bounded(url, self._follow(Question(url, headers or {})))

    async def post(self, url: str, body: bytes, content_type: str) -> Fetched:
        """Send a body to an address, as `get` fetches one; a redirect is not followed.

        Raises: as `get`.
        """
        question = Question(url, {"Content-Type": content_type}, body)
        return await self._bounded(url, self._send(question))

    async def _bounded(self, url: str, asking: Coroutine[None, None, Fetched]) -> Fetched:
        try:
            async with asyncio.timeout(self.limits.total_seconds) as clock:
                return await asking
        except (aiohttp.ClientError, OSError, ValueError, TimeoutError) as error:
            if clock.expired():
                raise TooLarge(url, f"not done in {self.limits.total_seconds:g} s") from error
            raise as_fetch_error(url, error) from error

    async def _send(self, question: Question) -> Fetched:
        answer, _ = await self._ask(question, parse(question.url, allow=self.manners.allow), None)
        return answer

    async def _follow(self, question: Question) -> Fetched:
        target = parse(question.url, allow=self.manners.allow)
        moved_to: URL | None = None
        for_good = True
        for _ in range(self.limits.redirects + 1):
            answer, where = await self._ask(question, target, moved_to)
            if where is None:
                return answer
            target = parse(where, base=target, allow=self.manners.allow)
            for_good = for_good and answer.status in PERMANENT
            moved_to = target if for_good else None
        raise FetchError(question.url, f"more than {self.limits.redirects} redirects")

    async def _ask(
        self, question: Question, target: URL, moved_to: URL | None
    ) -> tuple[Fetched, str | None]:
        """Ask one address; give its answer, and where it sends us on to."""
        url = question.url
        async with self._session.request(
            "GET" if question.body is None else "POST",
            target,
            headers=question.headers,
            data=question.body,
            allow_redirects=False,
        ) as response:
            on = response.headers.get("Location") if response.status in REDIRECTS else None
            ip = _peer(response)
            raw = await self._read(url, response) if response.status == OK else b""
            if response.status not in {OK, NOT_MODIFIED}:
                response.close()
            answer = Fetched(
                url=url,
                final_url=str(target),
                fetched_at=datetime.now(UTC),
                status=response.status,
                reason=response.reason or "",
                headers=tuple(response.headers.items()),
                request_headers=tuple(response.request_info.headers.items()),
                body=unpack(raw, response.headers.get("Content-Encoding", ""), url, self.limits),
                raw=raw,
                ip=ip,
                moved_to=str(moved_to) if moved_to and response.status == OK else None,
            )
        return answer, on

    async def _read(self, url: str, response: aiohttp.ClientResponse) -> bytes:
        """Read a body; cut off one that is too large, or that drips."""
        limits = self.limits
        if (response.content_length or 0) > limits.body_bytes:
            raise TooLarge(url, f"{response.content_length:,} bytes, {limits.body_bytes:,} allowed")
        loop = asyncio.get_running_loop()
        began, body = loop.time(), bytearray()
        async for piece in response.content.iter_any():
            body += piece
            seconds = loop.time() - began
            if len(body) > limits.body_bytes:
                raise TooLarge(url, f"more than {limits.body_bytes:,} bytes")
            if seconds > limits.slow_after_seconds and len(body) < (
                seconds * limits.bytes_per_second
            ):
                raise TooLarge(url, f"only {len(body):,} bytes in {seconds:.0f} s")
        return bytes(body)


def _peer(response: aiohttp.ClientResponse) -> str | None:
    """Give the address that answered, while the connection is still held."""
    transport = response.connection.transport if response.connection else None
    peer = transport.get_extra_info("peername") if transport else None
    return peer[0] if peer else None
