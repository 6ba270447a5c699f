"""How one language says when: `data/dates/<language>.yaml`, compiled.

A language without a file has the months and weekdays of CLDR, and the shapes of `any.yaml`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from watchdesk.engine.errors import CodebookError
from watchdesk.engine.mentions.dates import names
from watchdesk.engine.text.morphology import forms

ANY = "any"
ANCHORS = ("M", "J", "W", "S", "H", "U", "Y")
"""Placeholders that a pattern can be looked up by, the rarest in text first."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to say when.  `mean` names a function of values.py, `arguments` are its own."""

    regex: re.Pattern[str]
    mean: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DateWords:
    """Patterns by the word they are looked up by; words by what they mean."""

    language: str
    by_word: Mapping[str, tuple[Pattern, ...]]
    by_year: tuple[Pattern, ...]
    stems: tuple[int, ...]
    """Lengths of the beginnings of words that `by_word` holds; empty where it holds whole words."""
    values: Mapping[str, Mapping[str, Any]]
    """Placeholder -> folded word -> value."""
    lead: re.Pattern[str] | None = None
    tail: re.Pattern[str] | None = None
    future: re.Pattern[str] | None = None
    past: re.Pattern[str] | None = None
    not_after: re.Pattern[str] | None = None
    capital_only: frozenset[str] = frozenset()
    needs_number: frozenset[str] = frozenset()
    """Short names of months and days that are names of people too: no date without a number."""
    age_leads: frozenset[str] = frozenset()
    """Words before a number of years that make it an age: «в 22 года»."""
    bare_leads: frozenset[str] = frozenset()
    """Words before a stretch of time that do not belong to it: «к двум годам»."""


@cache
def load(language: str | None) -> DateWords | None:
    """Give the date words of a language; None where neither a file nor CLDR knows it.

    Raises:
        CodebookError: the file breaks the shape described in docs/reference/mentions.md.
    """
    own = _read(f"{language}.yaml") if language else None
    known = names.cldr(language) if language else None
    if own is None and known is None:
        return None
    raw = own if own is not None else _read(f"{ANY}.yaml")
    if own and own.get("base"):
        base = _read(f"{own['base']}.yaml") or {}
        raw = {**base, **own, "patterns": [*own.get("patterns", ()), *base["patterns"]]}
    try:
        return parse(raw or {}, known or names.Names(), str(language))
    except (KeyError, TypeError, AttributeError, re.error) as error:
        raise CodebookError(f"mentions/data/dates/{language}.yaml", f"{error!r}") from error


def _read(name: str) -> dict[str, Any] | None:
    file = files("watchdesk.engine.mentions") / "data" / "dates" / name
    if not file.is_file():
        return None
    return dict(yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader))


def parse(raw: Mapping[str, Any], known: names.Names, language: str) -> DateWords:
    """Compile the content of one file."""
    stems = raw.get("inflection") == "stems"
    values = _values(raw, known, language)
    blanks = _placeholders(raw, values, stems)
    by_word: dict[str, list[Pattern]] = {}
    by_year: list[Pattern] = []
    for entry in raw.get("patterns", ()):
        arguments = {k: v for k, v in entry.items() if k not in {"say", "mean", "near"}}
        regex = re.compile(
            r"(?<![\w$€£])" + _filled(entry["say"], blanks) + r"(?!\w)", re.IGNORECASE
        )
        pattern = Pattern(regex, entry["mean"], arguments)
        for word in _looked_up_by(entry, values):
            by_word.setdefault(word, []).append(pattern)
        if _anchors(entry) == ["Y"] or entry["say"].startswith("{Y}"):
            by_year.append(pattern)
    return DateWords(
        language,
        {word: tuple(patterns) for word, patterns in by_word.items()},
        tuple(by_year),
        tuple(sorted({len(w) for w in by_word}, reverse=True)) if stems else (),
        values,
        _piece(raw.get("lead"), r"(?<!\w)(?:{})\Z"),
        _piece(raw.get("tail"), "{}"),
        _any_of(raw.get("future", ())),
        _any_of(raw.get("past", ())),
        _ending(raw.get("not_after", ())),
        frozenset(raw.get("month_exceptions", ())),
        frozenset(raw.get("needs_number", ())),
        frozenset(raw.get("age_leads", ())),
        frozenset(raw.get("bare_leads", ())),
    )


def _values(raw: Mapping[str, Any], known: names.Names, language: str) -> dict[str, dict[str, Any]]:
    units = {word: unit for unit, words in raw.get("units", {}).items() for word in words}
    tables = {
        "M": {**known.months, **raw.get("months", {})},
        "W": {**known.weekdays, **raw.get("weekdays", {})},
        "U": units,
        "S": raw.get("seasons", {}),
        "N": raw.get("numbers", {}),
        "H": raw.get("holidays", {}),
        "J": raw.get("jalali_months", {}),
    }
    if raw.get("inflection") != "morphology":
        return {kind: {str(w).lower(): v for w, v in t.items()} for kind, t in tables.items()}
    return {
        kind: {form: v for word, v in t.items() for form in _forms(str(word), language)}
        for kind, t in tables.items()
    }


def _forms(word: str, language: str) -> set[str]:
    found = {word.lower()}
    if " " not in word and "." not in word:
        found |= forms(word.lower(), language)
    return found | {form.replace("ё", "е") for form in found}


def _placeholders(
    raw: Mapping[str, Any], values: Mapping[str, Mapping[str, Any]], stems: bool
) -> dict[str, str]:
    end = r"\w*" if stems else ""
    blanks = {
        "JY": r"(?P<jy>1[34]\d\d|[۱][۳۴][۰-۹][۰-۹])(?!\d)",
        "JD": r"(?P<d>\d{1,2})(?!\d)",
        "D": r"(?P<d>(?:0?[1-9]|[12]\d|3[01]))(?!\d)",
        "D2": r"(?P<d2>(?:0?[1-9]|[12]\d|3[01]))(?!\d)",
        "Y": r"(?<!\d)(?P<y>(?:1[89]|20)\d\d)(?!\d|[.,]\d)",
        "Y2": r"(?P<y2>(?:(?:1[89]|20)\d\d|\d\d))(?!\d)",
        "Y3": r"(?P<dec>(?:1[89]|20)\d)",
        "MM": r"(?P<mm>0?[1-9]|1[0-2])(?!\d)",
        "DD": r"(?P<dd>0?[1-9]|[12]\d|3[01])(?!\d)",
        "o": raw.get("ordinal", ""),
        "yw": raw.get("year_word", ""),
    }
    for kind, table in values.items():
        words = "|".join(re.escape(w) for w in sorted(table, key=len, reverse=True)) or r"(?!)"
        blanks[kind] = rf"(?P<{kind.lower()}>(?:{words}){end})"
        blanks[f"{kind}1"] = blanks[kind]
        blanks[f"{kind}2"] = blanks.get(f"{kind}2") or rf"(?P<{kind.lower()}2>(?:{words}){end})"
    number = blanks["N"].removeprefix("(?P<n>").removesuffix(")")
    blanks["N"] = rf"(?P<n>\d+(?:[.,-]\d+)?|{number})"
    return blanks


def _filled(say: str, blanks: Mapping[str, str]) -> str:
    """Make a regular expression of a pattern: blanks filled in, a space is any white space.

    Of a blank that stands twice only the first is read.
    """
    parts = re.split(r"\{([A-Za-z]+\d?)\}", say)
    made: list[str] = []
    read: set[str] = set()
    for n, part in enumerate(parts):
        shape = blanks[part] if n % 2 else _spaced(part)
        group = re.match(r"\(\?P<(\w+)>", shape)
        if group and group[1] in read:
            shape = f"(?:{shape[group.end() :]}"
        read.update({group[1]} if group else ())
        made.append(shape)
    return f"(?:{''.join(made)})"


def _spaced(text: str) -> str:
    made, inside = [], False
    for n, char in enumerate(text):
        inside = char == "[" or (inside and char != "]")
        if char != " ":
            made.append(char)
        elif inside or text[n + 1 : n + 2] == "?":
            made.append(r"\s")
        else:
            made.append(r"\s+")
    return "".join(made)


def _anchors(entry: Mapping[str, Any]) -> list[str]:
    """Give the placeholders a pattern is looked up by: the rarest, and weekday and month both."""
    if "near" in entry:
        return []
    blanks = {b.rstrip("123") for b in re.findall(r"\{([A-Z]+\d?)\}", entry["say"])}
    present = [kind for kind in ANCHORS if kind in blanks]
    return present[:2] if present[:2] == ["M", "W"] else present[:1]


def _looked_up_by(
    entry: Mapping[str, Any], values: Mapping[str, Mapping[str, Any]]
) -> Iterable[str]:
    if "near" in entry:
        return [str(word) for word in entry["near"]]
    words = [word for kind in _anchors(entry) for word in values.get(kind, {})]
    return {word.rstrip(".").split()[-1] for word in words}


def _piece(shape: str | None, around: str) -> re.Pattern[str] | None:
    if not shape:
        return None
    tight = re.sub(r"(?<!\\)\s+", "", shape).replace(r"\ ", r"\s+")
    return re.compile(around.format(tight), re.IGNORECASE)


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    listed = "|".join(re.escape(w) for w in words)
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE) if listed else None


def _ending(words: Iterable[str]) -> re.Pattern[str] | None:
    listed = "|".join(re.escape(w.strip()) for w in words)
    return re.compile(rf"(?<!\w)(?:{listed})\s+\Z", re.IGNORECASE) if listed else None
