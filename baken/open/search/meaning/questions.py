# SPDX-License-Identifier: EUPL-1.2
"""The vector of a question: kept for who asks it again, pages on or narrows down; none while the embedder fails."""

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from baken.open.search.meaning import drawing
from baken.open.search.meaning.drawing import Examples
from baken.open.search.meaning.vectors import Embedder, Unable, Vectors

_log = logging.getLogger(__name__)
# So many passages near to a question are looked at; several may be of one document.
MOST = 100
# After a failure nobody waits for the embedder for so many seconds.
PAUSE = 30.0
_until = dict[str, float]()
_reading = ThreadPoolExecutor(thread_name_prefix="questions")


class Sought(NamedTuple):
    """A question drawn towards examples, which orders passages, and as it is, which tells what surely means it."""

    drawn: Vectors
    asked: Vectors


def begun(
    embedder: Embedder, text: str, reworded: str = "", examples: Examples = drawing.NONE
) -> Callable[[], Sought | None]:
    """Begin to make what is `sought` while the index is asked; return what gives it, waiting for it."""
    return _reading.submit(sought, embedder, text, reworded, examples).result


def sought(embedder: Embedder, text: str, reworded: str = "", examples: Examples = drawing.NONE) -> Sought | None:
    """Return what passages are looked for with, or None where a question has no `vector` now."""
    asked = vector(embedder, text, reworded)
    return None if asked is None else Sought(drawing.drawn(asked, examples), asked)


def vector(embedder: Embedder, text: str, reworded: str = "") -> Vectors | None:
    """Return a question's vector, or None where the embedder fails now or did so a moment ago; that is logged once.

    Where the question is also ``reworded``, it is the mean of both: what is near to it is on the average near to both.
    """
    if time.monotonic() < _until.get(embedder.name, 0.0):
        return None
    try:
        asked = _vector(embedder, " ".join(text.split()))
        return np.float32(0.5) * (asked + _vector(embedder, reworded)) if reworded else asked
    except Unable as error:
        _until[embedder.name] = time.monotonic() + PAUSE
        _log.warning("the search goes by words alone for %d s: %s", PAUSE, error)
        return None


@lru_cache(maxsize=2_000)
def _vector(embedder: Embedder, text: str) -> Vectors:
    return embedder.question(text)
