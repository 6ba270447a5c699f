"""Names and directions of languages, names of countries, for people to read."""

from babel import Locale
from django.conf import settings

ENGLISH = Locale("en")


def direction(language: str | None) -> str:
    """Give the value of HTML's `dir` for a language code; `auto` where it is unknown.

    >>> direction("ps"), direction("sr-Cyrl"), direction("und")
    ('rtl', 'ltr', 'auto')
    """
    if not language or language == "und":
        return "auto"
    return "rtl" if language.split("-")[0] in settings.LANGUAGES_BIDI else "ltr"


def language_name(language: str | None) -> str:
    """Give a language its English name; its code where none is known.

    >>> language_name("crh"), language_name("sr-Cyrl"), language_name("und")
    ('Crimean Tatar', 'Serbian (Cyrillic)', 'unknown language')
    """
    if not language or language == "und":
        return "unknown language"
    base, _, script = language.partition("-")
    name = ENGLISH.languages.get(base, language)
    return f"{name} ({ENGLISH.scripts[script]})" if script in ENGLISH.scripts else name


def country_name(code: str) -> str:
    """Give a country its English name by ISO 3166-1 alpha-2; the code where it is not one.

    >>> country_name("KZ"), country_name("XK")
    ('Kazakhstan', 'Kosovo')
    """
    return str(ENGLISH.territories.get(code, code))
