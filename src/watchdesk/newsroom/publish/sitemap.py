"""The files for machines that crawl: sitemap.xml and robots.txt.

Source: https://www.sitemaps.org/protocol.html; RFC 9309.
"""

from xml.etree import ElementTree as ET

from watchdesk.newsroom.publish.records import Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(site: Site) -> bytes:
    """List every post and case with the day it last changed."""
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(f"{{{NAMESPACE}}}urlset")
    places = [("/", site.generated_at)]
    places += [(f"/posts/{p.slug}/", p.corrected_at or p.published_at) for p in site.posts]
    places += [(f"/cases/{c.slug}/", c.updated_at) for c in site.cases]
    for path, changed in places:
        url = ET.SubElement(root, f"{{{NAMESPACE}}}url")
        ET.SubElement(url, f"{{{NAMESPACE}}}loc").text = site.base_url + path
        ET.SubElement(url, f"{{{NAMESPACE}}}lastmod").text = changed.date().isoformat()
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="utf-8")


def robots(site: Site) -> bytes:
    """Let everybody in, and name the sitemap."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.base_url}/sitemap.xml\n".encode()
