"""Make a sentence ready to be read by cases: its words with their forms, its names, its groups."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from watchdesk.engine.events.cased.forms import Form, Shapes, Word, shapes
from watchdesk.engine.events.cased.places import Sentence
from watchdesk.engine.events.cased.row import Row
from watchdesk.engine.events.scene import Scene
from watchdesk.engine.records import Mention, Span
from watchdesk.engine.text.lexicon import Lexicon
from watchdesk.engine.text.words import fold

GENDERS = {"male": "masc", "female": "femn"}
LISTS = (
    "act_endings", "affirming", "approximators", "circumstantial", "including", "no_acts",
    "owned", "owned_or_called", "predicatives", "quantities", "times",
)  # fmt: skip
"""Lists of the section `grammar`."""
UNNAMED = frozenset({"P", "C", '"', ","})
"""Kinds that a word keeps inside a name: «Репортёры без границ»."""


@dataclass(frozen=True, eq=False)
class Prepared:
    """What a language file says, made ready once."""

    shapes: Shapes
    compounds: dict[str, tuple[tuple[str, ...], ...]]
    """First word to the prepositions of several words that begin with it."""
    lists: dict[str, frozenset[str]]


@cache
def prepared(lexicon: Lexicon) -> Prepared:
    said = lexicon.table("grammar")
    compounds: dict[str, tuple[tuple[str, ...], ...]] = {}
    for compound in said.get("compound_prepositions", ()):
        parts = tuple(fold(compound).split())
        compounds[parts[0]] = (*compounds.get(parts[0], ()), parts)
    lists = {key: frozenset(map(fold, said.get(key, ()))) for key in LISTS}
    return Prepared(shapes(lexicon), compounds, lists)


def sentence(scene: Scene, span: Span) -> Sentence:
    """Give the sentence of an article, cut into groups when asked."""
    start, end = scene.places(span)
    texts = scene.words.folded[start:end]
    known = prepared(scene.lexicon)
    words = [known.shapes.word(text) for text in texts]
    names: dict[int, int] = {}
    kinds: dict[str, set[int]] = {"person": set(), "place": set()}
    for number, mention in enumerate(scene.mentions_in(span)):
        if mention.form != "name":
            continue
        first, last = (place - start for place in scene.places(mention.span))
        last = min(last, len(words))
        while last > first + 1 and words[last - 1].kind == "V":  # a verb ends no name
            last -= 1
        places = range(first, last)
        names |= dict.fromkeys(places, number)
        kinds.setdefault(mention.kind, set()).update(places)
        for place in places:
            words[place] = named(scene, mention, known.shapes, start + place, words[place])
    join(words, texts, known)
    for place, text in enumerate(texts[:-1]):
        if text in known.lists["approximators"] and words[place + 1].kind == "#":
            words[place] = Word("R", lemma=text)
    people, towns = (frozenset(kinds[kind]) for kind in ("person", "place"))
    return Sentence(Row(texts, words, names, people, towns, known.lists), start, known.shapes)


def named(scene: Scene, mention: Mention, known: Shapes, place: int, word: Word) -> Word:
    """Give words[place] of the article, which is part of a name, as a noun with its forms."""
    if mention.kind != "person":
        if word.kind in UNNAMED:
            return word
        return replace(word, kind="A" if word.kind == "A" else "N", pronoun=False, owner=False)
    first, end = scene.places(mention.span)
    forms = known.name(scene.words.folded[place], family=place == end - 1)
    if mention.case and not forms:
        forms = frozenset([Form(mention.case)])
    entity = scene.entities.get(mention.entity)
    gender = GENDERS.get(entity.attributes.sex or "") if entity else None
    if gender and end == first + 1:  # the words of a longer name narrow each other down
        forms = narrowed(forms, lambda form: form.gender in {"", gender}) or forms
    return replace(word, kind="N", forms=forms, pronoun=False, owner=False)


def narrowed(forms: Iterable[Form], wanted: Callable[[Form], bool]) -> frozenset[Form]:
    return frozenset(form for form in forms if wanted(form))


def join(words: list[Word], texts: Sequence[str], known: Prepared) -> None:
    """Make prepositions of several words one: «в связи с» governs what follows «с»."""
    for start, text in enumerate(texts):
        for parts in known.compounds.get(text, ()):
            end = start + len(parts)
            if tuple(texts[start:end]) == parts:
                words[start : end - 1] = [Word("R", lemma=part) for part in parts[:-1]]
                words[end - 1] = Word("P", lemma=" ".join(parts))
