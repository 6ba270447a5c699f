"""Find pronouns that stand for people."""

from collections.abc import Sequence

from watchdesk.engine.mentions.found import Found
from watchdesk.engine.mentions.tokens import Token
from watchdesk.engine.mentions.words import Words


def find(tokens: Sequence[Token], taken: Sequence[bool], words: Words) -> list[Found]:
    """Give all pronouns of the language's list, in text order."""
    return [
        Found(
            at,
            at + 1,
            "person" if pronoun.number == "sing" else "group",
            at,
            token.low,
            pronoun=pronoun,
            number=pronoun.number,
            sex=pronoun.sex,
        )
        for at, token in enumerate(tokens)
        if (pronoun := words.pronouns.get(token.low)) and not taken[at]
    ]
