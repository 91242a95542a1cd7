# SPDX-License-Identifier: EUPL-1.2
"""Timetables that are worth more than they cost are drawn until there is none; and what no placement can exceed.

Prices go from one round to the next by part of the way, as they would swing ("smoothing", Wentges 1997).
"""

import math
import time
from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np
from numba.typed import List

from baken.closed.shelter.placing import pricing
from baken.closed.shelter.placing.aims import Aim
from baken.closed.shelter.placing.arrays import Ints
from baken.closed.shelter.placing.master import Master, Prices
from baken.closed.shelter.placing.pricing import Asked, Floats, Guests
from baken.closed.shelter.placing.puzzle import Puzzle

_KEPT = 0.7  # share of the best prices so far in those that are asked next
_PATIENCE, _WORTHWHILE = 6, 2e-4  # rounds, and what they have to bring together of what was reached
_AT_ONCE = 3200  # ways, of some units, between one look at the clock and the next
_ROOM = 2_000_000  # places in all ways at a time: what fits in memory
_OFF = 1e-6  # how far prices may be off
_NOTHING = 1e-6


@dataclass
class Generator:
    """Draws timetables of a puzzle. ``bound`` is what none exceeds, so far."""

    puzzle: Puzzle
    aim: Aim
    until: float
    bound: float = math.inf
    _best: Prices | None = None  # by which the bound is closest

    @cached_property
    def master(self) -> Master:
        """What was drawn."""
        return Master(self.puzzle, self.aim)

    @cached_property
    def _guests(self) -> Guests:
        return pricing.guests(self.puzzle)

    @cached_property
    def _asking(self) -> list[Ints]:
        return pricing.asking(self.puzzle)

    @property
    def is_over(self) -> bool:
        """Whether time is up."""
        return time.monotonic() >= self.until

    def generate(self, width: int) -> None:
        """Draw timetables until none is worth its price, as far as so many ways at a time can tell, or few are."""
        reached = deque([-math.inf], _PATIENCE)
        while not self.is_over and (prices := self.master.solve()):
            if self.master.reached - reached[0] < _WORTHWHILE * abs(self.master.reached):
                return
            reached.append(self.master.reached)
            asked = self._best.mixed(prices, _KEPT) if self._best else prices
            if not self.draw(asked, width) and not self.draw(prices, width):
                return

    def draw(self, prices: Prices, width: int, fixed: Collection[int] = ()) -> int:
        """Draw the best timetable of each unit that is not fixed, and return how many are new."""
        drawn, bound = 0, self.master.total(prices)
        units = [unit for unit in range(len(self.puzzle.units)) if unit not in fixed]
        for some in _batched(units, max(1, _AT_ONCE // width)):
            if self.is_over:
                return drawn
            found = pricing.best(self._guests, List([self._asked(unit, prices, width) for unit in some]))
            bound += sum(each.most for each in found)
            told = zip(some, found, strict=True)
            drawn += sum(self.master.add(unit, each.who.tolist()) for unit, each in told if len(each.who))
        if not fixed and bound < self.bound:
            self.bound, self._best = bound, prices
        return drawn

    def _asked(self, unit: int, prices: Prices, width: int) -> Asked:
        value, asking = self.master.values(unit, prices), self._asking[unit]
        # Whoever counts for nothing may fill a place that would be empty.
        most = value + self.aim.empty * self._filling
        price, places = max(0.0, float(prices.units[unit])), self.puzzle.units[unit].places
        width = min(width, _ROOM // (1 + places))
        return Asked(asking[most[asking] > _NOTHING], value, places, self.aim.empty, width, price + _OFF)

    @cached_property
    def _filling(self) -> Floats:
        """How many places each household fills, over its nights."""
        return (self._guests.size * (self._guests.stop - self._guests.start)).astype(np.float64)


def _batched(units: list[int], count: int) -> Iterator[list[int]]:
    left = iter(units)
    while some := list(islice(left, count)):
        yield some
