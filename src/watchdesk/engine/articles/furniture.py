"""Drop the paragraphs of a page that are none of its article: links, appeals, credits, copies."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from watchdesk.engine.text.normalise import line
from watchdesk.engine.text.plain_yaml import read

SHORT_LINE = 200
"""Characters; a longer paragraph that begins with "Read more" tells something as well."""
SHORT_HEADING = 60
LONGEST_TAIL = 0.15
"""Share of the text; what is longer is told by the article itself."""
LONG_COPY = 150
"""Letters; a shorter paragraph may be said twice (the question of an interview)."""
MOST_LOST = 0.5
"""Share of the text; where more looks like furniture it is a page of lists, and all is kept."""
FIRST_PARAGRAPHS = 3
BULLET = re.compile(r"^[-•*·▪►▶→|]+\s+(?=\S)")
WORDLESS = re.compile(r"[\W\d_]*")
TITLE_END = re.compile(r"\s+[|–—•·-]\s+[^|–—•·]{2,40}$")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What this page is known to show beside its text: its title, and the words of its links."""

    title: str
    links: frozenset[str]


@cache
def _phrases(kind: str) -> re.Pattern[str]:
    lists = read(files(__package__) / "furniture.yaml")[kind].values()
    words = sorted({word for listed in lists for word in listed}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def clean(text: str, furniture: Furniture) -> str:
    """Give text, in paragraphs parted by an empty line, without furniture and the title."""
    said = [BULLET.sub("", paragraph) for paragraph in text.split("\n\n")]
    kept = list(_kept(_without_tail(said), furniture))
    whole = sum(map(len, said))
    if sum(map(len, kept)) < (1 - MOST_LOST) * whole:
        kept = [paragraph for paragraph in said if paragraph]
    return "\n\n".join(kept)


def _kept(said: Sequence[str], furniture: Furniture) -> Iterator[str]:
    title = _folded(TITLE_END.sub("", furniture.title))
    seen: list[str] = []
    for place, paragraph in enumerate(said):
        folded = _folded(paragraph)
        copy = folded in (seen if len(folded) >= LONG_COPY else seen[-1:])
        seen.append(folded)
        is_title = place < FIRST_PARAGRAPHS and folded and folded == title
        if folded and not copy and not is_title and not _is_furniture(paragraph, furniture):
            yield paragraph


def _is_furniture(paragraph: str, furniture: Furniture) -> bool:
    if WORDLESS.fullmatch(paragraph) or line(paragraph) in furniture.links:
        return True
    short = len(paragraph) <= SHORT_LINE
    return short and bool(_phrases("lines").match(paragraph.lower()))


def _without_tail(said: Sequence[str]) -> Sequence[str]:
    whole, before = sum(map(len, said)), 0
    for place, paragraph in enumerate(said):
        small = whole - before <= LONGEST_TAIL * whole
        if small and len(paragraph) <= SHORT_HEADING and _phrases("tails").match(paragraph.lower()):
            return said[:place]
        before += len(paragraph)
    return said


def _folded(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())
