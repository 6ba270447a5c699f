"""What a language model is asked: the codebook is the prompt, and the answer has a schema."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from watchdesk.engine.codebook.schema import Codebook, EventType
from watchdesk.engine.records import Article, Modality, Relation

LONGEST_TEXT = 24_000
"""Characters of an article that are sent; what lies beyond is not read by the model."""

RULES = """\
You code news articles about human rights, civil society and press freedom.
List every event of the types below that the article tells, one for each act, also old acts told in
passing (background: true). Copy words from the article letter by letter: never translate, correct
or complete them. Give nothing that the article does not say.
"sentence" is the whole sentence that tells of the event; "trigger" is the shortest words in it that
do; each role holds the words of the article that name who or what fills it, as they stand there.
modality: asserted (the article states it), alleged (somebody claims it), denied, planned, demanded,
hypothetical (may happen), negated (did not happen).
date: its words in the article, and their meaning as EDTF, resolved against the day of publication.
attribution: who says so, the verb, and how that source is related to the one who suffers the event.
concern is false where nobody's rights are touched (a robber's arrest).
main_event is the index of the event that the article is about, or null."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question to a model: chat messages, and the JSON Schema of the answer."""

    messages: tuple[Mapping[str, str], ...]
    schema: Mapping[str, Any]


def question(article: Article, book: Codebook) -> Question:
    """Ask for the events of an article.  Same article and codebook, same question."""
    system = "\n".join([RULES, "", "Types:", *map(_type, book.types.values())])
    user = "\n".join(
        [
            f"Language: {article.language or 'unknown'}",
            f"Published: {article.published.isoformat() if article.published else 'unknown'}",
            f"Title: {article.title}",
            "",
            article.text[:LONGEST_TEXT],
        ]
    )
    messages = ({"role": "system", "content": system}, {"role": "user", "content": user})
    return Question(messages, answer_schema(book))


def _type(kind: EventType) -> str:
    roles = ", ".join(f"{r.name}{'!' if r.required else ''}" for r in kind.roles.values())
    definition = " ".join(kind.definition.split())
    return f"- {kind.code}: {kind.label['en']}. {definition} Roles: {roles}."


def answer_schema(book: Codebook) -> dict[str, Any]:
    """Give the JSON Schema of an answer, strict enough for constrained decoding."""
    words = {"type": "string"}
    attribution = _record(
        {"source": words, "verb": words, "relation": {"enum": list(get_args(Relation))}}
    )
    roles = {"type": "object", "additionalProperties": {"type": "array", "items": words}}
    event = _record(
        {
            "type": {"enum": list(book.types)},
            "sentence": words,
            "trigger": words,
            "roles": roles,
            "date": {"anyOf": [_record({"text": words, "edtf": words}), {"type": "null"}]},
            "modality": {"enum": list(get_args(Modality))},
            "background": {"type": "boolean"},
            "concern": {"type": "boolean"},
            "attribution": {"type": "array", "items": attribution},
        }
    )
    return _record(
        {
            "events": {"type": "array", "items": event},
            "main_event": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
        }
    )


def _record(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
