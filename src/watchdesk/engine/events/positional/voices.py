"""Tell whether a verb is active or passive: "police detained", "detained by police"."""

from collections.abc import Sequence

from watchdesk.engine.events.positional.chunks import Chunk
from watchdesk.engine.events.positional.clauses import finite, past_adverbs, shared_objects
from watchdesk.engine.events.positional.subjects import verb_before
from watchdesk.engine.events.triggers import Match

PASSIVE_FORMS = frozenset({"passive", "participle", "attributive"})


def in_voice(form: str, voice: str | None) -> bool:
    """Tell whether a form is of the voice a pattern asks for."""
    return voice is None or (form in PASSIVE_FORMS) == (voice == "passive")


def voice_of(row: Sequence[Chunk], at: int, last: int, match: Match) -> str:
    """Tell active, passive and participle ("a journalist detained on Monday") apart.

    `last` is the chunk in which the words end that follow each other without a gap.
    """
    chunk = row[at]
    if "passive" not in match.tags or chunk.letter not in "FEV":
        return "active"
    if set(chunk.aux) & set("XYL"):
        return "passive"
    if "H" in chunk.aux or match.rule.pattern.voice == "active" or not takes_object(match):
        return "active"
    if object_follows(row, at, last) and chunk.letter != "E":
        return "active"
    before = next((c for c in reversed(row[:at]) if c.kind not in {"R", "K"}), None)
    if before is None or before.kind in {"C", ","}:
        return joined_voice(row, at)
    return "active" if before.kind == "W" or before.letter == "I" else "participle"


def object_follows(row: Sequence[Chunk], at: int, last: int) -> bool:
    """Tell whether a noun phrase stands right after the words, or is the last of them."""
    following = past_adverbs(row, last + 1)
    if following < len(row) and row[following].kind == "NP":
        return True
    return last > at and row[last].kind == "NP" and row[last - 1].kind == "VG"


def takes_object(match: Match) -> bool:
    return bool(match.rule.pattern.frame.get("object"))


def joined_voice(row: Sequence[Chunk], at: int) -> str:
    """Give the voice of a verb joined to one before: "was beaten and jailed"."""
    before = verb_before(row, at - 1)
    if before is None:
        return "participle"
    passive = bool(set(row[before].aux) & set("XYL")) and row[before].letter in "FE"
    if passive or not finite(row[before]):
        return "passive"
    return "active" if shared_objects(row, at) else "participle"
