# SPDX-License-Identifier: EUPL-1.2
"""Aligned sentences as arrays: every word of one side beside every word of the other, as alignment wants them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from baken.open.search.lexicon.tokens import Numbers

# A sentence of more cells than this says too little about which word is which.
MOST_CELLS = 10_000
Floats = NDArray[np.float64]


class Side(NamedTuple):
    """One language: the words in order, the word before and after each (-1 at an end), how many words it knows."""

    words: Numbers
    before: Numbers
    after: Numbers
    size: int


@dataclass(frozen=True)
class Corpus:
    """A cell for each pair of words that stand in the same sentences.

    ``of`` are each cell's places in both sides' words, ``kind`` its kind of cell, ``kinds`` the words of each kind;
    ``apart`` is how far the two words stand apart in their sentences, 0 to 1; ``sentence`` is that of each word of the
    first side.
    """

    sides: tuple[Side, Side]
    of: tuple[Numbers, Numbers]
    kind: Numbers
    kinds: tuple[Numbers, Numbers]
    apart: NDArray[np.float32]
    sentence: Numbers


def gathered(rows: Iterable[tuple[Numbers, Numbers]], sizes: tuple[int, int]) -> Corpus:
    """Return the corpus of pairs of sentences, each two rows of numbers; ``sizes`` are the vocabularies'."""
    fit = [(number, *row) for number, row in enumerate(rows) if 0 < len(row[0]) * len(row[1]) <= MOST_CELLS]
    sides = (_side([one for _, one, _ in fit], sizes[0]), _side([other for *_, other in fit], sizes[1]))
    of = _cells([(len(one), len(other)) for _, one, other in fit])
    codes = sides[0].words[of[0]].astype(np.int64) * sizes[1] + sides[1].words[of[1]]
    distinct, kind = np.unique(codes, return_inverse=True)
    kinds = ((distinct // sizes[1]).astype(np.int32), (distinct % sizes[1]).astype(np.int32))
    sentence = _joined([np.full(len(one), number, dtype=np.int32) for number, one, _ in fit])
    apart = _joined([_apart(len(one), len(other)) for _, one, other in fit])
    return Corpus(sides, of, kind.astype(np.int32), kinds, apart.astype(np.float32), sentence)


def _side(rows: list[Numbers], size: int) -> Side:
    none = np.array([-1], dtype=np.int32)
    before = _joined([np.concatenate((none, row[:-1])) for row in rows])
    after = _joined([np.concatenate((row[1:], none)) for row in rows])
    return Side(_joined(rows), before, after, size)


def _joined(rows: list[NDArray]) -> NDArray:
    return np.concatenate(rows) if rows else np.zeros(0, dtype=np.int32)


def _cells(shapes: list[tuple[int, int]]) -> tuple[Numbers, Numbers]:
    """Return the places of both words of every cell, sentence by sentence."""
    ones, others, starts = [], [], (0, 0)
    for one, other in shapes:
        ones.append(np.repeat(np.arange(starts[0], starts[0] + one, dtype=np.int32), other))
        others.append(np.tile(np.arange(starts[1], starts[1] + other, dtype=np.int32), one))
        starts = (starts[0] + one, starts[1] + other)
    return _joined(ones), _joined(others)


def _apart(one: int, other: int) -> NDArray[np.float64]:
    places = ((np.arange(each) + 0.5) / each for each in (one, other))
    return np.abs(np.subtract.outer(*places)).ravel()
