# SPDX-License-Identifier: EUPL-1.2
"""The first thing asked of a large puzzle: as much worth as can be placed, and a bound beside it, on two cores."""

import random
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from baken.closed.shelter.placing import annealing
from baken.closed.shelter.placing.polishing import polished
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.sketch import Sketch

_SIZE, _LARGEST, _FRUITLESS = 10, 18, 3  # units placed anew at a time, and after how many vain rounds there are more
_CORES = 2
Bound = Callable[[], int | None]


@dataclass
class Climb:
    """The best placement so far, and what none can exceed. Changed in place."""

    best: Sketch
    bound: int

    @property
    def is_over(self) -> bool:
        """Whether no better one can be."""
        return self.best.worth >= self.bound


def climb(puzzle: Puzzle, found: Climb, until: float, annealing_until: float, least: Bound) -> Climb:
    """Return the best placement found from one until a moment of the monotonic clock, and a bound found beside it.

    First it is annealed, until a moment before.
    """
    start = found.best
    with ThreadPoolExecutor(_CORES + 1) as pool:
        bounding = pool.submit(least)

        def anneal(seed: int) -> Sketch:
            return annealing.anneal(
                puzzle, start, annealing_until, lambda best: best >= _known(found, bounding).bound, seed
            )

        found.best = max(pool.map(anneal, range(_CORES)), key=lambda each: each.worth)
        _polish(puzzle, found, until, pool, bounding)
    return _known(found, bounding)


def _known(found: Climb, bounding: "Future[int | None]") -> Climb:
    """Return it with the bound, once that is there."""
    if bounding.done() and (least := bounding.result()) is not None:
        found.bound = min(found.bound, least)
    return found


def _polish(
    puzzle: Puzzle, found: Climb, until: float, pool: ThreadPoolExecutor, bounding: "Future[int | None]"
) -> None:
    """Place some units anew, two sets of them at once, more of them when that brings nothing any longer."""
    chance, size, fruitless = random.Random(0), _SIZE, 0  # noqa: S311 - no secret
    while time.monotonic() < until and not _known(found, bounding).is_over:
        rounds = _CORES if bounding.done() else 1
        chances = [random.Random(chance.random()) for _ in range(rounds)]  # noqa: S311 - no secret
        tries = [pool.submit(polished, puzzle, found.best, size, until, each) for each in chances]
        made = max((each.result() for each in tries), key=lambda each: each.worth)
        fruitless = 0 if made.worth > found.best.worth else fruitless + 1
        found.best = made
        if fruitless >= _FRUITLESS:
            size, fruitless = min(size + 1, _LARGEST, len(puzzle.units)), 0
