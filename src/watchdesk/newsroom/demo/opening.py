"""Open the demo press beside the newsroom, as sources that are watched like any other."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from watchdesk.harvest.demo.answers import feed_name
from watchdesk.harvest.demo.press import Outlet, load
from watchdesk.harvest.demo.server import serve
from watchdesk.harvest.fetch.addresses import Allowed
from watchdesk.harvest.source_files import ChannelKind, Source
from watchdesk.harvest.store import Channel
from watchdesk.newsroom.demo.replay import replay
from watchdesk.newsroom.monitor.selectors import is_settled

HOST = "127.0.0.1"
PORT_FILE = "demo-port"
KINDS: dict[str, ChannelKind] = {"list": "page", "news_sitemap": "sitemap"}


@dataclass(slots=True)
class DemoPress:
    """The press while it is open; `allow` is the one address of this machine that is fetched."""

    url: str
    allow: Allowed
    sources: tuple[Source, ...]
    replayed: bool = False

    def replay_if_settled(self) -> bool:
        """Let the demo editor decide once everything is read; tell whether that happened now."""
        if self.replayed or not is_settled():
            return False
        replay(self.url)
        self.replayed = True
        return True


@contextmanager
def open_press(data: Path) -> Iterator[DemoPress]:
    """Serve the demo press at the port it had before, so that its pages keep their addresses.

    Raises: OSError where that port is taken by now.
    """
    file = data / PORT_FILE
    port = int(file.read_text()) if file.exists() else 0
    with serve(HOST, port) as served:
        real_port = int(served.url.rpartition(":")[2])
        file.write_text(str(real_port))
        sources = tuple(source(outlet, served.url) for outlet in load().outlets.values())
        yield DemoPress(served.url, frozenset({(HOST, real_port)}), sources)


def source(outlet: Outlet, url: str) -> Source:
    """Describe an invented outlet as a source.

    A sitemap tells of the last days alone, so that the front page is read beside it.
    """
    home = f"{url}/{outlet.id}/"
    addresses = {home + feed_name(outlet): KINDS.get(outlet.feed, "feed")}
    if outlet.feed == "news_sitemap":
        addresses[home] = "page"
    return Source(
        id=outlet.id,
        name=outlet.name,
        kind=outlet.kind,
        country=outlet.country,
        owner=outlet.owner,
        languages=(outlet.language,),
        home_url=home,
        channels=tuple(Channel(outlet.id, url, kind) for url, kind in addresses.items()),
        note=f"{outlet.mark}. {outlet.about}.",
    )
