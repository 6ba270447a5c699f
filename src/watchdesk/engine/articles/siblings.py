"""Find the rest of a text that a page keeps in several boxes of one make."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from watchdesk.engine.text.normalise import line

BLOCKS = ("p", "h2", "h3", "li", "blockquote")
LONG_CHARACTERS = 60
"""Shorter blocks do not show which box holds the text."""
MOST_LINKED = 0.5
"""Share of a block's characters that may be links."""
LEAST_MISSING = 0.3
MOST_MISSING = 4.0
"""The rest must be that long beside what was found, and no longer: then it is other articles."""
LEAST_KEPT = 0.8
"""Share of what was found that the boxes must hold."""


@dataclass(frozen=True, slots=True)
class _Block:
    words: str
    box: HtmlElement
    found: bool


def whole(tree: HtmlElement, found: str) -> str | None:
    """Give the text of all boxes like the one most of `found` stands in; None where it is whole."""
    blocks = _blocks(tree, _folded(found))
    boxes = max(blocks.values(), key=lambda many: _length(many, found=True), default=())
    got, missing = _length(boxes, found=True), _length(boxes, found=False)
    if got < LEAST_KEPT * len(found) or not LEAST_MISSING * got < missing < MOST_MISSING * got:
        return None
    if len({id(block.box) for block in boxes}) == 1:
        return None
    return "\n".join(block.words for block in boxes)


def _blocks(tree: HtmlElement, found: str) -> dict[tuple[str, str], list[_Block]]:
    """Give the blocks of text by tag and class of their box, if it has a class."""
    blocks = defaultdict(list)
    for element in tree.iter(*BLOCKS):
        box = element.getparent()
        made = (box.get("class") or "").strip() if box is not None else ""
        words = line(element.text_content())
        if made and words and not _is_links(element, words):
            blocks[str(box.tag), made].append(_Block(words, box, _folded(words) in found))
    return blocks


def _length(blocks: Sequence[_Block], *, found: bool) -> int:
    words = (block.words for block in blocks if block.found == found)
    return sum(len(said) for said in words if len(said) >= LONG_CHARACTERS)


def _is_links(element: HtmlElement, words: str) -> bool:
    linked = sum(len(line(link.text_content())) for link in element.iter("a"))
    return linked > MOST_LINKED * len(words)


def _folded(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())
