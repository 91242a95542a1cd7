# SPDX-License-Identifier: EUPL-1.2
"""The best that can be put together out of some placements: each household is where one of them has her, or waits.

Or where fractions of timetables have her: those know of places that no placement has found so far.

After Blum and others, "Construct, Merge, Solve & Adapt" (2016).
"""

from collections.abc import Iterable

from baken.closed.shelter.placing import model, residents
from baken.closed.shelter.placing.model import Effort
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.rows import Pairs, everybody
from baken.closed.shelter.placing.sketch import NOWHERE, Sketch


def merged(puzzle: Puzzle, best: Sketch, others: Iterable[Sketch], seconds: float, beside: Pairs = ()) -> Sketch:
    """Return a placement that is worth no less than the best of these, found in some seconds.

    Somebody may also be where some pairs of household and unit have her.
    """
    sketches = [best, *others]
    pairs = {(each, unit) for sketch in sketches for each, unit in enumerate(sketch.at) if unit != NOWHERE}
    drawn = everybody(puzzle, pairs.union(beside))
    residents.require(drawn, drawn.rows, puzzle.residents)
    answer = model.best(drawn.rows, model.worth(puzzle, drawn), Effort(seconds), model.standing(drawn, best))
    made = model.placed(drawn, best, answer.columns) if answer else best
    return max(best, made, key=lambda each: each.worth)
