"""Make a sentence ready to be read by the order of its words: each word with its class."""

from watchdesk.engine.events.grammar import Grammar
from watchdesk.engine.events.positional.sentence import Sentence
from watchdesk.engine.events.scene import Scene
from watchdesk.engine.records import Span
from watchdesk.engine.text import tagging
from watchdesk.engine.text.tagging import SEVERAL

HEADING = 0.6
"""Share of capitalised words from which a line is a heading in capitals."""


def sentence(scene: Scene, known: Grammar, span: Span) -> Sentence:
    """Give the sentence of an article, tagged and ready to be cut into chunks."""
    start, end = scene.places(span)
    words = scene.words.folded[start:end]
    letters = tagging.tag(words, known.classes, settled(scene, span), capitals(scene, start, end))
    return Sentence(
        words,
        letters,
        start,
        agents=known.agents,
        owners=known.owners,
        light=known.light,
        ends=ends(scene, span),
        factive=known.factive,
    )


def settled(scene: Scene, span: Span) -> dict[int, str]:
    """Give the places of a sentence whose class its mentions settle, from its first word on."""
    first, _ = scene.places(span)
    found: dict[int, str] = {}
    for mention in scene.mentions_in(span):
        start, end = scene.places(mention.span)
        if mention.form == "name":
            found |= {place - first: "M" for place in range(start, end)}
        elif mention.form == "noun":
            head, _ = scene.places(mention.head)
            several = mention.number == "plur" or mention.kind == "group"
            found[head - first] = SEVERAL if several else "N"
    return found


def ends(scene: Scene, span: Span) -> frozenset[int]:
    """Give the places of the last words of people's names."""
    first, _ = scene.places(span)
    found = (m for m in scene.mentions_in(span) if m.form == "name" and m.kind == "person")
    return frozenset(scene.places(mention.span)[1] - 1 - first for mention in found)


def capitals(scene: Scene, start: int, end: int) -> list[bool]:
    """Tell which words begin with a capital; none does where nearly all do, as in a heading."""
    text = scene.article.text
    found = [text[place].isupper() for place in scene.words.starts[start:end]]
    return found if sum(found) < HEADING * len(found) else [False] * len(found)
