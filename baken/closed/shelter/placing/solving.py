# SPDX-License-Identifier: EUPL-1.2
"""The best placement, by three things in turn: worth placed, residents who stay where they are, places in use.

Each is asked for with what was reached of those before it as a condition, and comes with a bound.
"""

import time
from dataclasses import dataclass, field
from functools import partial

from baken.closed.shelter.placing import bound, climbing, model, residents, ruining
from baken.closed.shelter.placing.climbing import Climb
from baken.closed.shelter.placing.model import Model
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.residents import Clash
from baken.closed.shelter.placing.rows import Drawn, everybody
from baken.closed.shelter.placing.sketch import Sketch
from baken.closed.shelter.placing.using import empties, empty

_WORKERS = 8  # of CP-SAT, which take turns on fewer cores: each looks in its own way
_SMALL, _LARGE = 3000, 30_000  # columns that the model takes on at once, and that it takes on at all
# Shares of the time that is left: for a first try, and for the first two things.
_QUICK, _FIRST, _SECOND = 0.25, 0.85, 0.5


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
    if sum(map(len, puzzle.allowed)) > _LARGE:
        return _roughly(puzzle, start, until)
    drawn = everybody(puzzle)
    found = _most_worth(puzzle, drawn, start, until)
    solved = Solved(found.best)
    solved.add(found.best.worth, found.bound)
    _fewest_moves(puzzle, drawn, solved, until)
    _fewest_empty(puzzle, drawn, solved, until)
    return _filled(puzzle, solved)


def _roughly(puzzle: Puzzle, start: Sketch, until: float) -> Solved:
    """Return a placement where there are too many rows to draw: of moves and empty places nothing is proven."""
    ceiling = bound.by_nights(puzzle)
    made = ruining.first_fit(puzzle, climbing.climb(puzzle, start, until, ceiling, lambda: ceiling).best)
    return Solved(made, [made.worth, _moved(puzzle, made), empty(puzzle, made)], [ceiling, 0, 0])


def _filled(puzzle: Puzzle, solved: Solved) -> Solved:
    """Let in whoever fits by now, as can be where the first thing was not proven: nobody waits for no reason."""
    made = ruining.first_fit(puzzle, solved.sketch)
    if made.worth > solved.sketch.worth:
        solved.sketch = made
        solved.objective = [made.worth, solved.objective[1], empty(puzzle, made)]
    return solved


def _left(until: float, share: float) -> float:
    return max(0.05, share * (until - time.monotonic()))


def _most_worth(puzzle: Puzzle, drawn: Drawn, start: Sketch, until: float) -> Climb:
    """Return as much worth as can be placed; nothing to place is proven at once."""
    found = Climb(ruining.first_fit(puzzle, start), bound.by_nights(puzzle))
    if len(drawn.inside) <= _SMALL and not found.is_over:
        found = _at_once(puzzle, drawn, found, _left(until, _QUICK))
    if found.is_over:
        return found
    until_then = time.monotonic() + _left(until, _FIRST)
    least = partial(bound.relaxed, drawn.rows, model.worth(puzzle, drawn), until_then)
    climbed = climbing.climb(puzzle, start, until_then, found.bound, least)
    climbed.best = ruining.first_fit(puzzle, max(climbed.best, found.best, key=lambda each: each.worth))
    return climbed


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
    residents.require(drawn, asked, puzzle.residents)
    return asked


def _moved(puzzle: Puzzle, sketch: Sketch) -> int:
    return sum(sketch.at[each] != puzzle.current[each] for each in puzzle.residents)


def _fewest_moves(puzzle: Puzzle, drawn: Drawn, solved: Solved, until: float) -> None:
    """Add how many residents are placed in another unit, as few as can be for the worth that was reached."""
    moved = _moved(puzzle, solved.sketch)
    answer = None
    if moved and time.monotonic() < until:
        asked = _asked(puzzle, drawn)
        asked.at_least(model.worth(puzzle, drawn), solved.sketch.worth)
        asked.start(model.standing(drawn, solved.sketch))
        answer = asked.most(residents.staying(puzzle, drawn), _left(until, _SECOND), workers=_WORKERS)
    if answer is None:
        solved.add(moved, 0)
        return
    solved.sketch = model.placed(drawn, solved.sketch, answer.columns)
    solved.add(len(puzzle.residents) - answer.worth, len(puzzle.residents) - answer.bound)


def _fewest_empty(puzzle: Puzzle, drawn: Drawn, solved: Solved, until: float) -> None:
    """Add how many places are empty in units in use, as few as can be for the worth and the moves that were reached."""
    answer = None
    if time.monotonic() < until:
        counted = empties(puzzle, drawn)
        asked = _asked(puzzle, drawn)
        asked.at_least(model.worth(puzzle, drawn), solved.sketch.worth)
        asked.at_least(residents.staying(puzzle, drawn), len(puzzle.residents) - solved.objective[1])
        asked.start(model.standing(drawn, solved.sketch) | counted.standing(puzzle, solved.sketch))
        answer = asked.most(counted.terms, _left(until, 1), workers=_WORKERS)
    if answer is not None:
        solved.sketch = model.placed(drawn, solved.sketch, answer.columns)
    solved.add(empty(puzzle, solved.sketch), max(0, -answer.bound) if answer else 0)
