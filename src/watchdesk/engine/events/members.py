"""Find the names of those a group stands for: "four men - A, B and C -", "those held include A".

Works on words and mentions alone, so that it serves every language with an `enumerations` section.
"""

from collections.abc import Iterator
from functools import cached_property

from watchdesk.engine.events.reading import Phrase
from watchdesk.engine.events.scene import Scene
from watchdesk.engine.records import Mention, Span

FARTHEST = 4
"""Words between two names of one list that are neither comma nor "and", at most."""
REACH = 15
"""Words after "those" within which a list of them may begin."""
MOST = 20
"""Names of one list, at most."""
LONG_REACH = 40
"""Words after a group within which "including" may begin a list of its members."""
DASHES = frozenset({"-", "–", "—", "--", ":", "("})
SIGNS = frozenset({",", ":", "-", "–", "—", "--", "("})


class Members:
    """Finds the named members of groups in one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    @cached_property
    def openers(self) -> frozenset[str]:
        """Words that begin a list of members ("namely", "including")."""
        return self.scene.lexicon.words("enumerations")

    @cached_property
    def joiners(self) -> frozenset[str]:
        """Words that stand between two members ("and")."""
        classes = self.scene.lexicon.table("classes")
        return frozenset(classes.get("conjunction", ())) | {",", ";"}

    def after(self, phrase: Phrase, sentence_end: int) -> list[Mention]:
        """Give the people named in a list that begins right after a phrase."""
        words = self.scene.words.folded
        place = phrase.end
        opened = False
        while place < sentence_end and (words[place] in SIGNS or words[place] in self.openers):
            opened = True
            place += 1
        if not opened:
            return self.farther(phrase.end, sentence_end)
        found = list(self.listed(place, sentence_end))
        if not found:
            return self.farther(phrase.end, sentence_end)
        bare = words[phrase.end] == "," and words[phrase.end + 1] not in self.openers
        return found if len(found) > 1 or not bare else []

    def farther(self, place: int, end: int) -> list[Mention]:
        """Give a list that begins later: "were held for a week, including A and B"."""
        words = self.scene.words.folded
        for at in range(place, min(place + LONG_REACH, end)):
            dash = words[at] in DASHES and at - place < REACH and self.name_at(at + 1) is not None
            if dash or words[at] in self.including:
                return list(self.listed(at + 1, end))
        return []

    @cached_property
    def including(self) -> frozenset[str]:
        """Words that begin a list of members wherever they stand ("including")."""
        return self.scene.lexicon.words("including")

    def of_those(self, phrase: Phrase, sentence: tuple[int, int]) -> list[Mention]:
        """Give who is meant by "those": "those held include A", "A and B were among those"."""
        words = self.scene.words.folded
        for place in range(phrase.end, min(phrase.end + REACH, sentence[1])):
            if words[place] in self.openers:
                return list(self.listed(place + 1, sentence[1]))
        if phrase.start > sentence[0] and words[phrase.start - 1] in self.openers:
            return self.before(phrase.start - 1, sentence[0])
        return []

    def before(self, place: int, start: int) -> list[Mention]:
        """Give the names of a list that ends before a place, but for words like "were"."""
        found: list[Mention] = []
        gap = 0
        while place > start and gap <= FARTHEST and len(found) < MOST:
            place -= 1
            name = self.name_at(place)
            if name:
                found.append(name)
                gap = 0
            elif self.scene.words.folded[place] not in self.joiners:
                gap += 1
        return found[::-1]

    def listed(self, place: int, end: int) -> Iterator[Mention]:
        """Give the names of people from a place on, as long as the list goes on."""
        words, gap, given, joined = self.scene.words.folded, 0, 0, True
        while place < end and gap <= FARTHEST and given < MOST:
            name = self.name_at(place)
            if name and joined:
                yield name
                _, place = self.scene.places(name.span)
                gap, given, joined = 0, given + 1, False
                continue
            if words[place] in self.joiners or words[place] in SIGNS:
                gap, joined = 0, True
            else:
                gap += 1
            place += 1

    def name_at(self, place: int) -> Mention | None:
        """Give the name of a person that begins at a place."""
        if place >= len(self.scene.words):
            return None
        start = self.scene.words.starts[place]
        found = self.scene.mentions_in(Span(start, start + 1))
        return next((m for m in found if m.form == "name" and m.kind == "person"), None)
