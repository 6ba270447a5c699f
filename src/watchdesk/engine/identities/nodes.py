"""From mentions to nodes: what is taken for one person before names are compared.

A full name is one node, unless what is told of its bearers cannot be of one person.  A name of one
word is a node of its own report: "Ivanov" here and "Ivanov" there may be strangers.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from watchdesk.engine.identities.compare import SEVERAL, objections, supports
from watchdesk.engine.identities.gather import Mentioned, merged
from watchdesk.engine.identities.names import parse
from watchdesk.engine.identities.records import Person

Nodes = dict[str, Person]


def nodes(found: Sequence[Mentioned]) -> tuple[Nodes, dict[str, str]]:
    """Give one person a node, by its id, and the node of each mention, by its ref."""
    by_name: dict[str, list[Mentioned]] = defaultdict(list)
    for m in found:
        by_name[node_name(m)].append(m)
    people: Nodes = {}
    node_of: dict[str, str] = {}
    for name, members in sorted(by_name.items()):
        for number, group in enumerate(namesakes(members)):
            node = name if number == 0 else f"{name}~{group[0].ref}"
            people[node] = merged(node, (m.person for m in group))
            node_of |= dict.fromkeys((m.ref for m in group), node)
    return people, node_of


def node_name(m: Mentioned) -> str:
    """Give what a mention goes by: its sound, and for a bare word its report as well."""
    return f"name:{m.key}" if is_full(m) else f"name:{m.key}@{m.report}"


def is_full(m: Mentioned) -> bool:
    """Tell whether the name has more than one word."""
    return len(parse(m.name)) > 1


def namesakes(members: Sequence[Mentioned]) -> list[list[Mentioned]]:
    """Part mentions of one name into people; the order of the mentions decides nothing but ties.

    Each mention joins the first group that nothing in it speaks against.
    """
    groups: list[list[Mentioned]] = []
    for m in sorted(members, key=lambda m: (m.person.born is None, m.ref)):
        fits = [g for g in groups if not any(strangers(m.person, o.person) for o in g)]
        if fits:
            max(fits, key=lambda g: (any(supported(m, o) for o in g), len(g), g[0].ref)).append(m)
        else:
            groups.append([m])
    return sorted(groups, key=lambda g: (-len(g), g[0].ref))


def supported(a: Mentioned, b: Mentioned) -> bool:
    return any(True for _ in supports(a.person, b.person))


def strangers(a: Person, b: Person) -> bool:
    """Tell whether two of one name are surely two: years or sexes clash, or all else differs."""
    against = tuple(objections(a, b))
    if any(o.kind != "countries" for o in against):
        return True
    told = all(x and y for x, y in ((a.occupations, b.occupations), (a.company, b.company)))
    return bool(against) and told and sum(1 for _ in supports(a, b)) < SEVERAL


def by_report(found: Sequence[Mentioned]) -> Mapping[str, list[Mentioned]]:
    """Group mentions by report."""
    reports: dict[str, list[Mentioned]] = defaultdict(list)
    for m in found:
        reports[m.report].append(m)
    return reports
