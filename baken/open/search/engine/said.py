# SPDX-License-Identifier: EUPL-1.2
"""The words of texts as they are written, and which of them are near a word.

Near is by Damerau's distance (1964, "A technique for computer detection and correction of spelling errors", CACM 7(3)):
a letter too many, too few, another one, or two changed over.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from baken.open.search.engine.analysis import plain

SHORTEST, LONG = 4, 8
# A mistake more must be made up for by so many times more texts.
_COST = math.log(20)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Words:
    """The words of texts that everybody may read, in how many each stands, and how often each letter is in it."""

    def __init__(self, counted: Sequence[tuple[str, int]]) -> None:
        self.texts = {word: count for word, count in counted if _may_be_misspelt(word)}
        self.words = list(self.texts)
        self.letters = _letters(self.words)
        self.lengths = np.array([len(word) for word in self.words], np.int16)

    def near(self, word: str) -> list[tuple[str, int]]:
        """Return the words within reach of a word, each with its distance."""
        reach = 1 if len(word) < LONG else 2
        as_long = np.flatnonzero(np.abs(self.lengths - len(word)) <= reach)
        apart: NDArray[np.int16] = np.abs(self.letters[as_long].astype(np.int16) - _letters([word])).sum(axis=1)
        likely = (self.words[place] for place in as_long[apart <= 2 * reach])
        found = [(each, distance(word, each)) for each in likely]
        return [(each, steps) for each, steps in found if 0 < steps <= reach]

    def meant(self, word: str) -> list[tuple[float, str]]:
        """Return the words that may have been meant, each after what speaks for it, the likeliest first."""
        worth = [(math.log(1 + self.texts[each]) - _COST * steps, each) for each, steps in self.near(word)]
        return sorted(worth, reverse=True)


def is_word(text: str) -> bool:
    """Tell whether a text is one word of plain letters that is long enough to be misspelt."""
    folded: list[str] = plain().analyze(text)
    return len(folded) == 1 and _may_be_misspelt(folded[0])


def _may_be_misspelt(word: str) -> bool:
    return len(word) >= SHORTEST and word.isascii() and word.isalpha()


def distance(one: str, other: str) -> int:
    """Return how many letters must be put in, left out, replaced or changed over with the next."""
    before, row = list[int](), list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        above, before, row = before, row, [place]
        for at, wanted in enumerate(other, 1):
            least = min(before[at] + 1, row[-1] + 1, before[at - 1] + (letter != wanted))
            if place > 1 and at > 1 and letter == other[at - 2] and one[place - 2] == wanted:
                least = min(least, above[at - 2] + 1)
            row.append(least)
    return row[-1]


def _letters(words: Sequence[str]) -> NDArray[np.int8]:
    """Return how often each letter is in each word: a row a word."""
    counts = np.zeros((len(words), len(_LETTERS)), np.int8)
    rows = np.repeat(np.arange(len(words)), [len(word) for word in words])
    np.add.at(counts, (rows, np.frombuffer("".join(words).encode("ascii"), np.uint8) - ord("a")), 1)
    return counts
