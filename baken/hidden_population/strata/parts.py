# SPDX-License-Identifier: EUPL-1.2
"""Tables told apart by what persons have in common: the year, their sex, their age, a form of exploitation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import TextIO

import numpy as np

from baken.hidden_population import tables
from baken.hidden_population.tables import Faults, Floats, Row, Table
from baken.hidden_population.worded import Worded, worded

_MOST_CELLS = 20_000  # histories times strata; more of them hold nobody by far


@dataclass(frozen=True, eq=False)
class Strata:
    """A table for each combination of values that some persons have, in the order of the values."""

    by: Row  # columns
    tables: Mapping[Row, Table]  # by their values

    @property
    def lists(self) -> Row:
        """The lists, which are the same for all."""
        return next(iter(self.tables.values())).lists

    @property
    def whole(self) -> Table:
        """The table as it were if nobody had been told apart."""
        counts: Floats = np.sum([each.counts for each in self.tables.values()], 0)
        return Table(self.lists, counts)

    @property
    def levels(self) -> tuple[Row, ...]:
        """The values of each column."""
        return tuple(tuple(sorted(set(column))) for column in zip(*self.tables, strict=True))

    @property
    def crossed(self) -> Iterator[Row]:
        """Every combination of values, those that nobody has among them."""
        return product(*self.levels)

    def without(self, number: int) -> "Strata":
        """Return the strata as they were if one list had never been kept."""
        return Strata(self.by, {values: tables.without(each, number) for values, each in self.tables.items()})

    def named(self, values: Row) -> str:
        """Return what persons of a stratum have in common."""
        return ", ".join(f"{name} {value}" for name, value in zip(self.by, values, strict=True))


def read(lines: TextIO | Iterable[str], by: Sequence[str]) -> Strata:
    """Read strata from CSV: a table as `tables.read` takes it, with further columns by which to tell persons apart.

    Raises `Faults` where a column is not there, a value is missing, or there are too many strata.
    """
    head, *rows = tables.cells(lines)
    if found := [*_column_faults(head, by)]:
        raise Faults(found)
    places = [head.index(name) for name in by]
    lists, rest = _but(head, places)[:-1], [_but(row, places) for row in rows]
    values = [tuple(row[each] for each in places if each < len(row)) for row in rows]
    if faults := [*tables.faults(lists, rest), *_value_faults(by, values)]:
        raise Faults(faults)
    told = Strata(tuple(by), {each: _table(lists, rest, values, each) for each in sorted(set(values))})
    if found := [*_size_faults(told)]:
        raise Faults(found)
    return told


def _but(row: Row, places: Sequence[int]) -> Row:
    return tuple(each for place, each in enumerate(row) if place not in places)


def _table(lists: Row, rows: Sequence[Row], values: Sequence[Row], wanted: Row) -> Table:
    some = [(number, row) for number, (row, each) in enumerate(zip(rows, values, strict=True), 2) if each == wanted]
    return tables.added_up(lists, some)


def _column_faults(head: Row, by: Sequence[str]) -> Iterator[Worded]:
    if len(set(by)) < len(by) or not by:
        yield worded("name each column by which to tell persons apart once")
    for name in by:
        if name not in head[:-1]:
            yield worded("there is no column {name}; there are {columns}", name=name, columns=[*head[:-1]])


def _value_faults(by: Sequence[str], values: Sequence[Row]) -> Iterator[Worded]:
    for number, row in enumerate(values, 2):
        for name, value in zip(by, row, strict=False):
            if not value:
                yield worded(
                    "row {row}: no value for {name}; write down what is not known as a value, or leave the row out",
                    row=str(number), name=name,
                )  # fmt: skip
    if not values:
        yield worded("nobody is on any list")


def _size_faults(strata: Strata) -> Iterator[Worded]:
    number = prod(map(len, strata.levels))
    if number << len(strata.lists) > _MOST_CELLS:
        yield worded(
            "{number} strata of {lists} lists are too many: name fewer columns", number=number, lists=len(strata.lists)
        )
