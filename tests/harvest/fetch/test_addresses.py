"""No address that is not public is ever dialled; the socket is stubbed, nothing is dialled here."""

import asyncio
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.harvest.loopback import LOOPBACK, Names, page, serve
from watchdesk.engine.errors import FetchError, ForbiddenAddress
from watchdesk.harvest.fetch.addresses import why_forbidden, why_not_public
from watchdesk.harvest.fetch.client import Fetcher, Manners

INSIDE = """
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.254 127.0.0.1
127.0.0.53 127.255.255.254 168.63.129.16 169.254.0.1 169.254.169.254 172.16.0.1 172.31.255.254
192.0.0.1 192.0.0.170 192.0.2.1 192.88.99.1 192.168.0.1 192.168.255.254 198.18.0.1 198.19.255.254
198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
:: ::1 ::2 ::127.0.0.1 ::ffff:0.0.0.0 ::ffff:10.0.0.1 ::ffff:127.0.0.1 ::ffff:169.254.169.254
::ffff:192.168.1.1 ::ffff:0:127.0.0.1 64:ff9b::127.0.0.1 64:ff9b::10.0.0.1 64:ff9b::169.254.169.254
64:ff9b:1::127.0.0.1 100::1 2001::1 2001:0:7f00:1::1 2001:2::1 2001:10::1 2001:20::1 2001:db8::1
2002:7f00:1::1 2002:a00:1::1 2002:808:808::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fdff::1 fe80::1
febf::1 fec0::1 ff02::1 ff05::1:3 2606:4700::5efe:7f00:1 2606:4700::200:5efe:a00:1 fe80::1%lo
""".split()
PUBLIC = """
1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 172.15.255.255
172.32.0.0 192.167.255.255 223.255.255.255 2606:4700::1111 2a00:1450:4001::1 ::ffff:8.8.8.8
64:ff9b::8.8.8.8
""".split()
TRICKS = [
    "http://2130706433/", "http://017700000001/", "http://0x7f000001/", "http://0x7f.0.0.1/",
    "http://0177.0.0.1/", "http://127.1/", "http://127.0.1/", "http://0/", "http://127.0.0.1./",
    "http://127.0.0.1:80/", "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://127%2e0%2e0%2e1/",
    "http://[::1]/", "http://[::]/", "http://[::ffff:7f00:1]/", "http://[0:0:0:0:0:ffff:127.0.0.1]/",
    "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/", "http://[::1/", "http://::1/",
    "http://1.1.1.1@127.0.0.1/", "http://news.example@127.0.0.1/", "http://a:b@news.example/",
    "http://news.example:80@127.0.0.1/", "http://127.0.0.1\\@news.example/",
    "http://news.example\\.127.0.0.1/", "http://news.example\t/", "http://news.example\r\nHost: x/",
    "http://news.exa\x00mple/", "http://news .example/", "http://news..example/", "http:///feed",
    "http://", "//news.example/feed", "news.example/feed", "", "http:news.example", "http:/127.0.0.1",
    "file:///etc/passwd", "ftp://news.example/", "gopher://127.0.0.1:6379/_x", "data:text/html,x",
    "javascript:alert(1)", "dict://127.0.0.1:11211/", "ws://news.example/", "HTTP+UNIX://x/",
    "http://news.example:22/", "http://news.example:25/", "http://news.example:6379/",
    "http://news.example:0/", "http://news.example:65536/", "http://news.example:-80/",
    "http://news.example:8001/", "http://news.example:80x/", "http://xn--/",
    "http://" + "a" * 254 + ".example/", "http://news.example/" + "a" * 5000, "http://news.\ud800/",
    "http://news\u3164.example/", "http://news.example\u2044evil/",
    "http://[::ffff:127.0.0.1]@/", "http://[::1]@",
]  # fmt: skip


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stub the dialling: note where to, and refuse."""
    addresses: list[str] = []

    async def connect(_loop: object, _sock: object, address: tuple[str, int]) -> None:
        addresses.append(address[0])
        raise ConnectionRefusedError(111, "stubbed")

    monkeypatch.setattr(asyncio.SelectorEventLoop, "sock_connect", connect)
    return addresses


@pytest.mark.parametrize("address", INSIDE)
async def test_a_name_that_leads_inside_is_refused_at_the_socket(
    address: str, dialled: list[str]
) -> None:
    async with Fetcher(Manners(), Names([address])) as fetcher:
        with pytest.raises(ForbiddenAddress) as refused:
            await fetcher.get("http://news.example/feed")
    assert dialled == []
    assert str(refused.value).startswith("http://news.example/feed: it leads to ")


@pytest.mark.parametrize("address", INSIDE)
async def test_an_address_inside_written_in_the_url_is_refused(
    address: str, dialled: list[str]
) -> None:
    host = f"[{address}]" if ":" in address else address
    async with Fetcher(Manners(), Names(["8.8.8.8"])) as fetcher:
        with pytest.raises(ForbiddenAddress):
            await fetcher.get(f"http://{host}/feed")
    assert dialled == []


@pytest.mark.parametrize("url", TRICKS)
async def test_a_trick_address_is_refused_before_any_name_is_resolved(
    url: str, dialled: list[str]
) -> None:
    async with Fetcher(Manners(), Names(["127.0.0.1"])) as fetcher:
        with pytest.raises(ForbiddenAddress) as refused:
            await fetcher.get(url)
    assert dialled == []
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("address", PUBLIC)
async def test_a_public_address_is_dialled(address: str, dialled: list[str]) -> None:
    async with Fetcher(Manners(), Names([address])) as fetcher:
        with pytest.raises(FetchError, match="no connection"):
            await fetcher.get("http://news.example/feed")
    assert dialled == [address]


async def test_of_several_addresses_only_the_public_one_is_dialled(dialled: list[str]) -> None:
    async with Fetcher(Manners(), Names(["10.0.0.1", "8.8.8.8", "::1"])) as fetcher:
        with pytest.raises(FetchError):
            await fetcher.get("https://news.example/feed")
    assert set(dialled) == {"8.8.8.8"}


async def test_a_name_that_changes_its_mind_is_refused(dialled: list[str]) -> None:
    names = Names(["8.8.8.8"], ["127.0.0.1"])
    async with Fetcher(Manners(), names) as fetcher:
        with pytest.raises(FetchError, match="no connection"):
            await fetcher.get("http://news.example/feed")
        fetcher._session.connector.clear_dns_cache()
        with pytest.raises(ForbiddenAddress):
            await fetcher.get("http://news.example/feed")
    assert dialled == ["8.8.8.8"]


REDIRECTS = [*(t for t in TRICKS if "://" in t and t.isascii() and t.isprintable()), "http://localhost/",
             "//127.0.0.1/", "http://169.254.169.254/latest/meta-data/", "https://[::1]:443/"]  # fmt: skip


@pytest.fixture
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Dial loopback only, and note where to."""
    addresses: list[str] = []
    connect = asyncio.SelectorEventLoop.sock_connect

    async def guarded(loop: object, sock: object, address: tuple[str, int]) -> None:
        addresses.append(f"{address[0]}:{address[1]}")
        assert address[0] == LOOPBACK
        await connect(loop, sock, address)

    monkeypatch.setattr(asyncio.SelectorEventLoop, "sock_connect", guarded)
    return addresses


@pytest.mark.parametrize(
    "where", [r for r in REDIRECTS if "news" not in r and ":///" not in r + "/"]
)
async def test_a_redirect_that_leads_inside_is_refused(
    where: str, only_loopback: list[str]
) -> None:
    async with serve({"/feed": page("", "302 Found", Location=where)}) as site:
        names = Names(["127.0.0.1"])
        async with Fetcher(Manners(allow=site.allow), names) as fetcher:
            with pytest.raises(ForbiddenAddress):
                await fetcher.get(f"{site.url}/feed")
        assert only_loopback == [f"{LOOPBACK}:{site.port}"]


async def test_an_allowed_port_of_loopback_allows_no_other_port(only_loopback: list[str]) -> None:
    async with serve({}) as site, serve({}) as other:
        names = Names(["127.0.0.1"])
        async with Fetcher(Manners(allow=site.allow), names) as fetcher:
            assert (await fetcher.get(f"{site.url}/none")).status == 404
            with pytest.raises(ForbiddenAddress):
                await fetcher.get(f"{other.url}/none")
        assert only_loopback == [f"{LOOPBACK}:{site.port}"]


@given(st.ip_addresses(v=4))
def test_no_ipv4_address_that_python_calls_private_passes(address: IPv4Address) -> None:
    if not address.is_global or address.is_multicast:
        assert why_not_public(address) or address in {IPv4Address("192.0.0.9")}


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_alike_behind_a_mapped_and_a_nat64_one(
    address: IPv4Address,
) -> None:
    for prefix in (0xFFFF << 32, 0x64FF9B << 96):
        assert why_not_public(IPv6Address(prefix + int(address))) == why_not_public(address)


@given(st.ip_addresses(v=6))
def test_no_ipv6_address_that_python_calls_private_passes(address: IPv6Address) -> None:
    if not address.is_global or address.is_multicast:
        assert why_not_public(address)


def test_what_is_no_number_is_refused_at_the_socket() -> None:
    assert why_forbidden("localhost", 80) == "not an IP address"
