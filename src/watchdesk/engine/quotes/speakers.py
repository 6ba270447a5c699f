"""Who speaks: the words before or after a cue that name the speaker."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from watchdesk.engine.quotes.cues import Cues
from watchdesk.engine.records import Mention, Span

SPEAKING = frozenset({"person", "group", "organisation"})
FARTHEST_WORDS = 25
"""Words a subject may stand before its verb (relative clauses and appositions between)."""
LONGEST_UNNAMED = 6
"""Words of a speaker that is no mention."""
CLOSE = ",;:—–-()"


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark of a sentence; `start` and `end` count characters of the text."""

    start: int
    end: int
    lower: str

    @property
    def is_word(self) -> bool:
        return self.lower[0].isalnum()


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words that name a speaker, and the entity, where one is known."""

    span: Span
    entity: str | None


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence as the finder walks it: its tokens, the mentions in it, and the cue words."""

    text: str
    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    cues: Cues


def before(clause: Clause, cue: int, floor: int) -> Speaker | None:
    """Find the subject to the left of the cue at token `cue`, not before token `floor`."""
    at = cue - 1
    while at >= floor and _transparent(clause, at):
        at -= 1
    if at < floor:
        return None
    last = max(floor, cue - FARTHEST_WORDS)
    in_apposition = clause.tokens[at].lower in {",", ")", "—", "–"}
    limit = clause.tokens[last].start
    near = [
        m
        for m in clause.mentions
        if m.span.start >= limit
        and m.span.end <= clause.tokens[at].end
        and m.kind in SPEAKING
        and not _oblique(m)
    ]
    chosen = _subject(clause, near, at, in_apposition=in_apposition)
    if chosen is None:
        return None if in_apposition else _unnamed(clause, at, floor)
    start = _phrase_start(clause, chosen, last)
    end = _subject_end(clause, chosen, (at, cue))
    return Speaker(Span(start, end), chosen.entity) if end else None


def _subject_end(clause: Clause, chosen: Mention, place: tuple[int, int]) -> int | None:
    """Give where the subject's phrase ends; None where a verb of its own stands before the cue.

    `place`: the last token before the cue and its auxiliaries, and the cue.
    """
    at, cue = place
    first = index_at(clause.tokens, chosen.span.end)
    between = clause.tokens[first : at + 1]
    if not between:
        return chosen.span.end
    opening = between[0].lower
    if opening in {",", "(", "—", "–"} or opening in clause.cues.relatives:
        return between[-2 if between[-1].lower in {",", "—", "–"} and len(between) > 1 else -1].end
    if opening in clause.cues.prepositions and len(between) <= LONGEST_UNNAMED:
        return between[-1].end
    joined = clause.tokens[cue - 1].lower in {"and", "but", "then", ",", "и", "а"}
    return chosen.span.end if joined or len(between) <= 1 else None


def _unnamed(clause: Clause, at: int, floor: int) -> Speaker | None:
    """Take the words right before the cue for a speaker that is no mention ("a new poll says")."""
    start = at + 1
    for i in range(at, max(floor, at - LONGEST_UNNAMED) - 1, -1):
        token = clause.tokens[i]
        if not token.is_word or token.lower in clause.cues.breaks | clause.cues.complementizers:
            break
        if (token.lower,) in clause.cues.phrases or token.lower in clause.cues.auxiliaries:
            return None
        start = i
    while start <= at and clause.tokens[start].lower in clause.cues.prepositions:
        start += 1
    if start > at:
        return None
    return Speaker(Span(clause.tokens[start].start, clause.tokens[at].end), None)


def after(clause: Clause, cue_end: int) -> Speaker | None:
    """Find the speaker that follows a cue ("said X", "according to X")."""
    if cue_end >= len(clause.tokens):
        return None
    begin = clause.tokens[cue_end].start
    following = [m for m in clause.mentions if m.span.start >= begin and m.kind in SPEAKING]
    if not following:
        return None
    chosen = min(following, key=lambda m: m.span.start)
    between = clause.tokens[cue_end : index_at(clause.tokens, chosen.span.start)]
    if len(between) > 6 or any(t.lower in CLOSE for t in between):  # noqa: PLR2004
        return None
    return Speaker(Span(begin, _phrase_end(clause, chosen)), chosen.entity)


def index_at(tokens: Sequence[Token], place: int) -> int:
    """Give the index of the first token that starts at or after a character."""
    return bisect_left(tokens, place, key=lambda t: t.start)


def _oblique(mention: Mention) -> bool:
    return mention.case in {"gent", "datv", "accs", "ablt", "loct"}


def _transparent(clause: Clause, at: int) -> bool:
    token = clause.tokens[at]
    return token.lower in clause.cues.auxiliaries or token.lower.endswith("ly")


def _subject(
    clause: Clause, near: Sequence[Mention], at: int, *, in_apposition: bool
) -> Mention | None:
    """Choose the head of the subject: the first mention of the last clause, if not oblique."""
    own = [m for m in near if not _after_preposition(clause, m)]
    if not own:
        return None
    if in_apposition:  # "X, the mother of Y, said"
        return _before_comma(clause, own, at) or own[-1]
    end = clause.tokens[at].end
    tail = [m for m in own if not _boundary_between(clause, m.span.end, end)]
    return tail[0] if tail else None


def _before_comma(clause: Clause, own: Sequence[Mention], at: int) -> Mention | None:
    for i in range(at - 1, -1, -1):
        if clause.tokens[i].lower in {",", "(", "—", "–"}:
            ending = [
                m for m in own if clause.tokens[i].start - 1 <= m.span.end <= clause.tokens[i].start
            ]
            return ending[0] if ending else None
    return None


def _boundary_between(clause: Clause, start: int, end: int) -> bool:
    inner = (t.lower for t in clause.tokens if start <= t.start < end)
    return any(w in CLOSE or w in clause.cues.breaks or w in clause.cues.relatives for w in inner)


def _after_preposition(clause: Clause, mention: Mention) -> bool:
    at = index_at(clause.tokens, mention.span.start)
    for step in (1, 2, 3):
        if at - step < 0:
            return False
        word = clause.tokens[at - step].lower
        if word in clause.cues.prepositions:
            return True
        if not clause.tokens[at - step].is_word or word in clause.cues.breaks:
            return False
    return False


def _phrase_start(clause: Clause, mention: Mention, last: int) -> int:
    """Walk left over the words that belong to the mention ("police spokesman" X)."""
    at = index_at(clause.tokens, mention.span.start)
    start = mention.span.start
    for i in range(at - 1, max(last, at - 7) - 1, -1):
        token = clause.tokens[i]
        word = token.lower
        if not token.is_word or word in clause.cues.breaks or word in clause.cues.complementizers:
            break
        if word in clause.cues.prepositions or word in clause.cues.auxiliaries:
            break
        if (word,) in clause.cues.phrases:
            break
        start = token.start
    return start


def _phrase_end(clause: Clause, mention: Mention) -> int:
    """Walk right to the end of the speaker's phrase: up to a comma, a full stop or a new verb."""
    at = index_at(clause.tokens, mention.span.end)
    end = mention.span.end
    for token in clause.tokens[at : at + 8]:
        word = token.lower
        if not token.is_word or word in clause.cues.breaks or word in clause.cues.complementizers:
            break
        if (
            word in clause.cues.addressees
            or word in clause.cues.auxiliaries
            or word in clause.cues.relatives
        ):
            break
        if word in clause.cues.prepositions and not _of(clause, token):
            break
        end = token.end
    return max(end, mention.span.end)


def _of(clause: Clause, token: Token) -> bool:
    return token.lower in {"of", "for"}
