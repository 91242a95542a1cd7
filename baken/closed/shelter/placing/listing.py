# SPDX-License-Identifier: EUPL-1.2
"""Every timetable that the units of a house can have, where they are not too many: then none has to be searched for."""

import os
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numba import njit

from baken.closed.shelter.placing import pricing
from baken.closed.shelter.placing.arrays import Flags, Ints
from baken.closed.shelter.placing.pricing import Floats, Guests
from baken.closed.shelter.placing.puzzle import Puzzle

_COMPILED: dict[str, Any] = {"nogil": True, "cache": os.access(Path(__file__).parent, os.W_OK)}


class Timetables(NamedTuple):
    """All of one unit in which somebody is there, laid end to end."""

    begin: Ints  # where each begins, and where the last one ends
    who: Ints
    empty: Floats  # how many places each leaves empty, over the nights on which somebody is there

    @property
    def total(self) -> int:
        """How many they are."""
        return len(self.empty)

    def sums(self, values: Floats) -> Floats:
        """Return what all who are there count for together, for each timetable; a value for each household is given."""
        return np.add.reduceat(values[self.who], self.begin[:-1]) if self.total else np.zeros(0)

    def at(self, number: int) -> list[int]:
        """Return who is there in one of them."""
        return [int(each) for each in self.who[self.begin[number] : self.begin[number + 1]]]

    def among(self, kept: Flags) -> "Timetables":
        """Return some of them."""
        sizes = np.diff(self.begin)
        begin = np.concatenate([[0], np.cumsum(sizes[kept])]).astype(np.int32)
        return Timetables(begin, self.who[np.repeat(kept, sizes)], self.empty[kept])


def every(puzzle: Puzzle, most: int) -> list[Timetables] | None:
    """Return all timetables of each unit; None where there are more of them than so many."""
    guests, asking = pricing.guests(puzzle), pricing.asking(puzzle)
    counts, left = list[tuple[int, int]](), most
    for unit, who in zip(puzzle.units, asking, strict=True):
        counts.append(_write(guests, who, unit.places, _blank(0, 0), left))
        left -= counts[-1][0]
        if left < 0:
            return None
    made = [_blank(*count) for count in counts]
    for unit, who, table in zip(puzzle.units, asking, made, strict=True):
        _write(guests, who, unit.places, table, most)
    return made


def _blank(count: int, slots: int) -> Timetables:
    return Timetables(np.zeros(count + 1, np.int32), np.zeros(slots, np.int32), np.zeros(count))


@njit(**_COMPILED)
def _write(guests: Guests, asking: Ints, places: int, table: Timetables, most: int) -> tuple[int, int]:
    """Write down each timetable of a unit where there is room; return how many they are, and who is there all told.

    Whoever asks is taken by arrival: each timetable comes upon the one without its last.
    """
    there, held, number, count, slots = np.zeros(len(asking) + 1, np.int32), 0, 0, 0, 0
    while count <= most:
        if number == len(asking):
            if not held:
                break
            held -= 1
            number = there[held] + 1
            continue
        if _fits(guests, asking, places, there[:held], number):
            there[held] = number
            held += 1
            if len(table.who):
                _note(guests, asking[there[:held]], places, table, count)
            count, slots = count + 1, slots + held
        number += 1
    return count, slots


@njit(**_COMPILED)
def _fits(guests: Guests, asking: Ints, places: int, there: Ints, number: int) -> bool:
    who = asking[number]
    load = guests.size[who]
    for each in there:
        other = asking[each]
        if guests.clash[who, other]:
            return False
        load += guests.size[other] if guests.stop[other] > guests.start[who] else 0
    return bool(load <= places)


@njit(**_COMPILED)
def _note(guests: Guests, who: Ints, places: int, table: Timetables, count: int) -> None:
    begin, last, empty = table.begin[count], -1, 0
    for number, each in enumerate(who):
        table.who[begin + number] = each
        empty += places * max(0, guests.stop[each] - max(last, guests.start[each]))
        empty -= guests.size[each] * (guests.stop[each] - guests.start[each])
        last = max(last, guests.stop[each])
    table.begin[count + 1], table.empty[count] = begin + len(who), empty
