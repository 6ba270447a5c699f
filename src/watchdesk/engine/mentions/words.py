"""The words of one language that speak of people, bodies and places: `data/<language>.yaml`.

A language is added with such a file alone.  Shape of the file: docs/reference/mentions.md.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from watchdesk.engine.errors import CodebookError
from watchdesk.engine.text import morphology
from watchdesk.engine.text.morphology import nominals

Sex = str
MAX_WORDS = 6
"""Words in the longest entry of a noun class; longer ones are refused."""


@dataclass(frozen=True, slots=True)
class NounClass:
    """What the words of one class stand for; None and False mean that they do not say."""

    kind: str
    actor: str | None = None
    persons: str | None = None
    occupation: bool = False
    relation: bool = False
    sex: str | None = None
    age_group: str | None = None
    body: str | None = None
    members: int | None = None
    bare: bool = True
    """Whether it can stand without determiner or number: "accused" cannot."""


@dataclass(frozen=True, slots=True)
class Noun:
    """One noun as it is looked up: its class, its folded base form, and its number if fixed."""

    of: NounClass
    lemma: str
    number: str | None


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun gives away about the one it stands for."""

    number: str
    sex: str | None = None
    possessive: bool = False
    object: bool = False
    """Whether it can be no subject, nor the subject of its own clause: "him"."""


@dataclass(frozen=True, slots=True)
class Titles:
    """What belongs to the name of an office: adjectives, and complements other than the genitive.

    `prepositions` -> case they govern; nouns of `generic` end a complement that names nothing.
    """

    adjectives: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    instrumental: frozenset[str] = frozenset()
    prepositions: Mapping[str, str] = field(default_factory=dict)
    generic: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Words:
    """Everything `data/<language>.yaml` says, in the shape in which it is looked up."""

    language: str
    inflection: str
    names: str
    """How names are found: cased (by capitals) or natasha."""
    complements: str
    """What a noun drags behind it: genitive, or nothing."""
    nouns: Mapping[str, tuple[tuple[tuple[str, ...], Noun], ...]]
    """First word (form or lemma, as `inflection` says) -> entries, the longest first."""
    pronouns: Mapping[str, Pronoun]
    honorifics: Mapping[str, str | None]
    """Honorific in lower case -> sex."""
    determiners: Mapping[str, str]
    """Determiner -> definite, indefinite, possessive."""
    conjunctions: frozenset[str]
    numbers: Mapping[str, int]
    number_forms: Mapping[str, str]
    """Every form of every number and vague number -> its base form."""
    vague_numbers: Mapping[str, tuple[int, int | None]]
    bounds: tuple[tuple[tuple[str, ...], str], ...]
    modifiers: frozenset[str]
    titles: Titles
    person_particles: frozenset[str]
    organisation_particles: frozenset[str]
    organisation_heads: frozenset[str]
    place_heads: frozenset[str]
    laws: tuple[re.Pattern[str], ...]
    """Patterns of the names of laws, codes and articles."""
    law_words: tuple[str, ...]
    """How words begin without which a sentence names no law."""
    bodies: Mapping[tuple[str, ...], str]
    """Folded words of a known body -> actor kind, or ngo."""
    body_heads: tuple[tuple[tuple[str, ...], str], ...]
    """Words inside the name of a body -> actor kind, the most telling first."""
    never_names: frozenset[str]
    """Words in lower case that bear a capital without being a name: months, weekdays, languages."""
    belonging: Mapping[str, str]
    """Kind of body -> kind of person that belongs to it."""
    cues: Mapping[str, frozenset[str]]
    ages: tuple[re.Pattern[str], ...]
    examples: tuple[tuple[str, tuple[str, ...]], ...] = field(default=())


@cache
def load(language: str | None) -> Words | None:
    """Give the words of a language, or None where it has no file.

    Raises:
        CodebookError: the file breaks the shape described in docs/reference/mentions.md.
    """
    file = files(__package__) / "data" / f"{language}.yaml"
    if not language or not file.is_file():
        return None
    raw = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    try:
        return parse(raw)
    except (KeyError, TypeError, AttributeError, re.error) as error:
        raise CodebookError(f"mentions/data/{language}.yaml", f"{error!r}") from error


def parse(raw: Mapping[str, Any]) -> Words:
    """Make Words of the content of one file."""
    language = raw["language"]
    particles, determiners = raw.get("particles", {}), raw.get("determiners", {})
    return Words(
        language=language,
        inflection=raw.get("inflection", "none"),
        names=raw.get("names", "cased"),
        complements=raw.get("complements", ""),
        nouns=nouns(raw, language),
        pronouns={w: p for entry in raw.get("pronouns", ()) for w, p in pronoun(entry)},
        honorifics=honorifics(raw.get("honorifics", {})),
        determiners={w: kind for kind, ws in determiners.items() for w in listed(ws)},
        conjunctions=frozenset(listed(raw.get("conjunctions", ""))),
        numbers={str(k): v for k, v in raw.get("numbers", {}).items()},
        number_forms=number_forms(raw, language),
        vague_numbers={k: (v[0], v[1]) for k, v in raw.get("vague_numbers", {}).items()},
        bounds=bounds(raw.get("bounds", {})),
        modifiers=frozenset(listed(raw.get("modifiers", ""))),
        titles=titles(raw.get("titles", {})),
        person_particles=frozenset(listed(particles.get("person", ""))),
        organisation_particles=frozenset(listed(particles.get("organisation", ""))),
        organisation_heads=frozenset(listed(raw.get("organisation_heads", ""))),
        place_heads=frozenset(listed(raw.get("place_heads", ""))),
        laws=tuple(re.compile(p.replace(" ", r"\s+")) for p in raw.get("legal", ())),
        law_words=tuple(listed(raw.get("legal_words", ""))),
        bodies={
            tuple(name.lower().split()): kind
            for kind, names in raw.get("acronyms", {}).items()
            for name in listed(names)
        },
        body_heads=tuple(
            (tuple(phrase.split()), kind)
            for entry in raw.get("body_heads", ())
            for kind, phrases in entry.items()
            for phrase in listed(phrases)
        ),
        never_names=frozenset(listed(raw.get("never_names", "").lower())),
        belonging=dict(raw.get("belonging", {})),
        cues={kind: frozenset(listed(ws)) for kind, ws in raw.get("cues", {}).items()},
        ages=tuple(age_pattern(shape) for shape in raw.get("ages", ())),
        examples=tuple(examples(raw.get("nouns", ()))),
    )


def listed(words: str | Iterable[str]) -> list[str]:
    """Give the entries of a comma-separated list.

    >>> listed("Mr, Mr., Sir")
    ['Mr', 'Mr.', 'Sir']
    """
    entries = words.split(",") if isinstance(words, str) else words
    return [w for w in (str(entry).strip() for entry in entries) if w]


def titles(raw: Mapping[str, Any]) -> Titles:
    return Titles(
        frozenset(listed(raw.get("adjectives", ""))),
        tuple(listed(raw.get("prefixes", ""))),
        frozenset(listed(raw.get("instrumental", ""))),
        dict(raw.get("with", {})),
        frozenset(listed(raw.get("generic", ""))),
    )


def honorifics(raw: Mapping[str, Any]) -> dict[str, str | None]:
    sexes = {"male": "male", "female": "female"}
    return {w.lower(): sexes.get(sex) for sex, ws in raw.items() for w in listed(ws)}


def pronoun(entry: Mapping[str, Any]) -> list[tuple[str, Pronoun]]:
    marks = (bool(entry.get(mark)) for mark in ("possessive", "object"))
    made = Pronoun(entry["number"], entry.get("sex"), *marks)
    return [(word, made) for word in listed(entry["words"])]


def bounds(raw: Mapping[str, Any]) -> tuple[tuple[tuple[str, ...], str], ...]:
    found = [(tuple(p.split()), kind) for kind, phrases in raw.items() for p in listed(phrases)]
    return tuple(sorted(found, key=lambda entry: -len(entry[0])))


def number_forms(raw: Mapping[str, Any], language: str) -> dict[str, str]:
    bases = [str(b) for b in (*raw.get("numbers", {}), *raw.get("vague_numbers", {}))]
    if raw.get("inflection") != "morphology":
        return {base: base for base in bases}
    return {form: base for base in bases for form in morphology.forms(base, language)}


def age_pattern(shape: str) -> re.Pattern[str]:
    return re.compile(
        re.escape(shape).replace(r"\{age\}", r"(?P<age>\d{1,3})").replace(r"\ ", r"\s+")
    )


def examples(classes: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, tuple[str, ...]]]:
    for entry in classes:
        for text, found in entry.get("examples", {}).items():
            yield text, tuple(found)


def nouns(
    raw: Mapping[str, Any], language: str
) -> dict[str, tuple[tuple[tuple[str, ...], Noun], ...]]:
    """Index every form of every noun by its first word, the longest entries first."""
    index: dict[str, dict[tuple[str, ...], Noun]] = {}
    for entry in raw.get("nouns", ()):
        of = NounClass(**entry["as"])
        for words, noun in forms(entry, of, raw, language):
            if len(words) > MAX_WORDS:
                raise TypeError(f"more than {MAX_WORDS} words: {' '.join(words)}")
            index.setdefault(words[0], {}).setdefault(words, noun)
    longest_first = {w: sorted(e.items(), key=lambda f: -len(f[0])) for w, e in index.items()}
    return {first: tuple(entries) for first, entries in longest_first.items()}


def forms(
    entry: Mapping[str, Any], of: NounClass, raw: Mapping[str, Any], language: str
) -> Iterable[tuple[tuple[str, ...], Noun]]:
    """Yield each form of the nouns of one class as words; lemmas where the language has them."""
    plural = raw.get("plural")
    for phrase in listed(entry.get("only_plural", "")):
        yield key(phrase, raw, language), Noun(of, phrase, "plur")
    for phrase in listed(entry.get("words", "")):
        yield key(phrase, raw, language), Noun(of, phrase, "sing" if plural else None)
        if plural:
            many = pluralise(phrase, plural)
            yield key(many, raw, language), Noun(of, phrase, "plur")


def key(phrase: str, raw: Mapping[str, Any], language: str) -> tuple[str, ...]:
    words = phrase.lower().replace("'s ", " 's ").replace("s' ", "s ' ").split()
    if raw.get("inflection") == "morphology":
        return tuple((nominals(word, language) or (word,))[0] for word in words)
    return tuple(words)


def pluralise(phrase: str, rules: Mapping[str, Any]) -> str:
    """Put the last word of a phrase into the plural by the rules of the language's file."""
    if phrase in rules["irregular"]:
        return str(rules["irregular"][phrase])
    start, _, last = phrase.rpartition(" ")
    many = rules["irregular"].get(last)
    for pattern, ending in rules["rules"]:
        if many is None and re.search(pattern, last):
            many = re.sub(pattern, ending, last)
    return f"{start} {many}".strip()
