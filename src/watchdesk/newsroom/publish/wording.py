"""Words a reader sees for dates, countries, languages and states: the filters of the templates."""

import re
from datetime import date, datetime

from babel import Locale
from babel.dates import format_date, format_datetime

LOCALE = Locale.parse("en_GB")
HELD = frozenset(
    {
        "detained",
        "pretrial_custody",
        "convicted_custodial",
        "held_by_nonstate",
        "disappeared",
        "dead",
    }
)
WAITING = frozenset(
    {"summoned", "restrained", "charged_at_liberty", "convicted_noncustodial", "wanted_abroad"}
)
FREE = frozenset({"released_served", "released_other", "cleared"})
MODALITIES = {
    "alleged": "alleged",
    "denied": "denied",
    "planned": "planned",
    "demanded": "demanded",
    "hypothetical": "possible",
    "negated": "did not happen",
}
LANGUAGES = {"prs": "Dari", "sr-Cyrl": "Serbian", "sr-Latn": "Serbian", "und": "a language unknown"}
KINDS = {"ngo": "NGO", "wire": "news agency", "state": "state media"}
QUALIFIERS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}

_EDTF = re.compile(r"^(\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([~?%])?$")


def day(when: date) -> str:
    """Write a day: `21 February 2020`."""
    return format_date(when, "d MMMM y", locale=LOCALE)


def moment(when: datetime) -> str:
    """Write a moment with its offset: `21 February 2020, 14:05 UTC`."""
    zone = when.strftime("%Z") or ""
    return f"{format_datetime(when, 'd MMMM y, HH:mm', locale=LOCALE)} {zone}".strip()


def edtf(value: str) -> str:
    """Write an EDTF date in words; what we cannot word stands as it is.

    Source: ISO 8601-2:2019, EDTF levels 0 and 1.

    >>> edtf("2020-02-21"), edtf("2018~"), edtf("2020-02/..")
    ('21 February 2020', 'about 2018', 'February 2020 or later')
    """
    if "/" in value:
        start, end = value.split("/", maxsplit=1)
        if end in {"..", ""}:
            return f"{_one(start)} or later"
        if start in {"..", ""}:
            return f"{_one(end)} or earlier"
        return f"{_one(start)} to {_one(end)}"
    return _one(value)


def _one(value: str) -> str:
    found = _EDTF.match(value)
    if not found:
        return value
    year, month, day_of_month, qualifier = found.groups()
    words = year
    if month and month != "XX":
        first = date(int(year), int(month), 1)
        words = format_date(first, "MMMM y", locale=LOCALE)
        if day_of_month and day_of_month != "XX":
            words = day(first.replace(day=int(day_of_month)))
    return QUALIFIERS.get(qualifier or "", "") + words


def machine_date(value: str) -> str:
    """Give what `<time datetime>` may hold: the first day, month or year of an EDTF date."""
    found = re.match(r"\d{4}(-\d\d)?(-\d\d)?", value)
    return found.group() if found else ""


def country(code: str) -> str:
    """Name a country in English: `KZ` is Kazakhstan; an unknown code stands as it is."""
    return LOCALE.territories.get(code.upper(), code)


def language(code: str) -> str:
    """Name a language in English."""
    return LANGUAGES.get(code) or LOCALE.languages.get(code.split("-", maxsplit=1)[0], code)


def kind(of_outlet: str) -> str:
    """Name the kind of an outlet's owner."""
    return KINDS.get(of_outlet, of_outlet)


def modality(name: str) -> str:
    """Name a modality that a reader must see."""
    return MODALITIES.get(name, name)


def tone(state: str) -> str:
    """Give the colour class of a state; the label beside it says the same in words."""
    if state in HELD:
        return "held"
    if state in WAITING:
        return "wait"
    return "free" if state in FREE else "unknown"


def plural(number: int, one: str, many: str) -> str:
    """Count in words: `1 report`, `3 reports`."""
    return f"{number:,} {one if number == 1 else many}"


def days(number: int) -> str:
    """Say how long something lasts.

    >>> days(1), days(400)
    ('1 day', '400 days, about 13 months')
    """
    months = round(number / 30.44)
    return plural(number, "day", "days") + (f", about {months} months" if months > 1 else "")


def first_clause(sentence: str) -> str:
    """Shorten a sentence to its first clause, for a title."""
    return re.split(r"[:;,.–—]", sentence, maxsplit=1)[0].strip()


def day_path(when: date) -> str:
    """Give the archive page of a day: `/2020/02/21/`."""
    return f"/{when:%Y/%m/%d}/"


FILTERS = {
    f.__name__: f
    for f in (
        day,
        moment,
        edtf,
        machine_date,
        country,
        language,
        kind,
        modality,
        tone,
        plural,
        days,
        first_clause,
        day_path,
    )
}
