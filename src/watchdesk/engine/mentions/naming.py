"""Bring the names of one person, body or place together inside an article."""

from collections.abc import Sequence
from functools import lru_cache

from watchdesk.engine.gazetteer.folding import fold
from watchdesk.engine.mentions.clusters import Cluster
from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.tokens import Token


def link(names: Sequence[Found], tokens: Sequence[Token]) -> list[Cluster]:
    """Give one cluster a thing, in order of first mention; full names first, then what is left."""
    clusters: list[Cluster] = []
    for found in sorted(names, key=lambda f: (f.kind == "person" and " " not in f.name, f.start)):
        home = _home(found, clusters, tokens)
        if home is None:
            home = Cluster(found.kind)
            clusters.append(home)
        home.found.append(found)
    for cluster in clusters:
        cluster.found.sort(key=lambda f: f.start)
    return sorted(clusters, key=lambda c: c.found[0].start)


def _home(found: Found, clusters: Sequence[Cluster], tokens: Sequence[Token]) -> Cluster | None:
    if found.kind == "person":
        return _person(found, clusters)
    for cluster in clusters:
        if cluster.kind == found.kind and any(f.lemma == found.lemma for f in cluster.found):
            return cluster
    return _spelled_out(found, clusters, tokens) if found.kind == "organisation" else None


def _person(found: Found, clusters: Sequence[Cluster]) -> Cluster | None:
    """Find the person by name; of two that share a surname, the one named last before."""
    people = [c for c in clusters if c.kind == "person" and any(same(found, f) for f in c.found)]
    if len(people) < 2:  # noqa: PLR2004
        return people[0] if people else None
    before = [c for c in people if any(f.start < found.start for f in c.found)]
    nearest = [max((f.start for f in c.found if f.start < found.start), default=-1) for c in before]
    return before[nearest.index(max(nearest))] if before else people[0]


def same(one: Found, other: Found) -> bool:
    """Tell whether two names of people can be one person's in one article.

    All words of the shorter are in the longer, initials standing for words; a lone word must be a
    first or last name.
    """
    return any(_same(a, b) for a in (one.lemma, *one.also) for b in (other.lemma, *other.also))


def _same(one: str, other: str) -> bool:
    short, long = sorted((_parts(one), _parts(other)), key=len)
    if not short:
        return False
    if len(short) == 1:
        return short[0] in (long[0], long[-1])
    if short[-1] != long[-1] and set(short) - set(long):
        return False
    return all(any(_stands_for(part, whole) for whole in long) for part in short)


@lru_cache(maxsize=10_000)
def _parts(lemma: str) -> tuple[str, ...]:
    return tuple(p for p in (part.strip(".") for part in lemma.replace(".", ". ").split()) if p)


def _stands_for(part: str, whole: str) -> bool:
    return part == whole or (part[0] == whole[0] and (len(part) == 1 or len(whole) == 1))


def _spelled_out(
    found: Found, clusters: Sequence[Cluster], tokens: Sequence[Token]
) -> Cluster | None:
    """Find the body whose name stands before "(CPJ)", or whose initials the name is."""
    for cluster in clusters:
        for other in cluster.found:
            beside = other.end + 1 == found.start and tokens[other.end].text == "("
            if cluster.kind == "organisation" and (beside or found.name == initials(other.name)):
                return cluster
    return None


def initials(name: str) -> str:
    """Give the initials of the capitalised words of a name.

    >>> initials("Committee to Protect Journalists")
    'CPJ'
    """
    words = fold(name) and name.replace("-", " ").split()
    return "".join(w[0] for w in words or () if w[0].isupper()) if words and len(words) > 1 else ""
