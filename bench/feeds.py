"""Measure the feed reader: python bench/feeds.py REAL_FEEDS_FOLDER [FEEDPARSER_FIXTURES_FOLDER].

Real feeds: none crashes; items and dates are compared with feedparser's.  feedparser's fixtures:
each expectation in a first comment that concerns titles, links, dates, text or enclosures is
checked against our records (words are compared as plain text, since ours are).
"""

import ast
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import feedparser

from watchdesk.engine.errors import UnreadableFeed
from watchdesk.engine.feeds.clean import plain
from watchdesk.engine.feeds.parse import parse
from watchdesk.engine.records import Feed, FeedItem

URL = "http://127.0.0.1:8097/tests/feed"
EXPECT = re.compile(r"Expect:\s*(.*?)\s*(?:\n\s*-->|-->|\n)", re.DOTALL)


def real(folder: Path) -> None:
    counts: Counter[str] = Counter()
    started = time.process_time()
    files = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix in (".xml", ".json") and ".serde." not in path.name
    )
    for path in files:
        body = path.read_bytes()
        try:
            ours: Feed | None = parse(body, URL)
        except UnreadableFeed as error:
            ours = None
            counts["refused"] += 1
            print(f"  {path.name}: {error.why}")
        theirs = feedparser.parse(body, response_headers={"content-location": URL})
        compare(path, ours, theirs, counts)
    print(
        f"real feeds: {len(files)} {dict(counts)} {time.process_time() - started:.1f} s with both"
    )


def compare(
    path: Path, ours: Feed | None, theirs: feedparser.FeedParserDict, counts: Counter[str]
) -> None:
    items = ours.items if ours else ()
    unaddressed = ours.unaddressed if ours else 0
    counts["feedparser items"] += len(theirs.entries)
    counts["our items"] += len(items)
    counts["unaddressed"] += unaddressed
    if len(items) + unaddressed < len(theirs.entries):
        print(
            f"  {path.name}: {len(items)} + {unaddressed} items, feedparser {len(theirs.entries)}"
        )
    by_url = {item.url: item for item in items}
    for entry in theirs.entries:
        item = by_url.get(entry.get("link", "").strip()) or by_url.get(entry.get("id", ""))
        wanted = entry.get("published_parsed") or entry.get("updated_parsed")
        if item and wanted:
            counts["dates"] += 1
            got = item.published or item.updated
            want = datetime(*wanted[:6], tzinfo=UTC)
            counts["dates equal"] += got == want
            if got != want:
                print(f"  {path.name}: date {got} feedparser {want} {entry.get('published')!r}")
        if item and plain(entry.get("title")) != item.title:
            print(f"  {path.name}: title {item.title!r} feedparser {entry.get('title')!r}")


def ours_of(feed: Feed, path: list[str | int]) -> object:
    """Find in our record what feedparser keeps at a path; KeyError where we hold no such thing."""
    match path:
        case ["feed", "title" | "title_detail", *rest] if rest in ([], ["value"]):
            return feed.title
        case ["feed", "link"]:
            return feed.home_url or ""
        case ["feed", "language"]:
            return feed.language
        case ["entries", int(place), *rest]:
            return ours_of_item(feed.items[place], rest)
    raise KeyError(path)


def ours_of_item(item: FeedItem, path: list[str | int]) -> object:  # noqa: PLR0911
    match path:
        case ["title"] | ["title_detail", "value"]:
            return item.title
        case ["link"]:
            return item.url
        case ["id" | "guid"]:
            return item.id
        case ["published_parsed" | "updated_parsed" as name]:
            moment = item.published if name == "published_parsed" else item.updated
            moment = moment or item.published
            return tuple(moment.timetuple())[:8] if moment else None
        case ["description" | "summary"] | ["summary_detail", "value"]:
            return item.summary or ""
        case ["content", 0, "value"]:
            return plain(item.content_html)
        case ["author"] | ["authors", 0, "name"]:
            return item.authors[0] if item.authors else None
        case ["authors", int(place), "name"]:
            return item.authors[place]
        case ["enclosures", int(), "url" | "href"]:
            return [image.url for image in item.images] + [item.url]
    raise KeyError(path)


def claims(text: str) -> Iterator[tuple[list[str | int], object]]:
    """Yield (path, value) for each `path == value` of an expectation."""
    try:
        tree = ast.parse(
            text.replace("not bozo and", "").replace("bozo and", "").strip(), mode="eval"
        )
    except SyntaxError:
        return
    nodes = tree.body.values if isinstance(tree.body, ast.BoolOp) else [tree.body]
    for node in nodes:
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq):
            try:
                yield path_of(node.left), ast.literal_eval(node.comparators[-1])
            except ValueError:
                continue


def path_of(node: ast.expr) -> list[str | int]:
    match node:
        case ast.Name(id=name):
            return [name]
        case ast.Attribute(value=inner, attr=name):
            return [*path_of(inner), name]
        case ast.Subscript(value=inner, slice=ast.Constant(value=key)):
            return [*path_of(inner), key]
    raise ValueError(node)


def fixtures(folder: Path) -> None:
    met: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.xml")):
        body = path.read_bytes()
        text = body.decode("utf-8", "replace")
        found = EXPECT.search(text)
        if not found:
            continue
        kind = str(path.relative_to(folder).parent)
        for where, wanted in claims(found.group(1)):
            try:
                got = ours_of(addressed(body, header(text)), where)
            except KeyError:
                continue
            except (UnreadableFeed, IndexError) as error:
                got = error  # an expectation that is not met
            all_[kind] += 1
            good = fits(got, wanted)
            met[kind] += good
            if not good:
                print(f"  {path.relative_to(folder)} {where}: {got!r:.90} expected {wanted!r:.90}")
    for kind in sorted(all_):
        print(f"{kind:28}{met[kind]:5} of {all_[kind]}")
    print(f"fixtures: {sum(met.values())} of {sum(all_.values())} expectations met")


def header(text: str) -> str | None:
    """Give the Content-Type that a fixture is to be served with."""
    found = re.search(r"^Header:\s*Content-Type:\s*(.+)$", text[:2000], re.M | re.I)
    return found.group(1) if found else None


def addressed(body: bytes, content_type: str | None) -> Feed:
    """Read a feed; give its items an address if they have none, for we leave such items out."""
    feed = parse(body, URL, content_type)
    if feed.items or not feed.unaddressed:
        return feed
    tag = (
        b"<link href='http://a.example/1'/>"
        if feed.kind == "atom"
        else b"<link>http://a.example/1</link>"
    )
    return parse(
        re.sub(rb"<(?:item|entry)[^<>]*>", lambda found: found.group() + tag, body),
        URL,
        content_type,
    )


def fits(got: object, wanted: object) -> bool:
    if isinstance(got, list):
        return wanted in got
    if isinstance(got, Exception):
        return False
    if isinstance(wanted, tuple):
        return got is not None and tuple(got)[:6] == wanted[:6]
    if isinstance(wanted, str) and isinstance(got, str):
        return plain(wanted) in (got, plain(got)) or got == wanted
    return bool(got == wanted)


if __name__ == "__main__":
    real(Path(sys.argv[1]))
    if len(sys.argv) > 2:
        fixtures(Path(sys.argv[2]))
