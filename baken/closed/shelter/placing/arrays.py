# SPDX-License-Identifier: EUPL-1.2
"""A puzzle and a placement as arrays, which compiled steps read and change. Lists are laid end to end."""

import os
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from baken.closed.shelter.placing.puzzle import Puzzle, numbers
from baken.closed.shelter.placing.sketch import NOWHERE, Sketch

# What is compiled is kept beside the source, where that may be written: compiling takes some seconds.
# No step makes an array. Where compiled code need not count who refers to those it is given, it is five times as fast.
COMPILED: dict[str, Any] = {"nogil": True, "cache": os.access(Path(__file__).parent, os.W_OK), "_nrt": False}
Ints = NDArray[np.int32]
Flags = NDArray[np.bool_]


class House(NamedTuple):
    """What does not change: households and units by number."""

    start: Ints  # first night of each household, and the one after its last
    stop: Ints
    size: Ints  # its persons
    worth: Ints
    stays: Flags  # whether it may not be moved
    apart: Flags  # household by household: may not share a unit
    near: Ints  # from whom each is kept apart,
    far: Flags  # whether by a location, and not by a building,
    near_from: Ints  # and where those of each begin
    allowed: Flags  # household by unit: could be there if nobody else were
    units: Ints  # the units in which each could be,
    units_from: Ints  # and where those of each begin
    asking: Ints  # who may be moved, and could be somewhere
    places: Ints  # of each unit
    building: Ints
    location: Ints


class Board(NamedTuple):
    """Who is where. Changed in place."""

    at: Ints  # unit of each household, or NOWHERE
    inside: Ints  # unit by slot: who is there, in any order
    held: Ints  # how many of them
    slot: Ints  # in which slot each household is
    load: Ints  # unit by night: persons
    out: Ints  # whom the step that is tried takes out,
    was: Ints  # in which unit they were,
    lost: Ints  # how many they are, and their worth


def house(puzzle: Puzzle) -> House:
    """Return a puzzle as arrays."""
    near = [_near(puzzle, each) for each in range(len(puzzle.households))]
    allowed = np.zeros((len(puzzle.households), len(puzzle.units)), np.bool_)
    for household, could in enumerate(puzzle.allowed):
        allowed[household, could] = True
    households, units = puzzle.households, puzzle.units
    return House(
        start=_ints(nights.start for nights in puzzle.nights),
        stop=_ints(nights.stop for nights in puzzle.nights),
        size=_ints(each.size for each in households),
        worth=_ints(each.worth for each in households),
        stays=np.array([each is not None for each in puzzle.current], np.bool_),
        apart=together(puzzle.apart),
        near=_ints(other for each in near for other, _ in each),
        far=np.array([far for each in near for _, far in each], np.bool_),
        near_from=_begins(near),
        allowed=allowed,
        units=_ints(unit for each in puzzle.allowed for unit in each),
        units_from=_begins(puzzle.allowed),
        asking=_ints(n for n, each in enumerate(puzzle.allowed) if each and puzzle.current[n] is None),
        places=_ints(unit.places for unit in units),
        building=_named(unit.building for unit in units),
        location=_named(unit.location for unit in units),
    )


def board(puzzle: Puzzle, told: House, sketch: Sketch) -> Board:
    """Return a placement as arrays."""
    households, units = told.allowed.shape
    sizes = households, (units, households), units, households, (units, puzzle.instance.horizon.nights)
    made = Board(*(np.zeros(size, np.int32) for size in (*sizes, households, households, 2)))
    made.at[:] = NOWHERE
    for household, unit in enumerate(sketch.at):
        if unit != NOWHERE:
            put(told, made, household, unit)
    return made


def _near(puzzle: Puzzle, household: int) -> list[tuple[int, bool]]:
    kept = ((puzzle.in_location[household], True), (puzzle.in_building[household], False))
    return [(other, far) for bits, far in kept for other in numbers(bits)]


def _ints(told: Iterable[int]) -> Ints:
    return np.fromiter(told, np.int32)


def _begins(lists: Iterable[list]) -> Ints:
    """Return where each list begins when they are laid end to end, and where the last ends."""
    return _ints(accumulate(map(len, lists), initial=0))


def _named(names: Iterable[str]) -> Ints:
    """Return a number for each name, the same for the same."""
    known: dict[str, int] = {}
    return _ints(known.setdefault(name, len(known)) for name in names)


def together(rows: list[int]) -> Flags:
    """Return bits as flags, household by household."""
    made = np.zeros((len(rows), len(rows)), np.bool_)
    for row, bits in enumerate(rows):
        made[row, list(numbers(bits))] = True
    return made


@njit(**COMPILED)
def put(house: House, board: Board, household: int, unit: int) -> None:
    """Put a household into a unit in which it fits."""
    board.at[household], board.slot[household] = unit, board.held[unit]
    board.inside[unit, board.held[unit]] = household
    board.held[unit] += 1
    for night in range(house.start[household], house.stop[household]):
        board.load[unit, night] += house.size[household]


@njit(**COMPILED)
def take(house: House, board: Board, household: int) -> None:
    """Take a household out of its unit."""
    unit = board.at[household]
    board.held[unit] -= 1
    last = board.inside[unit, board.held[unit]]
    board.inside[unit, board.slot[household]], board.slot[last] = last, board.slot[household]
    board.at[household] = NOWHERE
    for night in range(house.start[household], house.stop[household]):
        board.load[unit, night] -= house.size[household]


@njit(**COMPILED)
def reaches(house: House, board: Board, kept: int, unit: int) -> bool:
    """Return whether somebody from whom another is kept apart is within reach of a unit; it is told by its place."""
    theirs = board.at[house.near[kept]]
    if theirs == NOWHERE:
        return False
    if house.far[kept]:
        return bool(house.location[theirs] == house.location[unit])
    return bool(house.building[theirs] == house.building[unit])


@njit(**COMPILED)
def fits(house: House, board: Board, household: int, unit: int) -> bool:
    """Return whether a household may be put into a unit."""
    if not house.allowed[household, unit]:
        return False
    for slot in range(board.held[unit]):
        if house.apart[household, board.inside[unit, slot]]:
            return False
    room = house.places[unit] - house.size[household]
    for night in range(house.start[household], house.stop[household]):
        if board.load[unit, night] > room:
            return False
    for kept in range(house.near_from[household], house.near_from[household + 1]):
        if reaches(house, board, kept, unit):
            return False
    return True
