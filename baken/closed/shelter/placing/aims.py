# SPDX-License-Identifier: EUPL-1.2
"""What is asked of timetables: what each household counts for in each unit, and what has to be reached beside."""

from typing import NamedTuple

import numpy as np

from baken.closed.shelter.placing.pricing import Floats
from baken.closed.shelter.placing.puzzle import Puzzle
from baken.closed.shelter.placing.sketch import NOWHERE, Sketch
from baken.closed.shelter.placing.using import empty


class Aim(NamedTuple):
    """The most of a sum over who is in which unit, less what is left empty."""

    gains: Floats  # household by unit
    empty: float  # what a place left empty in a unit in use costs a night
    required: tuple[tuple[Floats, float], ...]  # other sums, household by unit, and what they have to reach


def most_worth(puzzle: Puzzle) -> Aim:
    """Return the first thing asked: as much worth as can be placed."""
    return Aim(_worth(puzzle), 0.0, ())


def most_staying(puzzle: Puzzle, worth: int) -> Aim:
    """Return the second thing asked: as many residents as can be where they are, where so much is placed."""
    told = _worth(puzzle)
    return Aim(_staying(puzzle), 0.0, ((told, float(worth)),))


def fewest_empty(puzzle: Puzzle, worth: int, staying: int) -> Aim:
    """Return the last thing asked: as few empty places as can be, where so much is placed and so many stay."""
    told = (_worth(puzzle), float(worth)), (_staying(puzzle), float(staying))
    return Aim(np.zeros_like(told[0][0]), 1.0, told)


def _worth(puzzle: Puzzle) -> Floats:
    worth = np.array([each.worth for each in puzzle.households], np.float64)
    return np.repeat(worth[:, None], len(puzzle.units), axis=1)


def _staying(puzzle: Puzzle) -> Floats:
    found = np.zeros((len(puzzle.households), len(puzzle.units)))
    for household in puzzle.residents:
        found[household, puzzle.current[household]] = 1.0
    return found


def counted(aim: Aim, sketch: Sketch) -> float:
    """Return what a placement counts for."""
    gained = sum(float(aim.gains[each, unit]) for each, unit in enumerate(sketch.at) if unit != NOWHERE)
    return gained - (aim.empty and aim.empty * empty(sketch.puzzle, sketch))
