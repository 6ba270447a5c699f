"""The feeds of the public site: Atom and JSON Feed.

Source: RFC 4287 (Atom); https://www.jsonfeed.org/version/1.1/.
"""

import json
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from watchdesk.newsroom.publish.records import Site, SitePost
from watchdesk.newsroom.publish.wording import country

MOST_ITEMS = 50
ATOM = "http://www.w3.org/2005/Atom"


def atom(site: Site, posts: Sequence[SitePost], path: str, of: str = "") -> bytes:
    """Write an Atom feed of posts, newest first; `of` names a part of the site."""
    ET.register_namespace("", ATOM)
    feed = ET.Element(_name("feed"), {"{http://www.w3.org/XML/1998/namespace}lang": "en"})
    _text(feed, "id", site.base_url + path)
    _text(feed, "title", f"{site.title}: {of}" if of else site.title)
    _text(feed, "subtitle", site.mission)
    stamps = [p.corrected_at or p.published_at for p in posts[:MOST_ITEMS]]
    _text(feed, "updated", (max(stamps) if stamps else site.generated_at).isoformat())
    ET.SubElement(feed, _name("link"), rel="self", href=site.base_url + path)
    ET.SubElement(feed, _name("link"), rel="alternate", href=site.base_url + "/")
    _text(ET.SubElement(feed, _name("author")), "name", site.title)
    for post in posts[:MOST_ITEMS]:
        _entry(feed, site, post)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="utf-8")


def _entry(feed: ET.Element, site: Site, post: SitePost) -> None:
    entry = ET.SubElement(feed, _name("entry"))
    address = f"{site.base_url}/posts/{post.slug}/"
    _text(entry, "id", address)
    _text(entry, "title", post.title)
    ET.SubElement(entry, _name("link"), rel="alternate", type="text/html", href=address)
    _text(entry, "published", post.published_at.isoformat())
    _text(entry, "updated", (post.corrected_at or post.published_at).isoformat())
    _text(ET.SubElement(entry, _name("author")), "name", post.author or site.title)
    _text(entry, "summary", post.standfirst)
    _text(entry, "content", _body(site, post)).set("type", "html")
    for label in [*map(country, post.countries), *post.themes]:
        ET.SubElement(entry, _name("category"), term=label)


def _body(site: Site, post: SitePost) -> str:
    if not post.image:
        return post.body_html
    alt = post.image.alt.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return f'<p><img src="{site.base_url}{post.image.path}" alt="{alt}"></p>{post.body_html}'


def _name(tag: str) -> str:
    return f"{{{ATOM}}}{tag}"


def _text(parent: ET.Element, tag: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, _name(tag))
    child.text = "".join(c for c in text if c >= " " or c in "\n\t")
    return child


def json_feed(site: Site) -> bytes:
    """Write the JSON Feed of the newest posts."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.title,
        "description": site.mission,
        "home_page_url": site.base_url + "/",
        "feed_url": site.base_url + "/feed.json",
        "language": "en",
        "items": [_item(site, post) for post in site.posts[:MOST_ITEMS]],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def _item(site: Site, post: SitePost) -> dict[str, object]:
    item: dict[str, object] = {
        "id": f"{site.base_url}/posts/{post.slug}/",
        "url": f"{site.base_url}/posts/{post.slug}/",
        "title": post.title,
        "summary": post.standfirst,
        "content_html": post.body_html,
        "date_published": post.published_at.isoformat(),
        "tags": [*map(country, post.countries), *post.themes],
    }
    if post.corrected_at:
        item["date_modified"] = post.corrected_at.isoformat()
    if post.author:
        item["authors"] = [{"name": post.author}]
    if post.image:
        item["image"] = site.base_url + post.image.path
    return item
