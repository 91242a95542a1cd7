# SPDX-License-Identifier: EUPL-1.2
"""What no placement can exceed: the rows relaxed to fractions, solved by HiGHS from within."""

import math
import time

from ortools.linear_solver.python import model_builder

from baken.closed.shelter.placing.model import Terms
from baken.closed.shelter.placing.rows import Rows

# How far HiGHS may be off, in worth; by so much the bound is looser, so that it stays one.
_OFF = 1e-3


def bound(rows: Rows, terms: Terms, until: float) -> int | None:
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
