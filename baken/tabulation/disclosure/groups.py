# SPDX-License-Identifier: EUPL-1.2
"""Whom each cell of several tables counts, so that cells of the same people, and of some of them, are known as such."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from baken.tabulation.disclosure.axes import Axis, axes, everywhere
from baken.tabulation.disclosure.days import TIMES, Pieces, pieces, span, whole
from baken.tabulation.shapes import ALL, At, Table

Side = frozenset[int] | None  # places on an axis, None for all of them


@dataclass(frozen=True)
class Group:
    """Some people: in which pieces of time their days lie, and where they stand on each axis."""

    days: frozenset[int]
    sides: tuple[Side, ...]

    @property
    def impossible(self) -> bool:
        """Return whether nobody can be in it by what the words mean: its zero tells nothing of anybody."""
        return not self.days or any(side is not None and not side for side in self.sides)


@dataclass(frozen=True)
class Cell:
    """A cell of a table, by the table's place, and whom it counts."""

    table: int
    at: At
    group: Group


@dataclass(frozen=True)
class Ground:
    """Tables of one unit on common axes and pieces of time."""

    tables: tuple[Table, ...]
    axes: tuple[Axis, ...]
    pieces: Pieces

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Return every cell of every table."""
        return tuple(each for place in range(len(self.tables)) for each in self._cells(place))

    def _cells(self, place: int) -> Iterator[Cell]:
        table = self.tables[place]
        for at in table.cells():
            yield Cell(place, at, self._group(table, at))

    def _group(self, table: Table, at: At) -> Group:
        wanted: dict[str, Sequence[str]] = dict(table.population.where)
        spans = [whole(table.population)]
        for dimension, code in zip(table.dimensions, at, strict=True):
            if code != ALL and dimension.name in TIMES:
                spans.append(span(code))
            elif code != ALL:
                wanted[dimension.name] = (code,) if code in wanted.get(dimension.name, (code,)) else ()
        days = frozenset.intersection(*map(self.pieces.within, spans))
        return Group(days, tuple(self._side(each, wanted) for each in self.axes))

    def _side(self, axis: Axis, wanted: Mapping[str, Sequence[str]]) -> Side:
        if not any(name in wanted for name in axis.names):
            return None
        chosen = axis.chosen(wanted)
        return None if len(chosen) == len(axis.codes) else chosen

    @cached_property
    def filters(self) -> dict[str, At]:
        """Return the filters that every table has: they tell nobody apart."""
        return everywhere(self.tables)

    def crossed(self, place: int) -> frozenset[int]:
        """Return the axes along which a table tells people apart or leaves some out."""
        table = self.tables[place]
        chosen = table.population.where.keys() - self.filters.keys()
        named = {*chosen, *(each.name for each in table.dimensions)}
        return frozenset(i for i, axis in enumerate(self.axes) if named & set(axis.names))


def ground(tables: Sequence[Table]) -> Ground:
    """Return tables of one unit on common axes; raise Mismatch, ValueError for a category of time that is none."""
    return Ground(tuple(tables), axes(tables), pieces(tables))


def linked(table: Table, others: Sequence[Table]) -> list[Table]:
    """Return those of other tables that can say something of a table: one unit, days in common, or through another."""
    found, left = [], [each for each in others if each.population.unit == table.population.unit]
    first, last = whole(table.population)
    while near := [each for each in left if each.population.first <= last and first <= each.population.last]:
        found += near
        left = [each for each in left if each not in near]
        first = min(first, *(each.population.first for each in near))
        last = max(last, *(each.population.last for each in near))
    return [each for each in others if each in found]
