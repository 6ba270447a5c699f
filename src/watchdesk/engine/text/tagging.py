"""Give each word of a sentence a class, from closed lists, known verbs and what stands beside it.

For languages whose word order says who acts on whom.  One letter a word:

    D determiner   S possessive   I subject pronoun   K other pronoun   # number
    N noun or adjective   M part of a name   ' possessive sign   Z word of time
    X be  Y get  H have  L being, having  O do  Q modal  G not  T infinitive marker  R adverb
    V finite verb  B bare verb  F past or participle  E participle  J gerund
    a participle before a noun   P preposition   C conjunction   W relative   U subordinator
    , ; : - " ( ) .   signs
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from watchdesk.engine.text.inflection import Inflect
from watchdesk.engine.text.lexicon import Lexicon
from watchdesk.engine.text.words import fold

LETTERS = {
    "determiner": "D", "possessive": "S", "subject": "I", "pronoun": "K", "preposition": "P",
    "conjunction": "C", "relative": "W", "subordinator": "U", "be": "X", "get": "Y", "have": "H",
    "do": "O", "gerund_aux": "L", "adjective": "a", "modal": "Q", "negation": "G", "to": "T",
    "adverb": "R", "time": "Z", "quote": '"',
}  # fmt: skip
SIGNS = {
    ",": ",", ";": ";", ":": ":", "-": "-", "–": "-", "—": "-", "--": "-", "...": "-", "…": "-",
    "(": "(", "[": "(", ")": ")", "]": ")", ".": ".", "!": ".", "?": ".", "/": ",",
    "'s": "'", "'": "'", "|": ";", "•": ";", "#": "#",
}  # fmt: skip
VERB_LETTERS = (
    ({"past", "passive"}, "F"), ({"past"}, "V"), ({"passive"}, "E"), ({"gerund"}, "J"),
    ({"base"}, "B"), ({"present"}, "V"),
)  # fmt: skip
NOMINAL = frozenset("DS#NMaKI")
"""What a phrase with a noun can begin with."""
BEFORE_NOUN = frozenset("DS'#a")
BEFORE_BARE = frozenset("TQO")
AUXILIARY = frozenset("XHYL")
VERBS = frozenset("VBFEXHQOY")
LONGEST_APPROXIMATION = 4
SEVERAL = "N*"
"""Letters of the head of several people, before which a bare verb is no noun: "police arrest"."""
OPEN = frozenset("VBFEJN")
"""Letters of words that can be a name as well."""


@dataclass(frozen=True, slots=True)
class Classes:
    """What the words of one language can be: one letter for each class a word belongs to."""

    letters: Mapping[str, str]
    numbers: Collection[str]
    endings: Mapping[str, str]
    """Ending of an unknown word to its letter, longest first."""
    approximations: Collection[tuple[str, ...]] = ()
    """Words that can stand before a number within its phrase: "at least"."""


def classes(lexicon: Lexicon, inflect: Inflect, verbs: Iterable[str]) -> Classes:
    """Gather the classes of a language; `verbs` are those of the codebook."""
    letters: dict[str, str] = defaultdict(str)
    for verb in sorted({*lexicon.words("verbs"), *verbs}):
        for form, tags in inflect(verb).items():
            letters[form] = merged(letters[form], verb_letters(tags))
    closed: dict[str, str] = defaultdict(str)
    for name, words in lexicon.table("classes").items():
        for word in words:
            closed[fold(str(word))] += LETTERS[name]
    for word in lexicon.words("nouns"):
        closed[word] = "ZN" if closed[word] == "Z" else closed[word] or "N"
    rough = {tuple(fold(str(said)).split()) for said in lexicon.sections.get("approximations", ())}
    endings = {str(e): str(letter) for e, letter in lexicon.table("endings").items()}
    return Classes({**letters, **closed, **SIGNS}, lexicon.table("numbers"), endings, rough)


def verb_letters(tags: frozenset[str]) -> str:
    """Give the letters of a verb form; every form but the participles can be a noun too.

    >>> verb_letters(frozenset(["past", "passive"])), verb_letters(frozenset(["base", "noun"]))
    ('F', 'BN')
    """
    found = next((letter for wanted, letter in VERB_LETTERS if wanted <= tags), "")
    bare = "B" if "base" in tags and found != "B" else ""
    return found + bare + ("N" if "noun" in tags and found != "J" else "")


def merged(old: str, new: str) -> str:
    return old + "".join(letter for letter in new if letter not in old)


def tag(
    words: Sequence[str], known: Classes, names: Mapping[int, str], capitals: Sequence[bool]
) -> list[str]:
    """Give one letter for each word.

    `names` holds the places that mentions settle (M in a name, N for the head of a noun mention,
    SEVERAL where it means more than one);
    `capitals` tells which words are written with one.
    """
    raw: list[str] = []
    for i, word in enumerate(words):
        settled = names.get(i)
        helped = bool(raw) and raw[-1] in AUXILIARY and "F" in known.letters.get(word, "")
        if settled in {"N", SEVERAL} and helped:
            settled = None  # "was wounded", though "the wounded" are people
        raw.append(settled or candidates(word, known, i > 0 and capitals[i]))
    approximate(words, raw, known)
    out: list[str] = []
    for i, letters in enumerate(raw):
        out.append(letters if len(letters) == 1 and letters not in "FEJ" else choose(raw, out, i))
    return out


def approximate(words: Sequence[str], raw: list[str], known: Classes) -> None:
    """Take "about", "at least", "more than" before a number for part of its phrase."""
    for i, letters in enumerate(raw):
        if letters != "#":
            continue
        for length in range(1, min(LONGEST_APPROXIMATION, i) + 1):
            if tuple(words[i - length : i]) in known.approximations:
                raw[i - length : i] = ["D"] * length


def candidates(word: str, known: Classes, capital: bool) -> str:
    found = known.letters.get(word)
    if found and not (capital and OPEN >= set(found)):
        return found
    if word in known.numbers or word[0].isdigit():
        return "#"
    if capital:
        return "M"
    return next((letter for end, letter in known.endings.items() if word.endswith(end)), "N")


def choose(raw: Sequence[str], done: Sequence[str], i: int) -> str:
    """Settle one word of several classes by its neighbours."""
    letters = raw[i]
    after = raw[i + 1] if i + 1 < len(raw) else "."
    for wanted, rule in RULES:
        if wanted <= set(letters):
            return rule(raw, done, i, before(done), after)
    return letters[0]


def before(done: Sequence[str]) -> str:
    """Give the letter before, adverbs and quotation marks left out; "." at the beginning."""
    return next((letter for letter in reversed(done) if letter not in 'RG"'), ".")


def nominal(letters: str) -> bool:
    return bool(NOMINAL & set(letters)) and letters[0] not in "PC"


def infinitive(raw: Sequence[str], done: Sequence[str], i: int, prev: str, after: str) -> str:
    following = next((r for r in raw[i + 1 : i + 4] if r not in {"R", "G"}), ".")
    return "T" if set(following) & set("BXH") and following[0] not in "DSP" else "P"


def that(raw: Sequence[str], done: Sequence[str], i: int, prev: str, after: str) -> str:
    if prev in "NMK)#" and set(after) & VERBS and "N" not in after[:1]:
        return "W"
    if prev in "P.,":
        return "D"
    return "U"


def possessive(raw: Sequence[str], done: Sequence[str], i: int, prev: str, after: str) -> str:
    return "S" if set(after) & set("NM#aF") and "D" not in after else "K"


def linking(raw: Sequence[str], done: Sequence[str], i: int, prev: str, after: str) -> str:
    """Settle "after", "before", "since": a clause of its own follows, or only a noun."""
    if "J" in after or set(after) & set("XFEL"):
        return "U"
    seen_noun = False
    for letters in raw[i + 1 : i + 10]:
        if letters[0] in ",;:.-(PWT":
            return "P"
        if seen_noun and (set(letters) & set("XHQOVF")) and letters[0] not in "NDS":
            return "U"
        seen_noun = seen_noun or nominal(letters)
    return "P"


def particle(raw: Sequence[str], done: Sequence[str], i: int, prev: str, after: str) -> str:
    return "P" if nominal(after) or after[0] in "ZJ" else "R"


def month_or_noun(raw: Sequence[str], done: Sequence[str], i: int, prev: str, after: str) -> str:
    return "Z" if prev in "P#Z" or after in {"#", "Z"} else "N"


def modal_or_month(raw: Sequence[str], done: Sequence[str], i: int, prev: str, after: str) -> str:
    return "Z" if prev in "P#" or after == "#" else "Q"


def determiner(raw: Sequence[str], done: Sequence[str], i: int, prev: str, after: str) -> str:
    other = next((letter for letter in raw[i] if letter != "D"), "K")
    return "D" if nominal(after) or set(after) & set("BVJ") else other


def where(raw: Sequence[str], done: Sequence[str], i: int, prev: str, after: str) -> str:
    return "W" if prev in "NMZ,#K)" else "U"


def participle(raw: Sequence[str], done: Sequence[str], i: int, prev: str, after: str) -> str:
    """Settle an -ed form: before a noun ("the detained journalist"), or a verb."""
    letters = raw[i]
    if "N" in letters and prev in BEFORE_NOUN | {"P"} and not nominal(after):
        return "N"
    attached = set(after) & set("NMa") and after[0] not in "DSP"
    if attached and prev in BEFORE_NOUN | {"P"} and "F" in letters + "F":
        return "a"
    if attached and opening(done, prev) and after[0] in "NM":
        return "a"
    if set(letters) & set("B") and prev in BEFORE_BARE:
        return "B"
    return next(letter for letter in letters if letter in "FE")


def opening(done: Sequence[str], prev: str) -> bool:
    """Tell whether no subject stands before, so that an -ed form goes with the noun after it."""
    if done and done[-1] in "RG":
        return False
    if prev == "C":
        joined = done[-2] if len(done) > 1 else "."
        return joined == "a" or (joined in "NM" and not any(letter in "VFJB" for letter in done))
    if prev != ",":
        return prev in ".:"
    first = next((i for i, letter in enumerate(done) if letter in "NMKI#"), None)
    return first is None or any(letter in "PU" for letter in done[:first])


def gerund(raw: Sequence[str], done: Sequence[str], i: int, prev: str, after: str) -> str:
    """Settle an -ing form: a noun after "the", and in "in police firing"; else a verb."""
    compound = prev in "NM" and len(done) > 1 and done[-2] in "PDS"
    if prev in BEFORE_NOUN or (compound and not nominal(after)):
        return "N"
    return "J"


def verb_or_noun(raw: Sequence[str], done: Sequence[str], i: int, prev: str, after: str) -> str:
    """Settle "charges", "arrest", "plans"."""
    if prev in BEFORE_BARE:
        return "B"
    if prev in BEFORE_NOUN | {"P", "X", "V", "F", "J"}:
        return "N"
    past = prev in "NMK)#" and {"V", "B"} <= set(raw[i])  # a past like its base: "beat"
    if prev in "IW" or past:
        return "V"
    verb = next(letter for letter in raw[i] if letter in "VB")
    opens = starts_object(after) or hints_at_verb(raw, done, i, verb)
    if prev in "NMK)" and opens:
        sure = verb == "V" or after[0] in "DSKI#" or raw[i - 1] == SEVERAL
        return "V" if sure else "N"
    if prev == "C" and opens and any(letter in VERBS for letter in done):
        return "V" if "V" in done or "F" in done else "B"
    return "N"


def starts_object(after: str) -> bool:
    """Tell whether a word can begin the object, or the content, of a verb before it."""
    return after[0] in "DSKI#" or after in {"M", "U"} or "U" in after


def hints_at_verb(raw: Sequence[str], done: Sequence[str], i: int, verb: str) -> bool:
    """Tell whether what stands around makes a verb of a word that no object follows."""
    prev, after = before(done), raw[i + 1] if i + 1 < len(raw) else "."
    if verb == "B":
        return raw[i - 1] == SEVERAL and after[0] in "NM"  # "police arrest man"
    if "T" in after:
        return not finite_follows(raw, i + 1)  # "the party plans to"
    if prev in "MK" and "N" in after:
        return True  # "Petrov faces charges"
    lone = after[0] in ".,R-" and not any(letter in VERBS for letter in done)
    return lone and (raw[i - 1] == SEVERAL or prev in "MK") and not finite_follows(raw, i + 1)


def finite_follows(raw: Sequence[str], start: int) -> bool:
    """Tell whether another word of the clause is surely a finite verb: "plans to go **are**"."""
    for letters in raw[start:]:
        if letters[0] in ".,;:-":
            return False
        if "N" not in letters and set(letters) & set("XHQVF"):
            return True
    return False


def bare_verb(raw: Sequence[str], done: Sequence[str], i: int, prev: str, after: str) -> str:
    return "V" if prev in "IWNMK" and "B" in raw[i] and prev not in BEFORE_BARE else raw[i][0]


Rule = Callable[[Sequence[str], Sequence[str], int, str, str], str]
RULES: tuple[tuple[frozenset[str], Rule], ...] = tuple(
    (frozenset(letters), rule)
    for letters, rule in (
        ("DWU", that), ("ZN", month_or_noun), ("TP", infinitive), ("QZ", modal_or_month),
        ("SK", possessive), ("WU", where), ("PU", linking), ("PR", particle),
        ("DK", determiner), ("DR", determiner),
        ("DG", determiner), ("DW", where), ("F", participle), ("E", participle), ("J", gerund),
        ("VN", verb_or_noun), ("BN", verb_or_noun), ("B", bare_verb),
    )
)  # fmt: skip
