# SPDX-License-Identifier: EUPL-1.2
"""The best placement, by three things in turn: worth placed, residents who stay where they are, places in use.

Each is asked for with what was reached of those before it as a condition, and comes with a bound.
"""

import time
from dataclasses import dataclass, field
from functools import partial

from baken.closed.shelter.placing import aims, bound, choosing, climbing, filling, model, proving, residents
from baken.closed.shelter.placing.choosing import Choice, Chosen
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
# Shares of the time that is left: for a first try, for the first two things, and for each out of timetables.
_QUICK, _FIRST, _SECOND, _CHOOSING = 0.25, 0.93, 0.5, 0.5
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


@dataclass(frozen=True)
class Ground:
    """A puzzle, its rows, the choice among its timetables where they are not too many, and until when there is time."""

    puzzle: Puzzle
    drawn: Drawn
    choice: Choice | None
    until: float

    def share(self, share: float) -> float:
        """Return until when there is a share of the time that is left."""
        return time.monotonic() + _left(self.until, share)


def solve(puzzle: Puzzle, seconds: float) -> Solved | Clash:
    """Return the best placement found in about so many seconds, or which residents cannot all be placed."""
    until = time.monotonic() + seconds
    start = residents.settle(puzzle, seconds)
    if isinstance(start, Clash):
        return start
    if sum(map(len, puzzle.allowed)) > _LARGE:
        return _roughly(puzzle, start, until)
    ground = Ground(puzzle, everybody(puzzle), choosing.of(puzzle), until)
    found = _most_worth(ground, start)
    solved = Solved(found.best)
    solved.add(found.best.worth, found.bound)
    _fewest_moves(ground, solved)
    _fewest_empty(ground, solved)
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


def _most_worth(ground: Ground, start: Sketch) -> Climb:
    """Return as much worth as can be placed; nothing to place is proven at once."""
    puzzle, drawn = ground.puzzle, ground.drawn
    found = Climb(first_fit(puzzle, start), _everything(puzzle))
    if ground.choice and not found.is_over:
        aim, begun = aims.most_worth(puzzle), Chosen(found.best, found.bound)
        found = Climb(*ground.choice.best(aim, begun, ground.share(_CHOOSING)))
    if len(drawn.inside) <= _SMALL and not found.is_over:
        found = _at_once(puzzle, drawn, found, _left(ground.until, _QUICK))
    return found if found.is_over else _climbed(ground, start, found)


def _climbed(ground: Ground, start: Sketch, found: Climb) -> Climb:
    """Return more, of a large house: out of timetables that are searched for."""
    puzzle, until = ground.puzzle, ground.share(_FIRST)
    annealing_until = time.monotonic() + _left(until, _ANNEALING)
    begun = Climb(start, found.bound)
    bound.of_alikes(puzzle, until, begun)
    search = Search(puzzle, until)
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


def _staying(puzzle: Puzzle, sketch: Sketch) -> int:
    return len(puzzle.residents) - _moved(puzzle, sketch)


def _fewest_moves(ground: Ground, solved: Solved) -> None:
    """Add how many residents are placed in another unit, as few as can be for the worth that was reached."""
    puzzle, found = ground.puzzle, Chosen(solved.sketch, len(ground.puzzle.residents))
    if ground.choice and _moved(puzzle, found.sketch):
        aim = aims.most_staying(puzzle, found.sketch.worth)
        found = ground.choice.best(aim, found, ground.share(_CHOOSING))
    if _staying(puzzle, found.sketch) < found.bound and time.monotonic() < ground.until:
        found = _more_staying(ground, found)
    solved.sketch = found.sketch
    solved.add(_moved(puzzle, found.sketch), len(puzzle.residents) - found.bound)


def _more_staying(ground: Ground, found: Chosen) -> Chosen:
    """Return where as many residents stay as the rows allow, as far as time does."""
    puzzle, drawn = ground.puzzle, ground.drawn
    asked = residents.asked(puzzle, drawn)
    asked.at_least(model.worth(puzzle, drawn), found.sketch.worth)
    start = model.standing(drawn, found.sketch)
    answer = proving.best(asked, residents.staying(puzzle, drawn), _left(ground.until, _SECOND), start)
    if answer is None or answer.worth < _staying(puzzle, found.sketch):
        return found
    return Chosen(model.placed(drawn, found.sketch, answer.columns), min(answer.bound, found.bound))


def _fewest_empty(ground: Ground, solved: Solved) -> None:
    """Add how many places are empty in units in use, as few as can be for the worth and the moves that were reached."""
    puzzle, found = ground.puzzle, Chosen(solved.sketch, 0)
    staying = _staying(puzzle, found.sketch)
    if ground.choice:
        aim = aims.fewest_empty(puzzle, found.sketch.worth, staying)
        found = ground.choice.best(aim, found, ground.share(_CHOOSING))
    filled = Filled(puzzle, found.sketch, staying, ground.until, -found.bound)
    if not filled.is_over:
        filling.fill(filled, ground.drawn)
    solved.sketch = filled.sketch
    solved.add(filled.reached, filled.bound)
