# SPDX-License-Identifier: EUPL-1.2
"""The best placement where every timetable is known: who cannot be in a unit in any that is good enough is struck off.

Prices tell of each timetable how far below the bound every placement stays that it is part of. So to find a placement
that reaches so much, or to know that there is none, few households are left in few units, and CP-SAT needs no time for
those. After Baldacci, Christofides and Mingozzi, "An exact algorithm for the vehicle routing problem based on the set
partitioning formulation with additional cuts" (2008).
"""

import math
import time
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from baken.closed.shelter.placing import aims, listing, model, residents, using
from baken.closed.shelter.placing.aims import Aim
from baken.closed.shelter.placing.listing import Timetables
from baken.closed.shelter.placing.master import Master, Prices
from baken.closed.shelter.placing.model import Effort
from baken.closed.shelter.placing.pricing import Floats
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.rows import Drawn, Impossible, everybody
from baken.closed.shelter.placing.sketch import Sketch

_MOST = 600_000  # timetables that are listed: in a tenth of a second or two
_AT_ONCE = 5  # timetables of a unit that are drawn at the same prices
_KEPT = 0.5  # share of the best prices so far in those that are asked next
_OFF = 1e-6  # how far prices may be off
_NEAR = 1e-3  # how far a bound may be off
_SHARE = 0.5  # of the time that is left, for one try


class Chosen(NamedTuple):
    """A placement, and what none exceeds."""

    sketch: Sketch
    bound: int


class Told(NamedTuple):
    """What prices tell: what none exceeds, and what each timetable of each unit is worth at them."""

    bound: float
    prices: Prices
    worth: list[Floats]


@dataclass
class Choice:
    """The timetables of each unit that can still be part of what is looked for; fewer with each thing asked."""

    puzzle: Puzzle
    listed: list[Timetables]

    def best(self, aim: Aim, start: Chosen, until: float) -> Chosen:
        """Return the best placement for an aim that was found by a moment of the monotonic clock.

        From then on those alone are looked for that are as good.
        """
        master = Master(self.puzzle, aim)
        master.add_all(start.sketch)
        told = self._relaxed(master, until)
        if told is None:
            return start
        bound = min(start.bound, math.floor(told.bound + _NEAR))
        found = self._found(aim, told, Chosen(start.sketch, bound), until)
        self.listed = self._reaching(told, aims.counted(aim, found.sketch))
        return found

    def _relaxed(self, master: Master, until: float) -> Told | None:
        """Return what those prices tell by which the bound is closest, as far as time allows."""
        best: Told | None = None
        while time.monotonic() < until and (prices := master.solve()):
            asked = [best.prices.mixed(prices, _KEPT), prices] if best else [prices]
            for told in (self._told(master, each) for each in asked):
                best = told if best is None or told.bound < best.bound else best
                if self._draw(master, told):
                    break
            else:
                return best
        return best

    def _told(self, master: Master, prices: Prices) -> Told:
        worth = [
            each.sums(master.values(unit, prices)) - master.aim.empty * each.empty
            for unit, each in enumerate(self.listed)
        ]
        return Told(master.total(prices) + sum(map(_most, worth)), prices, worth)

    def _draw(self, master: Master, told: Told) -> int:
        """Draw the timetables of each unit that are most worth their price; return how many are new."""
        drawn = 0
        for unit, (worth, price) in enumerate(zip(told.worth, told.prices.units, strict=True)):
            hopeful = np.flatnonzero(worth > max(0.0, price) + _OFF)
            some = hopeful[np.argsort(-worth[hopeful])[:_AT_ONCE]]
            drawn += sum(master.add(unit, self.listed[unit].at(each)) for each in some)
        return drawn

    def _reaching(self, told: Told, least: float) -> list[Timetables]:
        """Return the timetables that may be part of a placement that counts for so much."""
        slack = told.bound - least + _NEAR
        kept = [_most(worth) - worth <= slack for worth in told.worth]
        return [each.among(some) for each, some in zip(self.listed, kept, strict=True)]

    def _found(self, aim: Aim, told: Told, start: Chosen, until: float) -> Chosen:
        """Return the best placement, looked for close to the bound first, where the fewest are left."""
        bound, steps = start.bound, _steps(start.bound, round(aims.counted(aim, start.sketch)))
        for least in steps:
            seconds = (1 if least == steps[-1] else _SHARE) * (until - time.monotonic())
            try:
                found = _among(aim, self._reaching(told, least), least, (start.sketch, Effort(seconds)))
            except Impossible:
                bound = least - 1
                continue
            if found:
                return Chosen(found.sketch, min(found.bound, bound))
        return Chosen(start.sketch, bound)


def of(puzzle: Puzzle) -> Choice | None:
    """Return the choice among all timetables; None where they are too many."""
    listed = listing.every(puzzle, _MOST)
    return None if listed is None else Choice(puzzle, listed)


def _steps(bound: int, reached: int) -> list[int]:
    """Return what to look for: the bound, the next below it, and whatever betters what is reached."""
    return sorted({bound, max(bound - 1, reached + 1), reached + 1}, reverse=True) if bound > reached else []


def _most(worth: Floats) -> float:
    """Return what the best timetable of a unit is worth: nothing, where nobody is there."""
    return float(worth.max(initial=0.0))


def _among(aim: Aim, listed: list[Timetables], least: int, begun: tuple[Sketch, Effort]) -> Chosen | None:
    """Return the best placement in which everybody is where some timetable has her; None where time was too short.

    Raises Impossible where none counts for the least.
    """
    sketch, effort = begun
    drawn = everybody(sketch.puzzle, {(int(each), unit) for unit, told in enumerate(listed) for each in told.who})
    counted = using.empties(sketch.puzzle, drawn) if aim.empty else None
    terms = counted.terms if counted else _terms(drawn, aim.gains)
    asked = residents.asked(sketch.puzzle, drawn)
    for told, reached in aim.required:
        asked.at_least(_terms(drawn, told), round(reached))
    asked.at_least(terms, least)
    answer = model.best(asked, terms, effort, model.standing(drawn, sketch))
    return Chosen(model.placed(drawn, Sketch(sketch.puzzle), answer.columns), answer.bound) if answer else None


def _terms(drawn: Drawn, counts: Floats) -> dict[int, int]:
    """Return what each column counts for that says that a household is in a unit."""
    return {column: round(counts[pair]) for pair, column in drawn.inside.items() if counts[pair]}
