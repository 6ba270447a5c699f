"""Give one person one key across reports, and say why.

Names are grouped by sound, near names are compared, and what is surely one is joined; an editor's
decision binds.  A name of one word ("Mamai") joins a full name of its own report, or the only full
name it fits among people told of in the same company.
"""

from collections.abc import Iterable
from dataclasses import replace

from watchdesk.engine.identities.bodies import resolve_bodies
from watchdesk.engine.identities.compare import compare
from watchdesk.engine.identities.gather import mentioned
from watchdesk.engine.identities.groups import Groups
from watchdesk.engine.identities.match import Index
from watchdesk.engine.identities.names import parse
from watchdesk.engine.identities.nodes import nodes
from watchdesk.engine.identities.records import Join, KnownPeople, Resolution
from watchdesk.engine.identities.single import join_single
from watchdesk.engine.records import Entity, Report

NEIGHBOURS = 8
"""How many of the nearest names each name is compared with."""
NOBODY = KnownPeople()


def resolve(
    reports: Iterable[Report], known: KnownPeople | None = None, *, surface_forms: bool = False
) -> Resolution:
    """Give the reports with one `key` for one person or body, the people, and every join and why.

    Pure: the outcome does not depend on the order of the reports.  People known before keep their
    ids; new ones are named after their commonest full name.
    """
    known = known or NOBODY
    read = sorted(reports, key=lambda r: r.id)
    found = sorted(mentioned(read, surface_forms=surface_forms), key=lambda m: m.ref)
    people, node_of = nodes(found)
    groups = Groups(people | {p.id: p for p in known.people}, known, node_of)
    joins, asks = join_near(groups)
    joins += join_single(groups, found)
    keys = groups.names()
    people = {keys[root]: replace(p, id=keys[root]) for root, p in groups.people().items()}
    by_ref = {ref: keys[groups.root(node)] for ref, node in node_of.items()}
    by_ref |= resolve_bodies(read)
    return Resolution(tuple(with_keys(r, by_ref) for r in read), people, tuple(joins), tuple(asks))


def join_near(groups: Groups) -> tuple[list[Join], list[Join]]:
    """Join full names that are surely one person, the best agreement first."""
    full = {id: p for id, p in groups.nodes.items() if any(len(parse(n)) > 1 for n in p.names)}
    index = Index(
        {"id": id, "names": p.names, "language": p.language} for id, p in sorted(full.items())
    )
    decided: dict[tuple[str, str], Join] = {}
    for id, person in sorted(full.items()):
        for name in person.names[:NEIGHBOURS]:
            for match in index.search(name, person.language, NEIGHBOURS):
                pair = (min(id, match.id), max(id, match.id))
                if match.id != id and pair not in decided:
                    decided[pair] = Join(*pair, compare(full[pair[0]], full[pair[1]]))
    ordered = sorted(decided.values(), key=lambda j: (-j.decision.score, j.a, j.b))
    joins = [j for j in ordered if j.decision.answer == "same" and groups.join(j.a, j.b)]
    asks = [
        j for j in ordered if j.decision.answer == "ask" and groups.root(j.a) != groups.root(j.b)
    ]
    return joins, asks


def with_keys(report: Report, keys: dict[str, str]) -> Report:
    """Give the report with the keys of its people."""
    return replace(report, entities=tuple(with_key(e, report.id, keys) for e in report.entities))


def with_key(entity: Entity, report: str, keys: dict[str, str]) -> Entity:
    key = keys.get(f"{report}#{entity.id}")
    return replace(entity, key=key) if key else entity
