"""Reads robots.txt and says whether a page may be fetched.

Source: RFC 9309; Crawl-delay and Sitemap, which it leaves out, as the big crawlers read them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

MOST_BYTES = 500 * 1024
"""What RFC 9309 asks a crawler to read at least; the rest is cut off."""
MOST_RULES = 5000
LONGEST_DELAY_SECONDS = 60.0
ANY_AGENT = "*"
PERCENT = re.compile(r"%([0-9a-fA-F]{2})")
UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


@dataclass(frozen=True, slots=True)
class Robots:
    """What a site asks of us: rules as (pattern, allowed), seconds between two visits, sitemaps."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay_seconds: float | None = None
    sitemaps: tuple[str, ...] = ()

    def allows(self, url: str) -> bool:
        r"""Tell whether the site lets us fetch it: the longest rule that matches wins.

        >>> read(b"User-agent: *\nDisallow: /p\nAllow: /p$", "x").allows("https://h.example/p")
        True
        """
        parts = urlsplit(url)
        path = _normal((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        if path == "/robots.txt":
            return True
        matching = [(len(p), allowed) for p, allowed in self.rules if _matches(p, path)]
        return max(matching, default=(0, True))[1]


NO_RULES = Robots()


def read(body: bytes, agent: str) -> Robots:
    """Read a robots.txt for the product token `agent`, in any case; junk lines are skipped."""
    groups, sitemaps = _groups(body[:MOST_BYTES].decode("utf-8-sig", "replace"))
    lines = groups.get(agent.lower(), groups.get(ANY_AGENT, []))
    rules = [(_normal(value), key == "allow") for key, value in lines if key in RULES and value]
    delays = [_seconds(value) for key, value in lines if key == "crawl-delay"]
    return Robots(tuple(rules[:MOST_RULES]), next(iter(delays), None), tuple(sitemaps))


RULES = frozenset({"allow", "disallow"})
Group = list[tuple[str, str]]


def _groups(text: str) -> tuple[dict[str, Group], list[str]]:
    """Gather the lines of each agent's groups, which may lie apart."""
    groups: dict[str, Group] = {}
    sitemaps: list[str] = []
    agents: list[str] = []
    in_rules = False
    for key, value in _lines(text):
        if key == "sitemap":
            sitemaps.append(value)
        elif key == "user-agent":
            agents = [value.lower()] if in_rules else [*agents, value.lower()]
            in_rules = False
            groups.setdefault(value.lower(), [])
        else:
            in_rules = True
            for agent in agents:
                groups[agent].append((key, value))
    return groups, sitemaps


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _seconds(value: str) -> float | None:
    try:
        seconds = float(value)
    except ValueError:
        return None
    return min(seconds, LONGEST_DELAY_SECONDS) if seconds > 0 else None


def _normal(path: str) -> str:
    """Write a path in one way: what needs no escape has none, other escapes are in capitals."""

    def escape(match: re.Match[str]) -> str:
        character = chr(int(match[1], 16))
        return character if UNRESERVED.match(character) else match[0].upper()

    return PERCENT.sub(escape, quote(path, safe="/%?=&*$:;,+@!'()~[]|"))


def _matches(pattern: str, path: str) -> bool:
    """Match a pattern with `*` and a closing `$`, piece by piece: no backtracking."""
    whole = pattern.endswith("$")
    first, *pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for piece in pieces:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not whole or at == len(path) or (bool(pieces) and path.endswith(pieces[-1]))
