# SPDX-License-Identifier: EUPL-1.2
"""Simulated annealing: a step that loses worth is taken now and then, ever more seldom; some million steps a second.

After Kirkpatrick, Gelatt and Vecchi, "Optimization by Simulated Annealing" (1983). Residents stay where they are: only
the model moves them.
"""

import math
import time
from collections.abc import Callable

import numpy as np
from numba import njit

from baken.closed.shelter.placing.arrays import COMPILED, Board, House, Ints, board, house
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.sketch import NOWHERE, Sketch
from baken.closed.shelter.placing.stepping import move_in, swap

_HOT, _COLD = 1.0, 0.25  # how much worth may be lost, about, at the start and at the end
_COOLING = 256  # steps after which it gets colder
_SWAPS = 0.05  # share of the steps that swap
_SEEDS = 1000  # from one round to the next
_STEPS, _MORE = 2_000_000, 3  # of the first round, and so many times more each round


def anneal(puzzle: Puzzle, start: Sketch, until: float, is_enough: Callable[[int], bool], seed: int = 0) -> Sketch:
    """Return the best placement that was found from one until a moment of the monotonic clock, or that is enough.

    In rounds, each from the start anew and cooled more slowly than the one before. What is drawn depends on the seed,
    which is below a thousand.
    """
    told, best, steps = house(puzzle), start, _STEPS
    while len(told.asking) and not is_enough(best.worth) and (began := time.monotonic()) < until:
        made = board(puzzle, told, start)
        kept = made.at.copy()
        _round(told, made, kept, steps, seed)
        best = max(best, _sketch(puzzle, kept), key=lambda each: each.worth)
        left, took = until - time.monotonic(), time.monotonic() - began
        seed, steps = seed + _SEEDS, int(steps * min(_MORE, max(left, 0) / took))
    return best


def _sketch(puzzle: Puzzle, at: Ints) -> Sketch:
    made = Sketch(puzzle)
    for household, unit in enumerate(at.tolist()):
        if unit != NOWHERE:
            made.put(household, unit)
    return made


@njit(**COMPILED)
def _round(house: House, board: Board, kept: Ints, steps: int, seed: int) -> None:
    """Keep who is where in the best placement of some steps."""
    np.random.seed(seed)
    worth = best = 0  # more than at the start
    warmth = _HOT
    for step in range(steps):
        if step % _COOLING == 0:
            warmth = _HOT * (_COLD / _HOT) ** (step / steps)
        worth += _step(house, board, -warmth * math.log(1 - np.random.random()))
        if worth > best:
            best = worth
            for each in range(len(kept)):
                kept[each] = board.at[each]


@njit(**COMPILED)
def _step(house: House, board: Board, most: float) -> int:
    """Return the worth that a step gained, on one household drawn from those who ask."""
    household = house.asking[np.random.randint(len(house.asking))]
    if np.random.random() < _SWAPS:
        one, other = np.random.randint(len(house.places)), np.random.randint(len(house.places))
        ends = house.start if np.random.random() < 0.5 else house.stop  # noqa: PLR2004 - either
        return 0 if one == other else int(swap(house, board, (one, other), ends[household], most))
    first, end = house.units_from[household], house.units_from[household + 1]
    unit = house.units[first + np.random.randint(end - first)]
    return int(move_in(house, board, household, unit, most))
