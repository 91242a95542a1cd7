# SPDX-License-Identifier: EUPL-1.2
"""The best timetable of one unit, compiled: who is in it when, where each counts for something.

Households are taken in the order in which they arrive. Of all ways to fill the unit so far the most hopeful are kept,
as many as one allows ("beam search"); what those that were dropped could have come to is what it may be short of the
best. Two ways in which the same households are still there differ in worth alone: the better is kept.
"""

import os
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numba import njit
from numba.typed import List
from numpy.typing import NDArray

from baken.closed.shelter.placing.arrays import Flags, Ints, together
from baken.closed.shelter.placing.puzzle import Puzzle

# These do make arrays, a few for each unit, so unlike the steps of annealing they let them be counted.
_COMPILED: dict[str, Any] = {"nogil": True, "cache": os.access(Path(__file__).parent, os.W_OK)}
_LEAST = 1e-9  # what counts as more
Floats = NDArray[np.float64]
Marks = NDArray[np.uint64]


class Guests(NamedTuple):
    """Who could be in a unit: households by number."""

    start: Ints  # first night of each, and the one after its last
    stop: Ints
    size: Ints  # its persons
    clash: Flags  # household by household: not in one unit, at once or too soon after each other
    mark: Marks  # a number drawn for each, by which sets are told apart
    gap: int  # nights after which somebody who left is no matter any more
    nights: int  # of the horizon


class Asked(NamedTuple):
    """What is asked of one unit: its best timetable, where it is worth more than so much."""

    who: Ints  # who could be there, by arrival
    value: Floats  # what each household counts for, by number
    places: int
    empty: float  # what a place left empty costs on each night on which somebody is there
    width: int  # how many ways are kept at a time
    least: float


class Found(NamedTuple):
    """The best timetable found of a unit: who is in it, nobody where none is worth enough; and what none exceeds."""

    who: Ints
    most: float


class Ways(NamedTuple):
    """Ways to fill a unit so far, a row each."""

    there: Ints  # who is there still, or left too short ago to be no matter
    held: Ints  # how many they are
    worth: Floats  # of all who have been there
    hope: Floats  # what it cannot exceed by the end
    last: Ints  # by which step one got there: its number, or -1 - its number where the newest comes upon it
    mark: Marks


class Desk(NamedTuple):
    """What is written on: what one place can bring from each night on, the ways so far, and those with one more."""

    alone: Floats
    now: Ways
    then: Ways
    table: Ints  # where each way that is kept stands, by its mark


class Trail(NamedTuple):
    """The steps: who came, and after which step."""

    who: Ints
    before: Ints


def guests(puzzle: Puzzle) -> Guests:
    """Return the households of a puzzle as arrays."""
    kept = zip(puzzle.apart, puzzle.in_building, puzzle.in_location, strict=True)
    return Guests(
        start=np.array([nights.start for nights in puzzle.nights], np.int32),
        stop=np.array([nights.stop for nights in puzzle.nights], np.int32),
        size=np.array([each.size for each in puzzle.households], np.int32),
        clash=together([one | near | far for one, near, far in kept]),
        mark=np.random.default_rng(0).integers(1, 1 << 63, len(puzzle.households)).astype(np.uint64),
        gap=puzzle.instance.gap,
        nights=puzzle.instance.horizon.nights,
    )


def asking(puzzle: Puzzle) -> list[Ints]:
    """Return who could be in each unit, by arrival."""
    found: list[list[int]] = [[] for _ in puzzle.units]
    for each in sorted(range(len(puzzle.households)), key=lambda each: puzzle.nights[each].start):
        for unit in puzzle.allowed[each]:
            found[unit].append(each)
    return [np.array(each, np.int32) for each in found]


@njit(**_COMPILED)
def best(guests: Guests, asked: List) -> list[Found]:
    """Return the best timetable found of each unit that is asked for."""
    return [_best(guests, each) for each in asked]


@njit(**_COMPILED)
def _best(guests: Guests, asked: Asked) -> Found:
    slots, steps = 2 * asked.places + 2, len(asked.who) * asked.width + 1
    ways, grown = _ways(asked.width, slots), _ways(2 * asked.width, slots)
    desk = Desk(_alone(guests, asked), ways, grown, np.zeros(4 * asked.width, np.int32))
    trail = Trail(np.empty(steps, np.int32), np.empty(steps, np.int32))
    count, step, end, top, lost = 1, 1, 0, asked.least, asked.least
    for number in range(len(asked.who)):
        made, dropped = _grown(guests, asked, desk, number, (count, top))
        count, left = _kept(desk, made, asked.width)
        lost = max(lost, dropped, left)
        for way in range(count):
            if ways.last[way] >= 0:
                continue
            trail.who[step], trail.before[step], ways.last[way] = asked.who[number], -1 - ways.last[way], step
            if ways.worth[way] > top + _LEAST:
                top, end = ways.worth[way], step
            step += 1
    return Found(_traced(trail, end), max(top, lost))


@njit(**_COMPILED)
def _ways(most: int, slots: int) -> Ways:
    return Ways(
        np.zeros((most, slots), np.int32), np.zeros(most, np.int32), np.zeros(most), np.zeros(most),
        np.zeros(most, np.int32), np.zeros(most, np.uint64),
    )  # fmt: skip


@njit(**_COMPILED)
def _alone(guests: Guests, asked: Asked) -> Floats:
    """Return what one place can bring from each night on, if any fraction of a household could be in it."""
    found = np.zeros(guests.nights + 1)
    number = len(asked.who) - 1
    for night in range(guests.nights - 1, -1, -1):
        found[night] = found[night + 1]
        while number >= 0 and guests.start[asked.who[number]] == night:
            who = asked.who[number]
            found[night] = max(found[night], asked.value[who] / guests.size[who] + found[guests.stop[who]])
            number -= 1
    return found


@njit(**_COMPILED)
def _grown(guests: Guests, asked: Asked, desk: Desk, number: int, so_far: tuple[int, float]) -> tuple[int, float]:
    """Write down each way with and without a newcomer that may exceed the best; return how many, and what was lost."""
    (count, least), then, who = so_far, desk.then, asked.who[number]
    later = guests.start[asked.who[number + 1]] if number + 1 < len(asked.who) else guests.nights
    made, lost = 0, least
    for way in range(count):
        base, (load, is_open) = made, _carried(guests, desk, way, made, who)
        then.hope[base] = desk.now.worth[way] + _hope(guests, asked, desk, base, later)
        made += then.hope[base] > least + _LEAST
        if not is_open or load + guests.size[who] > asked.places:
            continue
        if then.held[base] == then.there.shape[1]:
            lost = max(lost, then.hope[base] + max(0.0, asked.value[who]))
            continue
        if made != base:
            _copy(then, base, then, made)
        then.worth[made] += asked.value[who] + _filled(guests, asked, then, made, who)
        then.there[made, then.held[made]] = who
        then.held[made] += 1
        then.hope[made] = then.worth[made] + _hope(guests, asked, desk, made, later)
        then.last[made], then.mark[made] = -1 - then.last[made], then.mark[made] ^ guests.mark[who]
        made += then.hope[made] > least + _LEAST
    return made, lost


@njit(**_COMPILED)
def _carried(guests: Guests, desk: Desk, way: int, to: int, who: int) -> tuple[int, bool]:
    """Copy a way without those who are no matter any more; return the persons there, and whether nobody clashes."""
    now, then, night = desk.now, desk.then, guests.start[who]
    held, load, is_open, mark = 0, 0, True, np.uint64(0)
    for slot in range(now.held[way]):
        other = now.there[way, slot]
        if guests.stop[other] + guests.gap <= night:
            continue
        then.there[to, held] = other
        held, mark = held + 1, mark ^ guests.mark[other]
        load += guests.size[other] if guests.stop[other] > night else 0
        is_open = is_open and not guests.clash[who, other]
    then.held[to], then.worth[to], then.last[to], then.mark[to] = held, now.worth[way], now.last[way], mark
    return load, is_open


@njit(**_COMPILED)
def _hope(guests: Guests, asked: Asked, desk: Desk, way: int, later: int) -> float:
    """Return what those who come later can bring at most: to each place from when it is free, and by filling it."""
    free, found, filled, last = asked.places, 0.0, 0, later
    for slot in range(desk.then.held[way]):
        other = desk.then.there[way, slot]
        if guests.stop[other] > later:
            free -= guests.size[other]
            found += guests.size[other] * desk.alone[guests.stop[other]]
            filled, last = filled + guests.size[other] * (guests.stop[other] - later), max(last, guests.stop[other])
    return float(found + free * desk.alone[later] + asked.empty * (asked.places * (last - later) - filled))


@njit(**_COMPILED)
def _filled(guests: Guests, asked: Asked, then: Ways, way: int, who: int) -> float:
    """Return what somebody brings by the places she fills, less those of the nights on which nobody else was there."""
    last = guests.start[who]
    for slot in range(then.held[way]):
        last = max(last, guests.stop[then.there[way, slot]])
    filled = guests.size[who] * (guests.stop[who] - guests.start[who])
    return asked.empty * float(filled - asked.places * max(0, guests.stop[who] - last))


@njit(**_COMPILED)
def _kept(desk: Desk, made: int, width: int) -> tuple[int, float]:
    """Keep the most hopeful ways, one for each set of who is still there; return how many, and the hope of the rest."""
    count = 0
    desk.table[:] = 0
    for way in np.argsort(-desk.then.hope[:made]):
        place = np.int64(desk.then.mark[way] % np.uint64(len(desk.table)))
        while desk.table[place] and desk.now.mark[desk.table[place] - 1] != desk.then.mark[way]:
            place = (place + 1) % len(desk.table)
        if desk.table[place]:
            continue  # a better way is kept in which the same households are still there
        if count == width:
            return count, float(desk.then.hope[way])
        _copy(desk.then, way, desk.now, count)
        count += 1
        desk.table[place] = count
    return count, 0.0


@njit(**_COMPILED)
def _copy(one: Ways, way: int, other: Ways, to: int) -> None:
    for slot in range(one.held[way]):
        other.there[to, slot] = one.there[way, slot]
    other.held[to], other.worth[to], other.hope[to] = one.held[way], one.worth[way], one.hope[way]
    other.last[to], other.mark[to] = one.last[way], one.mark[way]


@njit(**_COMPILED)
def _traced(trail: Trail, end: int) -> Ints:
    """Return who came, from the last step back to the first."""
    count, step = 0, end
    while step:
        count, step = count + 1, trail.before[step]
    found = np.zeros(count, np.int32)
    step = end
    for number in range(count):
        found[number], step = trail.who[step], trail.before[step]
    return found
