"""What one address answered."""

from dataclasses import dataclass
from datetime import datetime

from watchdesk.engine.errors import FetchError, Refused

OK, NOT_MODIFIED = 200, 304
SAYS_NO = frozenset({401, 402, 403, 404, 405, 406, 410, 451})
Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Fetched:
    """One answer.  `body` is unpacked, `raw` as sent; both are empty unless the status is 200."""

    url: str
    final_url: str
    fetched_at: datetime
    status: int
    reason: str = ""
    headers: Headers = ()
    request_headers: Headers = ()
    body: bytes = b""
    raw: bytes = b""
    ip: str | None = None
    moved_to: str | None = None
    """The address to ask from now on, where every redirect on the way was permanent."""

    def header(self, name: str) -> str | None:
        """Give the first header of that name, in any case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    def raise_for_status(self) -> None:
        """Pass where there is a body, or none was needed.

        Raises:
            Refused: the site says no.
            FetchError: it is in trouble.
        """
        if self.status in {OK, NOT_MODIFIED}:
            return
        kind = Refused if self.status in SAYS_NO else FetchError
        raise kind(self.url, f"answered {self.status} {self.reason}"[:80], status=self.status)
