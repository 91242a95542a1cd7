# SPDX-License-Identifier: EUPL-1.2
"""All tables as one set of equations over whole numbers from 0: what everybody can work with who has the tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from baken.tabulation.disclosure.cliques import Axes, cliques, joints
from baken.tabulation.disclosure.groups import Cell, Ground, Group
from baken.tabulation.disclosure.moments import Changes, Moment
from baken.tabulation.disclosure.whens import FINE, Times, Whens, whens
from baken.tabulation.shapes import ALL, At

Key = tuple[Group, tuple[int, ...]]  # some people, as they were after so many changes
Places = NDArray[np.int64]

MOST_COLUMNS = 50_000


class TooLarge(ValueError):
    """More is told apart than can be attacked in reasonable time."""


@dataclass(frozen=True)
class Block:
    """The cross of time and some axes: one unknown number for each combination, from a column on."""

    axes: tuple[int, ...]
    times: Times
    sizes: tuple[int, ...]  # of each axis
    start: int

    @property
    def shape(self) -> tuple[int, ...]:
        """Return how many times there are, and how many places on each axis."""
        return (len(self.times), *self.sizes)

    def columns(self, times: Sequence[int], sides: Sequence[Sequence[int]]) -> Places:
        """Return the columns of the combinations of some times and some places on each axis."""
        crossed = np.ix_(np.asarray(times, dtype=np.int64), *(np.asarray(each, dtype=np.int64) for each in sides))
        return np.asarray(self.start + np.ravel_multi_index(crossed, self.shape)).ravel()


@dataclass(frozen=True)
class Equations:
    """Which columns add up to which: ``matrix @ columns == 0``.

    The first columns are the counts of ``keys``; ``of`` gives the column of each cell of each table.
    """

    keys: tuple[Key, ...]
    of: Mapping[tuple[int, At], int]
    matrix: csc_array


@dataclass
class _Writer:
    ground: Ground
    changes: Changes
    keys: dict[Key, int] = field(default_factory=dict)
    of: dict[tuple[int, At], int] = field(default_factory=dict)
    sums: list[tuple[int, Places]] = field(default_factory=list)  # a key's column, and the columns that add up to it
    equal: list[tuple[Places, Places]] = field(default_factory=list)

    @cached_property
    def whens(self) -> Whens:
        return whens(self.ground, self.changes)

    @cached_property
    def blocks(self) -> list[Block]:
        found: list[Block] = []
        start = len({(each.group, self._version(each)) for each in self.ground.cells})
        for each in cliques(map(self._crossed, range(len(self.ground.tables)))):
            axes = tuple(sorted(each - {FINE}))
            sizes = tuple(len(self.ground.axes[axis].codes) for axis in axes)
            block = Block(axes, self.whens.fine if FINE in each else self.whens.coarse, sizes, start)
            found.append(block)
            start += int(np.prod(block.shape))
        if start > MOST_COLUMNS:
            raise TooLarge(f"{start:,} numbers are told apart")
        return found

    def _crossed(self, place: int) -> Axes:
        return self.ground.crossed(place) | ({FINE} if place in self.whens.cutting else frozenset())

    def _version(self, cell: Cell) -> tuple[int, ...]:
        return self.changes.version(cell.group, self.ground.tables[cell.table].counted_on)

    def write(self) -> Equations:
        for cell in self.ground.cells:
            self._add(cell)
        for a, b in joints([Axes({*each.axes, *self._fine(each)}) for each in self.blocks]):
            self._join(self.blocks[a], self.blocks[b])
        return Equations(tuple(self.keys), self.of, self._matrix())

    def _fine(self, block: Block) -> Axes:
        return Axes({FINE}) if block.times is self.whens.fine else Axes()

    def _add(self, cell: Cell) -> None:
        key = (cell.group, self._version(cell))
        if key not in self.keys:
            self.keys[key] = len(self.keys)
            self.sums.append((self.keys[key], self._parts(cell)))
        self.of[cell.table, cell.at] = self.keys[key]

    def _parts(self, cell: Cell) -> Places:
        table = self.ground.tables[cell.table]
        along = next((i for i, code in enumerate(cell.at) if code == ALL), None)
        if along is not None:  # parts come before their totals
            return np.array([self.of[cell.table, each] for each in table.parts(cell.at, along)], dtype=np.int64)
        wanted = self._crossed(cell.table)
        block = next(each for each in self.blocks if wanted <= {*each.axes, *self._fine(each)})
        times = self.whens.counted(block.times, cell.group, table.counted_on)
        return block.columns(times, [self._side(cell.group, axis) for axis in block.axes])

    def _side(self, group: Group, axis: int) -> Sequence[int]:
        side = group.sides[axis]
        return range(len(self.ground.axes[axis].codes)) if side is None else sorted(side)

    def _join(self, one: Block, other: Block) -> None:
        """Let two blocks agree on what they share."""
        shared = sorted(set(one.axes) & set(other.axes))
        times = one.times if one.times is other.times else self.whens.coarse
        for at in np.ndindex(len(times), *(len(self.ground.axes[axis].codes) for axis in shared)):
            where = dict(zip(shared, at[1:], strict=True))
            self.equal.append((self._slice(one, times[at[0]], where), self._slice(other, times[at[0]], where)))

    def _slice(self, block: Block, time: frozenset[Moment], where: Mapping[int, int]) -> Places:
        sides = [[where[a]] if a in where else range(len(self.ground.axes[a].codes)) for a in block.axes]
        return block.columns([i for i, each in enumerate(block.times) if each <= time], sides)

    def _matrix(self) -> csc_array:
        rows, columns, signs = [], [], []
        for row, (plus, minus) in enumerate(self._rows()):
            rows.append(np.full(len(plus) + len(minus), row))
            columns += [plus, minus]
            signs += [np.ones(len(plus)), -np.ones(len(minus))]
        entries = (np.concatenate(signs), (np.concatenate(rows), np.concatenate(columns)))
        return csc_array(entries, shape=(len(rows), self.blocks[-1].start + int(np.prod(self.blocks[-1].shape))))

    def _rows(self) -> Iterator[tuple[Places, Places]]:
        yield from ((parts, np.array([whole], dtype=np.int64)) for whole, parts in self.sums)
        yield from self.equal


def equations(ground: Ground, changes: Changes) -> Equations:
    """Return the equations of all tables; raise TooLarge."""
    return _Writer(ground, changes).write()
