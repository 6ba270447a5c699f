"""Find who stands in which place of a clause by case: subject, object, what prepositions govern."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from watchdesk.engine.events.cased.clauses import FINITE, Clause
from watchdesk.engine.events.cased.forms import Form, Shapes
from watchdesk.engine.events.cased.groups import groups
from watchdesk.engine.events.cased.row import Group, Row
from watchdesk.engine.events.reading import Phrase

Slots = defaultdict[str, tuple[Phrase, ...]]
ANTECEDENTS = 4
"""Groups before a relative pronoun that it can stand for."""


@dataclass(frozen=True)
class Sentence:
    """A sentence made ready; `offset` is the place of its first word in the article."""

    row: Row
    offset: int
    shapes: Shapes

    @cached_property
    def groups(self) -> list[Group]:
        return groups(self.row)

    def phrases(self, chosen: Sequence[Group]) -> tuple[Phrase, ...]:
        by = self.offset
        starts = (g.start if g.told is None else g.told for g in chosen)
        return tuple(
            Phrase(start + by, g.end + by, g.head + by)
            for start, g in zip(starts, chosen, strict=True)
        )

    def with_verb(self, place: int) -> "Sentence":
        """Give the sentence with a word that looks like a noun read as a verb: «начала»."""
        words = [*self.row.words]
        if self.row.kind(place - 1) not in {"P", "A", "#"}:
            words[place] = self.shapes.verb(self.row.texts[place])
        return replace(self, row=replace(self.row, words=words))

    def at(self, place: int) -> Group | None:
        """Give the group that holds a word."""
        return next((g for g in self.groups if g.start <= place < g.end), None)

    def whole_list(self, group: Group) -> list[Group]:
        """Give a group with those listed after it; the names in their place where they follow."""
        named = None if group.named else self.names_after(group)
        if named:
            return self.whole_list(named)
        first = self.groups.index(group)
        listed = [group, *(g for g in self.groups if g.list_of == first)]
        return listed if group.named else listed + self.included(listed[-1])

    def included(self, group: Group) -> list[Group]:
        """Give the people in «41 осуждённого, среди них Лапина и Ветрову»."""
        place = self.end_with_owners(group)
        if self.row.kind(place) != ",":
            return []
        known, place = self.row.lists["including"], place + 1
        first = place
        while place < len(self.row.texts) and self.row.texts[place] in known:
            place += 1
        named = next((g for g in self.groups if g.start == place and g.named), None)
        return self.whole_list(named) if named and place > first else []

    def end_with_owners(self, group: Group) -> int:
        """Give where a group ends with those whose genitive hangs on it."""
        ends = {self.groups.index(group): group.end}
        for i, other in enumerate(self.groups):
            if other.owner in ends:
                ends[i] = other.end
        return max(ends.values())

    def whole_acts(self, group: Group) -> tuple[Phrase, ...]:
        """Give nouns of action with all that hangs on them, one phrase each."""
        by = self.offset
        chosen = ((g, self.end_with_owners(g)) for g in self.whole_list(group))
        return tuple(Phrase(g.start + by, end + by, g.head + by) for g, end in chosen)

    def names_after(self, group: Group) -> Group | None:
        """Give the first of the names in «двое верующих, Лямин и Юдин,»."""
        end = self.end_with_owners(group)
        if self.row.kind(end) not in {",", ":", "—"}:
            return None
        following = (g for g in self.groups if g.start == end + 1)
        name = next((g for g in following if g.head in self.row.people), None)
        if name is None or name.list_of is not None or not name.cases & group.cases:
            return None
        last = self.whole_list(name)[-1]
        return name if self.row.kind(last.end) in {",", ".", ";", "—", ")", ""} else None


def free(group: Group) -> bool:
    """Tell whether neither a preposition nor another noun governs a group."""
    return group.preposition is None and group.owner is None


def worth(sentence: Sentence, group: Group) -> bool:
    """Tell whether a group can be somebody: a name, a pronoun, an animate noun."""
    relative = sentence.row.kind(group.head) == "W"
    return group.named or group.pronoun or relative or group.animate or group.counted


def is_time(sentence: Sentence, group: Group) -> bool:
    """Tell whether a group is a time that neither acts nor suffers: «12 июня», «весь день»."""
    return group.title in sentence.row.lists["times"]


def subject(sentence: Sentence, found: Clause, inside: Sequence[Group]) -> list[Group]:
    """Give who the finite verb of a clause agrees with, and those listed after it."""
    if sentence.row.kind(found.verb) not in FINITE:
        return []
    fitting = [
        g
        for g in inside
        if "nomn" in g.cases
        and not is_time(sentence, g)
        and g.preposition is None
        and g.list_of is None
        and agrees(sentence, g, found.verb)
        and (free(g) or next_to(sentence, g, found.verb))
    ]
    best = min(fitting, key=lambda g: (not free(g), *by_nearness(g, found.verb)), default=None)
    if best is None:
        return []
    return antecedent(sentence, best) if is_relative(sentence, best) else sentence.whole_list(best)


def next_to(sentence: Sentence, group: Group, verb: int) -> bool:
    """Tell whether a group stands before a verb with no comma between them."""
    between = range(group.end, verb)
    return group.start < verb and all(sentence.row.kind(i) != "," for i in between)


def is_doubtful(group: Group, verb: int) -> bool:
    """Tell whether a subject may as well be the object: «... и требуют освобождения»."""
    somebody = (group.animate or group.named) and not group.counted
    return "accs" in group.cases and group.start > verb and not somebody


def by_nearness(group: Group, verb: int) -> tuple[bool, bool, int]:
    """Sort what can only be a subject first, then what stands before the verb, then the nearest."""
    return "accs" in group.cases, group.start > verb, abs(group.head - verb)


def agrees(sentence: Sentence, group: Group, verb: int) -> bool:
    """Tell whether a group in the nominative can be the subject of a verb."""
    if group.counted:
        return True
    word = sentence.row.words[verb]
    plural = len(sentence.whole_list(group)) > 1
    return any(
        form_agrees(form, word.number, word.gender, plural=plural)
        for form in group.forms
        if form.case == "nomn"
    )


def form_agrees(form: Form, number: str, gender: str, *, plural: bool) -> bool:
    own = "plur" if plural else form.number
    if number and own and number != own:
        return False
    if not gender or not form.gender or own == "plur" or gender == form.gender:
        return True
    return form.animate == "anim" and (form.gender, gender) == ("masc", "femn")


def is_relative(sentence: Sentence, group: Group) -> bool:
    return sentence.row.kind(group.head) == "W"


def antecedent(sentence: Sentence, relative: Group) -> list[Group]:
    """Give the group a relative pronoun stands for: the last before it that it agrees with."""
    place = relative.start if relative.preposition is None else relative.preposition
    before = [g for g in sentence.groups if g.end <= place][-ANTECEDENTS:]
    for group in reversed(before):
        if any(alike(a, b) for a in group.forms for b in relative.forms):
            return [group]
    return []


def alike(one: Form, other: Form) -> bool:
    """Tell whether two forms agree in number and gender."""
    number = not one.number or not other.number or one.number == other.number
    gender = not one.gender or not other.gender or one.gender == other.gender
    return number and gender


def objects(sentence: Sentence, found: Clause, inside: Sequence[Group]) -> list[Group]:
    """Give the direct objects, with those listed after them; people and named things go first."""
    fitting = [
        g
        for g in inside
        if "accs" in g.cases and free(g) and g.list_of is None and not is_time(sentence, g)
    ]
    fitting.sort(
        key=lambda g: (
            not worth(sentence, g),
            g.start < found.verb and "nomn" in g.cases,
            abs(g.head - found.verb),
        )
    )
    if not fitting:
        return after_set_phrase(sentence, found, inside)
    if is_relative(sentence, fitting[0]):
        return antecedent(sentence, fitting[0])
    return [g for one in fitting[:2] for g in sentence.whole_list(one)]


def after_set_phrase(sentence: Sentence, found: Clause, inside: Sequence[Group]) -> list[Group]:
    """Give the person in «заключил под стражу Лапина», who looks like the genitive of a noun."""
    for group in inside:
        if group.owner is None or group.start < found.verb or "accs" not in group.cases:
            continue
        root = sentence.groups[group.owner]
        while root.owner is not None:
            root = sentence.groups[root.owner]
        hangs = root.preposition is not None or "nomn" not in root.cases
        if hangs and worth(sentence, group) and root.start > found.verb:
            return sentence.whole_list(group)
    return []


def agents(sentence: Sentence, inside: Sequence[Group]) -> list[Group]:
    """Give by whom: groups in the instrumental that are no predicate («признан виновным»)."""
    row = sentence.row
    predicative = row.lists["predicatives"]
    return [
        g
        for g in inside
        if "ablt" in g.cases
        and free(g)
        and not predicative & {g.title, row.words[g.head].lemma, row.texts[g.head]}
    ]


def genitives(sentence: Sentence, inside: Sequence[Group]) -> list[Group]:
    """Give whose the things are that a verb speaks of; not those of «по требованию прокуратуры»."""
    return [
        g
        for g in inside
        if (g.owner is not None and not circumstantial(sentence, g)) or is_possessive(sentence, g)
    ]


def is_possessive(sentence: Sentence, group: Group) -> bool:
    """Tell whether a group is «его», «ее», «их» before what it owns."""
    owner = sentence.row.words[group.head].owner
    return owner and any(g.start == group.end for g in sentence.groups)


def circumstantial(sentence: Sentence, group: Group) -> bool:
    """Tell whether what a group hangs on is no part of the act, but how or why it came about."""
    root = group
    while root.owner is not None:
        root = sentence.groups[root.owner]
    if root.preposition is None:
        return False
    word = sentence.row.words[root.preposition].lemma
    return word in sentence.row.lists["circumstantial"]


def in_case(case: str, inside: Sequence[Group], most: int = 3) -> list[Group]:
    """Give the first groups of a clause that stand in a case of their own."""
    return [g for g in inside if case in g.cases and free(g)][:most]


def adpositions(sentence: Sentence, inside: Sequence[Group]) -> Slots:
    """Give what each preposition governs, by its word (or words: «в отношении»)."""
    slots: Slots = defaultdict(tuple)
    for group in inside:
        if group.preposition is None:
            continue
        word = sentence.row.words[group.preposition].lemma
        meant = antecedent(sentence, group) if is_relative(sentence, group) else [group]
        slots[word] += sentence.phrases(meant)
        if names_act(sentence, group):
            slots[f"{word} act"] += sentence.whole_acts(group)
    return slots


def names_act(sentence: Sentence, group: Group) -> bool:
    """Tell whether a group is a noun of action: «в сокрытии улик», «за продажу наркотиков»."""
    if group.named or group.animate or is_time(sentence, group):
        return False
    endings = tuple(sentence.row.lists["act_endings"])
    return group.title.endswith(endings) and group.title not in sentence.row.lists["no_acts"]
