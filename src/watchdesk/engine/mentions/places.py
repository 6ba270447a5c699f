"""Say where the places of an article lie, and which country its people belong to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from watchdesk.engine.gazetteer import countries, lookup, settlements
from watchdesk.engine.gazetteer.folding import fold
from watchdesk.engine.mentions.clusters import Cluster
from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Words
from watchdesk.engine.records import Article, Place

BIG = 500_000
"""People; a town that large is known without its country."""
NAMED, SAID, BELONGING = 2.0, 1.0, 1.0
"""What a country's name, a large town and a demonym weigh when countries are ranked."""
AT_HEAD = 3.0
"""What a place in the title or dateline weighs."""
SHORT = 3
"""Letters; a name no longer counts only in capitals: "US", not "Us"."""
HEAD = 3
"""Words at the start of the text in which a dateline's place stands."""


@dataclass(frozen=True, slots=True)
class Where:
    """What was resolved, by id() of the cluster."""

    places: dict[int, Place] = field(default_factory=dict)
    citizenship: dict[int, tuple[str, ...]] = field(default_factory=dict)


def resolve(
    article: Article, tokens: Sequence[Token], clusters: Sequence[Cluster], words: Words
) -> Where:
    """Resolve places with the whole article as context; bodies by their seat or their country."""
    ranking = countries.ranking(_evidence(article, tokens, clusters, words))
    where = Where()
    by_start = {f.start: c for c in clusters if c.kind == "place" for f in c.found}
    for cluster in clusters:
        place = _place(cluster, ranking, words, _containers(cluster, by_start, tokens))
        if place:
            where.places[id(cluster)] = place
        codes = tuple(dict.fromkeys(_belonging(cluster)))
        if codes and cluster.kind in {"person", "group"}:
            where.citizenship[id(cluster)] = codes
    return where


def _place(
    cluster: Cluster, ranking: Sequence[str], words: Words, containers: Sequence[str]
) -> Place | None:
    if cluster.kind == "place":
        names = dict.fromkeys((cluster.name, *(f.name for f in cluster.found)))
        within = next(filter(None, (_container(c, words) for c in containers)), None)
        found = (lookup.locate(name, words.language, ranking, within) for name in names)
        return next(filter(None, found), None)
    if cluster.kind == "organisation" and cluster.name:
        seat = lookup.seat(cluster.name)
        if seat:
            return seat
    codes = list(_belonging(cluster))
    if cluster.kind == "organisation" and codes:
        return Place(codes[0], geonames=countries.geonames_id(codes[0]), precision="country")
    return None


def _belonging(cluster: Cluster) -> Iterable[str]:
    return (c for f in (*cluster.appositions, *cluster.found) for c in f.countries)


def _containers(
    cluster: Cluster, by_start: Mapping[int, Cluster], tokens: Sequence[Token]
) -> list[str]:
    """Name the places that stand after a comma: "Bloomington, Indiana"."""
    return [
        by_start[f.end + 1].name
        for f in cluster.found
        if f.end + 1 in by_start and tokens[f.end].text == ","
    ]


def _container(name: str, words: Words) -> Place | None:
    place = lookup.locate(name, words.language)
    if place and place.precision == "settlement":
        regions = settlements.table().regions.get(fold(name))
        if regions and len(regions) == 1:
            country, region = next(iter(regions))
            return Place(country, region, precision="admin1")
        return None
    return place


def _evidence(
    article: Article, tokens: Sequence[Token], clusters: Sequence[Cluster], words: Words
) -> Iterable[tuple[str | None, float]]:
    """Yield what speaks for a country, and how loudly."""
    known = countries.names(words.language)
    for word in (*article.title.split(), *(article.dateline_place or "").split(",")):
        if word[:1].isupper() and (len(word) > SHORT or word.isupper()):
            yield known.code(word.strip(",:;?!'’")), AT_HEAD
    for token in tokens:
        if token.text[0].isupper():
            yield known.people.get(token.low), BELONGING
    for cluster in clusters:
        if cluster.kind == "place":
            yield from _of_place(cluster, words)
        for found in cluster.found:
            if found.noun:
                yield from ((code, BELONGING) for code in found.countries)


def _of_place(cluster: Cluster, words: Words) -> Iterable[tuple[str | None, float]]:
    place = lookup.locate(cluster.name, words.language)
    if place is None:
        return
    weight = sum(_weight(f) for f in cluster.found)
    if place.precision != "settlement":
        yield place.country, NAMED * weight
        return
    town = settlements.by_id(place.geonames) if place.geonames else None
    if town and town.population >= BIG:
        yield place.country, SAID * weight


def _weight(found: Found) -> float:
    return AT_HEAD if found.start < HEAD else 1.0
