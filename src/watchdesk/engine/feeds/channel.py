"""What a feed says of itself and no parser brings: language, hub, how often to come back."""

import re

HEAD_BYTES = 64 * 1024
FIRST_ITEM = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]")
LANGUAGE = re.compile(r"<(?:dc:)?language>\s*(?:<!\[CDATA\[)?\s*([A-Za-z]{2,3}(?:[-_]\w{2,8})*)")
XML_LANGUAGE = re.compile(r"<(?:\w+:)?(?:feed|rss|RDF)\b[^<>]*\bxml:lang=[\"']([\w-]+)")
LINK = re.compile(r"<(?:\w+:)?link\b[^<>]*>")
HUB = re.compile(r"\brel=[\"']hub[\"']", re.I)
HREF = re.compile(r"\bhref=[\"']([^\"']+)")
TTL = re.compile(r"<ttl>\s*(\d{1,6})\s*<")
PERIOD = re.compile(r"<sy:updatePeriod>\s*(\w+)")
FREQUENCY = re.compile(r"<sy:updateFrequency>\s*(\d{1,4})")
SECONDS_BY_PERIOD = {
    "hourly": 3600,
    "daily": 86400,
    "weekly": 7 * 86400,
    "monthly": 30 * 86400,
    "yearly": 365 * 86400,
}


def head(body: bytes) -> str:
    """Give what stands before the first item."""
    first = FIRST_ITEM.search(body, 0, HEAD_BYTES)
    return body[: first.start() if first else HEAD_BYTES].decode("utf-8", "replace")


def language(head: str) -> str | None:
    """Give the language that the feed claims, as written there."""
    found = LANGUAGE.search(head) or XML_LANGUAGE.search(head)
    return found.group(1).replace("_", "-") if found else None


def hub(head: str) -> str | None:
    """Give the WebSub hub that the feed names."""
    for link in LINK.findall(head):
        if HUB.search(link) and (address := HREF.search(link)):
            return address.group(1).replace("&amp;", "&")
    return None


def ttl_seconds(head: str) -> int | None:
    """Give how long the feed asks to be left alone: its ttl (minutes), else its update period."""
    if minutes := TTL.search(head):
        return int(minutes.group(1)) * 60 or None
    period = PERIOD.search(head)
    if not period:
        return None
    times = FREQUENCY.search(head)
    seconds = SECONDS_BY_PERIOD.get(period.group(1).lower())
    return seconds // max(1, int(times.group(1)) if times else 1) if seconds else None
