"""Turn clusters into the entities and mentions of the report: names, attributes, descriptions."""

from collections.abc import Iterable, Sequence
from typing import Literal, cast

from watchdesk.engine.mentions import ages, places
from watchdesk.engine.mentions.clusters import Cluster
from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.tokens import Token, span
from watchdesk.engine.mentions.words import Words
from watchdesk.engine.records import (
    Article,
    Attributes,
    DateMention,
    Description,
    Entity,
    Mention,
    Mentions,
    Span,
)

Number = Literal["sing", "plur"] | None
AgeGroup = Literal["minor", "adult"]
Sex = Literal["female", "male", "other"] | None
ACTORS = frozenset(
    "police military security_service border_guard prison court prosecutor government legislature"
    " local_authority regulator state proxy armed_group criminals unknown_attackers company party"
    " media religious_body crowd individual intergovernmental".split()
)
"""Kinds of actor that the contract names; others that the word files know stay inside."""
ADULT = 18


def entities(
    article: Article,
    tokens: Sequence[Token],
    clusters: Sequence[Cluster],
    words: Words,
    dates: tuple[DateMention, ...],
) -> Mentions:
    """Give everything found, as the report tells it."""
    ordered = sorted(clusters, key=lambda c: min(f.start for f in c.found))
    ordered.extend(_unnamed_members(ordered))
    ids = {id(c): f"n{n}" for n, c in enumerate(ordered, 1)}
    where = places.resolve(article, tokens, ordered, words)
    made = [_entity(c, ids, where, (article, tokens, words)) for c in ordered]
    mentions = [_mention(f, ids[id(c)], tokens) for c in ordered for f in c.found]
    mentions.sort(key=lambda m: m.span)
    return Mentions(tuple(made), tuple(mentions), dates)


def _unnamed_members(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Let a person without name stand for those a group is made of, where their calling is told.

    "Three journalists" is a group; each of them is a person whose occupation we know.
    """
    made: dict[str, Cluster] = {}
    for group in clusters:
        told = [f for f in group.found if f.noun and f.noun.kind == "person" and f.noun.occupation]
        if group.kind == "group" and told and not group.members:
            one = made.setdefault(told[0].lemma, Cluster("person"))
            one.appositions.extend(told)
            group.members.append(one)
    return list(made.values())


def _mention(found: Found, entity: str, tokens: Sequence[Token]) -> Mention:
    form: Literal["name", "noun", "pronoun"] = "name"
    if not found.name:
        form = "noun" if found.noun else "pronoun"
    return Mention(
        span=span(tokens, found.start, found.end),
        kind=found.kind,
        form=form,
        entity=entity,
        head=span(tokens, found.head, found.head + 1),
        lemma=found.lemma,
        number=cast("Number", found.number),
        case=found.case,
        at_least=found.at_least,
        at_most=found.at_most,
    )


def _entity(
    cluster: Cluster,
    ids: dict[int, str],
    where: places.Where,
    reading: tuple[Article, Sequence[Token], Words],
) -> Entity:
    article, tokens, words = reading
    name = cluster.name
    if not name and cluster.kind in {"group", "organisation"}:
        noun = next((f for f in cluster.found if f.noun), None)
        name = span(tokens, noun.start, noun.end).of(article.text) if noun else ""
    return Entity(
        id=ids[id(cluster)],
        kind=cluster.kind,
        name=name,
        mentions=tuple(sorted(span(tokens, f.start, f.end) for f in _naming(cluster))),
        descriptions=tuple(_descriptions(cluster, article.text, tokens, words)),
        attributes=_attributes(cluster, where, reading),
        place=where.places.get(id(cluster)),
        members=tuple(ids[id(m)] for m in cluster.members),
    )


def _naming(cluster: Cluster) -> Iterable[Found]:
    """Give the mentions that name it: its names, or the nouns of a group, which has no other."""
    return [f for f in cluster.found if f.name or (cluster.kind == "group" and f.noun)]


def _descriptions(
    cluster: Cluster, text: str, tokens: Sequence[Token], words: Words
) -> Iterable[Description]:
    """Say by which words it is described, in text order; the head noun with what belongs to it."""
    for found in sorted((*cluster.appositions, *cluster.found), key=lambda f: f.start):
        if found.noun:
            kind = _kind(found)
            at = span(tokens, *(found.described or (found.start, found.end)))
            for prefix in words.titles.prefixes:
                if at.of(text).lower().startswith(prefix):
                    at = Span(at.start + len(prefix), at.end)
            yield Description(at.of(text), at, kind)


def _kind(found: Found) -> Literal["occupation", "affiliation", "relation", "other"]:
    if found.noun and found.noun.occupation:
        return "occupation"
    return "relation" if found.noun and found.noun.relation else "other"


def _kind_by_body(body: Cluster, words: Words) -> str | None:
    """Tell what kind of person belongs to a body: a union's member is a trade unionist."""
    kinds = [f.actor or (f.noun.body if f.noun else None) for f in body.found]
    return next((words.belonging[k] for k in kinds if k and k in words.belonging), None)


def _attributes(
    cluster: Cluster, where: places.Where, reading: tuple[Article, Sequence[Token], Words]
) -> Attributes:
    article, tokens, words = reading
    nouns = list(cluster.nouns)
    age = ages.of(cluster, article.text, tokens, words) if cluster.kind == "person" else None
    groups = {n.age_group for n in nouns if n.age_group}
    if age is not None:
        groups = {"minor" if age < ADULT else "adult"}
    actors = [f.actor for f in (*cluster.found, *cluster.appositions) if f.actor]
    occupations = [
        f.lemma for f in (*cluster.appositions, *cluster.found) if f.noun and f.noun.occupation
    ]
    kinds = [n.persons for n in nouns if n.persons]
    kinds.extend(filter(None, (_kind_by_body(b, words) for b in cluster.bodies)))
    telling = [k for k in kinds if k != "other"] or kinds
    return Attributes(
        age=age,
        age_group=cast("AgeGroup", groups.pop()) if len(groups) == 1 else None,
        sex=cast("Sex", cluster.sex),
        citizenship=where.citizenship.get(id(cluster), ()),
        occupation=tuple(dict.fromkeys(occupations)),
        affiliation=tuple(dict.fromkeys(b.name for b in cluster.bodies if b.name)),
        person_kinds=tuple(dict.fromkeys(telling)),
        actor_kind=next((a for a in actors if a in ACTORS), _private(cluster, telling)),
    )


def _private(cluster: Cluster, persons: Sequence[str]) -> str | None:
    """Call people individuals who hold no office, as far as their names and nouns tell."""
    told = any(f.name or f.noun for f in cluster.found) or bool(cluster.appositions)
    people = cluster.kind == "person" or any(n.kind == "person" for n in cluster.nouns)
    return "individual" if told and people and "official" not in persons else None
