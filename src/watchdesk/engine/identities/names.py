"""Names as tokens with sound codes, so that spellings of any script can be compared.

`fold` gives one string under which common spellings of a name meet; `parse` gives the tokens that
`align` compares.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import Literal

from watchdesk.engine.identities.inflection import base_readings
from watchdesk.engine.identities.nearness import nearness
from watchdesk.engine.identities.organisations import IDEA, is_organisation, words_of
from watchdesk.engine.identities.sounds import ABJAD, codes, script_of, skeleton
from watchdesk.engine.identities.tables import given_lines, many, words

Kind = Literal["plain", "given", "patronymic", "initial", "idea"]
WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ`ʻ][^\W\d_]+)*\.?")
PATRONYMIC = re.compile(r"(?:[aeoi]viC|[aeoi]vna|iniCna|iCna|(?:^|[kuzfo])(?:mi|li|ki|ti)C)$")
"""-ovich, -evna, -ichna, and the short row of Kuzmich, Ilyich, Lukich, Nikitich."""
OF_FATHER = re.compile(r"(?:[aeoi]?viC|[aeoi]?vna|iniCna|iCna|iC)$")
CLEAR = 0.96
"""Nearness from which an abjad's word is read as a given name; each vowel left out costs 0.02."""
PARTS = re.compile(r"[\s\-‐‑–—/,;\u200c]+")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name.  `codes` are its sound codes, the likeliest first."""

    text: str
    codes: tuple[str, ...]
    kind: Kind = "plain"
    given: frozenset[str] = frozenset()
    """Ids of the given names it may be a form of."""
    short: frozenset[str] = frozenset()
    """Ids of the given names it may be a short form of."""

    @property
    def skeletons(self) -> frozenset[str]:
        """Give the firm consonants of each code."""
        return frozenset(skeleton(c) for c in self.codes)


@cache
def given_forms() -> dict[str, frozenset[str]]:
    """Give ids of given names by sound code."""
    return many([(c, id) for id, full, _ in given_lines() for f in full for c in codes(f)])


def given_of(code: str) -> frozenset[str]:
    """Give the given names a code may be a form of; in an abjad those it comes very near to."""
    if not code.startswith(ABJAD):
        return given_forms().get(code, frozenset())
    near = (c for c in given_by_skeleton().get(skeleton(code), ()) if nearness(code, c) >= CLEAR)
    return frozenset().union(*(given_forms()[c] for c in near))


@cache
def given_by_skeleton() -> dict[str, frozenset[str]]:
    """Give the codes of given names by their firm consonants."""
    return many([(skeleton(c), c) for c in given_forms()])


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """Give ids of given names by the sound code of a short form."""
    return many([(c, id) for id, _, short in given_lines() for f in short for c in codes(f)[:1]])


@cache
def fathers_names() -> dict[str, frozenset[str]]:
    """Give ids of given names by the stem that patronymics are made of."""
    return many([(open_stem(c), id) for c, ids in given_forms().items() for id in ids])


def open_stem(code: str) -> str:
    return code.rstrip("aeiou")


def father(code: str) -> frozenset[str]:
    """Give the given names a patronymic may be made of.

    >>> father("serHeviC") == father("sarHeevna") != frozenset()
    True
    """
    return fathers_names().get(open_stem(OF_FATHER.sub("", code)), frozenset())


@cache
def silent() -> frozenset[str]:
    """Give the sound codes of words that are dropped: articles, links, titles."""
    kinds = ("articles", "links", "titles", "kinship", "junior")
    return frozenset(c for kind in kinds for w in words(kind) for c in codes(w)[:1])


@lru_cache(maxsize=1 << 18)
def token(text: str, language: str | None = None) -> Token:
    """Make a token of one word, without looking at its neighbours.

    With a `language`, the word may be inflected in it.
    """
    its_codes = codes(text)
    if language and its_codes:
        readings = (codes(r)[:1] for r in base_readings(text, language))
        its_codes = tuple(dict.fromkeys((*its_codes, *chain.from_iterable(readings))))
    given = frozenset().union(*(given_of(c) for c in its_codes))
    short = frozenset().union(*(short_forms().get(c, frozenset()) for c in its_codes))
    bare = text.rstrip(".")
    if len(bare) == 1 or (text.endswith(".") and len(bare) <= 2):  # noqa: PLR2004  # "Yu."
        return Token(bare, its_codes, "initial")
    if any(PATRONYMIC.search(c) for c in its_codes) and not given:
        fathers = frozenset().union(*(father(c) for c in its_codes))
        return Token(bare, its_codes, "patronymic", fathers)
    return Token(bare, its_codes, "given" if given or short else "plain", given, short)


@lru_cache(maxsize=1 << 16)
def parse(name: str, language: str | None = None) -> tuple[Token, ...]:
    """Give the tokens of a name in order, without titles, articles and links.

    With a `language`, the name may stand in any case of it, and tokens get codes of base forms too.

    A name that would be left with one word keeps them (Ahmad Sayyed).  A patronymic is one
    only beside two other names: "Popović" alone is a surname.
    """
    if is_organisation(name):
        return body(name)
    found = fathers([t for w in split(name) if (t := token(w, language)).codes])
    named = [t for t in found if not is_silent(t)]
    kept = compounds(named if len(named) > 1 else found)
    if len(kept) < 3:  # noqa: PLR2004  # given name, patronymic, surname
        kept = [t if t.kind != "patronymic" else Token(t.text, t.codes) for t in kept]
    return tuple(kept)


def body(name: str) -> tuple[Token, ...]:
    """Give the tokens of an organisation's name; of a legal form alone, its sound."""
    found = tuple(
        Token(word, its_codes, "idea" if its_codes[0].startswith(IDEA) else "plain")
        for word, its_codes in words_of(name)
    )
    return found or tuple(t for w in split(name) if (t := token(w)).codes)


def fathers(tokens: list[Token]) -> list[Token]:
    """Mark what stands before a word of kinship as a father's name ("Saftar oglu")."""
    after = [*tokens[1:], None][: len(tokens)]
    return [
        Token(t.text, t.codes, "patronymic", t.given) if n and is_kinship(n) else t
        for t, n in zip(tokens, after, strict=True)
    ]


def compounds(tokens: list[Token]) -> list[Token]:
    """Make one word of what is one name: Abd al-Hakim, Fath Allah, Nizam ud-Din."""
    found: list[Token] = []
    for t in tokens:
        before = found[-1] if found else None
        if before and (t.codes[0] in joined("previous") or before.codes[0] in joined("next")):
            found[-1] = token(before.text + t.text)
        else:
            found.append(t)
    return found


def often_joined(tokens: Sequence[Token]) -> list[Token]:
    """Give neighbours that some write as one word (Gholam Ali), as that word."""
    parts = often_joined_codes()
    return [
        token(a.text + b.text)
        for a, b in pairwise(tokens)
        if not parts.isdisjoint(b.codes) and a.kind != "initial"
    ]


@cache
def often_joined_codes() -> frozenset[str]:
    """Give the sound codes of second parts of names."""
    return frozenset(c for w in words("often_joined") for c in codes(w))


@cache
def joined(to: str) -> frozenset[str]:
    """Give the sound codes of words that are one with the next, or with the previous word."""
    return frozenset(c for w in words(f"joined_to_{to}") for c in codes(w))


@cache
def kinship() -> frozenset[str]:
    """Give the sound codes of the words of kinship."""
    return frozenset(c for w in words("kinship") for c in codes(w)[:1])


def is_kinship(t: Token) -> bool:
    return t.codes[0] in kinship()


def split(name: str) -> list[str]:
    """Give the words of a name; the letters of initials apart ("В.В." is two)."""
    plain = unicodedata.normalize("NFKC", name)
    return [w for part in PARTS.split(plain) for w in WORD.findall(part.replace(".", ". "))]


def is_silent(t: Token) -> bool:
    """Tell whether a token is a title, article or link."""
    if script_of(t.text) == "arabic":
        return t.text in words("arabic_titles")
    return t.codes[0] in silent() and t.kind != "initial"


def fold(name: str) -> str:
    """Give the key under which common spellings of a name meet, whatever script and word order.

    >>> fold("Жанболат Мамай") == fold("MAMAI, Zhanbolat")
    True
    """
    return " ".join(sorted(t.codes[0] for t in parse(name)))
