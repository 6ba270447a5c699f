"""The demo outlets as sources for the watch, with addresses at a running demo press."""

from watchdesk.harvest.demo.answers import feed_name
from watchdesk.harvest.demo.press import Outlet, Press, load
from watchdesk.harvest.source_files import ChannelKind, Source
from watchdesk.harvest.store import Channel

PREFIX = "demo-"
"""Before an outlet's id in the id of its source, so that none is taken for a real one."""
CHANNEL_KINDS: dict[str, ChannelKind] = {"list": "page", "news_sitemap": "sitemap"}


def channels(outlet: Outlet, root: str) -> tuple[Channel, ...]:
    """Give the addresses of an outlet that are polled.

    A watch leaves aside what a sitemap lists from months ago, and all of the demo is that old: an
    outlet with a sitemap is also polled by its list page.
    """
    id, kind = PREFIX + outlet.id, CHANNEL_KINDS.get(outlet.feed, "feed")
    told = Channel(id, f"{root}/{outlet.id}/{feed_name(outlet)}", kind)
    listed = Channel(id, f"{root}/{outlet.id}/", "page")
    return (told, listed) if kind == "sitemap" else (told,)


def source(outlet: Outlet, root: str) -> Source:
    """Give one outlet as a source."""
    return Source(
        id=PREFIX + outlet.id,
        name=outlet.name,
        kind=outlet.kind,
        country=outlet.country,
        owner=outlet.owner,
        languages=(outlet.language,),
        home_url=f"{root}/{outlet.id}/",
        covers=outlet.covers or (outlet.country,),
        channels=channels(outlet, root),
        note=outlet.mark,
    )


def sources(root: str, press: Press | None = None) -> tuple[Source, ...]:
    """Give all outlets as sources; `root` is the address of the demo press (`Served.url`)."""
    outlets = (press or load()).outlets.values()
    return tuple(source(outlet, root.rstrip("/")) for outlet in outlets)
