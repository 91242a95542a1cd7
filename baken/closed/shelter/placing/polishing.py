# SPDX-License-Identifier: EUPL-1.2
"""Some units at a time are placed anew as well as they can be, by the model, while all others stay as they are."""

import random
import time

from baken.closed.shelter.placing import model, residents
from baken.closed.shelter.placing.model import Effort
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.rows import neighbourhood
from baken.closed.shelter.placing.sketch import NOWHERE, Sketch

_SECONDS = 6.0  # for one of them: most are proven best well before
_NOISE = 16


def polished(puzzle: Puzzle, sketch: Sketch, size: int, until: float, chance: random.Random) -> Sketch:
    """Return a placement that is worth no less: with so many units placed anew, together with those who wait."""
    drawn = neighbourhood(puzzle, sketch, _units(puzzle, sketch, size, chance))
    if not drawn.inside:
        return sketch
    # Among placements of one worth any other is as good, and better: from it another step may be open.
    moving = {household for household, _ in drawn.inside}
    scale = _NOISE * len(moving)
    terms = {each: scale * count + chance.randrange(_NOISE) for each, count in model.worth(puzzle, drawn).items()}
    residents.require(drawn, drawn.rows, moving.intersection(puzzle.residents))
    effort = Effort(min(_SECONDS, until - time.monotonic()), seed=chance.randrange(1 << 30))
    found = model.best(drawn.rows, terms, effort, model.standing(drawn, sketch))
    made = model.placed(drawn, sketch, found.columns) if found else sketch
    # Stopped before its end, the model may have come less far than where it began.
    return max(sketch, made, key=lambda each: (each.worth, each is made))


def _units(puzzle: Puzzle, sketch: Sketch, size: int, chance: random.Random) -> set[int]:
    """Return units of anywhere, of one location, or that would let in somebody who waits."""
    units = range(len(puzzle.units))
    waiting = [each for each, unit in enumerate(sketch.at) if unit == NOWHERE and puzzle.allowed[each]]
    near = puzzle.units[chance.choice(units)].location
    choices = [list(units), [each for each in units if puzzle.units[each].location == near]]
    choices += [puzzle.allowed[chance.choice(waiting)]] if waiting else []
    found = chance.choices(choices, [2, 1, 1][: len(choices)])[0]
    return set(chance.sample(found, min(size, len(found))))
