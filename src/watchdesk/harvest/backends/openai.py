"""Ask a model behind an OpenAI-compatible address, on this machine or elsewhere.

What is sent leaves this machine if the address does: the articles of a watch are mostly public, the
interest in them may not be.

Source: https://platform.openai.com/docs/api-reference/chat/create (the part that vLLM, llama.cpp,
Ollama and others offer alike).
"""

import json
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from watchdesk.engine.backends.prompt import Question
from watchdesk.engine.errors import BackendError

LARGEST_ANSWER = 4_000_000
"""Bytes of an answer that are read."""


@dataclass(frozen=True, slots=True)
class Backend:
    """Where a model answers; `url` ends before `/chat/completions`."""

    url: str
    model: str
    key: str | None = None
    timeout_seconds: float = 120.0

    def __post_init__(self) -> None:
        if urlsplit(self.url).scheme not in {"http", "https"}:
            raise BackendError(self.url, "the address must begin with http:// or https://")


def ask(backend: Backend, question: Question) -> str:
    """Ask one question and give the text of the answer, unread and not to be believed.

    Raises:
        BackendError: no answer in time, an error status, or no chat completion in it.
    """
    body = {
        "model": backend.model,
        "messages": list(question.messages),
        "temperature": 0,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "events", "strict": True, "schema": question.schema},
        },
    }
    return _content(backend, _post(backend, json.dumps(body).encode()))


def _post(backend: Backend, body: bytes) -> bytes:
    headers = {"Content-Type": "application/json"}
    if backend.key:
        headers["Authorization"] = f"Bearer {backend.key}"
    request = Request(f"{backend.url.rstrip('/')}/chat/completions", body, headers)
    try:
        with urlopen(request, timeout=backend.timeout_seconds) as answer:
            raw: bytes = answer.read(LARGEST_ANSWER + 1)
    except HTTPError as error:
        raise BackendError(backend.url, f"answers {error.code} {error.reason}") from error
    except (URLError, TimeoutError, HTTPException, ConnectionError) as error:
        why = getattr(error, "reason", None) or error
        raise BackendError(backend.url, f"no answer: {why}") from error
    if len(raw) > LARGEST_ANSWER:
        raise BackendError(backend.url, f"an answer of over {LARGEST_ANSWER:,} bytes")
    return raw


def _content(backend: Backend, raw: bytes) -> str:
    try:
        answer: Any = json.loads(raw)
        content = answer["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise BackendError(backend.url, "its answer is no chat completion") from error
    if not isinstance(content, str):
        raise BackendError(backend.url, "its answer holds no text")
    return content
