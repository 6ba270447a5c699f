"""Fill the roles of an event from the phrases around its words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from watchdesk.engine.events.reading import Phrase, Reading
from watchdesk.engine.events.rules import Rule
from watchdesk.engine.events.scene import Scene
from watchdesk.engine.records import Entity, Filler, Mention, Span

Roles = dict[str, tuple[Filler, ...]]
PEOPLE = frozenset({"person", "group"})
NOUN_FORMS = {"genitive": "object", "agent": "subject"}
"""Where a pattern has a frame for this place of a noun, that for a verb's place does not hold."""


class Verdict(Enum):
    """What comes of a phrase that does not fill its role."""

    SKIPPED = "another phrase may fill the role"
    REFUSED = "the words do not speak of this type"


@dataclass(frozen=True)
class Linker:
    """Links the phrases of one article to the roles of one rule."""

    scene: Scene

    def link(self, rule: Rule, reading: Reading) -> Roles | None:
        """Give the fillers of each role; None where the rule does not speak of its type here."""
        roles: dict[str, list[Filler]] = {}
        for place, phrases in places_for(rule, reading):
            for names in [rule.pattern.frame[place]]:
                if not self.fill(rule, names, phrases, roles):
                    return None
        if any(role not in roles for role in rule.pattern.must if framed(rule, role)):
            return None
        return {role: tuple(distinct(fillers)) for role, fillers in roles.items()}

    def fill(
        self,
        rule: Rule,
        names: Sequence[str],
        phrases: Sequence[Phrase],
        roles: dict[str, list[Filler]],
    ) -> bool:
        """Put each phrase into the first role that takes it; False where one is refused."""
        for phrase in phrases:
            for name in names:
                found = self.filler(rule, name, phrase)
                if found is Verdict.REFUSED:
                    return False
                if isinstance(found, Filler):
                    roles.setdefault(name, []).append(found)
                    break
        return True

    def filler(self, rule: Rule, role: str, phrase: Phrase) -> Filler | Verdict:
        span = self.scene.span(phrase.start, phrase.end)
        words = self.scene.words.folded[phrase.start : phrase.end]
        mention = self.mention(phrase)
        entity = self.scene.entities.get(mention.entity) if mention else None
        never = rule.never.get(role)
        if never and never.allows(entity, words):
            return Verdict.REFUSED
        allowed = rule.fits.get(role)
        if allowed is None:
            return Filler(span, span.of(self.scene.article.text))
        if mention and entity and allowed.allows(entity, words):
            return Filler(mention.span, self.scene.text(mention.span), entity.id)
        stands_for_people = bool(allowed.kinds & PEOPLE) and self.is_people(phrase, entity)
        if stands_for_people or allowed.allows(None, words):
            return Filler(span, self.scene.text(span))
        return Verdict.SKIPPED

    def mention(self, phrase: Phrase) -> Mention | None:
        """Give the mention a phrase is about: that of its head, or the name set beside it."""
        span = self.scene.span(phrase.start, phrase.end)
        inside = self.scene.mentions_in(span)
        head = self.scene.words.starts[phrase.head]
        at_head = [m for m in inside if m.span.start <= head < m.span.end]
        found = max(at_head, key=lambda m: (m.form == "name", m.span.start), default=None)
        if found is None:
            found = inside[-1] if inside and not at_head else None
        if found and found.form != "name" and not self.scene.entities[found.entity].name:
            return self.name_beside(phrase) or found
        return found

    def name_beside(self, phrase: Phrase) -> Mention | None:
        """Give the name in "his wife, Asel Bek, was ..."."""
        words = self.scene.words
        if phrase.end + 1 >= len(words) or words.folded[phrase.end] != ",":
            return None
        start = words.starts[phrase.end + 1]
        for mention in self.scene.mentions_in(Span(start, start + 1)):
            _, after = self.scene.places(mention.span)
            closed = after >= len(words) or words.folded[after] in {",", ".", "("}
            if mention.form == "name" and mention.kind == "person" and closed:
                return mention
        return None

    def is_people(self, phrase: Phrase, entity: Entity | None) -> bool:
        """Tell whether a phrase that is no mention stands for people: "three others", "he"."""
        head = self.scene.words.folded[phrase.head]
        return entity is None and (
            head in self.people_words or head in self.numbers or head.isdigit()
        )

    @cached_property
    def people_words(self) -> frozenset[str]:
        return self.scene.lexicon.words("people_words")

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        return self.scene.lexicon.table("numbers")


def framed(rule: Rule, role: str) -> bool:
    """Tell whether a role is found by its place in the clause."""
    return any(role in names for names in rule.pattern.frame.values())


def places_for(rule: Rule, reading: Reading) -> Iterator[tuple[str, Sequence[Phrase]]]:
    """Give the places of a reading for which the pattern has a role."""
    frame = rule.pattern.frame
    shadowed = {NOUN_FORMS[p] for p in NOUN_FORMS if reading.form == "noun" and p in frame}
    for place, phrases in reading.slots.items():
        if place in frame and place not in shadowed:
            yield place, phrases


def distinct(fillers: Sequence[Filler]) -> Iterator[Filler]:
    """Leave out a filler whose entity, or span, was given before."""
    seen: set[str | Span] = set()
    for filler in fillers:
        key = filler.entity or filler.span
        if key not in seen:
            seen.add(key)
            yield filler
