# SPDX-License-Identifier: EUPL-1.2
"""What was asked since the last counting, in this process's memory alone: which texts on which day, in no order."""

import threading
from datetime import date
from typing import NamedTuple

MOST = 5_000
_Key = tuple[date, str]


class Batch(NamedTuple):
    """What is counted at once: for each text asked on a day whether it found something; which texts were followed."""

    asked: dict[_Key, bool]
    followed: set[_Key]


class Tally:
    """Gathers texts until somebody takes them; more than so many are let go."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._batch = Batch({}, set())

    def ask(self, text: str, *, found: bool, on: date) -> None:
        """Remember that a text was asked; once a day counts."""
        with self._lock:
            if len(self._batch.asked) < MOST:
                self._batch.asked.setdefault((on, text), found)

    def follow(self, text: str, *, on: date) -> None:
        """Remember that something was followed that a text had found."""
        with self._lock:
            if len(self._batch.followed) < MOST:
                self._batch.followed.add((on, text))

    def take(self) -> Batch:
        """Return what was gathered, and forget it."""
        with self._lock:
            taken, self._batch = self._batch, Batch({}, set())
        return taken
