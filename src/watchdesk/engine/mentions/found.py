"""What the finders of this room hand to one another before entities are made."""

from dataclasses import dataclass

from watchdesk.engine.mentions.words import NounClass, Pronoun
from watchdesk.engine.records import EntityKind


@dataclass(frozen=True, slots=True)
class Found:
    """One mention as words [start, end) of the article; `head` is the number of its main word.

    A name has `name` (its base form) and may have `actor`; a noun has `noun`; a pronoun `pronoun`.
    `at_least` and `at_most` count those meant; `definite` is the kind of determiner.
    """

    start: int
    end: int
    kind: EntityKind
    head: int
    lemma: str
    name: str = ""
    noun: NounClass | None = None
    pronoun: Pronoun | None = None
    number: str | None = None
    case: str | None = None
    oblique: bool = False
    """Whether the form can be no subject."""
    actor: str | None = None
    determiner: str | None = None
    at_least: int | None = None
    at_most: int | None = None
    sex: str | None = None
    countries: tuple[str, ...] = ()
    """Countries that its own words name ("a Kazakh court")."""
    also: tuple[str, ...] = ()
    """Other folded base forms that the name can have."""
    described: tuple[int, int] | None = None
    """Words of the noun with what belongs to it, without determiner: "министра внутренних дел"."""
    title: tuple[int, int] | None = None
    """Words before a name that say what its bearer is, without being a mention of their own."""
