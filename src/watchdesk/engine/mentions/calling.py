"""Bring nouns and pronouns to those they stand for; leave them alone where that is not clear."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from watchdesk.engine.mentions.clusters import Cluster
from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Words

SENTENCES_BACK = 2
"""How far back a pronoun or "the couple" reaches."""
PAIR = 2
VAGUE = frozenset({None, "other", "official"})
"""Kinds of person that say too little to know somebody by."""


class Told:
    """Who was spoken of where: mentions in text order, clusters by the nouns they are called by."""

    def __init__(self, clusters: list[Cluster], tokens: Sequence[Token], words: Words) -> None:
        self.clusters = clusters
        self.tokens = tokens
        self.words = words
        self.order = sorted((f.start, n) for n, c in enumerate(clusters) for f in c.found)
        self.by_noun: dict[tuple[str, str], list[tuple[Found, Cluster]]] = {}
        self.named = [c for c in clusters if c.name]

    def add(self, found: Found, home: Cluster | None) -> None:
        """Note a mention, of a new thing if it has no home."""
        if home is None:
            home = Cluster(found.kind)
            self.clusters.append(home)
        home.found.append(found)
        insort(self.order, (found.start, self.clusters.index(home)))
        if found.noun and not home.name:
            self.by_noun.setdefault((found.kind, found.lemma), []).append((found, home))

    def before(self, word: int) -> Iterator[tuple[int, Cluster]]:
        """Yield (first word, cluster) of the mentions before a word, the nearest first."""
        here = self.tokens[word].sentence
        for at in range(bisect_left(self.order, (word, -1)) - 1, -1, -1):
            start, number = self.order[at]
            if here - self.tokens[start].sentence > SENTENCES_BACK:
                return
            yield start, self.clusters[number]


def nouns(found: Sequence[Found], told: Told) -> None:
    """Bring "the journalist" to the one journalist named before, "police" to police; else keep."""
    for noun in found:
        home = _same_noun(noun, told) or _called(noun, told)
        told.add(noun, home)
        if home is None and noun.kind == "group" and noun.determiner == "definite":
            told.clusters[-1].members.extend(_members(noun, told))


def _same_noun(noun: Found, told: Told) -> Cluster | None:
    """Find those spoken of by the same noun: "police ... police", "a man ... the man"."""
    if noun.determiner in {"indefinite", "possessive"}:
        return None
    for other, cluster in reversed(told.by_noun.get((noun.kind, noun.lemma), [])):
        if _same_size(noun, other):
            return cluster
    return None


def _same_size(noun: Found, other: Found) -> bool:
    if noun.countries and other.countries and noun.countries != other.countries:
        return False
    if noun.kind == "person":
        return noun.determiner == "definite"
    return noun.at_least is None or (noun.at_least, noun.at_most) == (other.at_least, other.at_most)


def _called(noun: Found, told: Told) -> Cluster | None:
    """Find the one person named before who was called by that noun, or by one of its class."""
    if noun.determiner != "definite" or noun.kind not in {"person", "organisation"}:
        return None
    before = [
        c for c in told.named if c.kind == noun.kind and min(f.start for f in c.found) < noun.start
    ]
    exact = [c for c in before if noun.lemma in c.lemmas]
    telling = noun.noun and noun.noun.persons not in VAGUE
    kin = [c for c in before if telling and noun.noun in list(c.nouns)]
    for fitting in (exact, kin):
        if len(fitting) == 1 and not (noun.sex and fitting[0].sex not in {None, noun.sex}):
            return fitting[0]
    return None


def _members(noun: Found, told: Told) -> list[Cluster]:
    """Find the people that "the couple" or "the three journalists" are: exactly so many named."""
    many = noun.noun.members if noun.noun and noun.noun.members else noun.at_most
    if many is None or many < PAIR:
        return []
    people: list[Cluster] = []
    for start, cluster in told.before(noun.start):
        fits = not (noun.noun and noun.noun.persons) or noun.noun in list(cluster.nouns)
        if start < noun.start and cluster.kind == "person" and cluster.name and fits:
            people.extend(() if cluster in people else (cluster,))
    return people[::-1] if len(people) == many else []


def pronouns(found: Sequence[Found], told: Told) -> None:
    """Bring pronouns to the person they stand for where one fits best; else keep them alone."""
    for pronoun in found:
        if pronoun.number == "sing":
            told.add(pronoun, _one(pronoun, told))
            continue
        home = _many(pronoun, told)
        group = home if isinstance(home, Cluster) else None
        told.add(pronoun, group)
        if group is None and isinstance(home, list):
            told.clusters[-1].members.extend(home)


def _one(pronoun: Found, told: Told) -> Cluster | None:
    """Find the person: in the nearest sentence that has one of that sex, the subject of it.

    Where pronouns follow the gender of things too (no article, cases), only a person named and
    known to be of that sex will do.  Where none is near, the only person named so far is meant.
    """
    strict = told.words.inflection == "morphology"
    inside: list[tuple[int, Cluster]] = []
    nearest: int | None = None
    for start, cluster in told.before(pronoun.start):
        if not _can_be(cluster, pronoun, strict=strict) or _is_subject(start, pronoun, told):
            continue
        sentence = told.tokens[start].sentence
        if nearest is not None and sentence != nearest:
            break
        nearest = sentence
        inside.append((start, cluster))
    sure = [pair for pair in inside if pair[1].sex == pronoun.sex]
    return min(sure or inside, key=lambda pair: pair[0])[1] if inside else _only(pronoun, told)


def _can_be(cluster: Cluster, pronoun: Found, *, strict: bool) -> bool:
    sexes = {pronoun.sex} if strict else {None, pronoun.sex}
    if cluster.kind != "person" or cluster.sex not in sexes or (strict and not cluster.name):
        return False
    return bool(cluster.name) or not all(f.pronoun for f in cluster.found)


def _is_subject(start: int, pronoun: Found, told: Told) -> bool:
    """Tell whether a mention stands in the clause of an object: "the judge ordered him held"."""
    if start >= pronoun.start or not (pronoun.pronoun and pronoun.pronoun.object):
        return False
    breaks = told.words.cues.get("clause", frozenset())
    between = told.tokens[start : pronoun.start]
    same = between[0].sentence == told.tokens[pronoun.start].sentence
    return same and not any(t.low in breaks for t in between)


def _only(pronoun: Found, told: Told) -> Cluster | None:
    """Find the only person named before, if the pronoun can be that person's."""
    named = [c for c in told.named if c.kind == "person" and c.found[0].start < pronoun.start]
    one = named[0] if len(named) == 1 else None
    if one is None or one.sex not in {None, pronoun.sex}:
        return None
    return None if any(_is_subject(f.start, pronoun, told) for f in one.found) else one


def _many(pronoun: Found, told: Told) -> Cluster | list[Cluster] | None:
    """Find the group that "they" are: the one spoken of last, or people named together."""
    for start, cluster in told.before(pronoun.start):
        if _is_subject(start, pronoun, told):
            continue
        if cluster.kind == "group":
            return cluster
        people = _together(start, cluster, told)
        if people:
            return people
    return None


def _together(start: int, last: Cluster, told: Told) -> list[Cluster]:
    """Give people named in one list that ends in `last`: "Ann Lee, Bob Ray and Tom Poe"."""
    people: list[Cluster] = []
    joints = told.words.conjunctions
    for before, cluster in ((start, last), *told.before(start)):
        found = next(f for f in cluster.found if f.start == before)
        between = told.tokens[found.end : start] if people else []
        listed = 0 < len(between) <= PAIR and all(t.low in joints | {","} for t in between)
        if cluster.kind != "person" or not found.name or (people and not listed):
            break
        if len(people) == 1 and not any(t.low in joints for t in between):
            break
        people.append(cluster)
        start = found.title[0] if found.title else before
    return people[::-1] if len(people) > 1 else []
