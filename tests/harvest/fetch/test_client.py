"""A fetch gives an answer or one clear line, whatever the other side does."""

import asyncio
import gzip
import zlib
from dataclasses import replace

import brotli
import pytest

from tests.harvest.loopback import Answerer, Names, Request, Routes, page, serve
from watchdesk.engine.errors import FetchError, ForbiddenAddress, Refused, TooLarge
from watchdesk.harvest.fetch.answers import Fetched
from watchdesk.harvest.fetch.client import Fetcher, Manners
from watchdesk.harvest.fetch.limits import Limits

QUICK = Limits(
    body_bytes=200_000, total_seconds=1.5, silence_seconds=0.4, slow_after_seconds=0.3,
    connect_seconds=0.5, header_bytes=4000, headers=30, redirects=3,
)  # fmt: skip
MEGABYTE_OF_ZEROS = gzip.compress(bytes(50_000_000), mtime=0)
HEADERS_ONLY = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


async def fetch(routes: Routes, path: str = "/", **headers: str) -> Fetched:
    async with serve(routes) as site, Fetcher(Manners(allow=site.allow, limits=QUICK)) as fetcher:
        return await fetcher.get(site.url + path, headers)


def dripping(piece: bytes, pause: float, times: int = 1000) -> Answerer:
    async def answer(_: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(HEADERS_ONLY + b"\r\n")
        for _ in range(times):
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)

    return answer


async def silent(_: Request, __: asyncio.StreamWriter) -> None:
    await asyncio.sleep(5)


async def half_a_header(_: Request, writer: asyncio.StreamWriter) -> None:
    for letter in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 1000:
        writer.write(bytes([letter]))
        await writer.drain()
        await asyncio.sleep(0.1)


async def test_a_page_comes_with_its_headers_and_the_address_that_answered() -> None:
    answer = await fetch({"/": page("<p>Court", Last_Modified="Fri, 21 Feb 2020 10:00:00 GMT")})
    answer.raise_for_status()
    assert (answer.status, answer.body, answer.raw) == (200, b"<p>Court", b"<p>Court")
    assert answer.header("last-modified") == "Fri, 21 Feb 2020 10:00:00 GMT"
    assert answer.fetched_at.tzinfo


async def test_we_say_who_we_are_and_bring_no_cookie() -> None:
    routes = {"/": page("x", Set_Cookie="spy=1; Path=/")}
    async with serve(routes) as site, Fetcher(Manners("watchdesk/test", site.allow)) as fetcher:
        await fetcher.get(site.url)
        await fetcher.get(site.url)
    assert [r.headers["user-agent"] for r in site.asked] == ["watchdesk/test"] * 2
    assert not any("cookie" in r.headers for r in site.asked)


@pytest.mark.parametrize("status", [401, 403, 404, 410, 451])
async def test_a_site_that_says_no_is_refused(status: int) -> None:
    answer = await fetch({"/": page("go away", f"{status} No")})
    with pytest.raises(Refused, match=f"answered {status} No") as refused:
        answer.raise_for_status()
    assert (refused.value.status, refused.value.hard, answer.body) == (status, True, b"")


@pytest.mark.parametrize("status", [429, 500, 503, 204, 206, 300])
async def test_a_site_in_trouble_may_be_asked_again(status: int) -> None:
    answer = await fetch({"/": page("", f"{status} Hm")})
    with pytest.raises(FetchError) as trouble:
        answer.raise_for_status()
    assert (trouble.value.status, trouble.value.hard) == (status, False)


async def test_an_unchanged_page_answers_304() -> None:
    routes = {"/": page("", "304 Not Modified")}
    async with serve(routes) as site, Fetcher(Manners(allow=site.allow)) as fetcher:
        answer = await fetcher.get(site.url, {"If-None-Match": '"1"'})
    answer.raise_for_status()
    assert (answer.status, site.asked[0].headers["if-none-match"]) == (304, '"1"')


ENCODED = {
    "gzip": gzip.compress(b"court" * 99, mtime=0),
    "x-gzip": gzip.compress(b"court" * 44, mtime=0) + gzip.compress(b"court" * 55, mtime=0),
    "deflate": zlib.compress(b"court" * 99),
    "DEFLATE ": zlib.compress(b"court" * 99)[2:-4],
    "br": brotli.compress(b"court" * 99),
    "identity": b"court" * 99,
    "gzip, br": brotli.compress(gzip.compress(b"court" * 99, mtime=0)),
}


@pytest.mark.parametrize("encoding", ENCODED)
async def test_a_packed_body_is_unpacked_and_kept_as_sent_too(encoding: str) -> None:
    answer = await fetch({"/": page(ENCODED[encoding], Content_Encoding=encoding)})
    assert (answer.body, answer.raw) == (b"court" * 99, ENCODED[encoding])


@pytest.mark.parametrize(
    ("encoding", "body", "why"),
    [
        ("gzip", MEGABYTE_OF_ZEROS, "unpack to more than"),
        ("br", brotli.compress(bytes(50_000_000)), "unpack to more than"),
        ("deflate", zlib.compress(bytes(50_000_000)), "unpack to more than"),
        ("gzip, gzip", gzip.compress(MEGABYTE_OF_ZEROS, mtime=0), "unpack to more than"),
        ("gzip", b"<html>", "not the gzip it claims"),
        ("br", b"<html>" * 9, "not the br it claims"),
        ("deflate", b"<html>", "not the deflate it claims"),
        ("gzip", gzip.compress(b"court" * 99, mtime=0)[:-9], "not the gzip it claims"),
        ("br", brotli.compress(bytes(range(256)) * 9)[:-9], "not the br it claims"),
        ("zstd", b"(\xb5/\xfd", "packed as 'zstd', which was not asked for"),
        ("gzip, gzip, gzip", b"x", "packed 3 times over"),
    ],
)
async def test_a_body_that_bursts_or_is_broken_is_one_clear_line(
    encoding: str, body: bytes, why: str
) -> None:
    with pytest.raises(FetchError, match=why) as error:
        await fetch({"/": page(body, Content_Encoding=encoding)})
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("answer", "kind", "why"),
    [
        (silent, TooLarge, "silent for too long"),
        (half_a_header, TooLarge, r"not done in 1\.5 s|silent"),
        (dripping(b"a", 0.05), TooLarge, r"only \d+ bytes in 0 s|only \d+ bytes in 1 s"),
        (dripping(b"a" * 2000, 0.02), TooLarge, r"not done in 1\.5 s|more than 200,000"),
        (dripping(b"a" * 60_000, 0), TooLarge, "more than 200,000 bytes"),
        (page("x", Content_Length="314572800"), TooLarge, "314,572,800 bytes, 200,000 allowed"),
        (page("x", Content_Length="500"), FetchError, "broke off"),
        (page("x", Content_Length="-5"), FetchError, "no proper HTTP"),
        (page("x", Content_Length="two"), FetchError, "no proper HTTP"),
        (b"", FetchError, "hung up without an answer"),
        (b"SSH-2.0-OpenSSH_9\r\n\r\n", FetchError, "no proper HTTP"),
        (b"<html>hello</html>", FetchError, "no proper HTTP|hung up"),
        (HEADERS_ONLY + b"X: " + b"a" * 5000 + b"\r\n\r\n", FetchError, "no proper HTTP"),
        (HEADERS_ONLY + b"X: y\r\n" * 100 + b"\r\n", FetchError, "no proper HTTP"),
        (HEADERS_ONLY + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", FetchError, "broke off|HTTP"),
    ],
)
async def test_a_hostile_answer_is_one_clear_line(
    answer: bytes | Answerer, kind: type[FetchError], why: str
) -> None:
    with pytest.raises(kind, match=why) as error:
        await fetch({"/": answer})
    assert "\n" not in str(error.value)


async def test_a_host_that_does_not_listen_is_one_clear_line() -> None:
    async with serve({}) as site:
        pass
    async with Fetcher(Manners(allow=site.allow, limits=QUICK)) as fetcher:
        with pytest.raises(FetchError, match="no connection: "):
            await fetcher.get(site.url)


async def test_a_host_without_a_name_is_one_clear_line() -> None:
    class Nowhere(Names):
        async def resolve(self, *_: object, **__: object) -> list:
            raise OSError(None, "DNS lookup failed")

    async with Fetcher(Manners(limits=QUICK), Nowhere([])) as fetcher:
        with pytest.raises(FetchError, match=r"^http://none\.example/: no such host$"):
            await fetcher.get("http://none.example/")


async def test_http_spoken_where_https_was_asked_is_one_clear_line() -> None:
    async with serve({}) as site, Fetcher(Manners(allow=site.allow, limits=QUICK)) as fetcher:
        with pytest.raises(FetchError, match=r"no connection|certificate|silent") as error:
            await fetcher.get(site.url.replace("http:", "https:"))
    assert "\n" not in str(error.value)


async def test_redirects_are_followed_and_only_permanent_ones_remembered() -> None:
    routes = {
        "/a": page("", "301 Moved", Location="/b"),
        "/b": page("", "308 Moved", Location="/c#part"),
        "/c": page("here"),
        "/x": page("", "301 Moved", Location="/y"),
        "/y": page("", "302 Found", Location="/c"),
    }
    for_good, for_now = await fetch(routes, "/a"), await fetch(routes, "/x")
    assert for_good.body == for_now.body == b"here"
    assert for_good.moved_to == for_good.final_url
    assert for_good.final_url.endswith("/c")
    assert for_now.moved_to is None


async def test_a_permanent_redirect_to_nothing_is_not_remembered() -> None:
    answer = await fetch({"/": page("", "301 Moved", Location="/none")})
    assert (answer.status, answer.moved_to) == (404, None)


async def test_a_circle_of_redirects_ends() -> None:
    with pytest.raises(FetchError, match="more than 3 redirects"):
        await fetch({"/": page("", "302 Found", Location="/")})


async def test_a_redirect_without_a_place_is_trouble() -> None:
    answer = await fetch({"/": page("", "302 Found")})
    with pytest.raises(FetchError, match="answered 302"):
        answer.raise_for_status()


@pytest.mark.parametrize("where", ["ftp://news.example/", "mailto:editor@news.example", "\\\\x"])
async def test_a_redirect_off_the_web_is_refused(where: str) -> None:
    with pytest.raises(ForbiddenAddress):
        await fetch({"/": page("", "302 Found", Location=where)})


async def test_a_name_in_its_own_script_is_asked_in_ascii() -> None:
    async with serve(
        {"/новости": page("ru"), "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8": page("x")}
    ) as site:
        names = Names(["127.0.0.1"])
        async with Fetcher(Manners(allow=site.allow, limits=QUICK), names) as fetcher:
            answer = await fetcher.get(f"http://пресса.example:{site.port}/новости")
    assert answer.body == b"x"
    assert site.asked[0].headers["host"].startswith("xn--80aj3aega.example")


async def test_many_slow_hosts_do_not_hold_up_a_quick_one() -> None:
    async with serve({"/slow": silent, "/quick": page("x")}) as site:
        async with Fetcher(
            Manners(allow=site.allow, limits=replace(QUICK, silence_seconds=1))
        ) as fetcher:
            slow = [asyncio.create_task(fetcher.get(f"{site.url}/slow")) for _ in range(50)]
            await asyncio.sleep(0.05)
            async with asyncio.timeout(0.8):
                answer = await fetcher.get(f"{site.url}/quick")
            failed = await asyncio.gather(*slow, return_exceptions=True)
    assert answer.body == b"x"
    assert all(isinstance(error, TooLarge) for error in failed)
