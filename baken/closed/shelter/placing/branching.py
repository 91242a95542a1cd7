# SPDX-License-Identifier: EUPL-1.2
"""Rows given to HiGHS, which relaxes them to fractions: a bound, and by branching the best placement there is.

On a house of a day it proves in tenths of a second what CP-SAT takes seconds for: its bound is the relaxed rows' own.
It cannot be told where to begin: the one within OR-Tools falls over a hint.
"""

import math

from ortools.linear_solver.python import model_builder
from ortools.linear_solver.python.model_builder import SolveStatus

from baken.closed.shelter.placing.rows import Answer, Rows, Terms

# How far HiGHS may be off, in worth; by so much the bound is looser, so that it stays one.
_OFF = 1e-3
_HALF = 0.5  # all terms are whole: who is less than one from the bound has reached it


def ceiling(rows: Rows, terms: Terms, seconds: float) -> int | None:
    """Return a number that the sum of the terms cannot exceed; None where none was found in some seconds."""
    if not terms:
        return 0
    model, _ = _model(rows, terms, is_whole=False)
    solver = _solver(seconds, "solver=ipm\nrun_crossover=on\n")
    return math.floor(solver.objective_value + _OFF) if solver.solve(model) == SolveStatus.OPTIMAL else None


def best(rows: Rows, terms: Terms, seconds: float) -> Answer | None:
    """Return the most of a sum that was found in some seconds; None where nothing was."""
    model, columns = _model(rows, terms, is_whole=True)
    solver = _solver(seconds, f"mip_rel_gap=0\nmip_abs_gap={_HALF}\n")
    status = solver.solve(model)
    if status not in (SolveStatus.OPTIMAL, SolveStatus.FEASIBLE):
        return None
    values = [bool(solver.value(each) > _HALF) for each in columns]
    reached = sum(count for column, count in terms.items() if values[column])
    is_proven = status == SolveStatus.OPTIMAL
    return Answer(values, reached, reached if is_proven else math.floor(solver.best_objective_bound + _OFF))


def _solver(seconds: float, parameters: str) -> model_builder.Solver:
    solver = model_builder.Solver("HIGHS")
    solver.set_time_limit_in_seconds(max(0.01, seconds))
    solver.set_solver_specific_parameters(f"threads=1\noutput_flag=false\n{parameters}")
    return solver


def _model(rows: Rows, terms: Terms, *, is_whole: bool) -> tuple[model_builder.Model, list[model_builder.Variable]]:
    model = model_builder.Model()  # type: ignore[no-untyped-call]
    columns = [model.new_var(0, 1, is_whole, None) for _ in range(rows.columns)]

    def weighed(sizes: Terms) -> model_builder.LinearExpr:
        return model_builder.LinearExpr.weighted_sum([columns[each] for each in sizes], list(sizes.values()))

    for found in rows.one_of:
        model.add(weighed(dict.fromkeys(found, 1)) <= 1)
    for sizes, most in rows.sums:
        model.add(weighed(sizes) <= most)
    model.maximize(weighed(terms))
    return model, columns
