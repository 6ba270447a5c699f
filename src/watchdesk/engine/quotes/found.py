"""A quote on its way: with the base form of its cue, so that positions can be told from it."""

from dataclasses import dataclass

from watchdesk.engine.records import Quote


@dataclass(frozen=True, slots=True)
class Found:
    """A quote, and what is known of how it was found.

    `entities` are all that the speaker's words name ("a spokesman for the Interior Ministry"),
    `negated` tells "did not deny".
    """

    quote: Quote
    lemma: str = ""
    negated: bool = False
    entities: tuple[str, ...] = ()
