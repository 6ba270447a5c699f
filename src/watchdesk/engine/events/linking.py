"""Fill the roles of an event from the phrases around its words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from watchdesk.engine.events.fitting import traits_of
from watchdesk.engine.events.members import Members
from watchdesk.engine.events.reading import Phrase, Reading
from watchdesk.engine.events.rules import Rule
from watchdesk.engine.events.scene import Scene
from watchdesk.engine.records import STATE_ORGANS, Entity, Filler, Mention, Span

Roles = dict[str, tuple[Filler, ...]]
PEOPLE = frozenset({"person", "group"})
SUFFERING = frozenset({"target", "perpetrator"})
ELSE = " else"
"""Ending of a place whose phrases count only where those of the place itself fit no role."""
APPOSED = 9
"""Words after a comma within which a name may follow the words for its bearer."""
COUNTED = 7
"""Words after "dozens" within which those counted are named."""
READ_ANYWAY = frozenset({"charge", "article", "sentence", "method"})
"""Roles that are read from the words around every act, with a frame or without."""
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
            names = rule.pattern.frame[place.removesuffix(ELSE)]
            if place.endswith(ELSE):
                self.fill_one(rule, names, (phrases, reading.form), roles)
            elif not self.fill(rule, names, (phrases, reading.form), roles):
                return None
        if reading.form == "noun":
            drop_counts(roles, reading.slots.get("compound", ()), self.scene)
        if self.by_no_one(rule, reading, roles):
            return None
        if any(role not in roles for role in rule.pattern.must if framed(rule, role)):
            return None
        return {role: tuple(distinct(fillers)) for role, fillers in roles.items()}

    def fill(
        self,
        rule: Rule,
        names: Sequence[str],
        placed: tuple[Sequence[Phrase], str],
        roles: dict[str, list[Filler]],
    ) -> bool:
        """Put each phrase into the first role that takes it; False where one is refused."""
        phrases, form = placed
        for phrase in phrases:
            for name in names:
                found = self.filler(rule, name, phrase, form)
                if found is Verdict.REFUSED:
                    return False
                if isinstance(found, Filler):
                    roles.setdefault(name, []).extend([found, *self.named(rule, name, phrase)])
                    break
        return True

    def fill_one(
        self,
        rule: Rule,
        names: Sequence[str],
        placed: tuple[Sequence[Phrase], str],
        roles: dict[str, list[Filler]],
    ) -> None:
        """Put the nearest phrase that fits into a role that is still empty."""
        phrases, form = placed
        for name in names:
            if name in roles or name not in rule.fits:
                continue
            found = (self.filler(rule, name, phrase, form) for phrase in phrases)
            fitting = next((f for f in found if isinstance(f, Filler) and f.entity), None)
            if fitting:
                roles[name] = [fitting]

    def by_no_one(self, rule: Rule, reading: Reading, roles: Mapping[str, list[Filler]]) -> bool:
        """Tell whether something without a will does it: "the storm damaged", "the heat killed"."""
        doers = reading.slots.get("subject", ()) or reading.slots.get("agent", ())
        names = rule.pattern.frame.get("subject", ())
        if any(name in roles for name in names):
            return False
        words = self.scene.words.folded
        return any(words[phrase.head] in self.scene.without_will for phrase in doers)

    def named(self, rule: Rule, role: str, phrase: Phrase) -> list[Filler]:
        """Give the people a group is made of, where they are listed beside it."""
        allowed = rule.fits.get(role)
        mention = self.mention(phrase)
        several = mention is None or mention.kind == "group" or mention.number == "plur"
        if allowed is None or not allowed.kinds & PEOPLE or not several:
            return []
        sentence = self.scene.places(self.scene.sentence_at(phrase.start))
        if self.scene.words.folded[phrase.head] in self.stand_ins:
            found = self.members.of_those(phrase, sentence)
        else:
            found = self.members.after(phrase, sentence[1])
        return [Filler(m.span, self.scene.text(m.span), m.entity) for m in found]

    @cached_property
    def stand_ins(self) -> frozenset[str]:
        """Words for people who are named elsewhere in the sentence ("those")."""
        return self.scene.lexicon.words("stand_ins")

    @cached_property
    def members(self) -> Members:
        return Members(self.scene)

    def filler(self, rule: Rule, role: str, phrase: Phrase, form: str) -> Filler | Verdict:
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
        if (
            entity
            and role in SUFFERING
            and form == "participle"
            and STATE_ORGANS & traits_of(entity)
        ):
            return Verdict.SKIPPED  # "police fired to ..." is no police fired by anybody
        if mention and entity and allowed.allows(entity, words):
            where = span if mention.form == "noun" and mention.head in span else mention.span
            return Filler(where, self.scene.text(where), entity.id)
        stands_for_people = bool(allowed.kinds & PEOPLE) and self.is_people(phrase, entity)
        if stands_for_people or allowed.allows(None, words):
            return Filler(span, self.scene.text(span))
        return Verdict.SKIPPED

    def mention(self, phrase: Phrase) -> Mention | None:
        """Give the mention a phrase is about: that of its head, or the name set beside it."""
        heads = self.scene.heads
        found = self.best(heads.get(phrase.head, ()))
        if found is None:
            found = self.counted(phrase) or self.inside(phrase)
        if found and found.form != "name" and not self.scene.entities[found.entity].name:
            return self.name_beside(phrase) or found
        return found

    def best(self, mentions: Sequence[Mention]) -> Mention | None:
        return max(mentions, key=lambda m: (m.form == "name", m.span.start), default=None)

    def inside(self, phrase: Phrase) -> Mention | None:
        """Give a name or several people in a phrase that ends otherwise: "activists traitors"."""
        places = range(phrase.start, phrase.end)
        within = [m for place in places for m in self.scene.heads.get(place, ())]
        return next((m for m in reversed(within) if m.form == "name" or m.number == "plur"), None)

    def counted(self, phrase: Phrase) -> Mention | None:
        """Give the people of "dozens of people", "one of the activists"."""
        words = self.scene.words.folded
        if phrase.end + 1 >= len(words) or words[phrase.end] not in self.owners:
            return None
        if not self.stands_for_people(phrase):
            return None
        for place in range(phrase.end + 1, min(phrase.end + COUNTED, len(words))):
            if place in self.scene.heads:
                return self.best(self.scene.heads[place])
        return None

    def name_beside(self, phrase: Phrase) -> Mention | None:
        """Give the name in "his wife, the feminist activist Asel Bek, was ..."."""
        words = self.scene.words
        if phrase.end + 1 >= len(words) or words.folded[phrase.end] != ",":
            return None
        for place in range(phrase.end + 1, min(phrase.end + APPOSED, len(words))):
            if words.folded[place] in {",", ".", "("}:
                return None
            name = self.members.name_at(place)
            if name:
                _, after = self.scene.places(name.span)
                closed = after >= len(words) or words.folded[after] in {",", ".", "("}
                return name if closed else None
        return None

    def is_people(self, phrase: Phrase, entity: Entity | None) -> bool:
        """Tell whether a phrase that is no mention stands for people: "three others", "he"."""
        return entity is None and (self.stands_for_people(phrase) or self.is_name(phrase))

    def stands_for_people(self, phrase: Phrase) -> bool:
        head = self.scene.words.folded[phrase.head]
        counted = head in self.numbers or head[0].isdigit()
        return counted or head in self.people_words or self.scene.is_somebody(head)

    def is_name(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is written like a name that nobody knows."""
        words, text = self.scene.words, self.scene.article.text
        return phrase.head > 0 and text[words.starts[phrase.head]].isupper()

    @cached_property
    def owners(self) -> frozenset[str]:
        return frozenset(self.scene.lexicon.table("grammar").get("genitive", ()))

    @cached_property
    def people_words(self) -> frozenset[str]:
        return self.scene.lexicon.words("people_words")

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        return self.scene.lexicon.table("numbers")


def framed(rule: Rule, role: str) -> bool:
    """Tell whether a role is found by its place in the clause, and nowhere else."""
    frame = rule.pattern.frame
    if role in READ_ANYWAY:
        return False
    return role not in frame.get("topic", ()) and any(role in names for names in frame.values())


def drop_counts(roles: dict[str, list[Filler]], compound: Sequence[Phrase], scene: Scene) -> None:
    """Leave out a number that stands before a noun: nobody acts in "10,000 arrests"."""
    spans = {scene.span(phrase.start, phrase.end) for phrase in compound}
    for role in list(roles):
        roles[role] = [f for f in roles[role] if f.entity or f.span not in spans]
        if not roles[role]:
            del roles[role]


def places_for(rule: Rule, reading: Reading) -> Iterator[tuple[str, Sequence[Phrase]]]:
    """Give the places of a reading for which the pattern has a role."""
    frame = rule.pattern.frame
    shadowed = {NOUN_FORMS[p] for p in NOUN_FORMS if reading.form == "noun" and p in frame}
    last = [place for place in reading.slots if place.endswith(ELSE)]
    for place in [*(p for p in reading.slots if not p.endswith(ELSE)), *last]:
        if place.removesuffix(ELSE) in frame and place not in shadowed:
            yield place, reading.slots[place]


def distinct(fillers: Sequence[Filler]) -> Iterator[Filler]:
    """Leave out a filler whose entity, or span, was given before."""
    seen: set[str | Span] = set()
    for filler in fillers:
        key = filler.entity or filler.span
        if key not in seen:
            seen.add(key)
            yield filler
