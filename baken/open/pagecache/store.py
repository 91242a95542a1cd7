# SPDX-License-Identifier: EUPL-1.2
"""Keeps finished answers in memory. Pure: it knows neither Django nor the database."""

import gzip
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

Headers = list[tuple[str, str]]

MOST_BYTES = 64 * 2**20
_AROUND = 2_000  # bytes that an answer's key, headers and place cost beside its body, as measured
LONGEST_SECONDS = 60.0  # a page may speak of "today"; this bounds how long a day can overstay
TRUST_SECONDS = 4.0  # without word from the database for this long, nothing kept is served


@dataclass(frozen=True)
class Answer:
    """A finished answer, plain and compressed."""

    status: str
    headers: Headers
    body: bytes
    packed: bytes
    etag: str

    @classmethod
    def of(cls, status: str, headers: Headers, body: bytes) -> "Answer":
        """Make an answer ready to be given out plain or compressed."""
        return cls(status, headers, body, gzip.compress(body, 6), f'"{blake2b(body, digest_size=12).hexdigest()}"')


class _Kept(NamedTuple):
    """An answer and when it was kept, in the store's own seconds."""

    answer: Answer
    born: float


class Store:
    """Answers by key, dropped together at every change of the public data.

    A *generation* counts the changes heard of. An answer that was begun in an older generation is
    not kept: it may have been rendered from what has since changed.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, most_bytes: int = MOST_BYTES) -> None:
        self._clock = clock
        self._most_bytes = most_bytes
        self._answers: OrderedDict[str, _Kept] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()
        self._heard_at = float("-inf")
        self.generation = 0

    def heard(self, *, changed: bool) -> None:
        """Note that the database spoke: all is well, or something changed and every answer goes."""
        with self._lock:
            self._heard_at = self._clock()
            if changed:
                self._drop()

    def doubt(self) -> None:
        """Stop serving until the database is heard again: a change may have been missed."""
        with self._lock:
            self._heard_at = float("-inf")
            self._drop()

    def get(self, key: str) -> Answer | None:
        """Return the kept answer, if it may still be given."""
        now = self._clock()
        with self._lock:
            kept = self._answers.get(key)
            if kept is None or now - self._heard_at > TRUST_SECONDS or now - kept.born > LONGEST_SECONDS:
                return None
            self._answers.move_to_end(key)
            return kept.answer

    def put(self, key: str, answer: Answer, generation: int) -> None:
        """Keep an answer begun in `generation`, letting the least asked for go when memory is full."""
        with self._lock:
            if generation != self.generation or len(answer.body) > self._most_bytes // 8:
                return
            self._forget(key)
            self._answers[key] = _Kept(answer, self._clock())
            self._bytes += _size(answer)
            while self._bytes > self._most_bytes:
                self._forget(next(iter(self._answers)))

    def _forget(self, key: str) -> None:
        if old := self._answers.pop(key, None):
            self._bytes -= _size(old.answer)

    def _drop(self) -> None:
        self.generation += 1
        self._answers.clear()
        self._bytes = 0


def _size(answer: Answer) -> int:
    return len(answer.body) + len(answer.packed) + _AROUND
