# SPDX-License-Identifier: EUPL-1.2
"""A server on the premises that embeds by the interface that OpenAI made common: `POST …/embeddings`.

Readers' questions are sent there as they were typed, so it must be one's own. Nothing else is asked of it.
"""

import http.client
import json
from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from baken.open.search.meaning.fields import SIZE
from baken.open.search.meaning.vectors import SURE_E5, SURE_OTHERS, Unable, Vectors, of_length_one

# A reader does not wait for a server that is slow; a batch of passages may.
QUESTION_SECONDS, PASSAGES_SECONDS = 1.0, 120.0
_LARGEST = 50_000_000


class Endpoint:
    """A server at an address such as `http://embeddings.internal:8080/v1`; ``key`` is a file, or nothing."""

    def __init__(self, address: str, model: str, key: str = "") -> None:
        self.name = model or "unnamed"
        self.sure = SURE_E5 if self._is_e5(model) else SURE_OTHERS
        self._address, self._model, self._key = urlsplit(address), model, key

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return a row for each text."""
        return self._embedded([f"{self._prefix('passage')}{text}" for text in texts], PASSAGES_SECONDS)

    def question(self, text: str) -> Vectors:
        """Return the vector of a question."""
        found: Vectors = self._embedded([f"{self._prefix('query')}{text}"], QUESTION_SECONDS)[0]
        return found

    def _prefix(self, kind: str) -> str:
        # The family of e5 was taught to tell questions from passages by these words; others were not.
        return f"{kind}: " if self._is_e5(self._model) else ""

    @staticmethod
    def _is_e5(model: str) -> bool:
        return "e5" in model.lower()

    def _embedded(self, texts: Sequence[str], seconds: float) -> Vectors:
        body = json.dumps({"model": self._model, "input": list(texts), "encoding_format": "float", "dimensions": SIZE})
        try:
            return of_length_one(_read(self._asked(body, seconds), len(texts)))
        except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError) as error:
            raise Unable(f"the server of embeddings at {self._address.hostname} fails: {error!r}") from error

    def _asked(self, body: str, seconds: float) -> Any:
        made = http.client.HTTPSConnection if self._address.scheme == "https" else http.client.HTTPConnection
        connection = made(self._address.hostname or "", self._address.port, timeout=seconds)
        try:
            path = f"{self._address.path.rstrip('/')}/embeddings"
            connection.request("POST", path, body.encode(), {"Content-Type": "application/json", **self._authority()})
            answer = connection.getresponse()
            if answer.status != HTTPStatus.OK:
                raise ValueError(f"status {answer.status}")
            return json.loads(answer.read(_LARGEST))
        finally:
            connection.close()

    def _authority(self) -> dict[str, str]:
        key = Path(self._key).read_text(encoding="utf-8").strip() if self._key else ""
        return {"Authorization": f"Bearer {key}"} if key else {}


def _read(answer: Any, count: int) -> Vectors:
    """Return the rows of an answer in the order of the texts, whatever order they came in."""
    rows = sorted(answer["data"], key=lambda row: row["index"])
    if [row["index"] for row in rows] != list(range(count)):
        raise ValueError(f"{len(rows)} vectors for {count} texts")
    return np.array([row["embedding"] for row in rows], np.float32)
