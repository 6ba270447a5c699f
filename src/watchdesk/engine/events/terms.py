"""Find charges, articles of a code and methods in the words around an event."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from watchdesk.engine.codebook.schema import Codebook, Term
from watchdesk.engine.events.draft import Draft
from watchdesk.engine.events.scene import Scene
from watchdesk.engine.records import Filler, Span
from watchdesk.engine.text.index import Found, Index, Value
from watchdesk.engine.text.lexicon import Lexicon
from watchdesk.engine.text.phrases import Reader

CUE_REACH = 6
"""Words between a cue such as "on charges of" and the charge, at most."""
METHOD_REACH = 15
"""Words between an act and its method, at most."""


def index(terms: Mapping[str, Term], language: str, reader: Reader) -> Index[Term]:
    """Make terms ready to be looked up in one language."""
    return Index(reader, ((w, t) for t in terms.values() for w in t.words.get(language, ())))


def cue_index(lexicon: Lexicon, section: str, reader: Reader) -> Index[str]:
    """Make the expressions of a section that is a list ready to be looked up."""
    return Index(reader, ((str(words), section) for words in lexicon.sections.get(section) or ()))


class Terms:
    """The terms of a language, and where one article speaks of them."""

    def __init__(self, book: Codebook, lexicon: Lexicon, reader: Reader) -> None:
        self.charges = index(book.charges, lexicon.language, reader)
        self.methods = index(book.methods, lexicon.language, reader)
        self.charge_cues = cue_index(lexicon, "charge_cues", reader)
        self.article_words = cue_index(lexicon, "article_words", reader)
        self.absence = cue_index(lexicon, "in_absentia", reader)


def fillers(scene: Scene, known: Terms, draft: Draft) -> dict[str, tuple[Filler, ...]]:
    """Give the fillers of `charge`, `article`, `method`, `in_absentia`, where the type has them."""
    wanted = draft.match.rule.type.roles
    first, end = scene.places(draft.event.sentence)
    found: dict[str, Iterable[Filler]] = {}
    if "charge" in wanted:
        found["charge"] = charges(scene, known, draft, (first, end))
    if "article" in wanted:
        found["article"] = articles(scene, known, draft, (first, end))
    if "method" in wanted or "means" in wanted:
        role = "method" if "method" in wanted else "means"
        found[role] = methods(scene, known, draft, (first, end))
    if "in_absentia" in wanted:
        found["in_absentia"] = (
            Filler(span_of(scene, f), code="true") for f in scene.sighted(known.absence, first, end)
        )
    named = {role: tuple(with_text(scene, fs)) for role, fs in found.items()}
    return {role: fs for role, fs in named.items() if fs}


def span_of(scene: Scene, found: Found[Term] | Found[str]) -> Span:
    return scene.span(found.places[0], found.places[-1] + 1)


def with_text(scene: Scene, found: Iterable[Filler]) -> Iterator[Filler]:
    for f in found:
        yield Filler(f.span, scene.text(f.span), code=f.code, article=f.article)


def longest(found: Iterable[Found[Value]]) -> list[Found[Value]]:
    """Leave out a term that stands inside another: "murder" in "attempted murder"."""
    kept: list[Found[Value]] = []
    for one in sorted(found, key=lambda f: (-len(f.places), f.places)):
        if not any(set(one.places) & set(other.places) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f.places)


def charges(
    scene: Scene, known: Terms, draft: Draft, sentence: tuple[int, int]
) -> Iterator[Filler]:
    """Give the charges that a cue brings in, or that stand in the words of the charge role."""
    cues = [f.places[-1] for f in scene.sighted(known.charge_cues, *sentence)]
    spans = [f.span for f in draft.fillers("charge")]
    own = set(draft.match.places)
    last = None
    for found in longest(scene.sighted(known.charges, *sentence)):
        start = found.places[0]
        span = scene.span(start, found.places[-1] + 1)
        cued = any(0 < start - cue <= CUE_REACH for cue in cues)
        listed = last is not None and start - last <= 3  # noqa: PLR2004
        if own & set(found.places) or not (cued or listed or any(s.overlaps(span) for s in spans)):
            continue
        last = found.places[-1]
        yield Filler(span, code=found.value.code)


def methods(
    scene: Scene, known: Terms, draft: Draft, sentence: tuple[int, int]
) -> Iterator[Filler]:
    near = draft.match.first
    for found in longest(scene.sighted(known.methods, *sentence)):
        if abs(found.places[0] - near) <= METHOD_REACH:
            yield Filler(span_of(scene, found), code=found.value.code)


def articles(
    scene: Scene, known: Terms, draft: Draft, sentence: tuple[int, int]
) -> Iterator[Filler]:
    """Give the articles of a law as written: "Article 205.2", "part 2 of Article 281"."""
    words = scene.words.folded
    for found in scene.sighted(known.article_words, *sentence):
        if found.places[0] < draft.match.first:
            continue
        place = found.places[-1] + 1
        while place < sentence[1] and words[place][0].isdigit():
            span = scene.span(found.places[0], place + 1)
            yield Filler(span, article=words[place].rstrip("."))
            if not joined(words, place + 1, sentence[1]):
                break
            place += 2


def joined(words: Sequence[str], place: int, end: int) -> bool:
    """Tell whether another number follows: "Articles 205 and 206"."""
    return place + 1 < end and len(words[place]) <= 3 and words[place + 1][0].isdigit()  # noqa: PLR2004
