# SPDX-License-Identifier: EUPL-1.2
"""The first thing asked of a large puzzle: as much worth as can be placed, and a bound beside it, on two cores."""

import random
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from baken.closed.shelter.placing import annealing
from baken.closed.shelter.placing.polishing import polished
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.sketch import Sketch

_SIZE, _LARGEST, _FRUITLESS = 10, 18, 3  # units placed anew at a time, and after how many vain rounds there are more


@dataclass
class Climb:
    """The best placement so far, and what none can exceed. Changed in place, on more than one core."""

    best: Sketch
    bound: int
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    @property
    def is_over(self) -> bool:
        """Whether no better one can be."""
        return self.best.worth >= self.bound

    def reach(self, sketch: Sketch) -> None:
        """Stand at a placement, unless it is worth less."""
        with self._lock:
            self.best = max(sketch, self.best, key=lambda each: each.worth)

    def lower(self, bound: int) -> None:
        """Know that none exceeds a number."""
        with self._lock:
            self.bound = min(bound, self.bound)


Work = Callable[[Climb], None]  # what betters a placement, or lowers the bound


def climb(found: Climb, *cores: Iterable[Work]) -> None:
    """Do what each core is given, one after another, and the cores at once."""

    def go(works: Iterable[Work]) -> None:
        for work in works:
            work(found)

    with ThreadPoolExecutor(len(cores)) as pool:
        list(pool.map(go, cores))


def anneal(puzzle: Puzzle, start: Sketch, until: float, seed: int, found: Climb) -> None:
    """Anneal a placement until a moment of the monotonic clock."""
    found.reach(annealing.anneal(puzzle, start, until, lambda worth: worth >= found.bound, seed))


def polish(puzzle: Puzzle, until: float, seed: int, found: Climb) -> None:
    """Place some units anew, and more of them when that brings nothing any longer."""
    chance, size, fruitless = random.Random(seed), _SIZE, 0  # noqa: S311 - no secret
    while time.monotonic() < until and not found.is_over:
        before = found.best.worth
        found.reach(polished(puzzle, found.best, size, until, chance))
        fruitless = 0 if found.best.worth > before else fruitless + 1
        if fruitless >= _FRUITLESS:
            size, fruitless = min(size + 1, _LARGEST, len(puzzle.units)), 0
