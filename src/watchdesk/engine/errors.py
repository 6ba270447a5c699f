"""Every error that Watchdesk raises on purpose.

    WatchdeskError
    ├── UnreadableFeed      the bytes are no feed we know
    ├── UnreadableArticle   no main text was found in a page
    ├── UnreadableInput     a file or record given to a command cannot be read
    ├── CodebookError       a file of the codebook, gazetteer or a language breaks its own rules
    ├── SourceError         a source file breaks its own rules
    ├── BackendError        a plugged-in model cannot be asked
    ├── ReaderDied          a process died of what it read, or had to be killed
    └── FetchError          a page could not be fetched
        ├── ForbiddenAddress    the address is private, the port or scheme is not allowed
        ├── TooLarge            a limit of size, ratio or time was passed
        └── Refused             robots.txt or the server says no

Anything else that escapes is a bug of ours.
"""

from collections.abc import Callable
from typing import Any


class WatchdeskError(Exception):
    """Base of all errors raised on purpose; its text is one clear line.

    It can be sent from one process to another, whatever its constructor takes.
    """

    def __reduce__(self) -> tuple[Callable[..., "WatchdeskError"], tuple[Any, ...]]:
        return _restore, (type(self), self.args, self.__dict__)


def _restore(
    kind: type[WatchdeskError], args: tuple[Any, ...], data: dict[str, Any]
) -> WatchdeskError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(data)
    return error


class UnreadableFeed(WatchdeskError):
    """The bytes are no feed we know."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"{url}: not a feed: {why}")
        self.url = url
        self.why = why


class UnreadableArticle(WatchdeskError):
    """No main text was found in the page."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"{url}: not an article: {why}")
        self.url = url
        self.why = why


class UnreadableInput(WatchdeskError):
    """A file, or one record in it, cannot be read."""

    def __init__(self, file: str, why: str, place: str | None = None) -> None:
        super().__init__(f"{file}{f', {place}' if place else ''}: {why}")
        self.file = file
        self.why = why
        self.place = place


class CodebookError(WatchdeskError):
    """A data file of the engine breaks its own rules."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file}: {why}")
        self.file = file
        self.why = why


class SourceError(WatchdeskError):
    """A source file breaks its own rules."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file}: {why}")
        self.file = file
        self.why = why


class ReaderDied(WatchdeskError):
    """A process that read hostile bytes passed its limits, crashed or broke; the bytes are kept."""


class BackendError(WatchdeskError):
    """A plugged-in model cannot be asked."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"back end {url}: {why}")
        self.url = url
        self.why = why


class FetchError(WatchdeskError):
    """A page could not be fetched; `hard` means that trying again soon is pointless."""

    hard = False

    def __init__(self, url: str, why: str, *, status: int | None = None) -> None:
        super().__init__(f"{url}: {why}")
        self.url = url
        self.why = why
        self.status = status


class ForbiddenAddress(FetchError):
    """The address, port or scheme is one that the watch never dials."""

    hard = True


class TooLarge(FetchError):
    """A limit of size, ratio or time was passed."""


class Refused(FetchError):
    """The site says no: robots.txt, 401, 403, 404, 410, 451."""

    hard = True
