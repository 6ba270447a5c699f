"""What a word can be by its form: its kind, its cases, and what a verb agrees with.

Kinds are single letters: N noun or pronoun, A adjective or full participle, # number,
P preposition, V finite verb, S short participle or predicate, I infinitive, G gerund,
C conjunction, U word that begins a clause, W relative pronoun, R any other word; a sign stands for
itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from pymorphy3.analyzer import Parse
from pymorphy3.tagset import OpencorporaTag

from watchdesk.engine.text.lexicon import Lexicon
from watchdesk.engine.text.morphology import CASES, parses

EVERY_CASE = frozenset(CASES)
KIND_OF = {
    "NOUN": "N", "NPRO": "N", "ADJF": "A", "PRTF": "A", "NUMR": "#", "PREP": "P", "VERB": "V",
    "PRTS": "S", "ADJS": "S", "PRED": "S", "INFN": "I", "GRND": "G", "CONJ": "C",
}  # fmt: skip
SIGNS = {
    ",": ",", ";": ";", ":": ":", "-": "—", "–": "—", "—": "—", "--": "—", "(": "(", "[": "(",
    ")": ")", "]": ")", ".": ".", "!": ".", "?": ".", "…": ".", "...": ".", "«": '"', "»": '"',
    '"': '"', "“": '"', "”": '"', "„": '"',
}  # fmt: skip
MINOR = 0.25
"""A reading less likely than this share of the likeliest is left out (it is mostly a rare word)."""


class Form(NamedTuple):
    """One reading of a noun, adjective or number; empty where the form leaves it open."""

    case: str
    number: str = ""
    gender: str = ""
    animate: str = ""

    def agrees(self, other: "Form") -> bool:
        """Tell whether two words can go together in one phrase."""
        return self.case == other.case and all(
            not mine or not yours or mine == yours
            for mine, yours in ((self.number, other.number), (self.gender, other.gender))
        )


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a sentence; `number` and `gender` are those of a verb (empty: any)."""

    kind: str
    forms: frozenset[Form] = frozenset()
    number: str = ""
    gender: str = ""
    lemma: str = ""
    pronoun: bool = False
    owner: bool = False
    """Whether it can be a possessive pronoun («его»)."""
    future: bool = False


Endings = tuple[tuple[str, frozenset[Form]], ...]
ONE_PERSON = frozenset(Form(case, "sing", "", "anim") for case in CASES)
ANY_FORMS = frozenset(Form(case) for case in CASES)


@dataclass(frozen=True, eq=False)
class Shapes:
    """Gives the kinds and forms of the words of one language; remembers what it was asked."""

    language: str
    kinds: Mapping[str, str]
    """Words whose kind the language file settles."""
    owners: frozenset[str]
    numbers: Mapping[str, object]
    surnames: Endings
    """Endings of family names with the forms they have."""
    names: Endings
    """Endings of any other names, for those that no dictionary knows."""
    indeclinable: tuple[str, ...] = ()
    """Endings of family names that have no cases («Кларке»), where the base form has them too."""

    @lru_cache(maxsize=50_000)  # noqa: B019  # one instance a language, kept for good
    def word(self, folded: str) -> Word:
        """Give what a folded word is."""
        settled = SIGNS.get(folded) or self.kinds.get(folded)
        if settled in {'"', ",", ";", ":", "—", "(", ")", "."} or settled in {
            "P",
            "C",
            "U",
            "R",
            "S",
        }:
            return Word(settled, lemma=folded)
        digits = folded[0].isdigit() and not folded[-1].isalpha()
        if digits or folded in self.numbers:
            return Word("#", numeral_forms(folded, self.language), lemma=folded)
        owner = folded in self.owners
        return read(folded, self.language, "N" if owner else settled, owner=owner)

    def verb(self, folded: str) -> Word:
        """Give the reading of a word as a verb; one that agrees with anything where it has none."""
        found = read(folded, self.language, "V", owner=False)
        return found if found.gender or found.number else Word("V", lemma=folded)

    def name(self, folded: str, *, family: bool) -> frozenset[Form]:
        """Give the forms of a word known to be part of a person's name.

        A name that no dictionary knows has the cases of its ending; a family name may have none
        at all («Кларке»).
        """
        tags = [p.tag for p in parses(folded, self.language)]
        tags = [tag for tag in tags if "plur" not in tag]  # a person is one: «Таиров»
        found = frozenset(form_of(t) for t in tags if {"Surn", "Patr", "Name"} & t.grammemes)
        given = any("Name" in tag for tag in tags)
        by_ending = found if given else found | ending_forms(folded, self.surnames)
        forms = by_ending or ending_forms(folded, self.names)
        if not forms:  # «Балоч», «Гюнай»: a man's nominative, or a name without cases
            return ONE_PERSON
        return forms | ONE_PERSON if family and folded.endswith(self.indeclinable) else forms


def ending_forms(folded: str, endings: Endings) -> frozenset[Form]:
    return next((forms for end, forms in endings if folded.endswith(end)), frozenset())


def shapes(lexicon: Lexicon) -> Shapes:
    """Read the section `grammar` of a language file."""
    said = lexicon.table("grammar")
    kinds = {str(word): letter for letter, words in said.get("kinds", {}).items() for word in words}
    return Shapes(
        language=lexicon.language,
        kinds=kinds,
        owners=frozenset(said.get("possessive", ())),
        numbers=lexicon.table("numbers"),
        surnames=endings(said.get("surname_endings", {})),
        names=endings(said.get("name_endings", {})),
        indeclinable=tuple(said.get("indeclinable", ())),
    )


def endings(said: Mapping[str, Iterable[str]]) -> Endings:
    """Read endings with their forms, the longest first."""
    found = {end: frozenset(Form(*f.split()) for f in forms) for end, forms in said.items()}
    return tuple(sorted(found.items(), key=lambda e: -len(e[0])))


def read(folded: str, language: str, settled: str | None, *, owner: bool) -> Word:
    """Give the likeliest kind of a word, and the forms it has as that."""
    found = parses(folded, language)
    by_kind: dict[str, list[Parse]] = defaultdict(list)
    for parse in found:
        by_kind["W" if settled == "W" else KIND_OF.get(parse.tag.POS, "")].append(parse)
    kind = settled or best_kind(by_kind)
    if not kind:
        return (
            Word("R", lemma=folded)
            if not folded[-1].isascii()
            else Word("N", ANY_FORMS, lemma=folded)
        )
    if kind == "V" and "V" not in by_kind:
        return Word("V", lemma=folded)
    chosen = by_kind.get(kind) or found
    likely = [p for p in chosen if p.score >= MINOR * max(q.score for q in chosen)]
    forms = (
        frozenset(form_of(p.tag) for p in chosen if p.tag.case) if kind in "NAW" else frozenset()
    )
    tag = likely[0].tag
    return Word(
        kind,
        forms,
        number=str(tag.number or ""),
        gender=str(tag.gender or "") if kind in "VS" else "",
        lemma=likely[0].normal_form.replace("ё", "е"),
        pronoun=tag.POS == "NPRO",
        owner=owner,
        future=tag.tense == "futr",
    )


def best_kind(by_kind: Mapping[str, Iterable[Parse]]) -> str:
    """Give the kind whose readings are likeliest together; "" for words of no kind of ours."""
    weights = {kind: sum(p.score for p in found) for kind, found in by_kind.items()}
    return max(weights, key=lambda kind: (weights[kind], kind), default="")


def form_of(tag: OpencorporaTag) -> Form:
    """Give what a pymorphy tag says of a form."""
    case = {"gen2": "gent", "loc2": "loct", "acc2": "accs", "voct": "nomn", "gen1": "gent"}.get(
        tag.case, tag.case
    )
    number, gender = str(tag.number or ""), str(tag.gender or "")
    return Form(str(case), number, gender if number != "plur" else "", str(tag.animacy or ""))


def numeral_forms(folded: str, language: str) -> frozenset[Form]:
    """Give the cases of a number; digits have them all."""
    cases = {
        str(p.tag.case) for p in parses(folded, language) if p.tag.POS == "NUMR" and p.tag.case
    }
    return frozenset(Form(case) for case in cases) or ANY_FORMS


def meet(one: frozenset[Form], other: frozenset[Form]) -> frozenset[Form]:
    """Give the forms of the second that agree with one of the first; what is open takes on."""
    return frozenset(
        Form(b.case, b.number or a.number, b.gender or a.gender, b.animate or a.animate)
        for a in one
        for b in other
        if a.agrees(b) and (not a.animate or not b.animate or a.animate == b.animate)
    )


def meet_beside(one: frozenset[Form], other: frozenset[Form]) -> frozenset[Form]:
    """Like `meet`, but a woman may bear a man's title («журналист Ольга Ветрова»)."""
    return meet(one, other) or frozenset(
        b
        for a in one
        for b in other
        if a.case == b.case and a.number == b.number and a.gender == "masc"
    )


def meet_counted(one: frozenset[Form], other: frozenset[Form]) -> frozenset[Form]:
    """Give the forms of a counted noun: «пятерых активистов», «40 человек», «двух журналисток»."""
    direct = meet(one, other)
    if any(form.case == "gent" for form in other):
        direct |= frozenset(Form(f.case) for f in one if f.case in {"nomn", "accs"})
    return direct
