"""Ten thousand invented feeds on loopback, some of them hostile, for `watch.py` to poll.

Host `fN.test` is feed N.  By N modulo 1,000 a feed drips, says nothing, never ends, fails, lies,
bursts, or runs in circles; the others are honest, and answer 304 as long as nothing is new.
"""

import asyncio
import gzip
import sys

ITEMS = 20
WORDS = "court police editor appeal ruling detained journalist newsroom hearing lawyer".split()
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"
BOMB = gzip.compress(bytes(300_000_000), 9)


def rss(number: int, edition: int) -> bytes:
    """Write feed N; each edition has two new items on top."""
    items = "".join(_item(number, 2 * edition + ITEMS - n) for n in range(ITEMS))
    return (
        f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Feed {number}"
        f"</title><link>http://f{number}.test/</link><description>News</description>{items}"
        "</channel></rss>"
    ).encode()


def _item(number: int, article: int) -> str:
    words = " ".join(WORDS[(number + article + n) % len(WORDS)] for n in range(60))
    return (
        f"<item><title>{words[:70].title()} {article}</title>"
        f"<link>http://f{number}.test/{article}</link><guid>f{number}-{article}</guid>"
        f"<pubDate>Fri, 21 Feb 2020 {article % 24:02}:10:00 +0000</pubDate>"
        f"<description>&lt;p&gt;{words}.&lt;/p&gt;</description></item>"
    )


class Press:
    """Answers by host name; `edition` is raised by GET /next, for every other feed."""

    def __init__(self) -> None:
        self.edition = 0

    def edition_of(self, number: int) -> int:
        return self.edition if number % 2 else 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
                await self.answer(head, writer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def answer(self, head: str, writer: asyncio.StreamWriter) -> None:
        if head.startswith("get /next "):
            self.edition += 1
            writer.write(OK + b"Content-Length: 0\r\n\r\n")
            return
        host = head.split("host: ", 1)[1].split("\r\n", 1)[0]
        number = int(host.removeprefix("f").split(".")[0])
        hostile = HOSTILE.get(number % 1000)
        if hostile:
            await hostile(writer)
        else:
            self.honest(number, head, writer)

    def honest(self, number: int, head: str, writer: asyncio.StreamWriter) -> None:
        edition = self.edition_of(number)
        tag = f'"{number}-{edition}"'
        if f"if-none-match: {tag}" in head:
            writer.write(f"HTTP/1.1 304 Not Modified\r\nETag: {tag}\r\n\r\n".encode())
            return
        body = rss(number, edition)
        writer.write(OK + f"ETag: {tag}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)


async def drip(writer: asyncio.StreamWriter) -> None:
    writer.write(OK + b"\r\n")
    while not writer.is_closing():
        writer.write(b"<")
        await writer.drain()
        await asyncio.sleep(1)


async def silent(writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(120)


async def endless(writer: asyncio.StreamWriter) -> None:
    writer.write(OK + b"\r\n<rss>")
    while not writer.is_closing():
        writer.write(b"<item>" * 10_000)
        await writer.drain()


async def failing(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n")


async def lying(writer: asyncio.StreamWriter) -> None:
    body = b"<!doctype html><title>Subscribe</title><p>Our feed has moved to our application."
    writer.write(OK + f"Content-Length: {len(body)}\r\n\r\n".encode() + body)


async def short(writer: asyncio.StreamWriter) -> None:
    writer.write(OK + b"Content-Length: 9000\r\n\r\n<rss>")
    await writer.drain()
    writer.close()


async def bomb(writer: asyncio.StreamWriter) -> None:
    head = f"Content-Encoding: gzip\r\nContent-Length: {len(BOMB)}\r\n\r\n"
    writer.write(OK + head.encode() + BOMB)


async def circle(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")


async def inside(writer: asyncio.StreamWriter) -> None:
    writer.write(
        b"HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n"
    )


HOSTILE = {
    13: drip, 113: silent, 213: endless, 313: failing, 413: lying, 513: short, 613: bomb,
    713: circle, 813: inside, 913: drip, 963: silent, 983: endless, 988: failing, 993: lying,
    998: bomb,
}  # fmt: skip


async def main() -> None:
    server = await asyncio.start_server(Press().serve, "127.0.0.1", 0, backlog=1000)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
