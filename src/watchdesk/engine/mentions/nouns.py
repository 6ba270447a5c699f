"""Find people and bodies that are spoken of by a noun: "three activists", «двое активистов»."""

from collections.abc import Sequence
from dataclasses import replace

from watchdesk.engine.gazetteer import countries
from watchdesk.engine.mentions import bodies, counts, inflected_nouns, offices, plain_nouns
from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Noun, Words
from watchdesk.engine.records import EntityKind

NOBODY = "none"
"""Kind of the words that look like somebody and are not: "at the head of"."""
REACH = 8
"""Words looked at before a head noun for its determiner, number and adjectives."""


def find(
    tokens: Sequence[Token], taken: Sequence[bool], words: Words, named: Sequence[Found] = ()
) -> list[Found]:
    """Give the noun mentions in text order; `taken` tells of each word whether a name has it."""
    names = {f.start: (f.end, f.kind) for f in named}
    grammar = inflected_nouns if words.inflection == "morphology" else plain_nouns
    plain = grammar is plain_nouns
    found: list[Found] = []
    at, floor = 0, 0
    while at < len(tokens):
        known = not plain or tokens[at].low in words.nouns
        hit = _noun(tokens, taken, at, words) if known and not taken[at] else None
        if hit is None or not grammar.is_head(tokens, at, at + hit[0], words):
            at += 1
            continue
        length, noun = hit
        start = _start(tokens, taken, at, floor, words)
        if noun.of.kind == NOBODY or (not noun.of.bare and start == at):
            at = floor = at + length
            continue
        place = start, at, at + length
        extent = offices.extent(tokens, place, words, names)
        found.append(_made(tokens, place, extent, noun, words))
        at = floor = at + length
    return _parts(found, tokens, words)


def _parts(found: Sequence[Found], tokens: Sequence[Token], words: Words) -> list[Found]:
    """Read "a group of armed men" as the men, with the determiner of the group."""
    whole: list[Found] = []
    for one in found:
        last = whole[-1] if whole else None
        if last and _is_part(last, one, tokens, words):
            whole[-1] = replace(one, start=last.start, determiner=last.determiner)
        else:
            whole.append(one)
    return whole


def _is_part(last: Found, one: Found, tokens: Sequence[Token], words: Words) -> bool:
    joined = last.end + 1 == one.start and tokens[last.end].low in words.cues.get("partitive", ())
    return (
        joined
        and last.lemma in words.cues.get("parted", ())
        and one.kind == "group"
        and one.determiner is None
    )


def _actor(phrase: Sequence[Token], noun: Noun, words: Words) -> str | None:
    """Tell what a body does whose noun says too little: "a special security squad"."""
    if noun.of.body not in bodies.VAGUE or noun.of.kind != "organisation":
        return None
    return bodies.by_heads(tuple(t.low for t in phrase), words)


def _noun(
    tokens: Sequence[Token], taken: Sequence[bool], at: int, words: Words
) -> tuple[int, Noun] | None:
    """Give the longest noun of the language's list that begins here, and its words."""
    if words.inflection != "morphology":
        return _by_form(tokens, taken, at, words)
    best: tuple[int, Noun] | None = None
    for base in inflected_nouns.bases(tokens[at], words):
        for form, noun in words.nouns.get(base, ()):
            if best and len(form) <= best[0]:
                break
            if at + len(form) <= len(tokens) and _reads(tokens, at, form, words):
                best = len(form), noun
    return best


def _by_form(
    tokens: Sequence[Token], taken: Sequence[bool], at: int, words: Words
) -> tuple[int, Noun] | None:
    """Find the longest noun by its very words; entries stand the longest first."""
    entries = words.nouns.get(tokens[at].low, ())
    following = tuple(t.low for t in tokens[at : at + len(entries[0][0])]) if entries else ()
    for form, noun in entries:
        if following[: len(form)] == form and not any(taken[at : at + len(form)]):
            return len(form), noun
    return None


def _reads(tokens: Sequence[Token], at: int, form: tuple[str, ...], words: Words) -> bool:
    bases = inflected_nouns.bases
    return all(form[n] in bases(tokens[at + n], words) for n in range(1, len(form)))


def _start(
    tokens: Sequence[Token], taken: Sequence[bool], head: int, floor: int, words: Words
) -> int:
    """Give the first word of the noun phrase: determiner, number, adjectives."""
    grammar = inflected_nouns if words.inflection == "morphology" else plain_nouns
    start, counted = head, False
    for at in range(head - 1, max(floor, head - REACH) - 1, -1):
        token = tokens[at]
        if taken[at] or token.sentence != tokens[head].sentence:
            break
        if counts.is_number(token, words):
            start, counted = at, True
        elif token.low in words.determiners:
            start = at
            break
        elif not counted and grammar.modifies(token, tokens[head], words):
            start = at if grammar.surely_modifies(token, words) else start
        elif not (token.low == "of" and at > floor and tokens[at - 1].low in words.vague_numbers):
            break
    return counts.with_bound(tokens, start, floor, words)


def _made(
    tokens: Sequence[Token],
    at: tuple[int, int, int],
    described: tuple[int, int],
    noun: Noun,
    words: Words,
) -> Found:
    grammar = inflected_nouns if words.inflection == "morphology" else plain_nouns
    start, first, end = at
    phrase = tokens[start:end]
    head = grammar.head(first, end)
    number, case = grammar.number_and_case(tokens[head], noun, phrase, words)
    least, most = counts.read(phrase, number or "", words)
    if max(least or 0, most or 0) > 1:
        number = "plur"
    plural_person = noun.of.kind == "person" and number == "plur"
    kind: EntityKind = "group" if plural_person else noun.of.kind  # type: ignore[assignment]
    people = countries.names(words.language).people
    named = (people.get(base) for t in phrase for base in grammar.bases(t, words))
    told = (words.determiners.get(t.low) for t in tokens[start:first])
    return Found(
        start,
        end,
        kind,
        head,
        noun.lemma,
        noun=noun.of,
        number=number,
        case=case,
        actor=noun.of.actor or _actor(phrase, noun, words),
        determiner=next(filter(None, told), grammar.DETERMINER),
        at_least=least,
        at_most=most,
        sex=noun.of.sex or grammar.sex(tokens[head], noun, words),
        countries=tuple(dict.fromkeys(c for c in named if c)),
        described=described,
    )
