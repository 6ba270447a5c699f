"""Words for the codes of the codebook, as the desk and the site show them."""

from functools import cache

from watchdesk.engine.codebook import load
from watchdesk.engine.codebook.statuses import load_statuses

LANGUAGE = "en"
THEMES = {
    "human-rights": "Human rights",
    "civil-society": "Civil society",
    "press-freedom": "Press freedom",
}


def event_label(code: str) -> str:
    """Give an event type its label; the code itself where the codebook has none.

    >>> event_label("custody.detain"), event_label("no.such")
    ('Detained or arrested', 'no.such')
    """
    kind = load().types.get(code)
    return kind.label[LANGUAGE] if kind else code


def event_group(code: str) -> str:
    """Give the first half of an event type, which gives its colour."""
    return code.partition(".")[0]


@cache
def event_choices() -> tuple[tuple[str, str], ...]:
    """Give every event type with its label, in the order of the labels."""
    types = load().types
    return tuple(sorted(((code, event_label(code)) for code in types), key=lambda c: c[1]))


def state_label(code: str | None) -> str:
    """Give a person's state its label.

    >>> state_label(None)
    'Nothing known'
    """
    status = load_statuses().get(code or "")
    return status.label[LANGUAGE] if status else code or "Nothing known"


def words(code: str) -> str:
    """Give a code without a label of its own as words.

    >>> words("human_rights_defender"), words("charged-at-liberty")
    ('human rights defender', 'charged at liberty')
    """
    return code.replace("_", " ").replace("-", " ")
