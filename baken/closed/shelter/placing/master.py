# SPDX-License-Identifier: EUPL-1.2
"""Which timetables of units together are worth most, in fractions: a timetable says who is in one unit when.

After Dantzig and Wolfe, "Decomposition Principle for Linear Programs" (1960): of all timetables there could be, those
alone are drawn that would be worth their price, so that few rows are left: one for each household, one for each unit,
and who is kept apart over a building or a location.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from ortools.linear_solver import pywraplp  # type: ignore[attr-defined]

from baken.closed.shelter.placing.aims import Aim
from baken.closed.shelter.placing.pricing import Floats
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.rows import Drawn, Rows, keep_apart
from baken.closed.shelter.placing.sketch import Sketch
from baken.closed.shelter.placing.using import left_empty

_NO = 1e-6  # what counts as nothing


class Timetable(NamedTuple):
    """Who is in a unit, at some time."""

    unit: int
    who: tuple[int, ...]


class Prices(NamedTuple):
    """What each household, each unit, who is kept apart and what has to be reached cost, for what was drawn so far."""

    households: Floats
    units: Floats
    kept: Floats
    required: Floats

    def mixed(self, other: "Prices", share: float) -> "Prices":
        """Return prices between these and others, of which they have a share."""
        return Prices(*(share * one + (1 - share) * two for one, two in zip(self, other, strict=True)))


class Master:
    """The timetables drawn so far, and the rows they have to keep together. Changed in place."""

    def __init__(self, puzzle: Puzzle, aim: Aim) -> None:
        self.puzzle, self.aim = puzzle, aim
        self.numbers: dict[Timetable, int] = {}
        self.drawn: list[Timetable] = []
        self._columns: list[Any] = []
        self._asked: set[int] = set()  # timetables that can be chosen
        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        self._solver.Objective().SetMaximization()
        residents = set(puzzle.residents)
        self._households = [self._row(each in residents) for each in range(len(puzzle.households))]
        self._units = [self._row() for _ in puzzle.units]
        self._kept, self._rows_of = self._keep_apart()
        self._required = [self._solver.Constraint(least, self._solver.infinity()) for _, least in aim.required]

    def _row(self, is_asked: bool = False) -> Any:
        return self._solver.Constraint(1.0 if is_asked else -self._solver.infinity(), 1.0)

    def _keep_apart(self) -> tuple[list[Any], list[tuple[Any, Any]]]:
        """Return the rows of who is kept apart, and of each unit which household is in which of them."""
        pairs = [(each, unit) for each, units in enumerate(self.puzzle.allowed) for unit in units]
        told = Drawn(Rows(len(pairs)), {pair: number for number, pair in enumerate(pairs)})
        keep_apart(self.puzzle, told, range(len(self.puzzle.units)), range(len(self.puzzle.households)))
        found: list[list[tuple[int, int]]] = [[] for _ in self.puzzle.units]
        for row, columns in enumerate(told.rows.one_of):
            for household, unit in (pairs[column] for column in columns):
                found[unit].append((household, row))
        within = [np.array(each, np.int64).reshape(-1, 2).T for each in found]
        return [self._row() for _ in told.rows.one_of], [(each[0], each[1]) for each in within]

    def add(self, unit: int, who: Iterable[int]) -> bool:
        """Draw a timetable, unless it can be chosen already; say whether it was new."""
        made = Timetable(unit, tuple(sorted(who)))
        number = self.numbers.setdefault(made, len(self.drawn))
        if number in self._asked:
            return False
        if number == len(self.drawn):
            self.drawn.append(made)
            self._columns.append(self._column(made))
        self._columns[number].SetUb(self._solver.infinity())
        self._asked.add(number)
        return True

    def forget(self, most: int) -> None:
        """Let all but so many timetables be chosen no longer: those that are furthest from being worth their price."""
        ranked = sorted(self._asked, key=lambda each: -self._columns[each].reduced_cost())
        for number in ranked[most:]:
            self._columns[number].SetUb(0.0)
        self._asked = set(ranked[:most])

    def add_all(self, sketch: Sketch) -> None:
        """Draw the timetables of a placement."""
        for unit in range(len(self.puzzle.units)):
            self.add(unit, (each for each, at in enumerate(sketch.at) if at == unit))

    def _column(self, made: Timetable) -> Any:
        column = self._solver.NumVar(0.0, self._solver.infinity(), "")
        self._solver.Objective().SetCoefficient(column, self.worth(made))
        self._units[made.unit].SetCoefficient(column, 1.0)
        for household in made.who:
            self._households[household].SetCoefficient(column, 1.0)
        for row in self.kept_apart(made):
            self._kept[row].SetCoefficient(column, 1.0)
        for row, (told, _) in zip(self._required, self.aim.required, strict=True):
            row.SetCoefficient(column, float(told[list(made.who), made.unit].sum()))
        return column

    def kept_apart(self, made: Timetable) -> list[int]:
        """Return the rows that somebody of a timetable is in: one in each, for who is kept apart shares no unit."""
        households, rows = self._rows_of[made.unit]
        found: list[int] = rows[np.isin(households, made.who)].tolist()
        return found

    def worth(self, made: Timetable) -> float:
        """Return what a timetable counts for."""
        gained = float(self.aim.gains[list(made.who), made.unit].sum())
        return gained - self.aim.empty * left_empty(self.puzzle, made.unit, made.who)

    def solve(self) -> Prices | None:
        """Choose among what was drawn; None where the timetables that were fixed leave no choice."""
        if self._solver.Solve() != pywraplp.Solver.OPTIMAL:
            return None
        rows = self._households, self._units, self._kept, self._required
        return Prices(*(np.array([row.dual_value() for row in each], np.float64) for each in rows))

    def total(self, prices: Prices) -> float:
        """Return what all rows but those of units cost together."""
        required = sum(price * least for price, (_, least) in zip(prices.required, self.aim.required, strict=True))
        return float(prices.households.sum() + prices.kept.sum() + required)

    def values(self, unit: int, prices: Prices) -> Floats:
        """Return what each household counts for in a unit, less what it costs."""
        value = self.aim.gains[:, unit] - prices.households
        for price, (told, _) in zip(prices.required, self.aim.required, strict=True):
            value -= price * told[:, unit]
        households, rows = self._rows_of[unit]
        np.subtract.at(value, households, prices.kept[rows])
        return value

    @property
    def reached(self) -> float:
        """What the choice is worth."""
        return float(self._solver.Objective().Value())

    def shares(self) -> dict[int, float]:
        """Return the timetables of which some share is chosen, by number."""
        found = ((number, self._columns[number].solution_value()) for number in sorted(self._asked))
        return {number: share for number, share in found if share > _NO}

    def pairs(self) -> set[tuple[int, int]]:
        """Return who is in which unit in some timetable of which some share is chosen."""
        found = (self.drawn[number] for number in self.shares())
        return {(household, made.unit) for made in found for household in made.who}

    def fix(self, number: int, *, is_fixed: bool) -> None:
        """Choose a timetable whatever it costs, or no longer."""
        self._columns[number].SetLb(1.0 if is_fixed else 0.0)
