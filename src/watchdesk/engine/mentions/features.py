"""What can be seen of a name that tells its kind: its words, its neighbours, our lists."""

from collections.abc import Iterator, Sequence

from watchdesk.engine.gazetteer.folding import fold
from watchdesk.engine.gazetteer.settlements import table
from watchdesk.engine.mentions.lists import common_words, family_names, given_names
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Words

ENDING = 3
POPULATIONS = ((1_000_000, "million"), (100_000, "city"), (15_000, "town"), (0, "village"))


def features(
    tokens: Sequence[Token],
    at: tuple[int, int, int],
    words: Words,
    small: frozenset[str] | set[str],
) -> list[str]:
    """Name the features of the candidate `at` = (start of its titles, first word, end).

    `small` holds the words that the article also writes in lower case.
    """
    start, first, end = at
    run = tokens[first:end]
    seen = ["bias", f"n={min(end - first, 5)}"]
    seen.extend(_own(run, words, small))
    seen.extend(_around(tokens, start, end, words))
    if start < first:
        seen.append("titled")
        seen.append("t=" + tokens[first - 1].low)
    return seen


def _own(run: Sequence[Token], words: Words, small: frozenset[str] | set[str]) -> Iterator[str]:
    first, last = run[0], run[-1]
    for token in run:
        yield "w=" + token.low
    yield "f=" + first.low
    yield "l=" + last.low
    yield "e=" + last.low[-ENDING:]
    yield "fe=" + first.low[-ENDING:]
    if first.low in given_names():
        yield "given"
    if last.low in family_names() or (len(run) > 1 and last.low in given_names()):
        yield "family"
    common = sum(t.low in common_words(words.language) for t in run)
    yield "common=" + ("all" if common == len(run) else "some" if common else "none")
    if len(run) == 1 and first.low in small:
        yield "small"
    yield from _shape(run, words)
    place = table().by_name.get(fold(" ".join(t.text for t in run)))
    if place:
        people = max(table().rows[i].population for i in place)
        yield "place=" + next(name for least, name in POPULATIONS if people >= least)


def _shape(run: Sequence[Token], words: Words) -> Iterator[str]:
    if all(t.text.isupper() for t in run):
        yield "upper" if len(run[0].text) > 1 else "letter"
    if any(t.text in words.organisation_heads for t in run):
        yield "body_in"
    if run[-1].text in words.organisation_heads:
        yield "body_last"
    if run[0].text in words.organisation_heads:
        yield "body_first"
    if run[-1].text in words.place_heads:
        yield "place_last"
    if run[0].text in words.place_heads:
        yield "place_first"
    if any(t.text.islower() for t in run):
        yield "has_small"
    if any(len(t.text) <= 2 and t.text[-1] == "." for t in run):  # noqa: PLR2004
        yield "initial"
    if any(c.isdigit() for t in run for c in t.text):
        yield "digit"


def _around(tokens: Sequence[Token], start: int, end: int, words: Words) -> Iterator[str]:
    here = tokens[start].sentence
    before = tokens[start - 1] if start and tokens[start - 1].sentence == here else None
    if before and before.text == "-" and start > 1 and tokens[start - 2].text == "-":
        before = None  # a dateline ends here: the sentence begins
    after = tokens[end] if end < len(tokens) and tokens[end].sentence == here else None
    yield "b=" + (before.low if before else "^")
    yield "a=" + (after.low if after else "$")
    if before and start > 1 and tokens[start - 2].sentence == here:
        yield "bb=" + tokens[start - 2].low
    if after and end + 1 < len(tokens) and tokens[end + 1].sentence == here:
        yield "aa=" + tokens[end + 1].low
        if after.text == "," and tokens[end + 1].text.isdigit():
            yield "age"
    if before:
        for form, noun in words.nouns.get(before.low, ())[-1:]:
            if len(form) == 1:
                yield f"noun_before={noun.of.kind}"
    for kind, cues in words.cues.items():
        if (before and kind.endswith("before") and before.low in cues) or (
            after and kind.endswith("after") and after.low in cues
        ):
            yield "cue=" + kind
