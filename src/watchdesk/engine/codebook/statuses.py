"""The states a person can be in, and which acts lead from one to the next.

One state is one file, `data/statuses/<code>.yaml`:

- `entered_by`: the acts that lead here.  `from` lists the states they may come from (`none`:
  nothing is known yet; `any`: every state that is not final).  `when` names roles and the codes or
  kinds, one of which must fill them; `unless` those that must not.  `filled` stands for any filler.
- `unmoved_by`: the acts that may follow here and change nothing.  An act that neither moves the
  state nor stands in this list cannot follow: it is kept and shown to an editor.
- `silence_days`: days without news after which an editor is alarmed (None: silence is no news).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from watchdesk.engine.errors import CodebookError

FILLED = "filled"
ANY = "any"
NONE = "none"


@dataclass(frozen=True, slots=True)
class Entry:
    """One act that leads to a state; `origins` None means from every state that is not final."""

    act: str
    origins: frozenset[str] | None
    when: Mapping[str, frozenset[str]]
    unless: Mapping[str, frozenset[str]]

    def allows(self, state: str | None, fillers: Mapping[str, frozenset[str]]) -> bool:
        """Tell whether the act leads on from a state; `fillers` holds codes and kinds by role."""
        if self.origins is not None and (state or NONE) not in self.origins:
            return False
        if any(_meets(wanted, fillers.get(role)) for role, wanted in self.unless.items()):
            return False
        return all(_meets(wanted, fillers.get(role)) for role, wanted in self.when.items())


@dataclass(frozen=True, slots=True)
class Status:
    """One state of VOCABULARY, in which a person can be in one proceeding."""

    code: str
    label: Mapping[str, str]
    definition: str
    in_custody: bool
    final: bool
    silence_days: int | None
    entered_by: tuple[Entry, ...]
    unmoved_by: frozenset[str]
    source: str = ""


def _meets(wanted: frozenset[str], given: frozenset[str] | None) -> bool:
    return given is not None and (FILLED in wanted or bool(wanted & given))


def _conditions(raw: Mapping[str, Any] | None) -> dict[str, frozenset[str]]:
    pairs = (raw or {}).items()
    return {role: frozenset([v] if isinstance(v, str) else v) for role, v in pairs}


def _entry(raw: Mapping[str, Any]) -> Entry:
    origins = None if raw["from"] == ANY else frozenset(raw["from"])
    return Entry(raw["act"], origins, _conditions(raw.get("when")), _conditions(raw.get("unless")))


def _status(file: str, raw: Mapping[str, Any]) -> Status:
    try:
        entries = tuple(_entry(e) for e in raw["entered_by"])
        fields = {k: v for k, v in raw.items() if k not in {"entered_by", "unmoved_by"}}
        return Status(**fields, entered_by=entries, unmoved_by=frozenset(raw["unmoved_by"]))
    except (KeyError, TypeError) as error:
        raise CodebookError(file, f"not a status: {error}") from error


@cache
def load_statuses() -> Mapping[str, Status]:
    """Give the states by code.  Raises CodebookError, naming the file that breaks the rules."""
    folder = files("watchdesk.engine.codebook") / "data" / "statuses"
    found: dict[str, Status] = {}
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        status = _status(file.name, yaml.safe_load(file.read_text(encoding="utf-8")))
        if file.name != f"{status.code}.yaml":
            raise CodebookError(file.name, f"holds the state {status.code}")
        found[status.code] = status
    return found


def next_state(act: str, state: str | None, fillers: Mapping[str, frozenset[str]]) -> str | None:
    """Give the state an act leads to from a state (None: nothing known); None if it moves nothing.

    >>> next_state("custody.remand", "detained", {})
    'pretrial_custody'
    >>> next_state("legal.convict", "pretrial_custody", {"sentence": frozenset(["fine"])})
    'convicted_noncustodial'
    >>> next_state("custody.detain", "dead", {}) is None
    True
    """
    book = load_statuses()
    if state is not None and state in book and book[state].final:
        return None
    for status in book.values():
        if any(e.act == act and e.allows(state, fillers) for e in status.entered_by):
            return status.code
    return None
