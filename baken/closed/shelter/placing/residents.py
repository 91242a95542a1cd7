# SPDX-License-Identifier: EUPL-1.2
"""Who lives there already keeps a unit: where each can be, or which of them cannot all be there."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from baken.closed.shelter.placing import model
from baken.closed.shelter.placing.model import Effort
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.rows import Drawn, Impossible, Rows, draw
from baken.closed.shelter.placing.sketch import Sketch


@dataclass(frozen=True)
class Clash:
    """Residents of whom a smallest number cannot all be placed."""

    households: tuple[str, ...]


def settle(puzzle: Puzzle, seconds: float) -> Sketch | Clash:
    """Return a placement of the residents alone, with as many as can be where they are."""
    sketch = Sketch(puzzle)
    for household in puzzle.residents:
        unit = puzzle.current[household]
        if unit in puzzle.allowed[household] and sketch.fits(household, unit):
            sketch.put(household, unit)
    if all(sketch.at[each] == puzzle.current[each] for each in puzzle.residents):
        return sketch
    return _moved(puzzle, puzzle.residents, seconds) or Clash(_smallest(puzzle, seconds))


def _moved(puzzle: Puzzle, residents: list[int], seconds: float) -> Sketch | None:
    """Return a placement of residents, with as few moves as were found in some seconds; None where there is none."""
    drawn = draw(puzzle, Sketch(puzzle), range(len(puzzle.units)), residents)
    require(drawn, drawn.rows, residents)
    try:
        found = model.best(drawn.rows, staying(puzzle, drawn), Effort(seconds, workers=2), {})
        # Whether they can be placed at all is not left open, however long it takes.
        found = found or model.best(drawn.rows, {}, Effort(math.inf, workers=2), {})
    except Impossible:
        return None
    return model.placed(drawn, Sketch(puzzle), found.columns) if found else None


def _smallest(puzzle: Puzzle, seconds: float) -> tuple[str, ...]:
    """Return residents none of whom can be left out of the clash."""
    kept = puzzle.residents
    for each in puzzle.residents:
        others = [other for other in kept if other != each]
        if not _moved(puzzle, others, seconds / len(puzzle.residents)):
            kept = others
    return tuple(puzzle.households[each].id for each in kept)


def require(drawn: Drawn, rows: Rows, residents: Iterable[int]) -> None:
    """Let every resident of these have a unit."""
    for each in residents:
        rows.at_least({column: 1 for (household, _), column in drawn.inside.items() if household == each}, 1)


def asked(puzzle: Puzzle, drawn: Drawn) -> Rows:
    """Return the rows of a puzzle in which every resident has a unit, to which more may be added."""
    found = drawn.rows.copy()
    require(drawn, found, puzzle.residents)
    return found


def staying(puzzle: Puzzle, drawn: Drawn) -> dict[int, int]:
    """Return the columns that say that a resident stays where she is."""
    return {column: 1 for (household, unit), column in drawn.inside.items() if puzzle.current[household] == unit}
