"""Count independent sources: outlets of one owner group are one, a copied wire text is none."""

from collections.abc import Iterable, Mapping

from watchdesk.engine.cases.records import Telling


def independent_sources(tellings: Iterable[Telling], owners: Mapping[str, str]) -> int:
    """Give how many owner groups tell it; an outlet without a known owner stands for itself.

    A report without an outlet counts by its site, and without either by itself.
    """
    return len({owner(t, owners) for t in tellings})


def owner(telling: Telling, owners: Mapping[str, str]) -> str:
    """Give what stands behind a telling: owner group, else outlet, else site, else the report."""
    outlet = telling.outlet or site(telling.url)
    return owners.get(outlet, outlet) if outlet else f"report:{telling.report}"


def site(url: str | None) -> str:
    """Give the host of an address, without "www.".

    >>> site("https://www.example.org/news/1")
    'example.org'
    """
    host = (url or "").partition("://")[2].partition("/")[0].partition(":")[0]
    return host.removeprefix("www.").lower()
