# SPDX-License-Identifier: EUPL-1.2
"""The two steps of annealing, compiled: somebody moves in, or two units swap all who arrive from some night on.

Each is given how much worth it may lose, leaves the board as it was where it would lose more, and returns what it
gained.
"""

import numpy as np
from numba import njit

from baken.closed.shelter.placing.arrays import COMPILED, Board, House, fits, put, reaches, take
from baken.closed.shelter.placing.sketch import NOWHERE

_TRIES = 4  # units that are tried for whoever was pushed out


@njit(**COMPILED)
def move_in(house: House, board: Board, household: int, unit: int, most: float) -> int:
    """Put somebody into a unit, and whoever stands in the way somewhere else, or nowhere."""
    gain = 0 if board.at[household] != NOWHERE else house.worth[household]
    if board.at[household] == unit or not _clear(house, board, household, unit, gain + most):
        return 0
    for each in range(board.lost[0]):
        take(house, board, board.out[each])
    if board.at[household] != NOWHERE:
        take(house, board, household)
    put(house, board, household, unit)
    gain -= board.lost[1]
    for each in range(board.lost[0]):
        if _elsewhere(house, board, board.out[each]):
            gain += house.worth[board.out[each]]
    return int(gain)


@njit(**COMPILED)
def _elsewhere(house: House, board: Board, household: int) -> bool:
    """Put somebody into one of some units in which she fits; say whether there was one."""
    first, end = house.units_from[household], house.units_from[household + 1]
    begin = np.random.randint(end - first)
    for tried in range(min(end - first, _TRIES)):
        unit = house.units[first + (begin + tried) % (end - first)]
        if fits(house, board, household, unit):
            put(house, board, household, unit)
            return True
    return False


@njit(**COMPILED)
def _clear(house: House, board: Board, household: int, unit: int, most: float) -> bool:
    """Write down who has to go, so that a household may be put into a unit; say whether they may, for so much worth."""
    board.lost[:] = 0
    for slot in range(board.held[unit]):
        other = board.inside[unit, slot]
        if house.apart[household, other] and not _push(house, board, other, most):
            return False
    for kept in range(house.near_from[household], house.near_from[household + 1]):
        other = house.near[kept]
        if reaches(house, board, kept, unit) and not _is_out(board, other) and not _push(house, board, other, most):
            return False
    return bool(_make_room(house, board, household, unit, most))


@njit(**COMPILED)
def _push(house: House, board: Board, household: int, most: float) -> bool:
    board.out[board.lost[0]] = household
    board.lost[0] += 1
    board.lost[1] += house.worth[household]
    return bool(not house.stays[household] and board.lost[1] <= most)


@njit(**COMPILED)
def _is_out(board: Board, household: int) -> bool:
    for each in range(board.lost[0]):  # noqa: SIM110 - compiled code knows no generators
        if board.out[each] == household:
            return True
    return False


@njit(**COMPILED)
def _make_room(house: House, board: Board, household: int, unit: int, most: float) -> bool:
    """Write down who has to go besides, so that there are no more persons on a night than a unit has places."""
    room = house.places[unit] - house.size[household]
    for night in range(house.start[household], house.stop[household]):
        load = board.load[unit, night]
        if load <= room:
            continue
        for each in range(board.lost[0]):
            other = board.out[each]
            if board.at[other] == unit and house.start[other] <= night < house.stop[other]:
                load -= house.size[other]
        while load > room:
            other = _somebody(house, board, household, unit, night)
            if other == NOWHERE or not _push(house, board, other, most):
                return False
            load -= house.size[other]
    return True


@njit(**COMPILED)
def _somebody(house: House, board: Board, household: int, unit: int, night: int) -> int:
    """Return whoever is in a unit on a night, may be moved, and was not written down yet."""
    count = board.held[unit]
    begin = np.random.randint(count)
    for tried in range(count):
        other = board.inside[unit, (begin + tried) % count]
        is_there = house.start[other] <= night < house.stop[other]
        if is_there and other != household and not house.stays[other] and not _is_out(board, other):
            return int(other)
    return NOWHERE


@njit(**COMPILED)
def swap(house: House, board: Board, units: tuple[int, int], night: int, most: float) -> int:
    """Let two units swap all who arrive from a night on; who does not fit stays where she was, or goes."""
    board.lost[:] = 0
    for unit in units:
        _take_from(house, board, unit, night)
    for each in range(board.lost[0]):
        household, was = board.out[each], board.was[each]
        to = units[1] if was == units[0] else units[0]
        if fits(house, board, household, to):
            put(house, board, household, to)
        elif fits(house, board, household, was):
            put(house, board, household, was)
        else:
            board.lost[1] += house.worth[household]
    if board.lost[1] <= most:
        return -int(board.lost[1])
    _put_back(house, board)
    return 0


@njit(**COMPILED)
def _take_from(house: House, board: Board, unit: int, night: int) -> None:
    for slot in range(board.held[unit] - 1, -1, -1):
        household = board.inside[unit, slot]
        if house.start[household] >= night and not house.stays[household]:
            board.out[board.lost[0]], board.was[board.lost[0]] = household, unit
            board.lost[0] += 1
            take(house, board, household)


@njit(**COMPILED)
def _put_back(house: House, board: Board) -> None:
    for each in range(board.lost[0]):
        if board.at[board.out[each]] != NOWHERE:
            take(house, board, board.out[each])
    for each in range(board.lost[0]):
        put(house, board, board.out[each], board.was[each])
