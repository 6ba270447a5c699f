"""The thing that several mentions speak of, while an article is being read."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.words import NounClass
from watchdesk.engine.records import EntityKind

MOST = 0.7
"""Share of the pronouns that must agree on the sex of somebody whose name does not tell it."""


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one thing; it grows while the article is read, and becomes one Entity."""

    kind: EntityKind
    found: list[Found] = field(default_factory=list)
    appositions: list[Found] = field(default_factory=list)
    """Nouns beside its name that are no mentions of their own ("activist Ann Lee")."""
    members: list["Cluster"] = field(default_factory=list)
    bodies: list["Cluster"] = field(default_factory=list)
    """What a person belongs to, as the article tells it."""

    @property
    def name(self) -> str:
        """Give the fullest name met; empty where none was."""
        return max((f.name for f in self.found), key=lambda n: (n.count(" "), -len(n)), default="")

    @property
    def nouns(self) -> Iterator[NounClass]:
        """Give the classes of all nouns that it is called by."""
        return (f.noun for f in (*self.appositions, *self.found) if f.noun)

    @property
    def sex(self) -> str | None:
        """Give the sex that full names tell, else all names and nouns, else most pronouns."""
        whole = {f.sex for f in self.found if f.sex and " " in f.name}
        if len(whole) == 1:
            return whole.pop()
        told: set[str] = set()
        said: list[str] = []
        for found in (*self.found, *self.appositions):
            if found.sex and found.pronoun:
                said.append(found.sex)
            elif found.sex:
                told.add(found.sex)
        if len(told) == 1:
            return told.pop()
        most = max(said, key=said.count, default=None)
        return most if most and said.count(most) >= MOST * len(said) else None

    @property
    def lemmas(self) -> set[str]:
        """Give the base forms of all nouns that it is called by."""
        return {f.lemma for f in (*self.appositions, *self.found) if f.noun}
