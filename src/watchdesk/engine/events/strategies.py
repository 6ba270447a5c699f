"""Choose how the clauses of a language are read: by position, by case, or from the end."""

from collections.abc import Callable

from watchdesk.engine.errors import CodebookError
from watchdesk.engine.events.cased import prepare as cased_sentences
from watchdesk.engine.events.cased import read as cased
from watchdesk.engine.events.grammar import Grammar
from watchdesk.engine.events.positional import prepare as positional_sentences
from watchdesk.engine.events.positional import read as positional
from watchdesk.engine.events.reading import Reading
from watchdesk.engine.events.scene import Scene
from watchdesk.engine.events.triggers import Match
from watchdesk.engine.records import Span

Read = Callable[[Match], Reading | None]


def reader(scene: Scene, known: Grammar, span: Span) -> Read:
    """Give the function that reads the matches of one sentence.

    Raises:
        CodebookError: the language file names a strategy that does not exist.
    """
    name = known.lexicon.table("grammar").get("strategy")
    if name == "positional":
        by_place = positional_sentences.sentence(scene, known, span)
        return lambda match: positional.read(by_place, match)
    if name == "cased":
        by_case = cased_sentences.sentence(scene, span)
        return lambda match: cased.read(by_case, match)
    raise CodebookError(f"{known.lexicon.language}.yaml", f"grammar: no strategy {name!r}")
