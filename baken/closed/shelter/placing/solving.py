# SPDX-License-Identifier: EUPL-1.2
"""The best placement, by three things in turn: worth placed, residents who stay where they are, places in use.

Each is asked for with what was reached of those before it as a condition, and comes with a bound.
"""

import time
from dataclasses import dataclass, field
from functools import partial

from baken.closed.shelter.placing import bound, climbing, filling, model, proving, residents
from baken.closed.shelter.placing.climbing import Climb
from baken.closed.shelter.placing.diving import Search
from baken.closed.shelter.placing.filling import Filled
from baken.closed.shelter.placing.model import Effort
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.residents import Clash
from baken.closed.shelter.placing.rows import Drawn, everybody
from baken.closed.shelter.placing.sketch import Sketch, first_fit
from baken.closed.shelter.placing.using import empty

_SMALL, _LARGE = 3000, 30_000  # columns that are taken on at once, and that are drawn at all
# Shares of the time that is left: for a first try, and for the first two things.
_QUICK, _FIRST, _SECOND = 0.25, 0.93, 0.5
_ANNEALING, _ROUGHLY = 0.12, 0.5  # shares of the time for annealing; the longer, the larger


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
    found, annealing_until = Climb(start, _everything(puzzle)), time.monotonic() + _left(until, _ROUGHLY)
    anneal, polish = (
        partial(climbing.anneal, puzzle, start, annealing_until),
        partial(climbing.polish, puzzle, until),
    )
    climbing.climb(
        found, [partial(bound.of_alikes, puzzle, until), partial(anneal, 1), partial(polish, 1)],
        [partial(anneal, 0), partial(polish, 0)],
    )  # fmt: skip
    made = first_fit(puzzle, found.best)
    return Solved(made, [made.worth, _moved(puzzle, made), empty(puzzle, made)], [found.bound, 0, 0])


def _everything(puzzle: Puzzle) -> int:
    """Return the worth of all who could be placed if nobody else were there."""
    return sum(each.worth for each, units in zip(puzzle.households, puzzle.allowed, strict=True) if units)


def _filled(puzzle: Puzzle, solved: Solved) -> Solved:
    """Let in whoever fits by now, as can be where the first thing was not proven: nobody waits for no reason."""
    made = first_fit(puzzle, solved.sketch)
    if made.worth > solved.sketch.worth:
        solved.sketch = made
        solved.objective = [made.worth, solved.objective[1], empty(puzzle, made)]
    return solved


def _left(until: float, share: float) -> float:
    return max(0.05, share * (until - time.monotonic()))


def _most_worth(puzzle: Puzzle, drawn: Drawn, start: Sketch, until: float) -> Climb:
    """Return as much worth as can be placed; nothing to place is proven at once."""
    found = Climb(first_fit(puzzle, start), _everything(puzzle))
    if len(drawn.inside) <= _SMALL and not found.is_over:
        found = _at_once(puzzle, drawn, found, _left(until, _QUICK))
    if found.is_over:
        return found
    until_then = time.monotonic() + _left(until, _FIRST)
    annealing_until = time.monotonic() + _left(until_then, _ANNEALING)
    begun = Climb(start, found.bound)
    bound.of_alikes(puzzle, until_then, begun)
    search = Search(puzzle, until_then)
    climbing.climb(begun, [search.lead], [partial(climbing.anneal, puzzle, start, annealing_until, 0), search.follow])
    begun.reach(found.best)
    return begun


def _at_once(puzzle: Puzzle, drawn: Drawn, found: Climb, seconds: float) -> Climb:
    start = model.standing(drawn, found.best)
    effort = Effort(seconds, proving.WORKERS)
    answer = model.best(residents.asked(puzzle, drawn), model.worth(puzzle, drawn), effort, start)
    if answer is None:
        return found
    return Climb(model.placed(drawn, found.best, answer.columns), min(found.bound, answer.bound))


def _moved(puzzle: Puzzle, sketch: Sketch) -> int:
    return sum(sketch.at[each] != puzzle.current[each] for each in puzzle.residents)


def _fewest_moves(puzzle: Puzzle, drawn: Drawn, solved: Solved, until: float) -> None:
    """Add how many residents are placed in another unit, as few as can be for the worth that was reached."""
    moved = _moved(puzzle, solved.sketch)
    answer = None
    if moved and time.monotonic() < until:
        asked = residents.asked(puzzle, drawn)
        asked.at_least(model.worth(puzzle, drawn), solved.sketch.worth)
        staying = residents.staying(puzzle, drawn)
        answer = proving.best(asked, staying, _left(until, _SECOND), model.standing(drawn, solved.sketch))
    if answer is None:
        solved.add(moved, 0)
        return
    solved.sketch = model.placed(drawn, solved.sketch, answer.columns)
    solved.add(len(puzzle.residents) - answer.worth, len(puzzle.residents) - answer.bound)


def _fewest_empty(puzzle: Puzzle, drawn: Drawn, solved: Solved, until: float) -> None:
    """Add how many places are empty in units in use, as few as can be for the worth and the moves that were reached."""
    filled = Filled(puzzle, solved.sketch, len(puzzle.residents) - solved.objective[1], until)
    filling.fill(filled, drawn)
    solved.sketch = filled.sketch
    solved.add(filled.reached, filled.bound)
