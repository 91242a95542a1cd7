# SPDX-License-Identifier: EUPL-1.2
"""Rows given to CP-SAT, which finds the best placement there is and proves it, where time allows."""

import math
from collections.abc import Mapping
from typing import NamedTuple

from ortools.sat.python import cp_model

from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.rows import Answer, Drawn, Impossible, Rows, Terms
from baken.closed.shelter.placing.sketch import NOWHERE, Sketch

_OFF = 1e-6  # how far a bound may be off that is told as a fraction


class Effort(NamedTuple):
    """For how many seconds it is looked for, by how many workers, who draw by a seed."""

    seconds: float
    workers: int = 1
    seed: int = 0


def best(rows: Rows, terms: Terms, effort: Effort, start: Mapping[int, bool]) -> Answer | None:
    """Return the most of a sum that was found by some effort, beginning at what is known; None where nothing was.

    Raises Impossible where nothing keeps the rows.
    """
    model, columns = _model(rows, terms)
    for column, value in start.items():
        model.add_hint(columns[column], value)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(effort.seconds, 0.01)
    solver.parameters.num_workers = effort.workers
    solver.parameters.random_seed = effort.seed
    solver.parameters.linearization_level = 2
    status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        raise Impossible
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    values = [solver.boolean_value(each) for each in columns]
    return Answer(values, round(solver.objective_value), math.floor(solver.best_objective_bound + _OFF))


def _model(rows: Rows, terms: Terms) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    model = cp_model.CpModel()
    columns = [model.new_bool_var("") for _ in range(rows.columns)]

    def weighed(sizes: Terms) -> cp_model.LinearExpr:
        return cp_model.LinearExpr.weighted_sum([columns[each] for each in sizes], list(sizes.values()))

    for found in rows.one_of:
        model.add_at_most_one(columns[each] for each in found)
    for sizes, most in rows.sums:
        if most == 0 and sorted(sizes.values()) == [-1, 1]:
            then, column = sorted(sizes, key=lambda each: sizes[each])
            model.add_implication(columns[column], columns[then])
        else:
            model.add(weighed(sizes) <= most)
    model.maximize(weighed(terms))
    return model, columns


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
