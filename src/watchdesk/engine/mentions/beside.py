"""Bring nouns that stand beside a name to its bearer: "activist Ann Lee", "Lee, 34, a reporter"."""

from collections.abc import Mapping, Sequence

from watchdesk.engine.mentions.clusters import Cluster
from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.inflected_names import in_case_of
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Words

REACH = 10
"""Words between a noun and the comma before its bearer's name."""
SMALL = frozenset({"of", "for", "the", "at", "in", "'s", "from", "with"})
QUOTES = frozenset('«"“„')
CLOSERS = frozenset({",", ".", "who", "whose", ";", ")"})
DASHES = frozenset("—–:-")
LONGEST_LIST = 60
"""Words in a list of names that one noun calls."""
GAP = 7
"""Words between a name and the noun after its comma ("Lee, 34, a reporter")."""


Placed = Mapping[int, tuple[Cluster, Found]]


def appositions(
    nouns: Sequence[Found], clusters: Sequence[Cluster], tokens: Sequence[Token], words: Words
) -> list[Found]:
    """Give nouns that stand beside a name to its bearer; return those that do not, in text order.

    Read from the right, so that "journalist and poet Ann Lee" gives both nouns to her.
    """
    by_start = {f.start: (c, f) for c in clusters for f in c.found}
    titled = {f.title[0]: (c, f) for c in clusters for f in c.found if f.title}
    by_start = {**titled, **by_start}
    by_end = {f.end: (c, f) for c in clusters for f in c.found}
    chained: dict[int, Cluster] = {}
    left: list[Found] = []
    for noun in reversed(nouns):
        many = _listed(noun, by_start, by_end, (tokens, words))
        beside = _bearer(noun, by_start, tokens) or _chain(noun, chained, tokens, words)
        if beside or many:
            for home in many or ([beside] if beside else []):
                home.appositions.append(noun)
            if beside and words.inflection == "morphology" and beside.kind == "person":
                at = next(f for f in beside.found if f.start >= noun.end)
                beside.found[beside.found.index(at)] = in_case_of(at, noun, tokens, words)
            if beside:
                chained[noun.start] = beside
            continue
        for home in _told_far(noun, by_start, by_end, (tokens, words)):
            home.appositions.append(noun)
        far = by_start.get(_past_comma(tokens, noun, by_start, words))
        before = far[0] if far else _before(noun, by_end, tokens)
        if before and _agree(noun, before):
            before.found.append(noun)
            if far:
                chained[noun.start] = before
        else:
            left.append(noun)
    return left[::-1]


def _bearer(noun: Found, by_start: Placed, tokens: Sequence[Token]) -> Cluster | None:
    right = (by_start.get(at) for at in _ends(noun, by_start, tokens))
    return next((c for c, _ in filter(None, right) if _agree(noun, c)), None)


def _chain(
    noun: Found, chained: Mapping[int, Cluster], tokens: Sequence[Token], words: Words
) -> Cluster | None:
    """Find the bearer of the noun after "and": "journalist and poet Ann Lee"."""
    if noun.end + 1 not in chained or noun.number == "plur" or noun.determiner == "definite":
        return None
    return chained[noun.end + 1] if tokens[noun.end].low in words.conjunctions else None


def _listed(
    noun: Found, by_start: Placed, by_end: Placed, reading: tuple[Sequence[Token], Words]
) -> list[Cluster]:
    """Find those a plural noun calls: "journalists A, B and C", "A and B, both journalists"."""
    tokens, words = reading
    if noun.number != "plur" or not noun.noun or noun.noun.kind != "person":
        return []
    after: list[Cluster] = []
    at = noun.end
    opens = words.cues.get("list_opens", frozenset())
    while at < min(len(tokens), noun.end + GAP) and tokens[at].low in opens:
        at += 1
    while at in by_start and by_start[at][0].kind == "person":
        after.append(by_start[at][0])
        at = _past_joint(tokens, by_start[at][1].end, words)
    if len(after) > 1 and at - noun.end < LONGEST_LIST:
        return after
    before: list[Cluster] = []
    at = noun.start - 1
    while at > 0 and (tokens[at].text == "," or (before and tokens[at].low in words.conjunctions)):
        if at not in by_end or by_end[at][0].kind != "person":
            break
        before.append(by_end[at][0])
        at = by_end[at][1].start - 1
    return before if len(before) > 1 else []


def _past_joint(tokens: Sequence[Token], at: int, words: Words) -> int:
    """Step over a comma, "and", or both, and an age between commas."""
    for _ in range(4):
        if at < len(tokens) and (
            tokens[at].text in {",", ";"}
            or tokens[at].low in words.conjunctions
            or (tokens[at].text.isdigit() and tokens[at - 1].text == ",")
        ):
            at += 1
    return at


def _ends(noun: Found, by_start: Placed, tokens: Sequence[Token]) -> list[int]:
    """Give the words at which the bearer's name can begin, the likeliest first.

    «Адвокат Светловой Ольга Рудая»: a name in the genitive belongs to the noun, the next bears it.
    """
    dragged = noun.described[1] if noun.described else noun.end
    ends = [dragged, noun.end]
    if noun.end < len(tokens) and tokens[noun.end].text in QUOTES:
        ends.append(noun.end + 1)
    owner = by_start.get(dragged)
    if owner and owner[1].oblique and noun.case in {None, "nomn"} and owner[1].end in by_start:
        ends.insert(0, owner[1].end)
    return ends


def _past_comma(tokens: Sequence[Token], noun: Found, by_start: Placed, words: Words) -> int:
    """Find the name in "the editor, Ann Lee" or "a spokeswoman for the ministry, Ann Lee,"."""
    at = noun.end
    while at < min(len(tokens) - 1, noun.end + REACH) and tokens[at].text != ",":
        if at in by_start:
            if by_start[at][0].kind == "person":
                return -1
            at = by_start[at][1].end
        elif tokens[at].low in SMALL or _is_body(tokens, at, words):
            at += 1
        else:
            return -1
    if at + 1 not in by_start or tokens[at].text != ",":
        return -1
    closed = by_start[at + 1][1].end
    sure = closed < len(tokens) and tokens[closed].low in CLOSERS
    return at + 1 if sure or noun.determiner in {"definite", "possessive"} else -1


def _is_body(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """Tell a word of a body without name: "of the site", "for the local newspaper"."""
    before, token = tokens[at - 1].low, tokens[at]
    if before in SMALL or before in words.modifiers:
        return token.text.isalpha() and token.text.islower()
    return token.low in words.modifiers or any(
        len(form) == 1 and noun.of.kind == "organisation"
        for form, noun in words.nouns.get(token.low, ())
    )


def _told_far(
    noun: Found, by_start: Placed, by_end: Placed, reading: tuple[Sequence[Token], Words]
) -> list[Cluster]:
    """Find those a plural noun calls that stays a mention: "the journalists are A of X, B of Y"."""
    tokens, words = reading
    if noun.number != "plur" or not noun.noun or noun.noun.kind != "person":
        return []
    if tuple(t.low for t in tokens[max(0, noun.start - 3) : noun.start]) == (",", "one", "of"):
        named = by_end.get(noun.start - 3)
        return [named[0]] if named and named[0].kind == "person" else []
    at = _list_opens(noun, by_start, tokens, words)
    people: list[Cluster] = []
    while at in by_start and by_start[at][0].kind == "person":
        people.append(by_start[at][0])
        at = _past_item(tokens, by_start[at][1].end, by_start, words)
    return people if len(people) > 1 else []


def _list_opens(noun: Found, by_start: Placed, tokens: Sequence[Token], words: Words) -> int:
    """Find where a list begins after "are", or after a dash or colon with no person before it."""
    at = noun.end
    if at < len(tokens) - 1 and tokens[at].low in words.cues.get("lists", ()):
        return at + 1
    while (
        at < min(len(tokens) - 1, noun.end + REACH)
        and tokens[at].sentence == tokens[noun.start].sentence
    ):
        if at in by_start and by_start[at][0].kind == "person":
            return -1
        if tokens[at].text in DASHES:
            return at + 2 if tokens[at + 1].text == "-" else at + 1
        at += 1
    return -1


def _past_item(tokens: Sequence[Token], at: int, by_start: Placed, words: Words) -> int:
    """Step from one name of a list to the next, over ages and bodies: ", 27, of the Times; "."""
    for _ in range(REACH):
        here = by_start.get(at)
        if here and here[0].kind == "person":
            return at
        if here:
            at = here[1].end
        elif at < len(tokens) and (
            tokens[at].text in ",;"
            or tokens[at].low in SMALL | words.conjunctions
            or tokens[at].text.isdigit()
            or tokens[at].capital
        ):
            at += 1
        else:
            return -1
    return -1


def _before(
    noun: Found, by_end: dict[int, tuple[Cluster, Found]], tokens: Sequence[Token]
) -> Cluster | None:
    """Find the name before "Lee, a reporter" or "Lee, 34, a reporter"."""
    at = noun.start - 1
    if at < 1 or tokens[at].text != ",":
        return None
    for back in range(at, max(0, at - GAP), -1):
        if back in by_end and all(t.text in ",()" or t.text[0].isdigit() for t in tokens[back:at]):
            return by_end[back][0]
    return None


def _agree(noun: Found, cluster: Cluster) -> bool:
    if noun.number == "plur" or not noun.noun:
        return False
    body = noun.kind == "organisation"
    return (cluster.kind == "organisation") if body else (cluster.kind == "person")
