# SPDX-License-Identifier: EUPL-1.2
"""The last thing asked: the fewest empty places in units in use, where as much is placed and as many stay as before.

Timetables tell how few there must be, and who is worth trying in which unit: most often what is found among those
alone is as good as can be. Where it is not, the whole house is asked for as long as time allows.
"""

import math
import time
from dataclasses import dataclass

from baken.closed.shelter.placing import aims, model, proving, residents
from baken.closed.shelter.placing.generating import Generator
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.rows import Drawn, everybody
from baken.closed.shelter.placing.sketch import NOWHERE, Sketch
from baken.closed.shelter.placing.using import empties, empty

_WIDTHS = 100, 1000, 10_000  # of drawing timetables
_TRYING = 0.5  # share of the time that is left for who is worth trying
_OFF = 1e-3  # how far a bound may be off


@dataclass
class Filled:
    """A placement, how many places it leaves empty, and how few must be. Changed in place."""

    puzzle: Puzzle
    sketch: Sketch
    staying: int  # how many residents stay where they are
    until: float
    bound: int = 0

    @property
    def reached(self) -> int:
        """How many places are empty."""
        return empty(self.puzzle, self.sketch)

    @property
    def is_over(self) -> bool:
        """Whether time is up, or fewer cannot be."""
        return self.reached <= self.bound or time.monotonic() >= self.until


def fill(filled: Filled, drawn: Drawn) -> None:
    """Leave fewer places empty; ``drawn`` are the rows of the whole puzzle."""
    if not filled.puzzle.households:
        return
    aim = aims.fewest_empty(filled.puzzle, filled.sketch.worth, filled.staying)
    made = Generator(filled.puzzle, aim, filled.until)
    for width in _WIDTHS:
        made.master.add_all(filled.sketch)
        made.generate(width)
        filled.bound = max(filled.bound, math.ceil(-made.bound - _OFF)) if made.bound < math.inf else filled.bound
        if filled.is_over:
            return
        made.master.solve()
        _try(filled, everybody(filled.puzzle, made.master.pairs() | _pairs(filled.sketch)), _TRYING)
    if not filled.is_over:
        filled.bound = max(filled.bound, _try(filled, drawn, 1))


def _pairs(sketch: Sketch) -> set[tuple[int, int]]:
    return {(each, unit) for each, unit in enumerate(sketch.at) if unit != NOWHERE}


def _try(filled: Filled, drawn: Drawn, share: float) -> int:
    """Place everybody anew as well as some rows allow; return how few places must be empty among those."""
    puzzle, counted = filled.puzzle, empties(filled.puzzle, drawn)
    asked = residents.asked(puzzle, drawn)
    asked.at_least(model.worth(puzzle, drawn), filled.sketch.worth)
    asked.at_least(residents.staying(puzzle, drawn), filled.staying)
    start = model.standing(drawn, filled.sketch) | counted.standing(filled.sketch)
    answer = proving.best(asked, counted.terms, share * max(0.01, filled.until - time.monotonic()), start)
    if answer is None:
        return 0
    made = model.placed(drawn, filled.sketch, answer.columns)
    filled.sketch = min(filled.sketch, made, key=lambda each: empty(puzzle, each))
    return -answer.bound
