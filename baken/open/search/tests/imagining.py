# SPDX-License-Identifier: EUPL-1.2
"""An embedder that needs no model: words of one meaning lie in one direction, so that who is near to what is known."""

import zlib
from collections.abc import Iterable

import numpy as np

from baken.open.search.meaning.fields import SIZE
from baken.open.search.meaning.vectors import Unable

# Words that mean the same, each line in a direction of its own.
_MEANINGS = (
    ("bedenktijd", "rust", "reflection", "pauze"),
    ("vuurtoren", "baken", "lighthouse", "kustlicht"),
    ("slachtoffer", "victim", "gedupeerde"),
)
_OF = {word: place for place, words in enumerate(_MEANINGS) for word in words}


class Imagined:
    """Remembers what it was given to embed; fails while told to."""

    sure = 0.5

    def __init__(self, name: str = "imagined") -> None:
        self.name = name
        self.embedded: list[str] = []
        self.asked: list[str] = []
        self.fails = False

    def passages(self, texts):
        self._check()
        self.embedded += texts
        return np.array([_vector(text) for text in texts], np.float32)

    def question(self, text):
        self._check()
        self.asked.append(text)
        return _vector(text)

    def _check(self) -> None:
        if self.fails:
            raise Unable("it was told to fail")


def _vector(text: str) -> np.ndarray:
    found = np.zeros(SIZE, np.float32)
    for word in _words(text):
        found[_OF.get(word, 10 + zlib.crc32(word.encode()) % (SIZE - 10))] += 5.0 if word in _OF else 1.0
    return found / np.linalg.norm(found) if found.any() else np.eye(1, SIZE, dtype=np.float32)[0]


def _words(text: str) -> Iterable[str]:
    return (word.strip(".,") for word in text.lower().split())
