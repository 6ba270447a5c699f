"""Names of organisations as tokens: legal forms dropped, common words as ideas, names by sound.

"Казанский авиационный завод" and "Kazan Aviation Plant" come out as a name and two ideas each, so
that `align` compares them like names of people.  An idea's code is "#" and its name.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from watchdesk.engine.identities.sounds import codes, script_of
from watchdesk.engine.identities.tables import read

IDEA = "#"
SHORTEST_STEM = 3
SHORTEST_HEAD = 4
LONGEST_CASE_ENDING = 2
LONGEST_ENDING = 3
SUFFIX = re.compile(
    r"(?:[иі]?т?[ея]?л?ь?н|[ео]?нн|ств[ео]?н*|[иіаео]?ч?е?ск|[иіауы]?ц[иіыя]|[ое]в|аль?н|[иіы]ров|ер|[иі]к)"
    r"[а-яіїўє]{0,4}|[a-z]{0,7}"
)
SOUND_SUFFIX = re.compile(
    r"(?:i?t?e?ln|[eo]?n|stv[eo]?n?|[iaeo]?C?e?sk|[iau]?T[ia]|[oe]v|aln|irov|er|ik)[a-zA-Z]{0,4}"
)
QUOTES = re.compile(r"[«»“”„\"]")
WORDS = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
ADJECTIVE = re.compile(
    r"(?:(?<=..)sk|(?<=..)[TC]k)?(?:i|ai|oi|ie|oe|aia|oHo|omu|im|ei|a|o|e|u|am|ov)?$"
)
INITIAL = 1


@cache
def listed(name: str) -> frozenset[str]:
    """Give a list of `organisations.yaml`."""
    return frozenset(str(w) for w in read("organisations.yaml")[name])


@cache
def phrases(*lists: str) -> re.Pattern[str]:
    """Match any phrase of these lists, the longest first."""
    found = sorted((p for name in lists for p in listed(name)), key=lambda p: (-len(p), p))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, found)) + r")(?!\w)")


@cache
def lexicon() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """Give ideas by whole word and by stem; Cyrillic words stand there by their sound, too."""
    raw = read("organisations.yaml")
    whole: dict[str, tuple[str, ...]] = {}
    stems: dict[str, tuple[str, ...]] = {}
    entries: list[tuple[str, tuple[str, ...]]] = []
    entries += [(w, (idea,)) for idea, text in raw["ideas"].items() for w in str(text).split()]
    entries += [(w, tuple(str(text).split())) for w, text in raw["compounds"].items()]
    for word, ideas in entries:
        table, plain = (stems, word[:-1]) if word.endswith("*") else (whole, word)
        table[plain] = ideas
        if script_of(plain) == "cyrillic" and len(plain) > SHORTEST_STEM:
            table.setdefault("~" + codes(plain)[0], ideas)
    return whole, stems


@lru_cache(maxsize=1 << 16)
def ideas(word: str) -> tuple[str, ...]:
    """Give the ideas a word holds; none where it is a name.

    >>> ideas("судостроительный"), ideas("Plant".lower()), ideas("рубин")
    (('ship', 'build'), ('plant',), ())
    """
    whole, stems = lexicon()
    sound = ["~" + c for c in codes(word)[:1]]
    for key in (word, *sound):
        if key in whole:
            return whole[key]
    for key in (word, *sound):
        for end in range(len(key), SHORTEST_STEM - 1, -1):
            suffix = SOUND_SUFFIX if key.startswith("~") else SUFFIX
            if key[:end] in stems and is_ending(key[end:], suffix):
                return stems[key[:end]]
    return ()


def is_ending(rest: str, suffix: re.Pattern[str]) -> bool:
    """Tell whether what follows a stem is a suffix, and not one more word (Радио-физика)."""
    return len(rest) <= LONGEST_ENDING or suffix.fullmatch(rest) is not None


@lru_cache(maxsize=1 << 16)
def is_organisation(name: str) -> bool:
    """Tell whether a name is surely that of a body: a legal form, quotes, or a word such as plant.

    >>> is_organisation("ООО Фрегат"), is_organisation("Иван Завадский")
    (True, False)
    """
    plain = name.lower()
    words = WORDS.findall(plain)
    return bool(
        QUOTES.search(name)
        or not listed("legal_forms").isdisjoint(words)
        or phrases("legal_phrases").search(plain)
        or any(is_head(w) for w in words)
    )


@lru_cache(maxsize=1 << 16)
def is_head(word: str) -> bool:
    """Tell whether a word, but for its case ending, is one that only a body is called by."""
    whole, stems = lexicon()
    ends = range(max(SHORTEST_HEAD, len(word) - LONGEST_CASE_ENDING), len(word) + 1)
    found = [whole.get(word, ()), *(stems.get(word[:end], ()) for end in ends)]
    return any(not listed("heads").isdisjoint(f[-1:]) for f in found)


def words_of(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each word that says something, once, with its codes: ideas, or the sound of its stem."""
    plain = phrases("legal_phrases", "dropped_phrases").sub(" ", name.lower().replace("ё", "е"))
    seen: set[tuple[str, ...]] = set()
    for word in WORDS.findall(plain):
        if word not in listed("legal"):
            for found in codes_of(word):
                if found and found not in seen:
                    seen.add(found)
                    yield word, found


def codes_of(word: str) -> Iterator[tuple[str, ...]]:
    """Give the codes of each idea of a word, or of the word as a name or number."""
    held = ideas(word)
    if held:
        yield from ((IDEA + idea,) for idea in held)
    elif any(c.isdigit() for c in word):
        yield (IDEA + re.sub(r"\D*$", "", word),)
    else:
        yield tuple(dict.fromkeys(stem(c) for c in codes(word)))


def stem(code: str) -> str:
    """Give the sound code of a name without the endings of adjectives and cases.

    >>> stem(codes("Новосибирский")[0]) == stem(codes("Novosibirsk")[0])
    True
    """
    return ADJECTIVE.sub("", code, count=1) or code
