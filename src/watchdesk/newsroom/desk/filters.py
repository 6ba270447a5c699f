"""What an editor asked the inbox for; it travels in the address, so that a view can be shared."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

WAITING, UNRELATED = "waiting", "unrelated"
STATES = {
    WAITING: "Waiting",
    "accepted": "Accepted",
    "rejected": "Rejected",
    UNRELATED: "Judged not relevant by the reader",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """Empty values do not filter; `page` counts from 1."""

    state: str = WAITING
    country: str = ""
    language: str = ""
    theme: str = ""
    event: str = ""
    source: str = ""
    q: str = ""
    page: int = 1

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Filters":
        """Read the filters of an address; what does not fit counts as absent.

        >>> Filters.read({"country": "KZ", "page": "x", "state": "lost"}) == Filters(country="KZ")
        True
        """
        given = {f.name: query.get(f.name, "").strip() for f in fields(cls)}
        page = given.pop("page")
        state = given["state"] if given["state"] in STATES else WAITING
        return cls(
            **given | {"state": state}, page=int(page) if page.isdecimal() and int(page) else 1
        )

    @property
    def query(self) -> str:
        """Give the filters as they stand in an address, but for the page.

        >>> Filters(country="KZ", page=3).query
        'country=KZ'
        """
        default = Filters()
        names = (f.name for f in fields(self) if f.name != "page")
        given = {n: getattr(self, n) for n in names if getattr(self, n) != getattr(default, n)}
        return urlencode(given)

    @property
    def narrow(self) -> bool:
        """Tell whether anything but the state is asked for."""
        return replace(self, state=WAITING, page=1) != Filters()
