"""Cut a run of capitalised words into titles and names, and tell what kind of thing each names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from watchdesk.engine.gazetteer import countries
from watchdesk.engine.gazetteer.folding import fold
from watchdesk.engine.gazetteer.settlements import table
from watchdesk.engine.mentions import bodies, inflected_names, model
from watchdesk.engine.mentions.features import features
from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.lists import common_words, family_names, given_names
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Noun, Words
from watchdesk.engine.records import EntityKind
from watchdesk.engine.text.morphology import is_common, nominals

TOWN = 15_000
"""People; a smaller place is not told from a person's name by its name alone."""
ACRONYM = 4
"""Letters; a longer word in capitals is a name written so, as in a dateline."""
SHORT_ACRONYM = 3
LONGEST_PERSON = 5


def names(
    tokens: Sequence[Token], start: int, end: int, words: Words, small: set[str]
) -> Iterator[tuple[Found, bool]]:
    """Give the names that a run of capitalised words [start, end) holds, in text order.

    With each goes whether it is a name at all; `small` holds the words that the article also
    writes in lower case.
    """
    for at, known in candidates(tokens, start, end, words):
        kind = known or _kind(tokens, at, words, small)
        yield _made(tokens, at, kind or "person", words), kind is not None


def candidates(
    tokens: Sequence[Token], start: int, end: int, words: Words
) -> Iterator[tuple[tuple[int, int, int], EntityKind | None]]:
    """Cut a run into (start of titles, first word, end), each with its kind if a list knows it."""
    while start < end:
        stop = _known_body(tokens, start, end, words)
        if stop:
            yield (start, start, stop), "organisation"
            start = stop
            continue
        stop = _known_country(tokens, start, end, words)
        if stop:
            yield (start, start, stop), "place"
            start = stop
            continue
        first = _after_titles(tokens, start, end, words)
        stop = next(
            (
                i
                for i in range(first + 1, end)
                if _known_body(tokens, i, end, words) or _office(tokens, i, end, words)
            ),
            end,
        )
        heads = words.place_heads if words.inflection == "morphology" else frozenset()
        while (
            stop > first
            and tokens[stop - 1].text.islower()
            and not _ends_in(tokens[stop - 1], heads, words)
        ):
            stop -= 1
        if first < stop and (stop - first > 1 or len(tokens[first].text) > 1):
            yield (start, first, stop), None
        start = max(stop, first, start + 1)


def _made(
    tokens: Sequence[Token], at: tuple[int, int, int], kind: EntityKind, words: Words
) -> Found:
    start, first, end = at
    parts = tuple(t.text for t in tokens[first:end])
    if words.inflection == "morphology":
        made = inflected_names.made(first, end, parts, kind, words)
        return replace(made, title=(start, first) if start < first else None)
    text = " ".join(parts).replace(" 's", "'s").replace(" .", ".")
    low = tuple(t.low for t in tokens[first:end])
    return Found(
        first,
        end,
        kind,
        end - 1,
        fold(text),
        name=text,
        actor=words.bodies.get(low)
        or (bodies.actor(low, words) if kind == "organisation" else None),
        number="sing",
        title=(start, first) if start < first else None,
        sex=_sex(tokens, start, first, words) if kind == "person" else None,
    )


def _known_country(tokens: Sequence[Token], start: int, end: int, words: Words) -> int:
    """Give the end of a country's name that the whole run is ("Saudi Arabia"), or 0."""
    known = countries.names(words.language)
    folded = fold(" ".join(t.text for t in tokens[start:end]))
    return end if folded in known.countries or folded in known.metonyms else 0


def _known_body(tokens: Sequence[Token], start: int, end: int, words: Words) -> int:
    """Give the end of the longest known body that starts here, or 0."""
    for stop in range(min(end, start + 6), start, -1):
        if tuple(t.low for t in tokens[start:stop]) in words.bodies and (
            stop - start > 1 or tokens[start].text not in words.organisation_heads
        ):
            return stop
    return 0


def _after_titles(tokens: Sequence[Token], start: int, end: int, words: Words) -> int:
    """Step over "Kazakh President", "Mr", "Police Commissioner"; `end` if nothing else is there."""
    at = start
    while at < end:
        step = _title(tokens, at, end, words)
        if not step:
            break
        at += step
    if at < end and tokens[end - 1].text in words.organisation_heads:
        return start
    return at


def _office(tokens: Sequence[Token], at: int, end: int, words: Words) -> bool:
    """Tell the office inside a run, with a bearer behind it: "Kazan Mayor Ilsur Metshin"."""
    for form, noun in words.nouns.get(tokens[at].low, ()):
        after = at + len(form)
        if _fits(tokens, at, end - 1, form) and noun.of.occupation and noun.number == "sing":
            return tokens[after].low in given_names() and tokens[at].low not in given_names()
    return False


def _title(tokens: Sequence[Token], at: int, end: int, words: Words) -> int:
    low = tokens[at].low
    if low in words.honorifics:
        return 1
    known = countries.names(words.language)
    if low in known.people or (
        fold(low) in known.countries and at + 1 < end and _title(tokens, at + 1, end, words)
    ):
        return 1
    for form, noun in words.nouns.get(low, ()):
        if _fits(tokens, at, end, form) and _is_role(noun):
            return len(form)
    return (
        1 if low in words.modifiers and at + 1 < end and _title(tokens, at + 1, end, words) else 0
    )


def _is_role(noun: Noun) -> bool:
    return noun.of.kind in {"person", "group"} and (noun.of.occupation or bool(noun.of.actor))


def _fits(tokens: Sequence[Token], at: int, end: int, form: tuple[str, ...]) -> bool:
    return at + len(form) <= end and tuple(t.low for t in tokens[at : at + len(form)]) == form


def _kind(
    tokens: Sequence[Token], at: tuple[int, int, int], words: Words, small: set[str]
) -> EntityKind | None:
    """Tell the kind: what lists know first, then the model, then rules where there is no model."""
    start, first, end = at
    run = tokens[first:end]
    folded = fold(" ".join(t.text for t in run))
    known = countries.names(words.language)
    if folded in known.people or folded in known.ethnicities:
        return None
    if start < first and end - first < LONGEST_PERSON and _role_ends(tokens, start, first, words):
        return "person"
    if folded in known.countries or _is_region(tokens, first, run, words):
        return "place"
    weights = model.load(words.language)
    if weights is None:
        return _by_rule(tokens, at, folded, words)
    kind = weights.kind(features(tokens, at, words, small))
    return None if kind == "person" and _only_words(run, words) else kind


def _is_region(tokens: Sequence[Token], first: int, run: Sequence[Token], words: Words) -> bool:
    """Tell a region ("Madhya Pradesh", ", Indiana") and a town in a dateline ("MINSK")."""
    folded = fold(" ".join(t.text for t in run))
    if len(run[0].text) > ACRONYM and all(t.text.isupper() for t in run) and _is_town(folded):
        return True
    before = tokens[first - 1].low if first else ""
    beside = before == "," or before in words.cues.get("place_before", ())
    return folded in table().regions and (beside or run[0].low not in given_names())


def _only_words(run: Sequence[Token], words: Words) -> bool:
    """Tell whether a run of capitals has nothing of a name: "Public Relations Officer"."""
    common = common_words(words.language)
    return len(run) > 1 and all(
        (t.low in common or t.low in words.nouns) and t.low not in given_names() for t in run
    )


def _ends_in(token: Token, heads: frozenset[str], words: Words) -> bool:
    return bool(heads) and any(b in heads for b in nominals(token.low, words.language))


def _is_town(folded: str) -> bool:
    return any(table().rows[i].population >= TOWN for i in table().by_name.get(folded, ()))


def _role_ends(tokens: Sequence[Token], start: int, first: int, words: Words) -> bool:
    """Tell whether the titles before a name end in what a person is: "President", "Mr"."""
    for at in range(start, first):
        low = tuple(t.low for t in tokens[at:first])
        if low in {form for form, noun in words.nouns.get(low[0], ()) if _is_role(noun)}:
            return True
    return tokens[first - 1].low in words.honorifics


def _by_rule(
    tokens: Sequence[Token], at: tuple[int, int, int], folded: str, words: Words
) -> EntityKind | None:
    start, first, end = at
    run = tokens[first:end]
    if any(t.text in words.organisation_heads for t in (run[0], run[-1])) or _of(run, words):
        return "organisation" if len(run) > 1 else None
    if run[-1].text in words.place_heads or _ends_in(run[-1], words.place_heads, words):
        return "place"
    if words.inflection == "morphology":
        if inflected_names.is_place(run, words):
            return "place"
        if start == first and not inflected_names.has_name(run, words):
            return None
    if len(run) == 1:
        return _kind_of_one(tokens, first, words, titled=start < first)
    return _kind_of_many(run, folded, words, titled=start < first)


def _of(run: Sequence[Token], words: Words) -> bool:
    return any(t.text in words.organisation_heads for t in run) and any(
        t.low in words.organisation_particles and t.text.islower() for t in run
    )


def _kind_of_many(
    run: Sequence[Token], folded: str, words: Words, *, titled: bool
) -> EntityKind | None:
    place = table().by_name.get(folded)
    if place and run[0].low not in given_names():
        return "place"
    common = sum(
        t.low in common_words(words.language) or is_common(t.low, words.language) for t in run
    )
    inflected = words.inflection == "morphology" and inflected_names.has_name(run, words)
    if titled or inflected or run[0].low in given_names() or run[-1].low in family_names():
        return "person" if len(run) <= LONGEST_PERSON else None
    if (
        common == len(run)
        or len(run) > LONGEST_PERSON
        or any(t.text.isupper() and len(t.text) >= SHORT_ACRONYM for t in run)
    ):
        return "organisation"
    return "person" if common == 0 else "organisation"


def _kind_of_one(
    tokens: Sequence[Token], at: int, words: Words, *, titled: bool
) -> EntityKind | None:
    token = tokens[at]
    before = tokens[at - 1].low if at else ""
    if titled:
        return "person"
    places = table().named(token.text)
    if places and places[0].population >= TOWN and token.low not in given_names():
        return "place"
    if before in words.cues.get("place_before", ()) and (places or token.low not in given_names()):
        return "place"
    if token.text.isupper() and len(token.text) > 1:
        return "organisation"
    return "person"


def _sex(tokens: Sequence[Token], start: int, first: int, words: Words) -> str | None:
    for token in tokens[start:first]:
        if words.honorifics.get(token.low):
            return words.honorifics[token.low]
    return given_names().get(tokens[first].low)
