import json
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from watchdesk.engine.backends.prompt import question
from watchdesk.engine.codebook.load import load
from watchdesk.engine.errors import BackendError
from watchdesk.engine.records import Article
from watchdesk.harvest.backends.openai import Backend, ask

QUESTION = question(Article(text="Police detained an editor.", language="en"), load())


class Model(BaseHTTPRequestHandler):
    """Plays a model: answers by its name, and keeps what it was asked."""

    asked: ClassVar[dict] = {}

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        Model.asked = {"path": self.path, "key": self.headers["Authorization"], **body}
        answers = {
            "good": (200, {"choices": [{"message": {"content": '{"events": []}'}}]}),
            "empty": (200, {"choices": []}),
            "silent": (200, {"choices": [{"message": {"content": None}}]}),
            "busy": (429, {"error": "later"}),
        }
        status, answer = answers[body["model"]]
        raw = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, format: str, *args) -> None:
        pass


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_model_is_asked_with_the_codebook_and_a_schema_at_temperature_zero(url) -> None:
    assert ask(Backend(url, "good", key="secret"), QUESTION) == '{"events": []}'
    assert Model.asked["path"] == "/v1/chat/completions"
    assert Model.asked["key"] == "Bearer secret"
    assert Model.asked["temperature"] == 0
    assert Model.asked["response_format"]["json_schema"]["schema"] == QUESTION.schema
    assert "custody.detain" in Model.asked["messages"][0]["content"]


@pytest.mark.parametrize(
    ("model", "why"),
    [
        ("empty", "its answer is no chat completion"),
        ("silent", "its answer holds no text"),
        ("busy", "answers 429"),
    ],
)
def test_an_answer_that_is_none_is_one_clear_error(url, model, why) -> None:
    with pytest.raises(BackendError, match=why):
        ask(Backend(url, model), QUESTION)


def test_a_model_that_is_not_there_is_one_clear_error() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(BackendError, match="no answer"):
        ask(Backend(f"http://127.0.0.1:{port}", "good"), QUESTION)


def test_only_web_addresses_are_back_ends() -> None:
    with pytest.raises(BackendError, match="must begin with http"):
        Backend("file:///etc/passwd", "good")
