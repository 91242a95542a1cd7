# SPDX-License-Identifier: EUPL-1.2
"""What no placement can exceed: the rows relaxed to fractions, or, where there are too many, all nights there are."""

import math
import time

from ortools.linear_solver.python import model_builder

from baken.closed.shelter.placing.model import Terms
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.rows import Rows

# How far HiGHS may be off, in worth; by so much the bound is looser, so that it stays one.
_OFF = 1e-3


def relaxed(rows: Rows, terms: Terms, until: float) -> int | None:
    """Return a number that the sum of the terms cannot exceed; None where none was found by a moment of the clock."""
    if not terms:
        return 0
    model = model_builder.Model()  # type: ignore[no-untyped-call]
    columns = [model.new_num_var(0, 1, None) for _ in range(rows.columns)]
    for found in rows.one_of:
        model.add(sum(columns[each] for each in found) <= 1)
    for sizes, most in rows.sums:
        model.add(sum(columns[each] * size for each, size in sizes.items()) <= most)
    model.maximize(sum(columns[each] * count for each, count in terms.items()))
    solver = model_builder.Solver("HIGHS")
    solver.set_time_limit_in_seconds(max(0.01, until - time.monotonic()))
    solver.set_solver_specific_parameters("solver=ipm\nrun_crossover=on\nthreads=1\noutput_flag=false")
    status = solver.solve(model)
    return math.floor(solver.objective_value + _OFF) if status == model_builder.SolveStatus.OPTIMAL else None


def by_nights(puzzle: Puzzle) -> int:
    """Return what could be placed if every place of every night were for anybody: the most worth for a night first."""
    left = sum(unit.places for unit in puzzle.units) * puzzle.instance.horizon.nights
    asking = [each for each, units in enumerate(puzzle.allowed) if units]
    cost = {each: puzzle.households[each].size * len(puzzle.nights[each]) for each in asking}
    worth = 0.0
    for each in sorted(asking, key=lambda each: -puzzle.households[each].worth / cost[each]):
        taken = min(cost[each], left)
        worth, left = worth + puzzle.households[each].worth * taken / cost[each], left - taken
    return math.floor(worth + _OFF)
