"""Bring inflected names to their base form: «Светлану Тихановскую» -> «Светлана Тихановская»."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from watchdesk.engine.mentions.lists import given_names
from watchdesk.engine.text.morphology import Reading, readings

SEXES = {"masc": "male", "femn": "female"}
LEAST = 0.02
"""Score below which a reading of a name is no longer thought of."""
UNKNOWN = 0.01
"""Score of leaving a word as it is, where no reading fits the others."""
NOT_A_NAME = 0.2
"""Times a reading is less likely in a name that the dictionary does not mark as one."""
GIVEN = 4.0
"""Times a reading is likelier whose base form is on the list of given names."""
POSSIBLE = 1 / 20
"""Share of the best score from which another reading counts as possible."""
GUESS = 0.1
"""Score of a guessed reading."""
RARE = 0.25
"""Times a guess is less likely that changes a name which can be a woman's as it stands."""
FEMININE = (
    ("ии", "ия", ("gent", "datv", "loct")),
    ("ию", "ия", ("accs",)),
    ("ией", "ия", ("ablt",)),
    ("ы", "а", ("gent",)),
    ("ой", "а", ("ablt",)),
    ("у", "а", ("accs",)),
)
"""Ending, ending of the base form, cases: the first declension of Russian."""
SURNAMES = tuple(
    (stem + ending, stem + base, gender, cases)
    for stem in ("ов", "ев", "ёв", "ин", "ын")
    for ending, base, gender, cases in (
        ("", "", "masc", ("nomn",)),
        ("а", "", "masc", ("gent", "accs")),
        ("у", "", "masc", ("datv",)),
        ("ым", "", "masc", ("ablt",)),
        ("е", "", "masc", ("loct",)),
        ("а", "а", "femn", ("nomn",)),
        ("у", "а", "femn", ("accs",)),
        ("ой", "а", "femn", ("gent", "datv", "ablt", "loct")),
    )
)
"""Ending, ending of the base form, gender, cases of surnames such as «Лапин», «Лапина»."""
CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
GENDERS = ("masc", "femn")
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


@dataclass(frozen=True, slots=True)
class Base:
    """The base form of a name, its other possible ones, the sex and the case it stands in.

    `case` is None where the form can be several; `oblique` tells that none of them is a subject.
    """

    text: str
    others: tuple[str, ...] = ()
    sex: str | None = None
    case: str | None = None
    oblique: bool = False


@lru_cache(maxsize=50_000)
def person(words: tuple[str, ...], language: str, cases: tuple[str, ...] = CASES) -> Base:
    """Give the base form of a person's name; all its words stand in one case, of `cases`.

    >>> person(("Светлану", "Тихановскую"), "ru").text, person(("Мамая",), "ru").text
    ('Светлана Тихановская', 'Мамай')
    """
    options = [_options(word, language) for word in words]
    scored = {
        (gender, case): _together(options, gender, case) for gender, case in product(GENDERS, cases)
    }
    best = max(scored.values())
    gender, case = max(scored, key=lambda key: scored[key])
    possible = [key for key, score in scored.items() if score >= best * POSSIBLE]
    likely = {g for g, c in possible if scored[g, c] >= best / 2}
    text = _spelled(words, options, gender, case)
    others = {_spelled(words, options, g, c) for g, c in possible} - {text}
    told = len(likely) == 1 and any(r.gender == gender for option in options for r in option)
    return Base(
        text,
        tuple(sorted(others)),
        SEXES[gender] if told else None,
        _one_case({c for g, c in possible if g == gender}),
        all(c != "nomn" for _, c in possible),
    )


@lru_cache(maxsize=50_000)
def place(words: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Give the base forms that a place's name can have, the likeliest first, itself last.

    >>> place(("Нижнем", "Новгороде"), "ru")[0], place(("Душанбе",), "ru")[0]
    ('Нижний Новгород', 'Душанбе')
    """
    options = [list(readings(word, language)) if word[0].isalpha() else [] for word in words]
    scored: dict[str, float] = {}
    for gender, case in product((*GENDERS, "neut"), CASES):
        text = _spelled(words, options, gender, case)
        scored[text] = max(scored.get(text, 0.0), _together(options, gender, case))
    ordered = sorted(scored, key=lambda t: -scored[t])
    return tuple(dict.fromkeys((*ordered, " ".join(words))))


@lru_cache(maxsize=50_000)
def body(words: tuple[str, ...], language: str) -> str:
    """Give the base form of a body's name: its head noun and the adjectives before it change.

    >>> body(("Басманном", "суде", "Москвы"), "ru"), body(("ФСБ",), "ru")
    ('Басманный суд Москвы', 'ФСБ')
    """
    for at, word in enumerate(words):
        found = readings(word, language)
        if not word[0].isalpha() or word.isupper() or not found:
            break
        if found[0].part == "NOUN":
            best = max(found, key=lambda r: r.score)
            number = best.number
            head = [
                [r for r in readings(w, language) if r.number == number] for w in words[: at + 1]
            ]
            if number != "sing":
                break
            options = {(g, c): _together(head, g, c) for g, c in product((*GENDERS, "neut"), CASES)}
            gender, case = max(options, key=lambda key: options[key])
            return " ".join((_spelled(words[: at + 1], head, gender, case), *words[at + 1 :]))
    return " ".join(words)


def _together(options: Sequence[Sequence[Reading]], gender: str, case: str) -> float:
    """Score a gender and case by how well they fit all words at once."""
    score = 1.0
    for option in options:
        score *= max((r.score for r in _fitting(option, gender, case)), default=UNKNOWN)
    return score


def _options(word: str, language: str) -> list[Reading]:
    if len(word.strip(".")) == 1 or not word[0].isupper():
        return []
    found = [r for r in readings(word, language) if r.number == "sing" and r.gender != "neut"]
    known = [r._replace(score=r.score * _name_likelihood(r)) for r in found if r.score >= LEAST]
    if not any(r.gender == "femn" for r in known):
        known.extend(_guessed(word.lower()))
    told = {(r.gender, r.case) for r in known if r.name and r.score >= GUESS}
    guessed = [r for r in _surname(word.lower()) if (r.gender, r.case) not in told]
    return [*known, *guessed]


def _guessed(word: str) -> list[Reading]:
    """Guess the readings of a woman's name that the dictionary does not know: «Асии» -> «Асия»."""
    for ending, base, cases in FEMININE:
        if word.endswith(ending):
            name = word.removesuffix(ending) + base
            return [
                Reading(name, "NOUN", "femn", "sing", case, True, "Name", GUESS) for case in cases
            ]
    return []


def _surname(word: str) -> list[Reading]:
    """Guess the readings of a surname: «Лапина» is of Лапин or Лапина, «Балоча» of Балоч."""
    guessed = [
        _guess(word.removesuffix(ending) + base, gender, case)
        for ending, base, gender, cases in SURNAMES
        if len(word) > len(ending) + 1 and word.endswith(ending)
        for case in cases
    ]
    if guessed:
        return guessed
    if len(word) > 3 and word[-1] == "а" and word[-2] in CONSONANTS:  # noqa: PLR2004
        return [_guess(word[:-1], "masc", case) for case in ("gent", "accs")]
    return []


def _guess(base: str, gender: str, case: str) -> Reading:
    """Make a guessed reading: «Чынара Токтомаматова» stands as it is, unless words forbid it."""
    score = GUESS * RARE if gender == "masc" and case != "nomn" else GUESS
    return Reading(base, "NOUN", gender, "sing", case, True, "Surn", score)


def _name_likelihood(reading: Reading) -> float:
    return (1.0 if reading.name else NOT_A_NAME) * (GIVEN if reading.base in given_names() else 1.0)


def _fitting(options: Iterable[Reading], gender: str | None, case: str) -> list[Reading]:
    return [r for r in options if r.case == case and r.gender in {None, gender}]


def _spelled(
    words: Sequence[str], options: Sequence[Sequence[Reading]], gender: str | None, case: str
) -> str:
    made = []
    for word, option in zip(words, options, strict=True):
        best = max(_fitting(option, gender, case), key=lambda r: r.score, default=None)
        made.append(_like(word, best.base) if best else word)
    return " ".join(made)


def _like(word: str, base: str) -> str:
    """Write a base form with the capitals, and the ё, of the word it comes from."""
    if word.isupper() and len(word) > 1:
        return base.upper()
    if word.lower().replace("ё", "е") == base:
        return word
    common = 0
    for a, b in zip(word.lower().replace("ё", "е"), base, strict=False):
        if a != b:
            break
        common += 1
    rest = base[common:]
    if common == 0:
        return base[:1].upper() + base[1:]
    return word[:common] + rest


def _one_case(cases: set[str]) -> str | None:
    """Give the case of a form that has but one."""
    return next(iter(cases)) if len(cases) == 1 else None
