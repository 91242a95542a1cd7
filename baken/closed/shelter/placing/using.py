# SPDX-License-Identifier: EUPL-1.2
"""Places left empty in units in use: over units and nights on which somebody is there, those that nobody has (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from baken.closed.shelter.placing.puzzle import Puzzle, numbers, overlap
from baken.closed.shelter.placing.rows import Drawn, uses
from baken.closed.shelter.placing.sketch import Sketch


@dataclass(frozen=True)
class Empties:
    """The column that says that a unit is used from a night until another, and what each column counts for."""

    used: dict[tuple[int, range], int]
    terms: dict[int, int]

    def standing(self, puzzle: Puzzle, sketch: Sketch) -> dict[int, bool]:
        """Return how a placement stands in the columns."""
        return {
            column: any(overlap(puzzle.nights[each], nights) for each in numbers(sketch.inside[unit]))
            for (unit, nights), column in self.used.items()
        }


def empty(puzzle: Puzzle, sketch: Sketch) -> int:
    """Return how many places a placement leaves empty, over all nights."""
    return sum(_empty(puzzle, number, inside) for number, inside in enumerate(sketch.inside))


def _empty(puzzle: Puzzle, number: int, inside: int) -> int:
    there = list(numbers(inside))
    used = {night for each in there for night in puzzle.nights[each]}
    slept = sum(len(puzzle.nights[each]) * puzzle.households[each].size for each in there)
    return puzzle.units[number].places * len(used) - slept


def empties(puzzle: Puzzle, drawn: Drawn) -> Empties:
    """Add to the rows the columns by which empty places are counted; where the terms are most, they are fewest."""
    by_unit: dict[int, list[int]] = {}
    for household, unit in drawn.inside:
        by_unit.setdefault(unit, []).append(household)
    counted = Empties({}, {})
    for (household, _), column in drawn.inside.items():
        counted.terms[column] = len(puzzle.nights[household]) * puzzle.households[household].size
    for unit, households in by_unit.items():
        for nights in _stretches(puzzle.nights[each] for each in households):
            here = [each for each in households if overlap(puzzle.nights[each], nights)]
            if here:
                used = counted.used[unit, nights] = drawn.rows.column_over(uses(puzzle, drawn, unit, here))
                counted.terms[used] = -len(nights) * puzzle.units[unit].places
    return counted


def _stretches(stays: Iterable[range]) -> list[range]:
    """Return the stretches of nights between which nobody comes or goes."""
    days = sorted({day for stay in stays for day in (stay.start, stay.stop)})
    return [range(start, end) for start, end in pairwise(days)]
