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
        # The shortest first: those of one length stand together.
        self.words = sorted(self.texts, key=len)
        self.letters = _letters(self.words)
        self.lengths = np.array([len(word) for word in self.words], np.int16)

    def near(self, word: str) -> list[tuple[str, int]]:
        """Return the words within reach of a word, each with its distance."""
        reach = 1 if len(word) < LONG else 2
        first, last = self.lengths.searchsorted((len(word) - reach, len(word) + reach + 1))
        apart = np.abs(self.letters[:, first:last] - _letters([word])).sum(axis=0, dtype=np.int16)
        likely = [self.words[first + place] for place in np.flatnonzero(apart <= 2 * reach)]
        found = zip(likely, distances(word, likely), strict=True)
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


def distances(one: str, others: Sequence[str]) -> list[int]:
    """Return for each of some words how many letters must be put in, left out, replaced or changed over with the next.

    All words at once, a row of the table for each letter: one by one it would take ten times as long.
    """
    if not others:
        return []
    width = max(map(len, others))
    letters = np.array([list(each.ljust(width).encode("utf-32-le")) for each in others], np.uint8).view("<u4")
    steps = np.arange(width + 1)
    above = before = row = np.tile(steps, (len(others), 1))
    for place, letter in enumerate(one, 1):
        same, above, before = letters == ord(letter), before, row
        row = np.full_like(before, place)
        row[:, 1:] = np.minimum(before[:, 1:] + 1, before[:, :-1] + ~same)
        if place > 1:
            changed_over = same[:, :-1] & (letters[:, 1:] == ord(one[place - 2]))
            row[:, 2:] = np.where(changed_over, np.minimum(row[:, 2:], above[:, :-2] + 1), row[:, 2:])
        # A letter put in is a step to the right, from wherever that is least.
        row = np.minimum.accumulate(row - steps, axis=1) + steps
    return [int(row[place, len(each)]) for place, each in enumerate(others)]


def _letters(words: Sequence[str]) -> NDArray[np.int8]:
    """Return how often each letter is in each word: a row a letter."""
    counts = np.zeros((len(_LETTERS), len(words)), np.int8)
    columns = np.repeat(np.arange(len(words)), [len(word) for word in words])
    np.add.at(counts, (np.frombuffer("".join(words).encode("ascii"), np.uint8) - ord("a"), columns), 1)
    return counts
