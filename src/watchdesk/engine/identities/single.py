"""Join names of one word ("Mamai") to the person whose full name they are short for.

A full name in the same report counts most.  Where the report has none, the word goes to the person
told of far more often than any other of that name, if they are told of in one company; and words
that no full name explains are one person only in one company.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from watchdesk.engine.identities.align import align
from watchdesk.engine.identities.compare import compare
from watchdesk.engine.identities.gather import Mentioned
from watchdesk.engine.identities.groups import Groups
from watchdesk.engine.identities.match import Index
from watchdesk.engine.identities.names import parse
from watchdesk.engine.identities.nodes import is_full
from watchdesk.engine.identities.records import Join, Person

T = TypeVar("T")

BEARERS = 30
"""How many bearers of one surname are looked at."""
FITS = 0.8
"""Agreement of the word with one word of the full name."""
SAME_WORD = 0.93
"""Agreement of two bare words that are one name."""
NEWS_DAYS = 14
SEVERAL_REPORTS = 3
"""A bare surname is that of its only bearer if so many reports tell of them, one in these days."""
DOMINANCE = 3
"""How many times more often than the next bearer a person must be told of."""


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told of where and when: groups by report, reports and days by group; full names."""

    groups: Mapping[str, frozenset[str]]
    reports: Mapping[str, frozenset[str]]
    days: Mapping[str, frozenset[date]]

    def company(self, report: str) -> frozenset[str]:
        """Give the people told of in a report by their full names."""
        return self.groups.get(report, frozenset())

    def met(self, group: str) -> frozenset[str]:
        """Give everybody who is told of beside a person."""
        return frozenset().union(*(self.company(r) for r in self.reports.get(group, ())))


def join_single(groups: Groups, found: Sequence[Mentioned]) -> list[Join]:
    """Join the words that surely are short for somebody, in a fixed order."""
    told = where_told(groups, found)
    words = [m for m in found if not is_full(m)]
    candidates = bearers(words, groups)
    chosen = [(m, choose(m, candidates[m.key, m.person.language], told)) for m in words]
    joins: list[Join] = []
    for m, root in chosen:
        node = groups.node_of[m.ref]
        if root is not None and groups.join(root, node, unlike=True):
            joins.append(Join(root, node, compare(groups.nodes[node], groups.nodes[root])))
    alone = [m for m, root in chosen if root is None]
    return [*joins, *join_alone(alone, groups, told)]


def where_told(groups: Groups, found: Sequence[Mentioned]) -> Told:
    """Say who is told of where by a full name."""
    by_report: dict[str, set[str]] = defaultdict(set)
    by_group: dict[str, set[str]] = defaultdict(set)
    days: dict[str, set[date]] = defaultdict(set)
    for m in found:
        if is_full(m):
            root = groups.root(groups.node_of[m.ref])
            by_report[m.report].add(root)
            by_group[root].add(m.report)
            days[root] |= {m.published} if m.published else set()
    return Told(frozen(by_report), frozen(by_group), frozen(days))


def frozen(sets: Mapping[str, set[T]]) -> dict[str, frozenset[T]]:
    return {key: frozenset(values) for key, values in sets.items()}


def bearers(
    words: Iterable[Mentioned], groups: Groups
) -> dict[tuple[str, str | None], frozenset[str]]:
    """Give for each word and language the groups with a full name that has the word in it."""
    full = {id: p for id, p in groups.nodes.items() if any(len(parse(n)) > 1 for n in p.names)}
    index = Index(
        {"id": id, "names": p.names, "language": p.language} for id, p in sorted(full.items())
    )
    distinct = {(m.key, m.person.language): m.person for m in words}
    return {
        key: frozenset(groups.root(id) for id in with_word(person, full, index))
        for key, person in distinct.items()
    }


def with_word(person: Person, full: Mapping[str, Person], index: Index) -> Iterator[str]:
    """Give the nodes with a full name of which the person's bare name is a part."""
    for name in person.names:
        word = parse(name, person.language)
        for match in index.search(name, person.language, BEARERS):
            best = align(word, parse(match.name, full[match.id].language))
            if best.pairs and best.pairs[0][2] >= FITS:
                yield match.id


def choose(m: Mentioned, roots: frozenset[str], told: Told) -> str | None:
    """Give the one group a word is short for, or None where it may be several."""
    counts = Counter({r: len(told.reports.get(r, ())) for r in roots})
    beside = roots & told.company(m.report)
    if beside:
        return dominant(Counter({r: counts[r] for r in beside}))
    best = dominant(counts)
    if best is not None and told.met(best) & told.company(m.report):
        return best
    return best if best is not None and in_the_news(m, roots, best, told) else None


def in_the_news(m: Mentioned, roots: frozenset[str], best: str, told: Told) -> bool:
    """Tell whether the only bearer of a name is told of by several reports of the same days."""
    if len(roots) > 1 or m.published is None:
        return False
    near = [d for d in told.days.get(best, ()) if abs((d - m.published).days) <= NEWS_DAYS]
    return bool(near) and len(told.reports.get(best, ())) >= SEVERAL_REPORTS


def dominant(counts: Counter[str]) -> str | None:
    """Give the key that counts so many times more than the next one."""
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    if not ranked or ranked[0][1] == 0:
        return None
    if len(ranked) > 1 and ranked[0][1] < DOMINANCE * ranked[1][1]:
        return None
    return ranked[0][0]


def join_alone(words: Sequence[Mentioned], groups: Groups, told: Told) -> list[Join]:
    """Join bare words of one sound that are told of in one company."""
    people = {m.key: replace(m.person, id=m.key) for m in words}
    index = Index(
        {"id": key, "names": p.names, "language": p.language} for key, p in sorted(people.items())
    )
    by_key: dict[str, list[Mentioned]] = defaultdict(list)
    for m in words:
        by_key[m.key].append(m)
    joins = []
    for key, person in sorted(people.items()):
        like = [
            x.id for x in index.search(person.names[0], person.language) if x.score >= SAME_WORD
        ]
        for a, b in in_company(by_key[key], [m for k in {*like, key} for m in by_key[k]], told):
            if groups.join(groups.node_of[a.ref], groups.node_of[b.ref], unlike=True):
                joins.append(Join(a.ref, b.ref, compare(a.person, b.person)))
    return joins


def in_company(
    some: Iterable[Mentioned], others: Iterable[Mentioned], told: Told
) -> Iterator[tuple[Mentioned, Mentioned]]:
    """Give pairs of mentions that share company, through one mention for each companion."""
    first: dict[str, Mentioned] = {}
    for m in sorted({x.ref: x for x in (*some, *others)}.values(), key=lambda x: x.ref):
        for companion in sorted(told.company(m.report)):
            if companion in first:
                yield first[companion], m
            else:
                first[companion] = m
