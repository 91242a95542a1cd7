# SPDX-License-Identifier: EUPL-1.2
"""Rows given to CP-SAT, which finds the best placement there is and proves it, where time allows."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from ortools.sat.python import cp_model

from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.rows import Drawn, Rows
from baken.closed.shelter.placing.sketch import NOWHERE, Sketch

_OFF = 1e-6  # how far a bound may be off that is told as a fraction
Terms = Mapping[int, int]  # what each column counts for


@dataclass(frozen=True)
class Answer:
    """What was found: which columns are one, what that is worth, and what nothing can exceed."""

    columns: list[bool]
    worth: int
    bound: int


class Model:
    """Rows, and what is asked of them: one thing after another, each with what was reached before as a condition."""

    def __init__(self, rows: Rows) -> None:
        self.model = cp_model.CpModel()
        self.impossible = False  # whether it is proven that nothing meets all that was asked
        self.columns = [self.model.new_bool_var("") for _ in range(rows.columns)]
        for found in rows.one_of:
            self.model.add_at_most_one(self.columns[each] for each in found)
        for sizes, most in rows.sums:
            self._add(sizes, most)

    def _add(self, sizes: Terms, most: int) -> None:
        if most == 0 and sorted(sizes.values()) == [-1, 1]:
            then, column = sorted(sizes, key=lambda each: sizes[each])
            self.model.add_implication(self.columns[column], self.columns[then])
        else:
            self.model.add(self._sum(sizes) <= most)

    def _sum(self, terms: Terms) -> cp_model.LinearExpr:
        return cp_model.LinearExpr.weighted_sum([self.columns[each] for each in terms], list(terms.values()))

    def at_least(self, terms: Terms, least: int) -> None:
        """Ask for no less than this of a sum."""
        self.model.add(self._sum(terms) >= least)

    def start(self, columns: Mapping[int, bool]) -> None:
        """Begin at what is known."""
        for column, value in columns.items():
            self.model.add_hint(self.columns[column], value)

    def most(self, terms: Terms, seconds: float, *, workers: int = 1, seed: int = 0) -> Answer | None:
        """Return the most of a sum that was found in some seconds; None where nothing was, or nothing is possible."""
        self.model.maximize(self._sum(terms))
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = max(seconds, 0.01)
        solver.parameters.num_workers = workers
        solver.parameters.random_seed = seed
        solver.parameters.linearization_level = 2
        status = solver.solve(self.model)
        self.impossible = status == cp_model.INFEASIBLE
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        values = [solver.boolean_value(each) for each in self.columns]
        return Answer(values, round(solver.objective_value), math.floor(solver.best_objective_bound + _OFF))


def placed(drawn: Drawn, sketch: Sketch, columns: list[bool]) -> Sketch:
    """Return a placement with those who moved where the columns say."""
    made = sketch.copy()
    for household in {household for household, _ in drawn.inside if made.at[household] != NOWHERE}:
        made.take(household)
    for (household, unit), column in drawn.inside.items():
        if columns[column]:
            made.put(household, unit)
    return made


def standing(drawn: Drawn, sketch: Sketch) -> dict[int, bool]:
    """Return how a placement stands in the columns."""
    return {column: sketch.at[household] == unit for (household, unit), column in drawn.inside.items()}


def worth(puzzle: Puzzle, drawn: Drawn) -> dict[int, int]:
    """Return what each column counts for: the worth of its household."""
    return {column: puzzle.households[household].worth for (household, _), column in drawn.inside.items()}
