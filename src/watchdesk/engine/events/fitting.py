"""Tell whether a phrase may fill a role: what `only` and `never` of a pattern say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from watchdesk.engine.codebook.schema import EventType, Pattern
from watchdesk.engine.records import STATE_ORGANS, Entity
from watchdesk.engine.text.phrases import Element, Reader

ENTITY_KINDS = frozenset({"person", "group", "organisation", "place", "legal_instrument"})

ANYTHING = "*"
NOTHING = Element()


@dataclass(frozen=True, slots=True)
class Fit:
    """What a filler must be: of one of these kinds, or with a trait, or in one of these words."""

    kinds: frozenset[str] = frozenset()
    traits: frozenset[str] = frozenset()
    words: Element = NOTHING
    numbers: frozenset[str] | None = None
    """Words for numbers, where any counted phrase is allowed that is no mention; else None."""

    def allows(self, entity: Entity | None, words: Sequence[str]) -> bool:
        """Tell whether an entity (None: the phrase is no mention) in these words is allowed."""
        if self.numbers is not None and entity is None:
            return any(word[0].isdigit() or word in self.numbers for word in words)
        if entity and (entity.kind in self.kinds or self.traits & traits_of(entity)):
            return True
        return any(self.words.fits(word, {}) for word in words)


def traits_of(entity: Entity) -> frozenset[str]:
    """Give the kinds of person and of actor that an entity is."""
    said = entity.attributes
    actor = {said.actor_kind} if said.actor_kind else set()
    state = {"state"} if actor & STATE_ORGANS else set()
    return frozenset({*said.person_kinds, *actor, *state})


def fit(entries: Iterable[str], reader: Reader) -> Fit:
    """Read the entries of an `only` or `never`."""
    said = tuple(entries)
    kinds = frozenset(said) & ENTITY_KINDS
    traits = frozenset(s.removeprefix("is:") for s in said if s.startswith("is:"))
    words = [s for s in said if s not in ENTITY_KINDS | {ANYTHING} and not s.startswith("is:")]
    named = reader.element("|".join(words)) if words else NOTHING
    return Fit(kinds, traits, named, frozenset(reader.numbers) if ANYTHING in said else None)


def fits(type: EventType, pattern: Pattern, reader: Reader) -> Mapping[str, Fit]:
    """Give what may fill each role: what the pattern says, else the kinds of the type's role."""
    return {
        name: fit(pattern.only.get(name) or role.kinds, reader)
        for name, role in type.roles.items()
        if pattern.only.get(name) or role.kinds
    }
