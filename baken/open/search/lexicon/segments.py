# SPDX-License-Identifier: EUPL-1.2
"""Two texts cut into sentences, and which sentences say the same.

By their lengths after Gale & Church 1993, "A program for aligning sentences in bilingual corpora",
Computational Linguistics 19(1), helped by the numbers that stand in both.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

_END = re.compile(r"(?<=[.;:!?])\s+(?=[\w(„“\"])")
_NUMBER = re.compile(r"\d+")
# What is shorter is the number of a paragraph or a letter: it belongs to what follows.
_SHORT = 25
# So many sentences of one side stand against so many of the other, and what that costs.
_BEADS = ((1, 1, 0.0), (1, 0, 4.5), (0, 1, 4.5), (2, 1, 2.4), (1, 2, 2.4), (2, 2, 4.5), (3, 1, 5.0), (1, 3, 5.0))
_VARIANCE = 6.8
_FARTHEST = 20.0
_SHARED, _LONE = 1.0, 0.7
# Texts of more sentences than this, multiplied, are kept whole: a list of places would take minutes.
_MOST = 40_000
_NARROWEST = 6


class _Piece(NamedTuple):
    text: str
    length: int
    numbers: frozenset[str]


def aligned(one: str, other: str) -> list[tuple[str, str]]:
    """Return the pairs of sentences of two texts that say the same, in order; what has no counterpart is left out."""
    ones, others = _pieces(one), _pieces(other)
    if len(ones) * len(others) > _MOST:
        return [(one, other)]
    return [(_joined(ones[a:b]), _joined(others[c:d])) for a, b, c, d in _path(ones, others) if b > a and d > c]


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a short one is part of the next, a last short one of the one before."""
    found: list[str] = []
    for piece in filter(None, map(str.strip, _END.split(text))):
        if found and len(found[-1]) < _SHORT:
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def _pieces(text: str) -> list[_Piece]:
    return [_Piece(each, len(each), frozenset(_NUMBER.findall(each))) for each in sentences(text)]


def _joined(pieces: Sequence[_Piece]) -> str:
    return " ".join(each.text for each in pieces)


def _path(ones: list[_Piece], others: list[_Piece]) -> list[tuple[int, int, int, int]]:
    """Return the cheapest way through both texts as steps `(from, to, from, to)`."""
    ratio = sum(each.length for each in others) / max(1, sum(each.length for each in ones))
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(ones) + 1):
        for j in _band(i, len(ones), len(others)):
            ways = [
                (best[i - di, j - dj][0] + cost + _distance(ones[i - di : i], others[j - dj : j], ratio), (di, dj))
                for di, dj, cost in _BEADS
                if i >= di and j >= dj and (i - di, j - dj) in best
            ]
            if ways:
                best[i, j] = min(ways)
    return _steps(best, len(ones), len(others))


def _band(place: int, ones: int, others: int) -> range:
    """Return the places of the other text that can stand against a place of the one: those about as far along."""
    middle, width = place * others // max(1, ones), max(_NARROWEST, others // 4)
    return range(max(0, middle - width), min(others, middle + width) + 1)


def _steps(
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]], i: int, j: int
) -> list[tuple[int, int, int, int]]:
    steps = []
    while (i, j) != (0, 0):
        di, dj = best[i, j][1]
        steps.append((i - di, i, j - dj, j))
        i, j = i - di, j - dj
    return steps[::-1]


def _distance(ones: list[_Piece], others: list[_Piece], ratio: float) -> float:
    """Return how unlike two runs of sentences are, in length and in numbers; 0 where one of them is empty."""
    if not ones or not others:
        return 0.0
    length, wanted = sum(each.length for each in others), sum(each.length for each in ones) * ratio
    apart = (length - wanted) ** 2 / (2 * _VARIANCE * max(wanted / max(ratio, 0.1), wanted, 1.0))
    mine, yours = (frozenset().union(*(each.numbers for each in side)) for side in (ones, others))
    return min(apart, _FARTHEST) - _SHARED * len(mine & yours) + _LONE * len(mine ^ yours)
