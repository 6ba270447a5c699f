"""Read a match in a language of cases: who stands in which place of its clause.

Docs: docs/reference/codebook-format.md, `strategy: cased`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from watchdesk.engine.events.cased import places
from watchdesk.engine.events.cased.clauses import BORDERS, FINITE, Clause, clause
from watchdesk.engine.events.cased.places import Sentence, Slots, free
from watchdesk.engine.events.cased.row import Group
from watchdesk.engine.events.cased.window import window
from watchdesk.engine.events.reading import Phrase, Reading
from watchdesk.engine.events.triggers import Match

NEAR = 7
"""Words between a participle and the noun it goes with, at most."""
MOST_JOINED = 3
"""Verbs in a row that can share a subject."""
VERBAL = frozenset("VSIG")


def read(sentence: Sentence, match: Match) -> Reading | None:
    """Give the reading of a match; None where its words do not stand as its kind asks."""
    kind, place = match.rule.pattern.kind, match.first - sentence.offset
    if kind == "noun":
        return read_noun(sentence, match)
    if kind == "phrase":
        verbs = [p - sentence.offset for p in match.places]
        first = next((p for p in verbs if sentence.row.kind(p) in VERBAL), None)
        return read_words(sentence, match) if first is None else read_verb(sentence, match, first)
    if sentence.row.kind(place) == "A":
        return in_voice(match, read_participle(sentence, match, place))
    if sentence.row.kind(place) in {"N", "R"} and place not in sentence.row.names:
        sentence = sentence.with_verb(place)
    if sentence.row.kind(place) not in VERBAL:
        return None
    return in_voice(match, read_verb(sentence, match, place))


def in_voice(match: Match, reading: Reading | None) -> Reading | None:
    """Give the reading if it is of the voice the pattern asks for."""
    wanted = match.rule.pattern.voice
    if reading is None or wanted is None:
        return reading
    passive = reading.form == "passive" or (
        reading.form == "participle" and "passive" in match.tags
    )
    return reading if passive == (wanted == "passive") else None


@dataclass(frozen=True)
class Around:
    """The clause around a predicate, and the groups in it that are no words of the match."""

    clause: Clause
    groups: list[Group]


def around(sentence: Sentence, match: Match, place: int) -> Around:
    found = clause(sentence.row, sentence.groups, place)
    own = {p - sentence.offset for p in match.places}
    return Around(found, [g for g in sentence.groups if found.holds(g) and g.head not in own])


def read_verb(sentence: Sentence, match: Match, place: int) -> Reading | None:
    here = around(sentence, match, place)
    passive = is_passive(sentence, match, place)
    slots = places.adpositions(sentence, here.groups)
    subject = places.subject(sentence, here.clause, here.groups)
    if here.clause.joined is not None and not passive:
        subject = [g for g in subject if not places.is_doubtful(g, here.clause.verb)]
    rest = [g for g in here.groups if g not in subject]
    objects = [] if passive else places.objects(sentence, here.clause, rest)
    near = [g for g in rest if not infinitive_between(sentence, place, g)]
    slots["dative"] = sentence.phrases(places.in_case("datv", near))
    slots["genitive"] = sentence.phrases(places.genitives(sentence, rest))
    slots["agent"] = sentence.phrases(places.agents(sentence, rest))
    if passive:
        slots["object"], slots["subject"] = sentence.phrases(subject), slots["agent"]
    else:
        slots["subject"], slots["object"] = sentence.phrases(subject), sentence.phrases(objects)
    borrow(sentence, here.clause, slots, place)
    if match.rule.pattern.kind == "phrase":
        beside(sentence, match, here.clause, slots)
    return made(sentence, match, "passive" if passive else "active", slots, here.clause)


def infinitive_between(sentence: Sentence, verb: int, group: Group) -> bool:
    """Tell whether a group goes with an infinitive: «угрожали переслать запись другим»."""
    return any(sentence.row.kind(i) == "I" for i in range(verb + 1, group.start))


def is_passive(sentence: Sentence, match: Match, place: int) -> bool:
    known = "passive" in match.tags or match.rule.pattern.kind == "phrase"
    return sentence.row.kind(place) == "S" and known


def borrow(sentence: Sentence, found: Clause, slots: Slots, place: int) -> None:
    """Give a joined verb what it shares with those before: «задержали Лапина и избили»."""
    row, joined = sentence.row, found.joined
    passive = row.kind(place) == "S"
    for _ in range(MOST_JOINED):
        if joined is None:
            return
        joined = agreeing(sentence, found.verb, joined)
        before = clause(row, sentence.groups, joined)
        inside = [g for g in sentence.groups if before.holds(g)]
        subject = places.subject(sentence, before, inside)
        if same_number(sentence, found.verb, joined):
            slot = "object" if passive else "subject"
            slots[slot] = slots[slot] or sentence.phrases(subject)
        if not passive and row.kind(joined) != "S" and row.kind(place) != "G":
            rest = [g for g in inside if g not in subject]
            shared = places.objects(sentence, before, rest)
            alike = bool(subject) or not slots["subject"]
            slots["object"] = slots["object"] or (sentence.phrases(shared) if alike else ())
        joined = before.joined


def agreeing(sentence: Sentence, verb: int, joined: int) -> int:
    """Give the verb a joined one shares its subject with: «напомнила, что ..., и потребовала»."""
    row = sentence.row
    for place in range(joined, -1, -1):
        if row.kind(place) in BORDERS:
            break
        word, other = row.words[verb], row.words[place]
        alike = (word.number, word.gender) == (other.number, other.gender)
        if row.kind(place) == row.kind(verb) and alike:
            return place
    return joined


def same_number(sentence: Sentence, one: int, other: int) -> bool:
    numbers = {sentence.row.words[one].number, sentence.row.words[other].number}
    return len(numbers - {""}) <= 1


def read_participle(sentence: Sentence, match: Match, place: int) -> Reading | None:
    """Read «задержанный вчера журналист», «Лапин, задержанный вчера,», «избивший Лапина»."""
    noun = noun_of(sentence, place)
    if noun is None:
        return read_itself(sentence, match, place)
    here = around(sentence, match, place)
    near = [g for g in here.groups if g != noun and abs(g.head - place) <= NEAR]
    slots = places.adpositions(sentence, near)
    if "passive" in match.tags:
        slots["object"] = sentence.phrases(sentence.whole_list(noun))
        slots["subject"] = slots["agent"] = sentence.phrases(places.agents(sentence, near))
        return made(sentence, match, "participle", slots, here.clause)
    slots["subject"] = sentence.phrases([noun])
    slots["object"] = sentence.phrases(places.objects(sentence, here.clause, near))
    return made(sentence, match, "participle", slots, here.clause)


def read_itself(sentence: Sentence, match: Match, place: int) -> Reading | None:
    """Read a participle that stands for a person: «обвиняемый в убийстве»."""
    own = sentence.at(place)
    if own is None or "itself" not in match.rule.pattern.frame:
        return None
    here = around(sentence, match, place)
    slots = places.adpositions(sentence, [g for g in here.groups if 0 < g.start - place <= NEAR])
    slots["itself"] = sentence.phrases([own])
    return made(sentence, match, "participle", slots, here.clause)


def noun_of(sentence: Sentence, place: int) -> Group | None:
    """Give the group a participle goes with; None where it stands for itself («задержанные»)."""
    own = sentence.at(place)
    if own and own.head != place:
        return own
    forms = sentence.row.words[place].forms
    fitting = [g for g in sentence.groups if any(a.agrees(b) for a in forms for b in g.forms)]
    before = [g for g in fitting if g.end == place - 1]
    if sentence.row.kind(place - 1) == "," and before:
        return before[-1]
    for group in fitting:
        between = sentence.row.words[place + 1 : group.start]
        near = place < group.start <= place + NEAR and free(group)
        if near and between and all(w.kind in {"R", "P", "N", "A", "#"} for w in between):
            return group
    return None


def read_noun(sentence: Sentence, match: Match) -> Reading | None:
    """Read «арест журналиста Лапина», «его задержание», «обыск у Лапина», «нападение на него»."""
    first, last = match.first - sentence.offset, match.last - sentence.offset
    if sentence.row.kind(first) in VERBAL - {"S"}:
        return None
    here = around(sentence, match, first)
    right = [g for g in here.groups if g.start > last and not verb_between(sentence, last, g)]
    slots = places.adpositions(sentence, right)
    left = places.adpositions(sentence, [g for g in here.groups if g.end <= first])
    slots |= {place: phrases for place, phrases in left.items() if place not in slots}
    slots["genitive"] = sentence.phrases(owners(sentence, first, last, right))
    slots["dative"] = sentence.phrases(places.in_case("datv", right, 1))
    slots["agent"] = sentence.phrases(places.in_case("ablt", right, 1))
    slots["object"], slots["subject"] = slots["genitive"], slots["agent"]
    owner = sentence.at(first)
    if owner and owner.preposition is not None and not (slots["genitive"] or slots["у"]):
        slots["implied"] = implied(sentence, here, owner)
    return made(sentence, match, "noun", slots, here.clause)


def implied(sentence: Sentence, here: Around, noun: Group) -> tuple[Phrase, ...]:
    """Give whom the clause speaks of in «после обыска Лапина задержали»."""
    row, verb = sentence.row, here.clause.verb
    word = row.words[noun.preposition or 0].lemma
    if row.kind(verb) not in FINITE or word not in row.lists["circumstantial"]:
        return ()
    subject = places.subject(sentence, here.clause, here.groups)
    if row.kind(verb) == "S":
        return sentence.phrases(subject)
    rest = [g for g in here.groups if g not in subject]
    return sentence.phrases(places.objects(sentence, here.clause, rest))


def verb_between(sentence: Sentence, last: int, group: Group) -> bool:
    return any(sentence.row.kind(i) in FINITE for i in range(last + 1, group.start))


def owners(sentence: Sentence, first: int, last: int, right: Sequence[Group]) -> list[Group]:
    """Give whose the noun is: the genitive after it, or «его», «их» before it."""
    row = sentence.row
    for group in right:
        between = row.words[last + 1 : group.start]
        adverbs = all(word.kind == "R" for word in between)
        if adverbs and "gent" in group.cases and group.preposition is None:
            return sentence.whole_list(group)
    place = first - 1
    while row.kind(place) == "A" and not row.words[place].owner:
        place -= 1
    before = sentence.at(place) if place >= 0 else None
    return [before] if before and before.pronoun and row.words[before.head].owner else []


def read_words(sentence: Sentence, match: Match) -> Reading | None:
    """Read words that have no grammar of their own: what stands beside them."""
    here = around(sentence, match, match.first - sentence.offset)
    slots = places.adpositions(sentence, here.groups)
    slots["genitive"] = sentence.phrases([g for g in here.groups if g.owner is not None])
    slots["dative"] = sentence.phrases(places.in_case("datv", here.groups))
    subject = places.subject(sentence, here.clause, here.groups)
    rest = [g for g in here.groups if g not in subject]
    suffered = sentence.row.kind(here.clause.verb) == "S"
    objects = subject if suffered else places.objects(sentence, here.clause, rest)
    slots["object"] = sentence.phrases(objects)
    slots["subject"] = sentence.phrases([] if suffered else subject)
    beside(sentence, match, here.clause, slots)
    return made(sentence, match, "phrase", slots, here.clause)


def beside(sentence: Sentence, match: Match, found: Clause, slots: Slots) -> None:
    """Add the nearest group to the left and to the right of the words that can be somebody."""
    first, last = match.first - sentence.offset, match.last - sentence.offset
    people = [
        g for g in sentence.groups if found.holds(g) and (places.worth(sentence, g) or g.counted)
    ]
    slots["left"] = sentence.phrases([g for g in people if g.end <= first][-1:])
    slots["right"] = sentence.phrases([g for g in people if g.start > last][:1])


def made(
    sentence: Sentence, match: Match, form: str, slots: Slots, found: Clause
) -> Reading | None:
    """Give the reading; None where what the rule needs stands in another clause."""
    first, by = match.first - sentence.offset, sentence.offset
    start, end = found.start + by, max(found.end + by, match.last + 1)
    if match.needed and not any(start <= place < end for place, _ in match.needed):
        return None
    return Reading(
        form,
        {place: phrases for place, phrases in slots.items() if phrases},
        start,
        end,
        window(sentence.row, found, first, by),
        "planned" if sentence.row.words[first].future else None,
    )
