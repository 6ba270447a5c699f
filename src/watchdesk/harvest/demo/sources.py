"""The demo outlets as sources for the watch, with addresses at a running demo press."""

from collections.abc import Iterator
from typing import Any

from watchdesk.harvest.demo.answers import feed_name
from watchdesk.harvest.demo.press import Outlet, Press, load

CHANNEL_KINDS = {"list": "page", "news_sitemap": "sitemap"}


def channel(outlet: Outlet, root: str) -> dict[str, str]:
    """Give the one address of an outlet that is polled: kind (feed, sitemap, page) and URL."""
    kind = CHANNEL_KINDS.get(outlet.feed, "feed")
    return {"kind": kind, "url": f"{root}/{outlet.id}/{feed_name(outlet)}"}


def source(outlet: Outlet, root: str) -> dict[str, Any]:
    """Give one outlet in the shape of a source file."""
    return {
        "id": f"demo-{outlet.id}",
        "name": outlet.name,
        "country": outlet.country,
        "languages": [outlet.language],
        "kind": outlet.kind,
        "owner": outlet.owner,
        "home": f"{root}/{outlet.id}/",
        "channels": [channel(outlet, root)],
        "note": outlet.mark,
    }


def sources(root: str, press: Press | None = None) -> Iterator[dict[str, Any]]:
    """Give all outlets as sources; `root` is the address of the demo press (`Served.url`)."""
    for outlet in (press or load()).outlets.values():
        yield source(outlet, root.rstrip("/"))
