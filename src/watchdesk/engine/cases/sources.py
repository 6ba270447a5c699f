"""Count independent sources: outlets of one owner group are one, and copies of one text are one."""

from collections.abc import Iterable

from watchdesk.engine.cases.records import Snapshot, Telling
from watchdesk.engine.cases.unions import Unions


def independent_sources(tellings: Iterable[Telling], known: Snapshot) -> int:
    """Give how many sources tell it that neither share an owner nor copy one text.

    An outlet without a known owner stands for itself, a report without an outlet for its site.
    """
    told = list(tellings)
    owners = {t.report: f"owner:{owner(t, known)}" for t in told}
    texts = {t.report: f"text:{known.copies.get(t.report, t.report)}" for t in told}
    unions = Unions({*owners.values(), *texts.values()})
    for report, behind in sorted(owners.items()):
        unions.join(behind, texts[report])
    return len({unions.root(behind) for behind in owners.values()})


def owner(telling: Telling, known: Snapshot) -> str:
    """Give what stands behind a telling: owner group, else outlet, else site, else the report."""
    outlet = telling.outlet or site(telling.url)
    return known.owners.get(outlet, outlet) if outlet else f"report:{telling.report}"


def site(url: str | None) -> str:
    """Give the host of an address, without "www.".

    >>> site("https://www.example.org/news/1")
    'example.org'
    """
    host = (url or "").partition("://")[2].partition("/")[0].partition(":")[0]
    return host.removeprefix("www.").lower()
