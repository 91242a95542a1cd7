# SPDX-License-Identifier: EUPL-1.2
"""The best placement, by three things in turn: worth placed, residents who stay where they are, places in use.

Each is asked for with what was reached of those before it as a condition, and comes with a bound.
"""

import time
from dataclasses import dataclass, field

from baken.closed.shelter.placing import climbing, model, residents, ruining
from baken.closed.shelter.placing.climbing import Climb
from baken.closed.shelter.placing.model import Model
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.residents import Clash
from baken.closed.shelter.placing.rows import Drawn, everybody
from baken.closed.shelter.placing.sketch import Sketch
from baken.closed.shelter.placing.using import Empties, empties

_WORKERS = 8  # of CP-SAT, which take turns on fewer cores: each looks in its own way
_SMALL = 3000  # columns that the model takes on at once
_QUICK, _FIRST, _SECOND = (
    0.25,
    0.85,
    0.5,
)  # shares of the time that is left: for a first try, and for the first two things


@dataclass
class Solved:
    """A placement; of each thing asked what it is, what nothing can better, and whether that is the same."""

    sketch: Sketch
    objective: list[int] = field(default_factory=list)
    bounds: list[int] = field(default_factory=list)

    @property
    def proof(self) -> list[bool]:
        """Whether each is proven best, given those before it."""
        return [reached == bound for reached, bound in zip(self.objective, self.bounds, strict=True)]

    def add(self, reached: int, bound: int) -> None:
        """Write down one thing more."""
        self.objective.append(reached)
        self.bounds.append(bound)


def solve(puzzle: Puzzle, seconds: float) -> Solved | Clash:
    """Return the best placement found in about so many seconds, or which residents cannot all be placed."""
    until = time.monotonic() + seconds
    start = residents.settle(puzzle, seconds)
    if isinstance(start, Clash):
        return start
    drawn = everybody(puzzle)
    found = _most_worth(puzzle, drawn, start, until)
    solved = Solved(found.best)
    solved.add(found.best.worth, found.bound)
    _fewest_moves(puzzle, drawn, solved, until)
    _fewest_empty(puzzle, drawn, solved, until)
    return _filled(puzzle, drawn, solved)


def _filled(puzzle: Puzzle, drawn: Drawn, solved: Solved) -> Solved:
    """Let in whoever fits by now, as can be where the first thing was not proven: nobody waits for no reason."""
    made = ruining.first_fit(puzzle, solved.sketch)
    if made.worth == solved.sketch.worth:
        return solved
    solved.sketch, solved.objective[0] = made, made.worth
    solved.objective[2] = empties(puzzle, drawn).of(puzzle, made)
    return solved


def _left(until: float, share: float) -> float:
    return max(0.05, share * (until - time.monotonic()))


def _most_worth(puzzle: Puzzle, drawn: Drawn, start: Sketch, until: float) -> Climb:
    """Return as much worth as can be placed; nothing to place is proven at once."""
    found = Climb(ruining.first_fit(puzzle, start), sum(puzzle.households[each].worth for each in _placeable(puzzle)))
    if len(drawn.inside) <= _SMALL and not found.is_over:
        found = _at_once(puzzle, drawn, found, _left(until, _QUICK))
    if found.is_over:
        return found
    climbed = climbing.climb(puzzle, drawn, start, time.monotonic() + _left(until, _FIRST), found.bound)
    climbed.best = ruining.first_fit(puzzle, max(climbed.best, found.best, key=lambda each: each.worth))
    return climbed


def _placeable(puzzle: Puzzle) -> list[int]:
    return [each for each, units in enumerate(puzzle.allowed) if units]


def _at_once(puzzle: Puzzle, drawn: Drawn, found: Climb, seconds: float) -> Climb:
    asked = _asked(puzzle, drawn)
    asked.start(model.standing(drawn, found.best))
    answer = asked.most(model.worth(puzzle, drawn), seconds, workers=_WORKERS)
    if answer is None:
        return found
    return Climb(model.placed(drawn, found.best, answer.columns), min(found.bound, answer.bound))


def _asked(puzzle: Puzzle, drawn: Drawn) -> Model:
    """Return the model of the whole puzzle, in which every resident has a unit."""
    asked = Model(drawn.rows)
    residents.require(drawn, asked, [each for each, unit in enumerate(puzzle.current) if unit is not None])
    return asked


def _fewest_moves(puzzle: Puzzle, drawn: Drawn, solved: Solved, until: float) -> None:
    """Add how many residents are placed in another unit, as few as can be for the worth that was reached."""
    living = [each for each, unit in enumerate(puzzle.current) if unit is not None]
    moved = sum(solved.sketch.at[each] != puzzle.current[each] for each in living)
    if not moved:
        solved.add(0, 0)
        return
    if time.monotonic() > until:
        solved.add(moved, 0)
        return
    asked = _asked(puzzle, drawn)
    asked.at_least(model.worth(puzzle, drawn), solved.sketch.worth)
    asked.start(model.standing(drawn, solved.sketch))
    answer = asked.most(residents.staying(puzzle, drawn), _left(until, _SECOND), workers=_WORKERS)
    if answer is None:
        solved.add(moved, 0)
        return
    solved.sketch = model.placed(drawn, solved.sketch, answer.columns)
    solved.add(len(living) - answer.worth, len(living) - answer.bound)


def _fewest_empty(puzzle: Puzzle, drawn: Drawn, solved: Solved, until: float) -> None:
    """Add how many places are empty in units in use, as few as can be for the worth and the moves that were reached."""
    counted = empties(puzzle, drawn)
    reached = counted.of(puzzle, solved.sketch)
    if time.monotonic() > until:
        solved.add(reached, 0)
        return
    asked = _asked(puzzle, drawn)
    asked.at_least(model.worth(puzzle, drawn), solved.sketch.worth)
    stays = residents.staying(puzzle, drawn)
    if stays:
        living = sum(unit is not None for unit in puzzle.current)
        asked.at_least(stays, living - solved.objective[1])
    asked.start(_known(counted, drawn, solved.sketch, puzzle))
    answer = asked.most(counted.terms, _left(until, 1), workers=_WORKERS)
    if answer is None:
        solved.add(reached, 0)
        return
    solved.sketch = model.placed(drawn, solved.sketch, answer.columns)
    solved.add(counted.of(puzzle, solved.sketch), max(0, -answer.bound))


def _known(counted: Empties, drawn: Drawn, sketch: Sketch, puzzle: Puzzle) -> dict[int, bool]:
    return model.standing(drawn, sketch) | counted.standing(puzzle, sketch)
