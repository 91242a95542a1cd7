# SPDX-License-Identifier: EUPL-1.2
"""The weeks to come as rows of cells: who has which unit on which days, what is out of use, what frees when (pure)."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from baken.closed.shelter.models import Closing
from baken.closed.shelter.weighing.reads import Flat, House, Housed

WEEKS = 6
DAYS = 7 * WEEKS
_WEEK = datetime.timedelta(weeks=1)


@dataclass(frozen=True)
class Cell:
    """So many days in a row on which a place is somebody's, out of use, or free."""

    days: int
    housed: Housed | None = None
    closing: Closing | None = None


@dataclass(frozen=True)
class Line:
    """A unit in the weeks to come; as many rows as there are households at once."""

    flat: Flat
    rows: tuple[tuple[Cell, ...], ...]


_Piece = tuple[int, int, Cell]  # first day, the day after the last, and what it is


@dataclass(frozen=True)
class Timeline:
    """The weeks to come of a house, from the Monday of this week on."""

    house: House

    @property
    def monday(self) -> datetime.date:
        """The first day of it."""
        return self.house.day - datetime.timedelta(days=self.house.day.weekday())

    @property
    def weeks(self) -> list[datetime.date]:
        """The Mondays."""
        return [self.monday + week * _WEEK for week in range(WEEKS)]

    @property
    def lines(self) -> list[Line]:
        """Each unit, in the order of the house."""
        return [Line(flat, tuple(rows(self._pieces(flat)))) for flat in self.house.flats]

    @property
    def freed(self) -> list[Housed]:
        """Who leaves in these weeks, the first first."""
        last = self.monday + WEEKS * _WEEK
        leaving = (each for each in self.house.stays if self.house.day <= each.stay.until_on < last)
        return sorted(leaving, key=lambda each: each.stay.until_on)

    def _pieces(self, flat: Flat) -> list[_Piece]:
        stays = self.house.by_unit.get(flat.unit.pk, [])
        told = [(each.stay.from_on, each.until_at_least(self.house.day), Cell(0, housed=each)) for each in stays]
        told += [(each.from_on, each.until_on, Cell(0, closing=each)) for each in flat.closings]
        pieces = [(self._day(start), self._day(end), cell) for start, end, cell in told]
        return sorted((each for each in pieces if each[0] < each[1]), key=lambda each: each[:2])

    def _day(self, day: datetime.date) -> int:
        return min(max((day - self.monday).days, 0), DAYS)


def rows(pieces: Iterable[_Piece]) -> list[tuple[Cell, ...]]:
    """Return pieces as rows in which none meets another, with what is free between them; at least one row."""
    lanes: list[list[_Piece]] = []
    for piece in pieces:
        lane = next((each for each in lanes if each[-1][1] <= piece[0]), None)
        if lane is None:
            lanes.append(lane := [])
        lane.append(piece)
    return [filled(lane) for lane in lanes or [[]]]


def filled(lane: Sequence[_Piece]) -> tuple[Cell, ...]:
    """Return a row of cells over all days."""
    found, at = [], 0
    for start, end, cell in lane:
        if start > at:
            found.append(Cell(start - at))
        found.append(Cell(end - start, cell.housed, cell.closing))
        at = end
    return (*found, *([Cell(DAYS - at)] if at < DAYS else []))
