"""How English words inflect: rules, and the exceptions of `languages/en.yaml`."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache

from watchdesk.engine.text.lexicon import Lexicon

VOWELS = "aeiou"
Forms = Mapping[str, frozenset[str]]


def inflector(lexicon: Lexicon) -> Callable[[str], Forms]:
    """Give the function that lists the forms of an English word, as a verb and as a noun."""
    irregular = {
        base: tuple(form.split("/") for form in said.split())
        for base, said in lexicon.table("irregular_verbs").items()
    }
    plurals = lexicon.table("irregular_nouns")
    doubling = lexicon.words("doubling_verbs")
    both = lexicon.words("doubling_both")
    whole = {
        base: {form: tags_of(said, form) for forms in said.values() for form in forms}
        for base, said in lexicon.table("irregular_forms").items()
    }

    @cache
    def forms(lemma: str) -> Forms:
        if lemma in whole:
            return whole[lemma]
        found: dict[str, set[str]] = defaultdict(set)
        if lemma in both:
            found[lemma + lemma[-1] + "ed"] |= {"past", "passive"}
            found[lemma + lemma[-1] + "ing"].add("gerund")
        pasts, passives = irregular.get(lemma) or ([past(lemma, doubling)],) * 2
        for form, tag in (
            (lemma, "base"),
            (lemma, "noun"),
            (with_s(lemma), "present"),
            (str(plurals.get(lemma) or with_s(lemma)), "noun"),
            (gerund(lemma, doubling), "gerund"),
            *((form, "past") for form in pasts),
            *((form, "passive") for form in passives),
        ):
            found[form].add(tag)
        return {form: frozenset(tags) for form, tags in found.items()}

    return forms


def tags_of(said: Mapping[str, list[str]], form: str) -> frozenset[str]:
    """Give the tags under which a table lists a form."""
    return frozenset(tag for tag, forms in said.items() if form in forms)


def with_s(lemma: str) -> str:
    """Give the third person, or the plural.

    >>> [with_s(w) for w in ("search", "deny", "raid", "free")]
    ['searches', 'denies', 'raids', 'frees']
    """
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def past(lemma: str, doubling: frozenset[str]) -> str:
    """Give the regular past.

    >>> [past(w, frozenset()) for w in ("detain", "free", "deny", "nab")]
    ['detained', 'freed', 'denied', 'nabbed']
    """
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ied"
    return (lemma + lemma[-1] if doubles(lemma, doubling) else lemma) + "ed"


def gerund(lemma: str, doubling: frozenset[str]) -> str:
    """Give the -ing form.

    >>> [gerund(w, frozenset()) for w in ("seize", "free", "die", "nab", "beat")]
    ['seizing', 'freeing', 'dying', 'nabbing', 'beating']
    """
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        return lemma[:-1] + "ing"
    return (lemma + lemma[-1] if doubles(lemma, doubling) else lemma) + "ing"


def doubles(lemma: str, doubling: frozenset[str]) -> bool:
    """Tell whether the last letter is doubled: one vowel before one consonant, one syllable."""
    if lemma in doubling:
        return True
    vowels = [letter in VOWELS for letter in lemma]
    short = sum(vowels) == 1 and len(lemma) > 2  # noqa: PLR2004
    return short and vowels[-2] and lemma[-1] not in "wxy" + VOWELS
