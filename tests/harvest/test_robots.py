"""robots.txt is read as RFC 9309 has it; its own examples are among these."""

import time

import pytest

from watchdesk.harvest.robots import NO_RULES, read


def allows(text: str, path: str, agent: str = "watchdesk") -> bool:
    return read(text.encode(), agent).allows(f"https://news.example{path}")


RFC_EXAMPLE = """
User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
"""


@pytest.mark.parametrize(
    ("agent", "path", "allowed"),
    [
        ("watchdesk", "/", True),
        ("watchdesk", "/publications/1", True),
        ("watchdesk", "/example/1", False),
        ("watchdesk", "/cat.gif", False),
        ("watchdesk", "/cat.gif?big", True),
        ("FooBot", "/", False),
        ("foobot", "/example/page.html", True),
        ("foobot", "/example/allowed.gif", True),
        ("barbot", "/example/page.html", False),
        ("bazbot", "/example/page.html", False),
        ("bazbot", "/example/other", True),
        ("quxbot", "/example/page.html", True),
    ],
)
def test_the_example_of_the_standard(agent: str, path: str, allowed: bool) -> None:
    assert allows(RFC_EXAMPLE, path, agent) is allowed


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("Disallow: /\nAllow: /news", "/news/1", True),
        ("Allow: /a\nDisallow: /a", "/a", True),
        ("Disallow: /fish*", "/fishheads/yummy.html", False),
        ("Disallow: /fish*", "/Fish.asp", True),
        ("Disallow: /*.php$", "/filename.php", False),
        ("Disallow: /*.php$", "/filename.php?x", True),
        ("Disallow: /fish*.php", "/fishheads/catfish.php?x", False),
        ("Disallow: /a*b$", "/axbxb", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow:", "/x", True),
        ("Disallow: /суд", "/%D1%81%D1%83%D0%B4/1", False),
        ("Disallow: /%d1%81%d1%83%d0%b4", "/суд/1", False),
        ("Disallow: /a%2fb", "/a/b", True),
        ("Disallow: /%7Ejoe", "/~joe/", False),
        ("Disallow: /search?q=", "/search?q=court", False),
        ("Disallow: /", "/robots.txt", True),
        ("disallow : /x # a note", "/x", False),
    ],
)
def test_the_longest_rule_wins(rules: str, path: str, allowed: bool) -> None:
    assert allows(f"User-agent: *\n{rules}\n", path) is allowed


def test_groups_of_one_agent_are_joined() -> None:
    text = "User-agent: watchdesk\nDisallow: /a\n\nUser-agent: watchdesk\nDisallow: /b"
    assert not allows(text, "/a")
    assert not allows(text, "/b")


def test_delay_and_sitemaps_are_read_and_the_delay_is_capped() -> None:
    text = b"Sitemap: https://news.example/s.xml\nUser-agent: *\nCrawl-delay: 9999\nDisallow:"
    robots = read(text, "watchdesk")
    assert (robots.delay_seconds, robots.sitemaps) == (60.0, ("https://news.example/s.xml",))


@pytest.mark.parametrize("delay", ["-1", "soon", "nan", "inf", "0"])
def test_a_delay_that_is_none_is_none_or_capped(delay: str) -> None:
    seconds = read(f"User-agent: *\nCrawl-delay: {delay}".encode(), "x").delay_seconds
    assert seconds in {None, 60.0}


@pytest.mark.parametrize(
    "body", [b"", b"<html>404</html>", b"\xff\xfe\x00", b":\n:::\n", b"\xef\xbb\xbf"]
)
def test_junk_forbids_nothing(body: bytes) -> None:
    assert read(body, "watchdesk").allows("https://news.example/x")
    assert NO_RULES.allows("https://news.example/x")


def test_a_byte_order_mark_hides_no_rule() -> None:
    assert not read(b"\xef\xbb\xbfUser-agent: *\nDisallow: /x", "w").allows("https://h.example/x")


def test_a_hostile_pattern_costs_little() -> None:
    robots = read(b"User-agent: *\nDisallow: /" + b"*a" * 50_000 + b"$", "watchdesk")
    began = time.process_time()
    robots.allows("https://news.example/" + "a" * 4000)
    assert time.process_time() - began < 0.5
