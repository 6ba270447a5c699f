"""Find the headline of a page."""

import re
from collections.abc import Iterator

from watchdesk.engine.articles.page import Page
from watchdesk.engine.text.normalise import line

SUFFIX = re.compile(r"\s+(?:[|–—•·:»]|-|::|\\)\s+(?=[^|–—•·»]{2,60}$)")
"""What parts a headline from the name of its outlet."""
ALIKE = 0.4
"""Share of the words of a heading and of the page's own title that both must have."""
FEWEST_WORDS = 3
LONGEST = 300


def title_of(page: Page) -> str:
    """Give the heading that repeats what the page says of itself (JSON-LD, og, <title>), else that.

    The name of the outlet that titles carry behind a bar or dash is cut off, and so is what a
    heading says before the title proper.  "" where there is none.
    """
    told = list(dict.fromkeys(_told(page)))
    main = without_outlet(told[0], told[1:]) if told else ""
    outlet = {line(page.meta("og:site_name") or "").lower(), _outlet(told[-1]) if told else ""}
    headings = [words for words in _headings(page) if words.lower() not in outlet]
    best = max(headings, key=lambda words: _alike(words, main), default="")
    if main and _alike(best, main) >= ALIKE:
        return next((t for t in told[:-1] if _ends_with(best, t)), best)
    first = headings[0] if headings else ""
    return first if not main or first.count(" ") + 1 >= FEWEST_WORDS else main


def _headings(page: Page) -> Iterator[str]:
    """Yield the headings of the page, the highest rank first."""
    for rank in ("h1", "h2"):
        for heading in page.tree.iter(rank):
            words = line(heading.text_content())
            if words and len(words) <= LONGEST:
                yield words


def _outlet(title: str) -> str:
    """Give what stands behind the last bar or dash of a title, in small letters."""
    parts = SUFFIX.split(title)
    return parts[-1].lower() if len(parts) > 1 else ""


def _ends_with(heading: str, title: str) -> bool:
    return title.count(" ") >= FEWEST_WORDS and heading != title and heading.endswith(title)


def _told(page: Page) -> Iterator[str]:
    for raw in page.linked_data:
        if isinstance(headline := raw.get("headline"), str) and line(headline):
            yield line(headline)
    for name in ("og:title", "twitter:title", "dc.title"):
        if said := page.meta(name):
            yield line(said)
    element = page.tree.find(".//title")
    if element is not None and (words := line(element.text_content())):
        yield words


def _alike(a: str, b: str) -> float:
    """Give the share of the words of both that both have, order aside."""
    ours, theirs = _words(a), _words(b)
    return len(ours & theirs) / len(ours | theirs) if ours and theirs else 0.0


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


def without_outlet(title: str, others: list[str]) -> str:
    """Cut off the outlet's name, where another telling of the title has it not or the cut is clear.

    >>> without_outlet("Reporter freed | The Tribune", [])
    'Reporter freed'
    """
    for other in others:
        if title.startswith(other) and len(other) < len(title):
            return other
    parts = SUFFIX.split(title)
    return (
        line(title[: len(title) - len(parts[-1])].rstrip(" |–—•·:»-\\"))
        if len(parts) > 1
        else title
    )
