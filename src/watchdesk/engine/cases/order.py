"""Put acts in the order in which they happened, as far as their dates tell it."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files

import yaml

from watchdesk.engine.cases.edtf import FIRST, LAST, Days, days
from watchdesk.engine.cases.records import Act


@cache
def ranks() -> dict[str, int]:
    """Give the rank of each type among acts of one day; lower comes first."""
    raw = yaml.safe_load((files(__package__) / "data" / "order.yaml").read_text("utf-8"))
    return {code: rank for rank, code in enumerate(raw["order"])}


def in_order(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Sort acts by time; an act without any date comes first, since nothing follows from it."""
    return tuple(sorted(acts, key=moment))


def moment(act: Act) -> tuple[date, int, str]:
    """Give where an act stands in time: the middle of its days, then its rank, then its id."""
    found = days(act.date)
    return (middle(found) if found else FIRST, ranks().get(act.type, len(ranks())), act.id)


def middle(found: Days) -> date:
    """Give the middle of a span; of a half-open one the end that is known."""
    if found.first == FIRST:
        return found.last
    if found.last == LAST:
        return found.first
    return date.fromordinal((found.first.toordinal() + found.last.toordinal()) // 2)
