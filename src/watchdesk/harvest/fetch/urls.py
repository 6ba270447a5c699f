"""Reads an address before it is dialled.  One parser (yarl, which aiohttp dials by) for all.

Source: WHATWG URL standard, "ends in a number" and forbidden host code points.
"""

import re
from ipaddress import IPv4Address, ip_address

from yarl import URL

from watchdesk.engine.errors import ForbiddenAddress
from watchdesk.harvest.fetch.addresses import Allowed, why_forbidden

PORTS = frozenset({80, 443, 8000, 8080, 8443})
LONGEST_URL = 4096
LONGEST_HOST = 253
BAD_CHARACTERS = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff]")
HOST = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?")
TRACKING = re.compile(r"(?:^|&)(?:utm_[a-z]+|fbclid|gclid|yclid)=[^&]*", re.IGNORECASE)
NUMBER = re.compile(r"\d+|0x[0-9a-f]*")


def parse(url: str, base: URL | None = None, allow: Allowed = frozenset()) -> URL:
    """Read an address, absolute or (a redirect) relative to `base`; the fragment is cut off.

    Raises:
        ForbiddenAddress: it is malformed, or no http(s) address on a sane port of a public host.
    """
    parsed = _read(url, base)
    why = _why_not(parsed, allow)
    if why:
        raise ForbiddenAddress(_shown(url), why)
    return parsed.with_fragment(None)


def without_tracking(url: str) -> str:
    """Take off what only counts visitors, so that one page has one address.

    >>> without_tracking("https://h.example/1?id=7&utm_source=rss&utm_medium=feed#top")
    'https://h.example/1?id=7'
    """
    address, _, _ = url.partition("#")
    path, question, query = address.partition("?")
    kept = TRACKING.sub("", query).lstrip("&") if question else ""
    return f"{path}?{kept}" if kept else path


def _read(url: str, base: URL | None) -> URL:
    if len(url) > LONGEST_URL:
        raise ForbiddenAddress(_shown(url), f"an address longer than {LONGEST_URL} characters")
    if BAD_CHARACTERS.search(url.strip(" ")):
        raise ForbiddenAddress(_shown(url), "backslashes or control characters in it")
    try:
        parsed = URL(url.strip(" ").replace(" ", "%20"))
        parsed = base.join(parsed) if base else parsed
        parsed.port  # noqa: B018  reads, and so checks, the number
    except (ValueError, TypeError, IndexError) as error:
        raise ForbiddenAddress(_shown(url), "not a well-formed address") from error
    return parsed


def _why_not(url: URL, allow: Allowed) -> str | None:
    host = url.raw_host or ""
    if url.scheme not in {"http", "https"}:
        return "only http and https are fetched"
    if url.raw_user is not None or url.raw_password is not None:
        return "a user name or password in it"
    port = url.port or 0
    if port not in PORTS and not any(port == allowed for _, allowed in allow):
        return f"port {port} is not one of a web site"
    return _why_not_host(host, port, allow)


def _why_not_host(host: str, port: int, allow: Allowed) -> str | None:
    if ":" in host:
        return _why_literal(host, port, allow)
    if not HOST.fullmatch(host) or len(host) > LONGEST_HOST:
        return "not a well-formed host name"
    if NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
        return _why_literal(host, port, allow)
    return None


def _why_literal(host: str, port: int, allow: Allowed) -> str | None:
    """Only the plain form of a number is dialled: 2130706433 and 0x7f.1 are tricks."""
    try:
        address = ip_address(host)
    except ValueError:
        return "an odd form of an IP address"
    if isinstance(address, IPv4Address) and str(address) != host:
        return "an odd form of an IP address"
    why = why_forbidden(host, port, allow)
    return f"{host} is {why}" if why else None


def _shown(url: str) -> str:
    """Give the address in one line of at most 200 characters, for an error."""
    line = url.encode("utf-8", "replace").decode().strip()
    return "".join(c if c.isprintable() else "\ufffd" for c in line[:200])
