# SPDX-License-Identifier: EUPL-1.2
"""Places left empty in units in use: over units and nights on which somebody is there, those that nobody has (pure)."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from baken.closed.shelter.placing.puzzle import Puzzle, numbers, overlap
from baken.closed.shelter.placing.rows import Drawn, sharing, used_by
from baken.closed.shelter.placing.sketch import Sketch

Stretch = dict[range, frozenset[int]]  # who could be there, by nights between which nobody of them comes or goes


@dataclass(frozen=True)
class Empties:
    """What each column counts for; of those that say that a unit is used, by which of whom, and in which unit."""

    used: dict[int, tuple[int, frozenset[int]]]
    terms: dict[int, int]

    def standing(self, sketch: Sketch) -> dict[int, bool]:
        """Return how a placement stands in the columns."""
        return {
            column: any(sketch.at[each] == unit for each in households)
            for column, (unit, households) in self.used.items()
        }


def empty(puzzle: Puzzle, sketch: Sketch) -> int:
    """Return how many places a placement leaves empty, over all nights."""
    return sum(left_empty(puzzle, number, list(numbers(inside))) for number, inside in enumerate(sketch.inside))


def left_empty(puzzle: Puzzle, number: int, there: Collection[int]) -> int:
    """Return how many places are empty in one unit, over all nights on which somebody of these is there."""
    used = last = 0
    for nights in sorted((puzzle.nights[each] for each in there), key=lambda each: each.start):
        used, last = used + max(0, nights.stop - max(last, nights.start)), max(last, nights.stop)
    slept = sum(len(puzzle.nights[each]) * puzzle.households[each].size for each in there)
    return puzzle.units[number].places * used - slept


def empties(puzzle: Puzzle, drawn: Drawn) -> Empties:
    """Add to the rows the columns by which empty places are counted; where the terms are most, they are fewest."""
    by_unit: dict[int, list[int]] = {}
    for household, unit in drawn.inside:
        by_unit.setdefault(unit, []).append(household)
    slept = {
        column: len(puzzle.nights[household]) * puzzle.households[household].size
        for (household, _), column in drawn.inside.items()
    }
    counted = Empties({}, slept)
    for unit, households in by_unit.items():
        for group in sharing(puzzle, unit, households):
            _count(puzzle, drawn, counted, unit, _stretches(puzzle, group))
    return counted


def _count(puzzle: Puzzle, drawn: Drawn, counted: Empties, unit: int, here: Stretch) -> None:
    """Count the places of a unit for as long as some who may share are there; no others can be there with them."""
    used = {nights: used_by(puzzle, drawn, unit, sorted(there)) for nights, there in here.items()}
    for nights, column in used.items():
        counted.terms[column] = counted.terms.get(column, 0) - len(nights) * puzzle.units[unit].places
        if len(here[nights]) > 1:
            counted.used[column] = unit, here[nights]
    _imply(drawn, unit, here, used)


def _imply(drawn: Drawn, unit: int, here: Stretch, used: dict[range, int]) -> None:
    """Let a unit be used where one of them is there.

    Who is there on all nights of a stretch beside is told by that: so there are far fewer rows, and they bound as well.
    """
    told: dict[range, set[int]] = {nights: set() for nights in here}
    for one, other in pairwise(here):
        for less, more in ((one, other), (other, one)):
            if one.stop == other.start and here[less] < here[more]:
                drawn.rows.implies(used[less], used[more])
                told[more] |= here[less]
    for nights, there in here.items():
        for each in there - told[nights] if len(there) > 1 else ():
            drawn.rows.implies(drawn.inside[each, unit], used[nights])


def _stretches(puzzle: Puzzle, group: Iterable[int]) -> Stretch:
    return dict(_between(puzzle, list(group)))


def _between(puzzle: Puzzle, group: list[int]) -> Iterator[tuple[range, frozenset[int]]]:
    days = sorted({day for each in group for day in (puzzle.nights[each].start, puzzle.nights[each].stop)})
    for start, end in pairwise(days):
        if there := frozenset(each for each in group if overlap(puzzle.nights[each], range(start, end))):
            yield range(start, end), there
