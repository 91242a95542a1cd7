# SPDX-License-Identifier: EUPL-1.2
"""What no placement can exceed, of a house that is too large for timetables: rows relaxed to fractions.

Units that are alike bound together nearly as closely as each by itself, and are so few that ten houses are no matter.
"""

import time
from collections import defaultdict

from baken.closed.shelter.placing import branching
from baken.closed.shelter.placing.climbing import Climb
from baken.closed.shelter.placing.puzzle import Kind, Puzzle
from baken.closed.shelter.placing.rows import Rows, kind_in

Like = tuple[int, bool]  # what units have in common: their places, and whether they are secured


def of_alikes(puzzle: Puzzle, until: float, found: Climb) -> None:
    """Lower a bound by units that are alike, in which somebody takes places alone, unless time is up before."""
    rows, alike = Rows(), _alike(puzzle)
    like_of = {unit: like for like, units in alike.items() for unit in units}
    among = [
        {like: rows.column() for like in dict.fromkeys(like_of[unit] for unit in units)} for units in puzzle.allowed
    ]
    for columns in among:
        rows.at_most_one(columns.values())
    for night in _nights(puzzle):
        there = [each for each, nights in enumerate(puzzle.nights) if night in nights]
        for like, units in alike.items():
            _fill(puzzle, rows, night, units, {each: among[each][like] for each in there if like in among[each]})
    worth = {column: puzzle.households[each].worth for each, columns in enumerate(among) for column in columns.values()}
    if (least := branching.ceiling(rows, worth, until - time.monotonic())) is not None:
        found.lower(least)


def _alike(puzzle: Puzzle) -> dict[Like, list[int]]:
    found: dict[Like, list[int]] = defaultdict(list)
    for number, unit in enumerate(puzzle.units):
        found[unit.places, unit.secured].append(number)
    return found


def _nights(puzzle: Puzzle) -> list[int]:
    """Return the nights on which most can be asked: somebody arrives, or a unit closes."""
    first = puzzle.instance.horizon.start
    closing = {(span.start - first).days for unit in puzzle.units for span in unit.closed}
    return sorted({nights.start for nights in puzzle.nights} | closing & set(range(puzzle.instance.horizon.nights)))


def _fill(puzzle: Puzzle, rows: Rows, night: int, units: list[int], there: dict[int, int]) -> None:
    """Let no more persons be in units on a night than they have places, where who is alone takes all of one."""
    places = puzzle.units[units[0]].places
    opened = sum(night not in shut for unit in units for shut in [puzzle.closed[unit]])
    sizes = {
        column: places if kind_in(puzzle, each, units[0]) == Kind.ALONE else puzzle.households[each].size
        for each, column in there.items()
    }
    if sum(sizes.values()) > opened * places:
        rows.sums.append((sizes, opened * places))
