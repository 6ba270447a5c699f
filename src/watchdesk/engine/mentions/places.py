"""Say where the places of an article lie, and which country its people belong to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from watchdesk.engine.gazetteer import countries, settlements
from watchdesk.engine.mentions.clusters import Cluster
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Words
from watchdesk.engine.records import Article, Place

BIG = 500_000
"""People; a town that large is known without its country."""


@dataclass(frozen=True, slots=True)
class Where:
    """What was resolved, by id() of the cluster."""

    places: dict[int, Place] = field(default_factory=dict)
    citizenship: dict[int, tuple[str, ...]] = field(default_factory=dict)


def resolve(
    article: Article, tokens: Sequence[Token], clusters: Sequence[Cluster], words: Words
) -> Where:
    """Resolve every place cluster with the whole article as context."""
    ranking = countries.ranking(_evidence(article, tokens, clusters, words))
    where = Where()
    for cluster in clusters:
        if cluster.kind == "place":
            place = locate(cluster.name, ranking, words.language)
            if place:
                where.places[id(cluster)] = place
        codes = [c for f in (*cluster.appositions, *cluster.found) for c in f.countries]
        if codes and cluster.kind == "person":
            where.citizenship[id(cluster)] = tuple(dict.fromkeys(codes))
    return where


def _evidence(
    article: Article, tokens: Sequence[Token], clusters: Sequence[Cluster], words: Words
) -> Iterable[tuple[str | None, float]]:
    known = countries.names(words.language)
    for token in tokens:
        if token.text[0].isupper():
            yield known.people.get(token.low), 1.0
    for cluster in clusters:
        if cluster.kind == "place":
            code = known.code(cluster.name)
            yield code, 2.0 * len(cluster.found)
            if code is None:
                big = settlements.choose(cluster.name)
                sure = big is not None and big.population >= BIG
                yield (big.country if big and sure else None), 1.0 * len(cluster.found)


def locate(name: str, ranking: Sequence[str], language: str) -> Place | None:
    """Give the place of a name for an article on these countries, the likeliest first."""
    code = countries.names(language).code(name)
    if code:
        return Place(country=code, geonames=countries.geonames_id(code), precision="country")
    town = settlements.choose(name, ranking)
    if town is None:
        return None
    return Place(
        town.country, town.admin1, town.name, town.geonames, town.lat, town.lon, "settlement"
    )
