"""Bring nouns and pronouns to those they stand for; leave them on their own where it is not clear."""

from collections.abc import Sequence

from watchdesk.engine.mentions.clusters import Cluster, last_before
from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.tokens import Token

SENTENCES_BACK = 2
"""How far back a pronoun reaches."""
GAP = 7
"""Words between a name and the noun after its comma ("Lee, 34, a reporter")."""


def appositions(
    nouns: Sequence[Found], clusters: Sequence[Cluster], tokens: Sequence[Token]
) -> list[Found]:
    """Give nouns that stand beside a name to its bearer; return those that do not."""
    by_start = {f.start: (c, f) for c in clusters for f in c.found}
    by_end = {f.end: (c, f) for c in clusters for f in c.found}
    left: list[Found] = []
    for noun in nouns:
        dragged = noun.described[1] if noun.described else noun.end
        beside = by_start.get(noun.end) or by_start.get(dragged)
        after = beside or by_start.get(_past_comma(tokens, noun))
        if after and _agree(noun, after[0]):
            (after[0].appositions if beside else after[0].found).append(noun)
            continue
        before = _before(noun, by_end, tokens)
        if before and _agree(noun, before):
            before.found.append(noun)
            continue
        left.append(noun)
    return left


def _past_comma(tokens: Sequence[Token], noun: Found) -> int:
    comma = noun.end < len(tokens) and tokens[noun.end].text == ","
    return noun.end + 1 if comma and noun.determiner in {"definite", "possessive"} else -1


def _before(
    noun: Found, by_end: dict[int, tuple[Cluster, Found]], tokens: Sequence[Token]
) -> Cluster | None:
    """Find the name before "Lee, a reporter" or "Lee, 34, a reporter"."""
    at = noun.start - 1
    if at < 1 or tokens[at].text != ",":
        return None
    for back in range(at, max(0, at - GAP), -1):
        if back in by_end and all(t.text in ",()" or t.text[0].isdigit() for t in tokens[back:at]):
            return by_end[back][0]
    return None


def _agree(noun: Found, cluster: Cluster) -> bool:
    if noun.number == "plur" or not noun.noun:
        return False
    body = noun.kind == "organisation"
    return (cluster.kind == "organisation") if body else (cluster.kind == "person")


def nouns(found: Sequence[Found], clusters: list[Cluster]) -> None:
    """Bring "the journalist" to the one journalist named before, "police" to police; else keep."""
    for noun in found:
        home = _same_noun(noun, clusters) or _called(noun, clusters)
        if home is None:
            home = Cluster(noun.kind)
            clusters.append(home)
        home.found.append(noun)


def _same_noun(noun: Found, clusters: Sequence[Cluster]) -> Cluster | None:
    """Find those spoken of by the same noun: "police ... police", "a man ... the man"."""
    if noun.determiner == "indefinite" or noun.determiner == "possessive":
        return None
    for _, cluster in last_before(clusters, noun.start):
        if cluster.kind != noun.kind or any(f.name for f in cluster.found):
            continue
        for other in cluster.found:
            if other.noun and other.lemma == noun.lemma and _same_size(noun, other):
                return cluster
    return None


def _same_size(noun: Found, other: Found) -> bool:
    if noun.countries and other.countries and noun.countries != other.countries:
        return False
    if noun.kind == "person":
        return noun.determiner == "definite"
    return noun.at_least is None or (noun.at_least, noun.at_most) == (other.at_least, other.at_most)


def _called(noun: Found, clusters: Sequence[Cluster]) -> Cluster | None:
    """Find the one named person who was called by that noun, or by one of its class."""
    if (
        noun.determiner != "definite"
        or noun.kind not in {"person", "organisation"}
        or not noun.noun
    ):
        return None
    before = [c for _, c in last_before(clusters, noun.start) if c.kind == noun.kind and c.name]
    exact = [c for c in before if noun.lemma in c.lemmas]
    kin = [c for c in before if noun.noun.persons and noun.noun in c.nouns]
    for fitting in (exact, kin):
        if len(fitting) == 1 and not (noun.sex and fitting[0].sex not in {None, noun.sex}):
            return fitting[0]
    return None


def pronouns(found: Sequence[Found], clusters: list[Cluster], tokens: Sequence[Token]) -> None:
    """Bring pronouns to the person they stand for where one fits best; else keep them alone."""
    for pronoun in found:
        home = _meant(pronoun, clusters, tokens)
        if home is None:
            home = Cluster(pronoun.kind)
            clusters.append(home)
        home.found.append(pronoun)


def _meant(pronoun: Found, clusters: Sequence[Cluster], tokens: Sequence[Token]) -> Cluster | None:
    here = tokens[pronoun.start].sentence
    kinds = {"person"} if pronoun.number == "sing" else {"group"}
    near = [
        (tokens[start].sentence, start, cluster)
        for start, cluster in last_before(clusters, pronoun.start)
        if cluster.kind in kinds and cluster.sex in {None, pronoun.sex} and _alone(cluster)
    ]
    for sentence in range(here, here - SENTENCES_BACK - 1, -1):
        inside = [(start, c) for s, start, c in near if s == sentence]
        if inside:
            return _subject(inside, pronoun)
    return None


def _alone(cluster: Cluster) -> bool:
    return not all(f.pronoun for f in cluster.found) or len(cluster.found) > 1


def _subject(inside: Sequence[tuple[int, Cluster]], pronoun: Found) -> Cluster:
    """Of several in one sentence, take one of the pronoun's sex, else the first: its subject."""
    sure = [pair for pair in inside if pair[1].sex == pronoun.sex]
    return min(sure or inside, key=lambda pair: pair[0])[1]
