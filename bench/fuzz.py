"""Throws broken input at every reader of strangers' bytes: `python -m bench.fuzz [--seconds N]`.

Good examples are cut, repeated, spliced and sprinkled with odd bytes.  A reader may answer or raise
one of the errors it promises; anything else is printed with the input that caused it.
"""
# ruff: noqa: E501  examples stand on one line

import argparse
import random
import time
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.harvest.evidence.test_verify import fill
from watchdesk.engine.errors import WatchdeskError
from watchdesk.engine.feeds.parse import parse as parse_feed
from watchdesk.harvest.discover import discover
from watchdesk.harvest.evidence.custody import NAME, entry_of
from watchdesk.harvest.evidence.unpacked import check_wacz
from watchdesk.harvest.evidence.wacz import pack
from watchdesk.harvest.fetch.answers import Fetched
from watchdesk.harvest.fetch.limits import Limits
from watchdesk.harvest.fetch.unpack import unpack
from watchdesk.harvest.fetch.urls import parse as parse_url
from watchdesk.harvest.fetch.urls import without_tracking
from watchdesk.harvest.fetch.wishes import fresh_seconds, retry_after_seconds
from watchdesk.harvest.lists import read_list
from watchdesk.harvest.robots import read as read_robots
from watchdesk.harvest.warc import body_of

NOW = datetime(2020, 2, 21, tzinfo=UTC)
URL = "https://herald.example/a"
ODD = [b"\0", b"\xff", b"\xed\xa0\x80", b"\r\n", b"%", b"<", b">", b"&", b"\x1b", b"]]>", b"'", b'"',
       "٣".encode(), "\u202e".encode(), b"-1", b"99999999999999999999", b"nan", b"@", b":", b"//", b"\\"]  # fmt: skip
MOST_SHOWN = 3
Try = Callable[[bytes], object]


def text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def answer(data: bytes, **headers: str) -> Fetched:
    named = tuple((key.replace("_", "-"), value) for key, value in headers.items())
    return Fetched(URL, URL, NOW, 200, headers=named, body=data)


def targets(folder: Path) -> dict[str, tuple[Try, list[bytes]]]:
    fill(folder)
    warc = next(folder.rglob("*.warc.gz"))
    pack(folder / NAME, folder / "x.wacz", lambda _: True, NOON)
    lines = (folder / NAME).read_bytes().splitlines(keepends=True)
    broken, broken_wacz = folder / "broken.warc.gz", folder / "broken.wacz"
    limits = Limits(body_bytes=1_000_000)

    def read_warc(data: bytes) -> object:
        broken.write_bytes(data)
        return body_of(folder, broken.name, 0)

    def read_wacz(data: bytes) -> object:
        broken_wacz.write_bytes(data)
        return check_wacz(broken_wacz)

    wishes = [b"120", b"Fri, 21 Feb 2020 13:00:00 GMT", b"max-age=600, no-cache", b"0"]
    return {
        "url": (lambda d: without_tracking(str(parse_url(text(d)))), URLS),
        "robots": (lambda d: read_robots(d, "watchdesk").allows(URL), ROBOTS),
        "retry-after": (lambda d: retry_after_seconds(answer(b"", Retry_After=text(d))), wishes),
        "cache": (lambda d: fresh_seconds(answer(b"", Cache_Control=text(d), Expires=text(d))), wishes),
        "feed": (lambda d: parse_feed(d, URL), FEEDS),
        "list": (lambda d: read_list(d, URL), PAGES),
        "discover": (lambda d: discover(answer(d)), PAGES + FEEDS),
        "unpack gzip": (lambda d: unpack(d, "gzip", URL, limits), [warc.read_bytes()]),
        "unpack br": (lambda d: unpack(d, "br", URL, limits), [b"\x0b\x02\x80court\x03"]),
        "warc": (read_warc, [warc.read_bytes()]),
        "custody": (lambda d: entry_of(d, NAME, 1), lines),
        "wacz": (read_wacz, [(folder / "x.wacz").read_bytes()]),
    }  # fmt: skip


NOON = NOW.replace(hour=12)
URLS = [b"https://user@herald.example:443/a?b=1#c", b"http://[::ffff:127.0.0.1]/", "http://пресса.example/суд".encode()]  # fmt: skip
ROBOTS = [
    b"User-agent: *\nDisallow: /*.php$\nAllow: /a%2fb\nCrawl-delay: 3\nSitemap: https://x/s.xml"
]
FEEDS = [
    b"<?xml version='1.0'?><rss version='2.0'><channel><title>A</title><item><title>B &amp; C</title>"
    b"<link>/1</link><pubDate>Fri, 21 Feb 2020 13:00:00 GMT</pubDate></item></channel></rss>",
    b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title type='html'>&lt;b>A</title>"
    b"<link href='https://herald.example/1'/><updated>2020-02-21T10:00:00Z</updated></entry></feed>",
    b'{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"https://x.example/"}]}',
    b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://x.example/1</loc>"
    b"<lastmod>2020-02-21</lastmod></url></urlset>",
]
PAGES = [b"<!doctype html><title>A</title><link rel=alternate type=application/rss+xml href=/feed>"
         b"<a href='/1?utm_source=x'>Court frees a reporter on appeal</a><p>text"]  # fmt: skip


def broken(good: bytes, dice: random.Random) -> bytes:
    data = bytearray(good)
    for _ in range(dice.randint(1, 6)):
        at = dice.randint(0, len(data))
        kind = dice.randrange(5)
        if kind == 0:
            data[at : at + dice.randint(1, 30)] = b""
        elif kind == 1:
            data[at:at] = dice.choice(ODD) * dice.choice((1, 1, 1, 50))
        elif kind == 2:
            data[at:at] = data[dice.randint(0, at) : at]
        elif data and kind == 3:
            data[at % len(data)] = dice.randrange(256)
        else:
            data = data[:at]
    return bytes(data)


def fuzz(name: str, target: Try, good: list[bytes], seconds: float, seed: int) -> int:
    dice, told, tries, slowest = random.Random(f"{name}{seed}"), Counter[str](), 0, 0.0
    end, crashes = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        data, began = broken(dice.choice(good), dice), time.perf_counter()
        try:
            target(data)
            told["read"] += 1
        except WatchdeskError as error:
            told[type(error).__name__] += 1
        except Exception:  # noqa: BLE001  this is what we are looking for
            crashes += 1
            if crashes <= MOST_SHOWN:
                print(f"CRASH {name}: {data!r}\n{traceback.format_exc(limit=-3)}")
        slowest, tries = max(slowest, time.perf_counter() - began), tries + 1
    print(
        f"{name:12} {tries:9,} tries, slowest {slowest * 1000:5.0f} ms, {crashes} crashes; {dict(told)}"
    )
    return crashes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="for each reader")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="one reader")
    options = parser.parse_args()
    with TemporaryDirectory() as name:
        for target, (function, good) in targets(Path(name)).items():
            if options.only in {None, target}:
                fuzz(target, function, good, options.seconds, options.seed)


if __name__ == "__main__":
    main()
