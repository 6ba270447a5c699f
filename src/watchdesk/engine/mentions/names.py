"""Find names where they are written with capital letters, and tell their kind."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from watchdesk.engine.mentions import kinds
from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.lists import common_words, given_names
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Words
from watchdesk.engine.text.morphology import is_common, nominals

JOINING = frozenset({"and", "&"})
ARTICLES = frozenset({"al-", "el-", "ul-", "ad-", "as-", "ar-"})
LONGEST = 12
"""Words in a name, at most."""


def find(tokens: Sequence[Token], words: Words) -> list[Found]:
    """Give all names in text order, without overlap."""
    small = {t.low for t in tokens if t.text == t.low}
    found = [
        name
        for start, end in runs(tokens, words, small)
        for name in kinds.names(tokens, start, end, words, small)
    ]
    return _agreeing(found, tokens)


def _agreeing(found: Sequence[tuple[Found, bool]], tokens: Sequence[Token]) -> list[Found]:
    """Drop what is no name, but keep a lone word of somebody's full name as that person."""
    full = [f for f, sure in found if sure and f.kind == "person" and f.end - f.start > 1]
    known = {tokens[at].low: f for f in full for at in (f.start, f.end - 1)}
    kept = []
    for name, sure in found:
        lone = name.end - name.start == 1 and not (sure and name.kind == "person")
        owner = known.get(tokens[name.start].low) if lone else None
        if owner:
            kept.append(replace(name, kind="person", sex=owner.sex, actor=None))
        elif sure:
            kept.append(name)
    return kept


def runs(tokens: Sequence[Token], words: Words, small: set[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitalised words, without those that only open a sentence."""
    at = 0
    while at < len(tokens):
        if tokens[at].text == tokens[at].low:  # no capital anywhere: most words
            at += 1
            continue
        end = _run(tokens, at, words)
        if end == at:
            at += 1
            continue
        start = _without_openers(tokens, at, end, (words, small))
        if start < end and not _is_date_word(tokens[start:end], words):
            yield start, end
        at = end


def _run(tokens: Sequence[Token], start: int, words: Words) -> int:
    """Give the end of the run of capitalised words that starts here; `start` if none does."""
    if not _starts_name(tokens[start]):
        return start
    end = start + 1
    limit = min(len(tokens), start + LONGEST)
    while end < limit and tokens[end].sentence == tokens[start].sentence:
        if _continues_name(tokens[end]):
            end += 1
            continue
        if words.inflection == "morphology" and _heads_place(tokens[end], words):
            return end + 1
        joined = _join(tokens, start, end, words)
        if joined == end:
            break
        end = joined
    return end


def _heads_place(token: Token, words: Words) -> bool:
    """Tell the small word that ends the name of a place: «Одеської області»."""
    return any(base in words.place_heads for base in nominals(token.low, words.language))


def _is_date_word(run: Sequence[Token], words: Words) -> bool:
    return len(run) == 1 and run[0].low.replace("’", "'") in words.never_names


def _starts_name(token: Token) -> bool:
    """Tell a name by a capital: at its head, or inside ("eSwatini", "al-Zawahiri")."""
    text = token.text
    if text[0].isupper():
        return True
    return text[0].islower() and not text.islower() and (text.isalpha() or text[:3] in ARTICLES)


def _continues_name(token: Token) -> bool:
    return _starts_name(token)


def _join(tokens: Sequence[Token], start: int, end: int, words: Words) -> int:
    """Step over small words inside a name: "bin", or "of the" in the name of a body."""
    following = end
    body = any(t.text in words.organisation_heads for t in tokens[start:end])
    opens_people = end < len(tokens) - 1 and tokens[end + 1].low in given_names()
    if tokens[end].low in JOINING and opens_people:
        return end
    small = words.person_particles | (words.organisation_particles if body else frozenset())
    while following < len(tokens) and tokens[following].low in small:
        if tokens[following].low in JOINING and (not body or following > end):
            return end
        following += 1
    if following - end > 1 and tokens[end].low in JOINING:
        return end
    if following == end or following - end > 2 or following >= len(tokens):  # noqa: PLR2004
        return end
    same = tokens[following].sentence == tokens[start].sentence
    return following + 1 if same and _starts_name(tokens[following]) else end


def _without_openers(
    tokens: Sequence[Token], start: int, end: int, known: tuple[Words, set[str]]
) -> int:
    """Skip words that bear a capital only because they open a sentence, a quotation or a title."""
    words, seen_small = known
    while start < end:
        token = tokens[start]
        opens = (
            start == 0
            or tokens[start - 1].sentence != token.sentence
            or tokens[start - 1].text in "\"“”«'‘(:—–-•*"
        )
        function = token.low in words.determiners or token.low in words.pronouns
        if not function and not (opens and _is_common(token, end - start, words, seen_small)):
            break
        start += 1
    return start


def _is_common(token: Token, length: int, words: Words, seen_small: set[str]) -> bool:
    if len(token.text) > 1 and token.text.isupper():
        return False
    common = token.low in common_words(words.language) or is_common(token.low, words.language)
    if length == 1:
        return common or token.low in seen_small
    return (
        common and token.low not in words.honorifics and token.text not in words.organisation_heads
    )
